package explorer

import (
	"fmt"
	"math"
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
	set     *model.Corridor // the corridor with the levers where they stand
	asItIs  []Move          // every number that a lever moves, as the scenario has it
	shocks  int             // of the scenario
	classes []string
	targets []tables.Target
	drawn   []random.Distribution // nil until they are asked for
}

// NewMachine returns the machine of a corridor that was read or compiled.
func NewMachine(c *Corridor) (*Machine, error) {
	set := c.Model.Clone()
	m := &Machine{of: c, set: &set, shocks: len(set.Shocks)}
	defined := map[string]*tables.Expression{}
	for _, metric := range c.Metrics {
		e, err := tables.ParseExpression(metric.Expression, defined)
		if err != nil {
			return nil, err
		}
		defined[metric.Name] = e
	}
	for _, t := range c.Targets {
		e, err := tables.ParseExpression(t.Metric, defined)
		if err != nil {
			return nil, err
		}
		m.targets = append(m.targets, tables.Target{Name: t.Name, Title: t.Name, Metric: e, At: t.At, Threshold: t.Threshold, AtMost: t.AtMost})
	}
	for i := range c.Levers {
		l := &c.Levers[i]
		if l.As < 0 || l.As >= len(l.Positions) {
			return nil, fmt.Errorf("the lever %s has no position that is the scenario's", l.Name)
		}
		for j := range l.Positions {
			for _, move := range l.Positions[j].Moves {
				if !move.At.leads(m.set) {
					return nil, fmt.Errorf("the lever %s moves what is not there", l.Name)
				}
				m.asItIs = append(m.asItIs, Move{move.At, move.At.Get(m.set)})
			}
		}
	}
	laid, err := model.New(c.Model)
	if err != nil {
		return nil, err
	}
	classes, _ := classesOf(laid)
	m.classes = classes
	return m, nil
}

// Levers puts the levers where they are to stand, by their values, and returns the corridor as it
// is then. It is the machine's own until they are moved again.
func (m *Machine) Levers(values []float64) (*model.Corridor, error) {
	c, err := m.move(values)
	if err != nil {
		return nil, err
	}
	return c, c.ShareCosts(m.of.Shared)
}

// move moves the levers, but for what others bear of what projects cost.
func (m *Machine) move(values []float64) (*model.Corridor, error) {
	if len(values) != len(m.of.Levers) {
		return nil, fmt.Errorf("%d values of %d levers", len(values), len(m.of.Levers))
	}
	for _, move := range m.asItIs {
		move.At.Set(m.set, move.To)
	}
	m.set.Shocks = m.set.Shocks[:m.shocks]
	for i := range m.of.Levers {
		p := m.of.Levers[i].At(values[i])
		for _, move := range p.Moves {
			move.At.Set(m.set, move.To)
		}
		m.set.Shocks = append(m.set.Shocks[:len(m.set.Shocks):len(m.set.Shocks)], p.Shocks...)
	}
	return m.set, nil
}

// Result is what one position of all levers comes to. What is by year has a value for each year
// simulated; masses are in Mt.
type Result struct {
	Years   []sim.Figures    // the rows of annual.csv
	ByClass [][]float64      // carried, by class in the order of Classes, as in classes.csv
	Load    [][]float64      // by segment: sums of the months of segments.csv
	Use     [][]float64      // by segment: load over capacity, NaN where there is none
	Held    [][]float64      // by segment: held back over the months, what waits counted in each
	Targets []sim.Judgement  // without what they would be if no segment limited
	Worth   *economics.Worth // of all projects and measures that lie ahead, against none of them; nil where nothing is counted in money
	Gains   []float64        // of it by kind, as [sim.Gains] lists them; nil likewise
	Benefit []float64        // by year, not discounted; nil likewise
	Cost    []float64
}

