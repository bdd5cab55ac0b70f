package scenarios

import (
	"testing"

	"corridor/scenarios/library"
	"corridor/scenarios/text"
)

// BenchmarkLoad loads scenarios of the library whose files were parsed before.
func BenchmarkLoad(b *testing.B) {
	for _, r := range []Request{
		{Scenario: "stated"}, {Scenario: "reference"}, {Scenario: "reference", With: []string{"investment/late-2-years"}},
	} {
		b.Run(r.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Load(r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkParse reads the text of a scenario as a run made again does.
func BenchmarkParse(b *testing.B) {
	s, err := Load(Request{Scenario: "reference"})
	if err != nil {
		b.Fatal(err)
	}
	whole := s.Effective()
	b.SetBytes(int64(len(whole)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("reference", whole); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLibraryFiles parses every file of the library as YAML.
func BenchmarkLibraryFiles(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, name := range library.Names() {
			file, _ := library.File(name)
			if text.Parse(file, scenarioText, &text.Report{}) == nil {
				b.Fatal(name)
			}
		}
	}
}
