package runs

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim"
	"corridor/sim/appraisal"
	"corridor/sim/ensemble"
	"corridor/sim/evidence"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Appraisal is what each project and measure of a scenario brings.
type Appraisal struct {
	Scenario *scenarios.Scenario
	Draws    uint64
	Seed     uint64
	Orders   uint64 // of the projects, by draw; 0 for the usual number
	Years    []int  // shown one by one; none for those that summaries show
	// Of are the projects and measures, by name, or packages of them, as harbours=aktau-hub,alat-1;
	// none for all of them.
	Of []string

	question *appraisal.Question // when it has been checked

	Answer *appraisal.Answer // when it has been done
}

// UsualOrders are those of a draw of an appraisal that says nothing else: one and its reverse.
const UsualOrders, MostOrders = 2, 1000

// LeastAppraised is the least number of draws of an appraisal, which states intervals.
const LeastAppraised = 10

// mostMemory bounds what the rows of an appraisal take, in bytes.
const mostMemory = 4 << 30

// Name is that of the scenario's appraisal.
func (p *Appraisal) Name() string { return p.Scenario.Name + "-appraisal" }

func (p *Appraisal) check() error {
	run := p.Scenario.Run()
	if err := simulated(&run, p.Years); err != nil {
		return err
	}
	switch {
	case p.Draws < LeastAppraised:
		return invalidf("%s too few for intervals, expected at least %d", tables.Counted(p.Draws, "draw is", "draws are"), LeastAppraised)
	case p.Orders%2 == 1 || p.Orders > MostOrders:
		return invalidf("%d orders, expected an even number up to %d: each comes with its reverse", p.Orders, MostOrders)
	}
	futures := &ensemble.Ensemble{
		Alternatives: []ensemble.Alternative{p.Scenario.Alternative(p.Scenario.Name)},
		Seed:         p.Seed, Draws: p.Draws, Workers: 1, Expected: !Uncertain(p.Scenario), // then the orders alone are drawn
	}
	if err := futures.Check(); err != nil {
		return invalid(err)
	}
	players, err := p.players()
	if err != nil {
		return err
	}
	p.question = &appraisal.Question{Run: run, Futures: futures, Players: players, Years: p.Years, Orders: int(p.Orders)}
	if p.Orders == 0 {
		p.question.Orders = UsualOrders
	}
	if len(p.Years) == 0 {
		p.question.Years = evidence.Years(&run)
	}
	if row := uint64(p.question.Columns()) * 8; p.Draws > mostMemory/row {
		return invalidf("%d draws of %s would take %d GB of memory, expected at most %d draws", p.Draws, tables.Counted(uint64(len(players)), "project"), p.Draws*row>>30, mostMemory/row)
	}
	return nil
}

// simulated returns an error for years that a run does not simulate.
func simulated(run *sim.Run, years []int) error {
	start, n := run.Corridor.Years()
	for _, year := range years {
		if year < start || year >= start+n {
			return invalidf("the year %d is not simulated, expected one from %d to %d", year, start, start+n-1)
		}
	}
	return nil
}

