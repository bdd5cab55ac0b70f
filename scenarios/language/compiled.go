package language

import (
	"corridor/model"
	"corridor/scenarios/text"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/hindcast"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Compiled is what a scenario comes to: a model with the words, targets and
// uncertainties that go with it.
type Compiled struct {
	Corridor      model.Corridor
	Labels        tables.Labels
	Countries     tables.Countries
	Financing     []sim.Commitment
	Metrics       map[string]*tables.Expression // that the scenario defines, by name
	Targets       []tables.Target
	Expectations  []Expectation
	Shared        []int            // projects of which the model says what others bear of their cost, see model.Corridor.ShareCosts
	Observed      []model.Observed // what the corridor carried of markets in years, as the scenario states it
	Levers        []Lever
	Uncertainties []ensemble.Uncertainty
	Posterior     *Posterior      // sample that takes the place of some; nil for none
	Groups        []Group         // uncertainties that go together and have a title for it
	Pairs         []Pair          // uncertainties that go together, also those of which one is certain
	Copula        *random.Copula  // how the uncertainties go together, in their order; nil when none do
	Hindcast      *hindcast.Setup // nil when the scenario has none
	Experiments   []hindcast.Experiment
	Studies       []hindcast.StudyFigure

	compiler *compiler
	figures  []Figure
}

// Lack says what a result column needs that the scenario does not have, "" for nothing.
func (s *Compiled) Lack(metric string) string { return s.compiler.lack(metric) }

// Words reports whether a path leads to what is said in words or as a month, and is no number.
func (s *Compiled) Words(path string) bool {
	at := s.compiler.specAt(path)
	if at == nil {
		return false
	}
	switch at.form {
	case formObject, formNamed, formList, formByYear, formNumber, formYear:
		return false
	}
	return true
}

// Unit is that of the number at a path, where it has one.
func (s *Compiled) Unit(path string) string {
	if at := s.compiler.specAt(path); at != nil {
		return at.unit
	}
	return ""
}

// Pair is two uncertainties, or one and a common factor, and the correlation of their normal scores.
type Pair struct {
	A, B string
	Rho  float64
}

// Group is uncertainties that go together, and what they are together.
type Group struct {
	Title string
	Of    []string
}

func newCompiler(root *text.Tree, report *text.Report) *compiler {
	return &compiler{
		report: report, top: value{root, schema},
		segments: map[string]int{}, projects: map[string]int{}, markets: map[string]int{}, rivals: map[string]int{}, things: map[string]*thing{},
		passed: map[string]*passable{},
	}
}

// Compile checks a merged tree and compiles it. What is wrong is reported; the result
// holds nothing of use then.
func Compile(root *text.Tree, known Names, report *text.Report) *Compiled {
	checks := &checker{root: root, report: report}
	checks.check(root, schema, "the scenario")
	checks.removed()
	if root.Get("for") != nil {
		report.Mistake(root.PlaceOf("for"), "a scenario cannot have the key for, it says what an overlay is made for")
	}
	c := newCompiler(root, report)
	c.known = known
	s := &Compiled{compiler: c}
	if len(checks.removals) > 0 || anyBroken(root) { // of which much else that is wrong would come
		return s
	}
	c.compile(s)
	if report.Found() {
		return s
	}
	if c.uncensor(&s.Corridor); report.Found() {
		return s
	}
	c.shareCosts(s)
	for i := range c.observed {
		s.Observed = append(s.Observed, c.observed[i].Observed)
	}
	if c.draws(s); report.Found() {
		return s
	}
	s.figures = figuresOf(root)
	(&warner{c, s}).warn()
	return s
}
