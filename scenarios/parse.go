package scenarios

import "corridor/scenarios/text"

// Parse checks and compiles a scenario from text, as Effective returns it. Name is
// what the results are called and what messages call the text.
func Parse(name, content string) (*Scenario, error) {
	var report text.Report
	root := text.Parse(&text.File{Name: name, Text: content}, scenarioText, &report)
	if root == nil {
		return nil, report.Err()
	}
	if !fits(root, &report) {
		return nil, report.Err()
	}
	for _, key := range []string{"extends", "overlay"} {
		if t := root.Get(key); t != nil {
			report.Mistake(root.PlaceOf(key), "a complete scenario is expected here, without %s", key)
		}
	}
	return compile(root, func(string) string { return name }, &report)
}

// scenarioText says what a file of a scenario holds.
var scenarioText = text.Contents{Whole: "a scenario", One: "one scenario", Keys: "keys such as scenario, title, segments"}
