// Package language is the scenario language: the keys that a file may have, and what
// follows from them.
//
// The keys stand as data in the files schema*.go, a row each: form, meaning, unit, range,
// default and, of a number that the model has, the slot: the field of the corridor that it
// sets. The check (check*.go), the defaults, the JSON Schema for editors, the compiled
// corridor (compile*.go) and the setters that change one number of it follow from the row.
//
// A new numeric key is one row, such as
//
//	may("wind_share", share("Share of the month lost to wind").or("0").
//		sets(in(func(s *model.Segment) *float64 { return &s.WindShare }))),
//
// in the map of keys it belongs to, a line in testdata/good/everything.yaml, and, written by
// go test ./scenarios -update, the schema for editors. The slots in and inMonths are of one
// number, inDated, inSeries and inSteps of one or of several by date; slot_segments.go has
// those that need more than their own number. A number that cannot be set is listed, with
// the reason, in a test of package scenarios.
//
// The files lay.go, merge.go, until.go, calibration.go and certain.go lay one file on
// another, convert*.go make numbers of figures with units and of changes, and warn*.go look
// for what is allowed and can hardly be meant.
//
// It imports model, the rooms of sim that a scenario speaks of, scenarios/text and
// scenarios/units, and scenarios/spreadsheet; it reads no files. The main entry points are
// Lay and Compile; package scenarios is what other programs call.
package language
