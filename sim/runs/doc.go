// Package runs turns a question into results in a directory, and results into the same
// results again.
//
// A [Plan] is a kind of run with all that makes its results what they are: [Single] one
// future, [Ensemble] many, or a part of them, [Matrix] pairs of overlays, [Comparison]
// scenarios side by side, [Hindcast] a scenario beside history, [Evidence] what its headline
// figures rest on, [Appraisal] what each of its projects brings, [Sensitivity] which
// uncertainties matter, [Discovery] where a condition holds. [Open] finds the place of
// its results, and [Run.Do] fills it: tables, charts, and a [Manifest] that holds the
// scenarios as they were run. From the manifest alone [Verify] makes the plan again, does
// it, and compares every byte. [Merge] puts the parts of an ensemble together.
//
// A kind of run is a file here with a type that has the four methods of [Plan], and a row
// in kinds: then it is written, recorded, refused and verified as all others are.
//
// A directory may come from anybody: it is read through [Read] alone, no link is followed
// and nothing of it is believed that has not been checked.
//
// It stands above all that simulates and may import every room of sim, and scenarios. It
// draws nothing: whoever calls it brings [Pictures].
package runs
