package scenarios

import (
	"slices"

	"corridor/scenarios/text"
)

// Warnings lists what is allowed and can hardly be meant, in the order of the files.
func (s *Scenario) Warnings() []text.Diagnostic { return s.warnings }

// Warned returns the scenario with the warnings that were given when its files were
// read: text that Effective returned has other places. What it warns of and the
// earlier ones do not say is added.
func (s *Scenario) Warned(earlier []text.Diagnostic) *Scenario {
	out := *s
	out.warnings = slices.Clone(earlier)
	for _, w := range s.warnings {
		if !slices.ContainsFunc(earlier, func(e text.Diagnostic) bool { return e.Message == w.Message }) {
			out.warnings = append(out.warnings, w)
		}
	}
	return &out
}
