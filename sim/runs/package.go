package runs

import (
	"bytes"
	"slices"

	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// Describe describes the tables of a scenario with its words and sources, and adds
// the table of its figures, so that the directory explains itself, and that of the
// warnings about it and others it was run beside.
func Describe(s *scenarios.Scenario, t []*tables.Table, others ...*scenarios.Scenario) *tables.Package {
	p := &tables.Package{
		Name: s.Name, Title: s.Heading(), Description: s.Question, Remarks: s.Remarks(), Program: program + " " + Version,
		Figures: len(s.Figures()), Assumptions: s.Assumptions(), Sources: s.Works(), Targets: s.Targets, Observed: ObservedIn(s), Translations: s.Translations(findings.Phrases()...), Tables: append(slices.Clip(t), figuresOf(s)),
	}
	if w := warningsOf(append([]*scenarios.Scenario{s}, others...)...); w != nil {
		p.Tables = append(p.Tables, w)
	}
	return p
}

// translate adds to a package what texts are in other languages, as far as that is known.
func translate(p *tables.Package, known map[string]map[string]string, texts ...string) {
	for code, own := range known {
		for _, english := range texts {
			if said, ok := own[english]; ok && p.Translations[code] != nil {
				p.Translations[code][english] = said
			}
		}
	}
}

// addTables adds the tables of a run and their description to its files. Those that have
// been written while they came are named among the large ones, by their path.
func addTables(content Files, large map[string]string, p *tables.Package) error {
	for _, t := range p.Tables {
		file, err := t.Written()
		if err != nil {
			return err
		}
		if file != "" {
			large[t.Schema.File()] = file
			continue
		}
		var b bytes.Buffer
		if err := t.WriteCSV(&b); err != nil {
			return err
		}
		content[t.Schema.File()] = b.Bytes()
	}
	descriptor, err := p.Descriptor()
	content[tables.PackageFile] = descriptor
	return err
}