// Run moves the levers and simulates the expected future: every number has its own value, and
// hazards come to their means.
func (m *Machine) Run(values []float64) (*Result, error) {
	c, err := m.Levers(values)
	if err != nil {
		return nil, err
	}
	r, with, err := m.future(c)
	if err != nil {
		return nil, err
	}
	return r, m.appraise(c, with, r)
}

// Carry is Run without what the corridor is worth in money, which takes two futures more: in Years
// the upkeep and net benefit are not those of these values, and the appraisal is not there.
func (m *Machine) Carry(values []float64) (*Result, error) {
	c, err := m.move(values)
	if err != nil {
		return nil, err
	}
	r, _, err := m.future(c)
	return r, err
}

// Classes names the cargo classes of the corridor, in the order of classes.csv.
func (m *Machine) Classes() []string { return m.classes }

// Size is how many years, segments, cargo classes and targets a result speaks of.
func (m *Machine) Size() (years, segments, classes, targets int) {
	_, years = m.set.Years()
	return years, len(m.set.Segments), len(m.classes), len(m.targets)
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

// future simulates the corridor, and takes down what it carries.
func (m *Machine) future(c *model.Corridor) (*Result, *model.Model, error) {
	laid, err := model.New(*c)
	if err != nil {
		return nil, nil, err
	}
	r := &Result{}
	for _, t := range m.targets {
		r.Targets = append(r.Targets, sim.Unjudged(t))
	}
	monthly := m.monthly()
	b := newBook(laid, &m.of.Labels, r)
	state, out := laid.NewState(), laid.NewOutcome()
	for range c.Months {
		laid.Step(state, out)
		b.add(out)
		ends := c.EndsYear(out.Month)
		if !ends && !monthly {
			continue
		}
		capacities := b.accounts.Capacities(state, out)
		if monthly {
			rates := b.accounts.Rates(out, capacities)
			m.judge(r, out.Month, false, &rates)
		}
		if ends {
			b.endYear(capacities)
			m.judge(r, calendar.NewMonth(out.Month.Year(), 12), true, &r.Years[len(r.Years)-1])
		}
	}
	return r, laid, nil
}

// bare simulates the corridor for the figures of its years alone.
func (m *Machine) bare(c *model.Corridor) (*model.Model, []sim.Figures, error) {
	laid, err := model.New(*c)
	if err != nil {
		return nil, nil, err
	}
	accounts := sim.NewAccounts(laid, &m.of.Labels)
	state, out := laid.NewState(), laid.NewTotals()
	var years []sim.Figures
	for range c.Months {
		laid.Step(state, out)
		accounts.Add(out)
		if c.EndsYear(out.Month) {
			years = append(years, accounts.EndYear(accounts.Capacities(state, out)))
		}
	}
	return laid, years, nil
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
func (m *Machine) appraise(c *model.Corridor, with *model.Model, r *Result) error {
	if !c.Economics.Given {
		return nil
	}
	var ahead []int
	for i := range c.Projects {
		if !c.Projects[i].Disabled && c.Ahead(i) {
			ahead = append(ahead, i)
			c.Projects[i].Disabled = true
		}
	}
	without, none, err := m.bare(c)
	if err != nil {
		return err
	}
	terms := economics.TermsOf(c)
	nobody := sim.WorthOf(&terms, without, none)
	for _, i := range ahead {
		c.Projects[i].Disabled = false
	}
	worth := sim.WorthOf(&terms, with, r.Years).Less(nobody)
	if math.IsNaN(worth.NPV()) {
		return nil // what a tonne is worth is not said
	}
	r.Worth = &worth
	r.Gains = gained(&terms, with, r.Years)
	for i, v := range gained(&terms, without, none) {
		r.Gains[i] -= v
	}
	for i := range r.Years {
		a, b := sim.FlowOf(&r.Years[i]), sim.FlowOf(&none[i])
		r.Benefit = append(r.Benefit, a.Benefit-b.Benefit)
		r.Cost = append(r.Cost, (a.Upkeep+a.Capital)-(b.Upkeep+b.Capital))
	}
	return nil
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
