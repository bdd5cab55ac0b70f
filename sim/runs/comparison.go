package runs

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/parts"
	"corridor/sim/tables"
)

// Comparison is scenarios side by side, the first the baseline, in the same futures.
type Comparison struct {
	Cells     []Cell
	Scenarios []*scenarios.Scenario // of the cells, by whose names they are called
	Sampling  Sampling              // of one draw for the expected futures

	baseline string // by the name of its results
	name     string

	Ensemble *ensemble.Ensemble // when it has been checked

	// When it has been done.
	Futures       *ensemble.Tally
	Findings      *tables.Table       // of futures that were drawn; nil of the expected ones
	Outlays       [][]findings.Outlay // by scenario and year, in the expected futures
	Contributions *tables.Table       // of the expected futures
	Breakdown     *tables.Table       // of futures that were drawn; nil of the expected ones
}

// NewComparison loads scenarios, each with what is its own, and puts overlays and values
// on top of all.
func NewComparison(ctx context.Context, words, with, set []string, of Sampling) (*Comparison, error) {
	p := &Comparison{Sampling: of}
	var names []string
	for _, word := range words {
		r, err := scenarios.ParseRequest(word)
		if err != nil {
			return nil, err
		}
		asked := RecordedWord(word)
		name := cmp.Or(r.Name, asked)
		if slices.ContainsFunc(p.Cells, func(c Cell) bool { return c.Name == name }) {
			return nil, misusedf("%s is given twice", name)
		}
		s, err := Load(ctx, r.And(with, set))
		if err != nil {
			return nil, err
		}
		names = append(names, s.Name)
		s.Name = name // as it is asked for, or the name given to it, which tells all of them apart
		cell := NewCell(s, name)
		if name != asked {
			cell.Asked = asked
		}
		p.Scenarios, p.Cells = append(p.Scenarios, s), append(p.Cells, cell)
	}
	kind := "-compare-"
	if of.Draws > 1 {
		kind += "futures-"
	}
	p.baseline = names[0]
	p.name = scenarios.FileName(names[0]+kind+strings.Join(names[1:], ","), LongestName)
	return p, nil
}

// Name names the baseline, and what is compared with it.
func (p *Comparison) Name() string { return p.name }

// check finds the futures to be compared. A single pair is that of the expected values.
func (p *Comparison) check() error {
	e := &ensemble.Ensemble{
		Design: p.Sampling.Design, Replicates: p.Sampling.Replicates, Seed: p.Sampling.Seed, Draws: p.Sampling.Draws,
		Workers: 1, Expected: p.Sampling.Draws == 1,
	}
	for i, s := range p.Scenarios {
		e.Alternatives = append(e.Alternatives, s.Alternative(p.Cells[i].Name))
	}
	p.call(e.Alternatives)
	if !e.Expected && !slices.ContainsFunc(p.Scenarios, Uncertain) {
		return invalidf("none of the scenarios has uncertainties or hazards, so all draws are the same: leave --draws out")
	}
	p.Ensemble = e
	for i := range e.Alternatives[1:] {
		shareAs(&e.Alternatives[0].Corridor, &e.Alternatives[i+1].Corridor)
	}
	if err := invalid(e.Check()); err != nil {
		return err
	}
	return onePriceYear(p.Scenarios)
}

// call names the alternatives for readers: by the name that was given, or the title of the
// scenario with what is changed of it, unless it is changed of them all alike, which tells none
// from another.
func (p *Comparison) call(alternatives []ensemble.Alternative) {
	alike := !slices.ContainsFunc(p.Scenarios, func(s *scenarios.Scenario) bool { return s.Variant != p.Scenarios[0].Variant })
	for i, s := range p.Scenarios {
		switch {
		case p.Cells[i].Asked != "":
			alternatives[i].Title = p.Cells[i].Name
		case alike:
			alternatives[i].Title = s.Title
		}
	}
}

// shareAs gives works that go ahead in a baseline and beside it the corridor's part that they have
// in the baseline. What else is built changes who uses them, but no cost, and what is compared
// would have to pay for others.
func shareAs(baseline, c *model.Corridor) {
	c.Projects = slices.Clone(c.Projects)
	for i := range c.Projects {
		p := &c.Projects[i]
		j := slices.IndexFunc(baseline.Projects, func(q model.Project) bool { return q.Name == p.Name })
		if j >= 0 && !p.Disabled && !baseline.Projects[j].Disabled {
			p.OthersShare = baseline.Projects[j].OthersShare
		}
	}
}

// onePriceYear returns an error for scenarios whose money is of different years, and cannot be set
// side by side. One that says nothing of it has that of the others.
func onePriceYear(list []*scenarios.Scenario) error {
	var first *scenarios.Scenario
	for _, s := range list {
		if !s.Corridor.Economics.Given {
			continue
		}
		if first == nil {
			first = s
		}
		if a, b := first.Corridor.Discounting.PriceYear, s.Corridor.Discounting.PriceYear; a != b {
			return invalidf("the money of %s is of %d and that of %s of %d (economics.price_year), so that it cannot be compared", first.Name, a, s.Name, b)
		}
	}
	return nil
}

