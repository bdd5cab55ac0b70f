// Package library is the scenarios and overlays that come with the program, and the works
// their figures come from: one YAML file each, overlays in a directory for what they are
// about. Its tests are the claims that the files make about the corridor.
//
// It imports scenarios/text alone; package scenarios reads the files. The main entry point
// is File.
package library