// players lists what is appraised: what was asked for, or all that go ahead and do not serve
// before the first month.
func (p *Appraisal) players() (list []appraisal.Player, err error) {
	c := &p.Scenario.Corridor
	var names []string // that can be asked for
	places := map[string]int{}
	for i := range c.Projects {
		if q := &c.Projects[i]; !q.Disabled {
			names = append(names, q.Name)
			places[q.Name] = i
		}
	}
	if len(names) == 0 {
		return nil, misusedf("%s has no projects or measures that go ahead", p.Scenario.Name)
	}
	if len(p.Of) == 0 {
		for _, name := range names {
			if i := places[name]; c.Ahead(i) {
				list = append(list, p.player("", []int{i}))
			}
		}
		if len(list) == 0 {
			return nil, misusedf("all projects of %s serve before the first month simulated, and there is nothing to appraise", p.Scenario.Name)
		}
		return list, nil
	}
	in := map[string]string{}
	for _, asked := range p.Of {
		called, members, packaged := strings.Cut(asked, "=")
		if !packaged {
			called, members = "", asked
		}
		var of []int
		for name := range strings.SplitSeq(members, ",") {
			i, found := places[name]
			if !found && slices.ContainsFunc(c.Projects, func(q model.Project) bool { return q.Name == name }) {
				return nil, invalidf("%s does not go ahead in %s: its enabled is false", name, p.Scenario.Name)
			}
			if !found {
				return nil, invalidf("%s has no project or measure %q that goes ahead%s", p.Scenario.Name, text.Short(name), text.DidYouMean(name, names))
			}
			if before, twice := in[name]; twice {
				return nil, invalidf("%s is in %q and in %q, expected once", name, text.Short(before), text.Short(asked))
			}
			in[name] = asked
			of = append(of, i)
		}
		list = append(list, p.player(called, of))
	}
	for i := range list {
		if slices.ContainsFunc(list[:i], func(q appraisal.Player) bool { return q.Name == list[i].Name }) {
			return nil, invalidf("%q is appraised twice", text.Short(list[i].Name))
		}
	}
	return list, nil
}

// AppraisedBy is what projects can be taken together by.
var AppraisedBy = []string{"kind", "class", "country"}

// Alike lists packages of the projects of a scenario that are to be appraised, of those that
// have a label in common. One that has no label stands for itself.
func Alike(s *scenarios.Scenario, by string) (of []string) {
	places := map[string]int{} // in of
	for i := range s.Corridor.Projects {
		p := &s.Corridor.Projects[i]
		if p.Disabled || !s.Corridor.Ahead(i) {
			continue
		}
		l := s.Labels.Projects[p.Name]
		label := map[string]string{"kind": l.Kind, "class": l.Class, "country": l.Country}[by]
		at, met := places[label]
		switch {
		case label == "":
			of = append(of, p.Name)
		case met:
			of[at] += "," + p.Name
		default:
			places[label] = len(of)
			of = append(of, label+"="+p.Name)
		}
	}
	return of
}

// player describes a project, or a package of some under a name.
func (p *Appraisal) player(called string, of []int) appraisal.Player {
	labels := &p.Scenario.Labels
	first := p.Scenario.Corridor.Projects[of[0]].Name
	l := labels.Projects[first]
	q := appraisal.Player{Name: called, Title: called, Kind: l.Kind, Class: l.Class, Country: l.Country, Soft: true, Projects: of}
	if called == "" {
		q.Name, q.Title = first, labels.Project(first)
	}
	common := func(own *string, of string) {
		if *own != of {
			*own = ""
		}
	}
	for _, i := range of {
		l := labels.Projects[p.Scenario.Corridor.Projects[i].Name]
		common(&q.Kind, l.Kind)
		common(&q.Class, l.Class)
		common(&q.Country, l.Country)
		q.Soft = q.Soft && l.Soft
	}
	return q
}

func (p *Appraisal) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindAppraisal, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Seed, m.Draws, m.Design, m.Years, m.Orders, m.Of = &p.Seed, p.Draws, random.MonteCarlo, p.Years, p.Orders, p.Of
}

// Futures is how many futures the appraisal simulates, once it has been checked.
func (p *Appraisal) Futures() uint64 { return p.Draws * uint64(p.question.FuturesByDraw()) }

func (p *Appraisal) do(ctx context.Context, by *means) (*results, error) {
	q := p.question
	q.Futures.Workers = by.workers
	var err error
	var end func()
	q.Journal, q.Progress, end, err = by.keep(task{
		scenario: p.Scenario, seed: p.Seed, rows: int(p.Draws), of: "draws",
		question: fmt.Sprintf("appraisal of %s, %d orders, years %v", cmp.Or(strings.Join(p.Of, " "), "all"), q.Orders, q.Years),
	})
	if err != nil {
		return nil, err
	}
	defer end()
	if p.Answer, err = q.Answer(ctx); err != nil {
		return nil, err
	}
	described := Describe(p.Scenario, []*tables.Table{p.Answer.Ranking, p.Answer.Together, p.Answer.Appraisal})
	described.Seed = &p.Seed
	return &results{described: described}, nil
}