func (p *Comparison) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindComparison, p.baseline, p.Cells
	m.Draws = 1
	if p.Sampling.Draws > 1 {
		p.Sampling.enter(m)
	}
}

func (p *Comparison) do(ctx context.Context, by *means) (*results, error) {
	e := p.Ensemble
	e.Workers = by.workers
	var effective strings.Builder
	for _, c := range p.Cells {
		fmt.Fprintf(&effective, "# %s\n%s\n", c.Name, c.Scenario)
	}
	f, err := by.simulate(ctx, job{ensemble: e, scenario: effective.String()})
	if err != nil {
		return nil, err
	}
	p.Futures = f
	list, err := comparisonTables(ctx, e, f)
	if err != nil {
		return nil, err
	}
	if money := e.Economics(f); money != nil {
		list = append(list, money)
	}
	tallies, err := p.expect(ctx)
	if err != nil {
		return nil, err
	}
	list = append(list, p.Contributions)
	if p.Breakdown = nil; !e.Expected {
		by.stage("taking the differences apart")
		if p.Breakdown, err = p.breakdown(ctx, tallies, f.Done()); err != nil {
			return nil, err
		}
		p.Findings = e.PairFindings(f, func(alternative, year int) bool {
			first, _ := e.Alternatives[alternative].Corridor.Years()
			return p.Outlays[alternative][year-first].PerTonne()
		})
		for i := range e.Alternatives {
			p.Findings.AppendAll(e.Findings(f, i))
		}
		list = append(list, p.Findings, p.Breakdown)
	}
	described := Describe(p.Scenarios[0], list, p.Scenarios[1:]...)
	for _, other := range p.Scenarios[1:] {
		translate(described, other.Translations(), other.Title, other.Heading())
	}
	if e.Expected {
		return &results{described: described}, nil
	}
	described.Seed = &e.Seed
	return &results{described: described, enter: func(m *Manifest) { m.drawn(e, f, 0) }}, nil
}

// expect simulates the expected future of each scenario, and finds what it has cost by the end
// of each year, and what each part of it is other than in the baseline.
func (p *Comparison) expect(ctx context.Context) (tallies []*parts.Tally, err error) {
	p.Outlays, p.Contributions = nil, tables.New(tables.Contributions)
	for i := range p.Ensemble.Alternatives {
		a := &p.Ensemble.Alternatives[i]
		var tally *parts.Tally
		run := a.Run
		run.Wanted = []tables.Described{tables.Spending, tables.Projects}
		words := wordsOf(p.Scenarios[i])
		run.Watch = func(m *model.Model) func(*model.Outcome) {
			tally = parts.New(m, words)
			return tally.Add
		}
		r, err := run.RunContext(ctx)
		if err != nil {
			return nil, err
		}
		if tallies = append(tallies, tally); i > 0 {
			tallies[0].Contributions(p.Contributions, p.Ensemble.Alternatives[0].Name, a.Name, tally)
		}
		p.Outlays = append(p.Outlays, outlaysOf(r, &a.Corridor))
	}
	return tallies, nil
}

// Parts lists the parts of all scenarios in a dimension, each once.
func (p *Comparison) Parts(of parts.Dimension) (list []parts.Part) {
	for _, s := range p.Scenarios {
		for _, part := range parts.List(of, &s.Corridor, wordsOf(s)) {
			if !slices.ContainsFunc(list, func(q parts.Part) bool { return q.Name == part.Name }) {
				list = append(list, part)
			}
		}
	}
	return list
}

func wordsOf(s *scenarios.Scenario) *parts.Words {
	return &parts.Words{Labels: s.Labels, Countries: s.Countries}
}

// outlaysOf says what a scenario has cost by the end of each year.
func outlaysOf(r *sim.Result, c *model.Corridor) (byYear []findings.Outlay) {
	first, years := c.Years()
	for year := range years {
		byYear = append(byYear, findings.OutlayOf(r.Spending, r.Projects, first+year))
	}
	return byYear
}

func comparisonTables(ctx context.Context, e *ensemble.Ensemble, f *ensemble.Tally) ([]*tables.Table, error) {
	chances, failures := tables.New(tables.Chances), tables.New(tables.Failures)
	for i := range e.Alternatives {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, t := range e.Tables(f, i, 0.01) {
			switch t.Schema {
			case tables.Chances.Schema:
				chances.AppendAll(t)
			case tables.Failures.Schema:
				failures.AppendAll(t)
			}
		}
	}
	list := []*tables.Table{e.Differences(f), chances}
	if failures.Len() > 0 {
		list = append(list, failures)
	}
	return list, nil
}
