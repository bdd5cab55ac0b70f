package runs

import (
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Cell is a scenario as it was run, after all overlays.
type Cell struct {
	Name       string `json:"name"`
	Asked      string `json:"asked,omitempty"` // as what, where the name was given to it
	Growth     string `json:"growth,omitempty"`
	Investment string `json:"investment,omitempty"`

	GrowthTitle     string `json:"growth_title,omitempty"`
	InvestmentTitle string `json:"investment_title,omitempty"`

	Variant  string `json:"variant,omitempty"` // what was changed of the scenario, in words
	SHA256   string `json:"sha256"`
	Scenario string `json:"scenario"` // YAML

	Warnings []Warning `json:"warnings,omitempty"`
}

// NewCell records a scenario under a name.
func NewCell(s *scenarios.Scenario, name string) Cell {
	effective := s.Effective()
	return Cell{Name: name, Variant: s.Variant, SHA256: hash([]byte(effective)), Scenario: effective, Warnings: recorded(s.Warnings())}
}

// warningsIn counts the warnings of scenarios, each once.
func warningsIn(cells []Cell) int {
	seen := map[Warning]bool{}
	for _, cell := range cells {
		for _, w := range cell.Warnings {
			seen[w] = true
		}
	}
	return len(seen)
}

// Warning is one as the manifest records it: its place is that in the files the
// scenario was made of, which are not there when it is run again.
type Warning struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

func recorded(list []scenarios.Diagnostic) []Warning {
	var out []Warning
	for _, d := range list {
		out = append(out, Warning{d.Position.String(), d.Message})
	}
	return out
}

// Parse returns the scenario of a cell, with the warnings it had when it was run.
func (c Cell) Parse() (*scenarios.Scenario, error) {
	s, err := scenarios.Parse(c.Name, c.Scenario)
	if err != nil {
		return nil, err
	}
	s.Variant = c.Variant
	var earlier []scenarios.Diagnostic
	for _, w := range c.Warnings {
		at := text.Position{File: &text.File{Name: w.Place}}
		earlier = append(earlier, scenarios.Diagnostic{Position: at, Message: w.Message, Warning: true})
	}
	return s.Warned(earlier), nil
}

// EachWarning visits the warnings of scenarios, each once, with the first scenario
// that it is about.
func EachWarning(loaded []*scenarios.Scenario, visit func(*scenarios.Scenario, scenarios.Diagnostic)) {
	seen := map[string]bool{}
	for _, s := range loaded {
		for _, w := range s.Warnings() {
			if text := w.String(); !seen[text] {
				seen[text] = true
				visit(s, w)
			}
		}
	}
}

// warningsOf tabulates the warnings of scenarios, or is nil where there are none.
func warningsOf(loaded ...*scenarios.Scenario) *tables.Table {
	t := tables.New(tables.Warnings)
	EachWarning(loaded, func(s *scenarios.Scenario, w scenarios.Diagnostic) {
		t.Append(s.Name, w.Position.String(), w.Message)
	})
	if t.Len() == 0 {
		return nil
	}
	return t
}
