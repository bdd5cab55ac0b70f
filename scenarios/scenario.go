package scenarios

import (
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
	"corridor/sim"
	"corridor/sim/ensemble"
)

// What scenarios say, and what is said of them, by the names a Go program uses.
type (
	Error      = text.Error      // every mistake found in a scenario and its files
	Diagnostic = text.Diagnostic // one of them, or a warning
	Figure     = language.Figure
	Lever      = language.Lever

	Expectation = language.Expectation // a check on its results
)

// Scenario is a checked and compiled scenario: a model with the words, targets and
// sources that go with it.
type Scenario struct {
	Name        string   // of the results: the scenario's own with its overlays and the values set, joined by +
	Variant     string   // what is changed of the scenario, in words; "" for nothing
	Overlays    []string // titles of those asked for, in their order; "" for one without
	Title       string
	Question    string
	Description string
	language.Compiled

	root      *text.Tree
	below     *text.Tree // what it was made of: without overlays and values set, or the one it extends; nil for none
	effective string     // the text of it, where it was written to see how large it is
	layers    int        // of files it is made of
	first     int        // of the layers: that of what is said on top of the scenario that it extends
	warnings  []text.Diagnostic
}

// Listings lists what the scenario names, section by section. What the overlays and values asked for
// change of it is marked or, where there are none, what it changes of the scenario that it extends.
func (s *Scenario) Listings() []language.Listing { return s.Compiled.Listings(s.below) }

// Lever returns the overlays of the named lever, or nil.
func (s *Scenario) Lever(name string) []string {
	for _, l := range s.Levers {
		if l.Name == name {
			return l.Overlays
		}
	}
	return nil
}

// Remarks is what a scenario says of itself. Of a variant it says whose words they are.
func (s *Scenario) Remarks() string {
	if s.Description == "" || s.Variant == "" {
		return s.Description
	}
	return remarked(changedHere, s.root.TextOf("scenario"), s.Description)
}

// changedHere says whose words the remarks of a variant are, and what they are.
const changedHere = "Of %[1]s, which is changed here: %[2]s"

func remarked(changed, name, description string) string {
	return strings.NewReplacer("%[1]s", name, "%[2]s", description).Replace(changed)
}

// Heading is the title of a scenario, with what is changed of it.
func (s *Scenario) Heading() string {
	if s.Variant == "" {
		return s.Title
	}
	return headed(s.Title, s.Variant)
}

// headed is a title with what is changed.
func headed(title, variant string) string { return title + " (" + variant + ")" }

// Run returns the scenario's expected future, to be simulated: every number has its own
// value and every hazard comes to its mean.
func (s *Scenario) Run() sim.Run {
	return sim.Run{Name: s.Name, Corridor: s.Corridor, Labels: s.Labels, Targets: s.Targets, Financing: s.Financing}
}

// Alternative returns the scenario's futures under a name, for an ensemble of one or more.
func (s *Scenario) Alternative(name string) ensemble.Alternative {
	run := s.Run()
	run.Name = name
	return ensemble.Alternative{Run: run, Title: s.Heading(), Uncertainties: s.Uncertainties, Copula: s.Copula}
}
