// Package units reads figures with their units as planners say them, such as 500 t/day,
// USD 800/FEU and +20 %, and converts them exactly: what is read is a fraction and not a
// number that was rounded.
//
// It imports scenarios/text for the number itself, and knows nothing of scenarios: what a
// wagon carries is told to it. The units stand in one table, in table.go. The main entry
// points are Read and Of.
package units
