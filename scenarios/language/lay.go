package language

import "corridor/scenarios/text"

// Lay returns a scenario after a file is laid on it, or as its first file where there is
// none below. Neither is changed.
func Lay(scenario, over *text.Tree, report *text.Report) *text.Tree {
	if scenario == nil {
		return withoutRecalibrate(converted(nil, over, over, report))
	}
	return calibrated(scenario, kept(scenario, converted(scenario, over, merge(scenario, scenario, over, schema, report), report)))
}

// CheckKey checks the value of one of the keys of a file as such.
func CheckKey(root *text.Tree, key string, t *text.Tree, report *text.Report) {
	(&checker{root: root, report: report}).check(t, schema.field(key), key)
}
