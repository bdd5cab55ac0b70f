// Package scenarios is the scenario language: it reads YAML files, overlays them,
// checks them against one schema, and compiles them to a model.
//
// What a file may say stands in schema.go as data: the check, the JSON Schema for
// editors and the defaults all follow from it. Every value keeps the file, line
// and column that set it, so that each mistake can be shown where it was made.
package scenarios
