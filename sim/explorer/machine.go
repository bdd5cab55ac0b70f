package explorer

import (
	"math"
	"slices"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Machine runs a corridor with its levers set. It belongs to one goroutine.
type Machine struct {
	of      *Corridor
	levers  *levers
	set     model.Corridor // the corridor with the levers where they stand
	stand   []int          // in it
	classes []string
	targets []tables.Target
	drawn   []random.Distribution // nil until they are asked for

	with    *world // the corridor as levers have it
	without *world // without what lies ahead; nil until money is asked for
	last    *carried
}

// carried is what was simulated last, and where the levers stood.
type carried struct {
	at     []int
	result *Result
	shares []float64 // of others, by project
}

// NewMachine returns the machine of a corridor that was read or compiled.
func NewMachine(c *Corridor) (*Machine, error) {
	m := &Machine{of: c, set: c.Model.Clone()}
	if err := m.readTargets(); err != nil {
		return nil, err
	}
	var err error
	if m.levers, err = leversOf(c.Levers, &c.Model); err != nil {
		return nil, err
	}
	m.stand = m.levers.usual()
	if m.with, err = newWorld(m.levers, &c.Labels, &c.Model); err != nil {
		return nil, err
	}
	m.classes, _ = classesOf(m.with.model)
	return m, nil
}

func (m *Machine) readTargets() error {
	defined := map[string]*tables.Expression{}
	for _, metric := range m.of.Metrics {
		e, err := tables.ParseExpression(metric.Expression, defined)
		if err != nil {
			return err
		}
		defined[metric.Name] = e
	}
	for _, t := range m.of.Targets {
		e, err := tables.ParseExpression(t.Metric, defined)
		if err != nil {
			return err
		}
		m.targets = append(m.targets, tables.Target{Name: t.Name, Title: t.Name, Metric: e, At: t.At, Threshold: t.Threshold, AtMost: t.AtMost})
	}
	return nil
}

// Levers puts the levers where they are to stand, by their values, and returns the corridor as it
// is then. It is the machine's own until they are moved again.
func (m *Machine) Levers(values []float64) (*model.Corridor, error) {
	to, err := m.levers.places(values)
	if err != nil {
		return nil, err
	}
	m.levers.move(&m.set, m.stand, to)
	return &m.set, m.set.ShareCosts(m.of.Shared)
}

// Result is what one position of all levers comes to. What is by year has a value for each year
// simulated; masses are in Mt.
type Result struct {
	Years    []sim.Figures    // the rows of annual.csv
	Capacity []float64        // by month, after it, Mt per year in mean weather, as capacity_mt of annual.csv is at the end of a year
	ByClass  [][]float64      // carried, by class in the order of Classes, as in classes.csv
	Load     [][]float64      // by segment: sums of the months of segments.csv
	Use      [][]float64      // by segment: load over capacity, NaN where there is none
	Held     [][]float64      // by segment: held back over the months, what waits counted in each
	Targets  []sim.Judgement  // without what they would be if no segment limited
	Worth    *economics.Worth // of all projects and measures that lie ahead, against none of them; nil where nothing is counted in money
	Gains    []float64        // of it by kind, as [sim.Gains] lists them; nil likewise
	Benefit  []float64        // by year, not discounted; nil likewise
	Cost     []float64
}

// Run moves the levers and simulates the expected future: every number has its own value, and
// hazards come to their means.
func (m *Machine) Run(values []float64) (*Result, error) {
	carried, err := m.carry(values)
	if err != nil {
		return nil, err
	}
	r := *carried.result
	return &r, m.appraise(carried, &r)
}

// Carry is Run without what the corridor is worth in money, which takes more futures: in Years
// the upkeep and net benefit are not those of these values, and the appraisal is not there.
func (m *Machine) Carry(values []float64) (*Result, error) {
	carried, err := m.carry(values)
	if err != nil {
		return nil, err
	}
	r := *carried.result
	return &r, nil
}

// Classes names the cargo classes of the corridor, in the order of classes.csv.
func (m *Machine) Classes() []string { return m.classes }

// Size is how many years, segments, cargo classes and targets a result speaks of.
func (m *Machine) Size() (years, segments, classes, targets int) {
	_, years = m.of.Model.Years()
	return years, len(m.of.Model.Segments), len(m.classes), len(m.targets)
}

// classesOf lists the classes, and of each flow its class, −1 of those that are not of the
// corridor.
func classesOf(m *model.Model) (names []string, of []int) {
	places := map[string]int{}
	for _, f := range m.Flows() {
		if f.Rival {
			of = append(of, -1)
			continue
		}
		i, known := places[f.Cargo]
		if !known {
			i = len(names)
			places[f.Cargo], names = i, append(names, f.Cargo)
		}
		of = append(of, i)
	}
	return names, of
}

// carry simulates the corridor with the levers at some values, unless it did so last.
func (m *Machine) carry(values []float64) (*carried, error) {
	to, err := m.levers.places(values)
	if err != nil {
		return nil, err
	}
	if m.last != nil && slices.Equal(m.last.at, to) {
		return m.last, nil
	}
	m.last = nil
	if err := m.with.move(to); err != nil {
		return nil, err
	}
	c := &carried{at: to, result: m.simulate(m.with)}
	if len(m.of.Shared) > 0 && m.with.corridor().Economics.Given {
		if c.shares, err = m.with.othersShares(); err != nil {
			return nil, err
		}
	}
	m.last = c
	return c, nil
}

// simulate takes down what a world carries.
func (m *Machine) simulate(w *world) *Result {
	r := &Result{}
	for _, t := range m.targets {
		r.Targets = append(r.Targets, sim.Unjudged(t))
	}
	monthly := m.monthly()
	b := newBook(w, r)
	for range w.corridor().Months {
		w.model.Step(w.state, w.month)
		b.add(w.month)
		capacity := w.model.YearlyCapacityMt(w.state, w.month)
		r.Capacity = append(r.Capacity, capacity)
		ends := w.corridor().EndsYear(w.month.Month)
		if !ends && !monthly {
			continue
		}
		capacities := w.accounts.CapacitiesOf(capacity, w.state, w.month)
		if monthly {
			rates := w.accounts.Rates(w.month, capacities)
			m.judge(r, w.month.Month, false, &rates)
		}
		if ends {
			b.endYear(capacities)
			m.judge(r, calendar.NewMonth(w.month.Month.Year(), 12), true, &r.Years[len(r.Years)-1])
		}
	}
	return r
}

// monthly reports whether a target asks for months.
func (m *Machine) monthly() bool {
	for i := range m.targets {
		if !m.targets[i].At.Yearly {
			return true
		}
	}
	return false
}

// judge looks at the targets that ask for a month, or for a year that ends with it.
func (m *Machine) judge(r *Result, at calendar.Month, yearly bool, figures *sim.Figures) {
	for i := range r.Targets {
		if j := &r.Targets[i]; j.Target.At.Yearly == yearly {
			j.Look(at, j.Target.Metric.Eval(figures.Of))
		}
	}
}

// appraise sets the corridor beside itself without the projects and measures that lie ahead, as
// corridor run does to say what they are worth.
func (m *Machine) appraise(last *carried, r *Result) error {
	if !m.with.corridor().Economics.Given {
		return nil
	}
	if last.shares != nil {
		m.with.share(m.of.Shared, last.shares)
		r.Years = m.with.figures()
	}
	none, err := m.bare(last)
	if err != nil {
		return err
	}
	terms := economics.TermsOf(m.with.corridor())
	nobody := sim.WorthOf(&terms, m.without.model, none)
	worth := sim.WorthOf(&terms, m.with.model, r.Years).Less(nobody)
	if math.IsNaN(worth.NPV()) {
		return nil // what a tonne is worth is not said
	}
	r.Worth = &worth
	r.Gains = gained(&terms, m.with.model, r.Years)
	for i, v := range gained(&terms, m.without.model, none) {
		r.Gains[i] -= v
	}
	for i := range r.Years {
		a, b := sim.FlowOf(&r.Years[i]), sim.FlowOf(&none[i])
		r.Benefit = append(r.Benefit, a.Benefit-b.Benefit)
		r.Cost = append(r.Cost, (a.Upkeep+a.Capital)-(b.Upkeep+b.Capital))
	}
	return nil
}

// bare simulates the corridor without what lies ahead.
func (m *Machine) bare(last *carried) ([]sim.Figures, error) {
	if m.without == nil {
		var err error
		if m.without, err = newWorld(m.levers, &m.of.Labels, &m.of.Model); err != nil {
			return nil, err
		}
	}
	if err := m.without.move(last.at); err != nil {
		return nil, err
	}
	if last.shares != nil {
		m.without.share(m.of.Shared, last.shares)
	}
	c := m.without.corridor()
	var ahead []int
	for i := range c.Projects {
		if !c.Projects[i].Disabled && c.Ahead(i) {
			ahead = append(ahead, i)
		}
	}
	m.without.without(ahead)
	return m.without.figures(), nil
}

// gained are the present values of what a plan gains by itself, by kind.
func gained(t *economics.Terms, m *model.Model, years []sim.Figures) []float64 {
	n := len(years) + 1
	all := make([]float64, len(sim.Gains)*n)
	sim.Gained(t, m, func(metric, year int) float64 { return years[year][metric] }, all)
	out := make([]float64, len(sim.Gains))
	for i := range out {
		out[i] = all[(i+1)*n-1]
	}
	return out
}

// Command is what gives the same result on the command line.
func (m *Machine) Command(values []float64) string {
	words := []string{"corridor", "run", m.of.Asked}
	var with, set []string
	for i := range m.of.Levers {
		p := m.of.Levers[i].At(values[i])
		with, set = append(with, p.With...), append(set, p.Set...)
	}
	if len(with) > 0 {
		words = append(words, "--with", strings.Join(with, ","))
	}
	for _, s := range set {
		words = append(words, "--set", s)
	}
	for i, w := range words {
		if strings.ContainsFunc(w, special) {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// special reports a letter that a shell may read otherwise.
func special(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./=+,:@%", r))
}
