package scenarios

import (
	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// Parse checks and compiles a scenario from text, as Effective returns it. Name is
// what the results are called and what messages call the text. Values are set on top, each as
// path=value, as [Scenario.Set] does, without compiling what is below first.
func Parse(name, content string, assignments ...string) (*Scenario, error) {
	l := &loader{}
	report := &l.report
	root := text.Parse(&text.File{Name: name, Text: content}, scenarioText, report)
	if root == nil {
		return nil, report.Err()
	}
	if !fits(root, report) {
		return nil, report.Err()
	}
	for _, key := range []string{"extends", "overlay"} {
		if t := root.Get(key); t != nil {
			report.Mistake(root.PlaceOf(key), "a complete scenario is expected here, without %s", key)
		}
	}
	root = language.Lay(nil, root, report)
	called := func(string) string { return name }
	if len(assignments) == 0 {
		return compile(root, called, report)
	}
	return l.compiled(l.all(root, "--set", assignments), called)
}

// scenarioText says what a file of a scenario holds.
var scenarioText = text.Contents{Whole: "a scenario", One: "one scenario", Keys: "keys such as scenario, title, segments"}
