package scenarios

import (
	"slices"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Scenario is a checked and compiled scenario: a model with the words, targets and
// sources that go with it.
type Scenario struct {
	Name          string // of the results: the scenario's own with its overlays and the values set, joined by +
	Variant       string // what is changed of the scenario, in words; "" for nothing
	Title         string
	Question      string
	Description   string
	Corridor      model.Corridor
	Labels        tables.Labels
	Targets       []tables.Target
	DeclaredMt    float64 // capacity as officially declared, Mt per year; 0 where none is given
	Levers        []Lever
	Uncertainties []Uncertainty
	Copula        *random.Copula // how the uncertainties go together, in their order; nil when none do
	Hindcast      *Hindcast      // nil when the scenario has none
	Experiments   []Experiment
	Studies       []Study

	root     *tree
	layers   int // of files it is made of
	figures  []Figure
	warnings []Diagnostic
}

// Lever is a choice to compare: overlays one of which is applied.
type Lever struct {
	Name     string
	Overlays []string
}

// Lever returns the overlays of the named lever, or nil.
func (s *Scenario) Lever(name string) []string {
	for _, l := range s.Levers {
		if l.Name == name {
			return l.Overlays
		}
	}
	return nil
}

// Load reads, overlays, checks and compiles a scenario. Mistakes in it are
// returned all at once, as an *Error.
func Load(r Request) (*Scenario, error) {
	l := &loader{}
	root := l.extended(r.Scenario, r.scenarioAt(), nil)
	if root == nil {
		return nil, l.report.err()
	}
	if overlay := root.get("overlay"); overlay != nil && root.get("scenario") == nil {
		l.report.report(root.placeOf("overlay"), "this is an overlay and no scenario: apply it with --with")
	}
	if len(l.report.list) > 0 && root.get("overlay") != nil {
		return nil, l.report.err()
	}
	for i, name := range r.With {
		root = l.overlaid(root, name, r.overlayAt(i))
	}
	for i, assignment := range r.Set {
		root = l.assigned(root, assignment, r.valueAt(i))
	}
	if !fits(root, &l.report) {
		return nil, l.report.err()
	}
	s, err := l.compiled(root, r.name)
	if err != nil {
		return nil, err
	}
	if !s.fits(&l.report) {
		return nil, l.report.err()
	}
	s.Variant = r.variant()
	return s, nil
}

// compiled compiles what was loaded.
func (l *loader) compiled(root *tree, name func(string) string) (*Scenario, error) {
	s, err := compile(withoutFixed(root), name, &l.report)
	if s != nil {
		s.layers = l.layers
	}
	return s, err
}

// Set returns the scenario with values set on top, each as path=value.
func (s *Scenario) Set(assignments ...string) (*Scenario, error) {
	l := &loader{layers: s.layers}
	root := s.root
	for _, a := range assignments {
		root = l.assigned(root, a, Position{&File{Name: "--set", Text: a}, 1, 1})
	}
	return l.compiled(root, func(string) string { return s.Name })
}

// Parse checks and compiles a scenario from text, as Effective returns it. Name is
// what the results are called and what messages call the text.
func Parse(name, text string) (*Scenario, error) {
	var report diagnostics
	root := parse(&File{Name: name, Text: text}, &report)
	if root == nil {
		return nil, report.err()
	}
	if !fits(root, &report) {
		return nil, report.err()
	}
	for _, key := range []string{"extends", "overlay"} {
		if t := root.get(key); t != nil {
			report.report(root.placeOf(key), "a complete scenario is expected here, without %s", key)
		}
	}
	return compile(root, func(string) string { return name }, &report)
}

// compile checks a merged tree and builds the scenario. The name of the results
// follows from the name in the file.
func compile(root *tree, name func(string) string, report *diagnostics) (*Scenario, error) {
	root = withBibliography(root.dropped("extends"))
	(&checker{root: root, report: report}).check(root, schema, "the scenario")
	if root.get("for") != nil {
		report.report(root.placeOf("for"), "a scenario cannot have the key for, it says what an overlay is made for")
	}
	c := &compiler{report: report, top: value{root, schema}, segments: map[string]int{}, projects: map[string]int{}, markets: map[string]int{}, rivals: map[string]int{}}
	s := &Scenario{
		Name:        name(textOf(root, "scenario")),
		Title:       textOf(root, "title"),
		Question:    textOf(root, "question"),
		Description: textOf(root, "description"),
		root:        root,
	}
	c.compile(s)
	if err := report.err(); err != nil {
		return nil, err
	}
	if c.draws(s); report.err() != nil {
		return nil, report.err()
	}
	if s.Title == "" {
		s.Title = textOf(root, "scenario") // whatever the results are called
	}
	collectFigures(root, schema, "", nil, &s.figures)
	(&warner{c, s}).warn()
	s.warnings = inOrder(report.warnings)
	return s, nil
}

// Remarks is what a scenario says of itself. Of a variant it says whose words they are.
func (s *Scenario) Remarks() string {
	if s.Description == "" || s.Variant == "" {
		return s.Description
	}
	return "Of " + textOf(s.root, "scenario") + ", which is changed here: " + s.Description
}

// Heading is the title of a scenario, with what is changed of it.
func (s *Scenario) Heading() string {
	if s.Variant == "" {
		return s.Title
	}
	return s.Title + " (" + s.Variant + ")"
}

// withBibliography adds the works of the library to those of the scenario, which
// come first where both have one of the same name.
func withBibliography(root *tree) *tree {
	own, works := root.get("sources"), *bibliography()
	if own != nil && own.kind != mapKind {
		return root // reported by the checker
	}
	works.entries = slices.Clone(works.entries)
	if own != nil {
		for _, e := range own.entries {
			works.set(e)
		}
	}
	out := *root
	out.entries = slices.Clone(root.entries)
	out.set(entry{"sources", works.Position, &works})
	return &out
}
