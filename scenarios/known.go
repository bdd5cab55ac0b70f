package scenarios

import (
	"corridor/scenarios/language"
	"corridor/sim/hindcast"
)

// AsKnown returns the scenario as a kind of hindcast knows it at the end of an origin year:
// without what became known later, but for what that kind is given.
func (s *Scenario) AsKnown(kind hindcast.Kind, origin int) (*Scenario, error) {
	l := &loader{layers: s.layers}
	return l.compiled(language.AsKnown(s.root, s.Figures(), kind, origin), func(string) string { return s.Name })
}
