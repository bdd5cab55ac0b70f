package runs

import (
	"context"
	"errors"
	"fmt"

	"corridor/scenarios"
	"corridor/sim/expect"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/sheet"
)

// Check judges what scenarios expect of their results. It writes none.
type Check struct {
	Scenarios []*scenarios.Scenario
	Draws     uint64 // futures for checks that are to hold in a share of them; 0 to leave these unasked
	Seed      uint64
}

// Checked is a check with what became of it.
type Checked struct {
	Scenario *scenarios.Scenario
	scenarios.Expectation
	expect.Verdict
}

// Judge judges the checks of all scenarios, in their order. Each future of each scenario is run
// once, however many checks ask for it.
func (c *Check) Judge(ctx context.Context, how *How) ([]Checked, error) {
	all := newExpected()
	if err := all.read(ctx, c.Scenarios); err != nil {
		return nil, err
	}
	for _, s := range c.Scenarios {
		all.ask(s)
	}
	for _, a := range all.list {
		var err error
		if a.found, err = expect.Observe(ctx, a.scenario.Run(), a.asks); err != nil {
			return nil, fmt.Errorf("%s: %w", a.scenario.Name, err)
		}
	}
	var out []Checked
	for _, s := range c.Scenarios {
		held, err := c.drawn(ctx, s, how)
		if err != nil {
			return nil, err
		}
		for i, e := range s.Expectations {
			checked := Checked{Scenario: s, Expectation: e}
			switch {
			case e.Drawn() && c.Draws > 0 && !Uncertain(s):
				checked.Verdict = e.JudgeCertain(held[i] > 0)
			case e.Drawn() && c.Draws > 0:
				checked.Verdict = e.JudgeDrawn(held[i], c.Draws)
			default:
				checked.Verdict = e.Judge(func(scenario string, a expect.Ask) float64 { return all.of(s, scenario).found.Of(a) })
			}
			out = append(out, checked)
		}
	}
	return out, nil
}

// asking is what the checks ask of the expected future of a scenario.
type asking struct {
	scenario *scenarios.Scenario
	asks     []expect.Ask
	found    expect.Observed
}

// expected are the expected futures that are asked, each once.
type expected struct {
	list  []*asking
	by    map[string]*asking             // by the text of the scenario
	named map[string]*scenarios.Scenario // those that checks compare with
}

func newExpected() *expected {
	return &expected{by: map[string]*asking{}, named: map[string]*scenarios.Scenario{}}
}

// Compared returns as mistakes what scenarios are compared with by their checks and cannot be read.
func Compared(ctx context.Context, list ...*scenarios.Scenario) error {
	return newExpected().read(ctx, list)
}

// read reads the scenarios that checks compare with, each once. Of those that cannot be read every
// check is told, and what is wrong in them once.
func (x *expected) read(ctx context.Context, list []*scenarios.Scenario) error {
	all, unread := &scenarios.Error{}, map[string]*scenarios.Error{}
	for _, s := range list {
		for _, e := range s.Expectations {
			for _, name := range e.Scenarios() {
				if x.named[name] != nil {
					continue
				}
				wrong, again := unread[name]
				if !again {
					other, err := Load(ctx, scenarios.Request{Scenario: name})
					if !errors.As(err, &wrong) {
						if err != nil {
							return err
						}
						x.named[name] = other
						continue
					}
					unread[name] = wrong
				}
				all.Diagnostics = append(all.Diagnostics, about(&e, wrong, again)...)
			}
		}
	}
	if len(all.Diagnostics) > 0 {
		return all
	}
	return nil
}

// about says of which check another scenario cannot be read: of a file that is not there in one
// message, of another with the mistakes in it, unless they have been told.
func about(e *scenarios.Expectation, wrong *scenarios.Error, told bool) []scenarios.Diagnostic {
	d := scenarios.Diagnostic{Position: e.Place, Message: "the scenario that this is compared with cannot be read"}
	if only := wrong.Diagnostics[0]; len(wrong.Diagnostics) == 1 && only.Line == 0 {
		d.Message += ": " + only.Message
		return []scenarios.Diagnostic{d}
	}
	if told {
		return []scenarios.Diagnostic{d}
	}
	return append([]scenarios.Diagnostic{d}, wrong.Diagnostics...)
}

// ask takes down what the checks of a scenario ask of it and of those they compare it with.
func (x *expected) ask(s *scenarios.Scenario) {
	for _, e := range s.Expectations {
		if e.Drawn() {
			continue
		}
		x.add(s, e.Asks(""))
		for _, name := range e.Scenarios() {
			x.add(x.named[name], e.Asks(name))
		}
	}
}

func (x *expected) add(s *scenarios.Scenario, asks []expect.Ask) {
	a := x.by[s.Effective()]
	if a == nil {
		a = &asking{scenario: s}
		x.list, x.by[s.Effective()] = append(x.list, a), a
	}
	a.asks = append(a.asks, asks...)
}

// of is what was asked of a scenario, or of one that its checks compare it with.
func (x *expected) of(s *scenarios.Scenario, name string) *asking {
	if name != "" {
		s = x.named[name]
	}
	return x.by[s.Effective()]
}

// drawn counts in how many futures the checks that are of many hold, by their places among those
// of the scenario.
func (c *Check) drawn(ctx context.Context, s *scenarios.Scenario, how *How) ([]uint64, error) {
	held := make([]uint64, len(s.Expectations))
	var places []int
	var asks []expect.Ask
	for i, e := range s.Expectations {
		if e.Drawn() {
			places, asks = append(places, i), append(asks, e.Asks("")...)
		}
	}
	if len(places) == 0 || c.Draws == 0 {
		return held, nil
	}
	if !Uncertain(s) {
		return c.certain(ctx, s, places, asks)
	}
	futures, err := c.futures(ctx, s, asks)
	if err != nil {
		return nil, err
	}
	rows := &sheet.Sheet{Rows: int(c.Draws), Columns: len(places), Workers: how.Workers}
	if how.Progress != nil {
		show, end := how.Progress(c.Draws, 0)
		defer end()
		rows.Progress = func(done int) { show(uint64(done)) }
	}
	rows.New = func() (sheet.Row, error) {
		observe, err := futures()
		if err != nil {
			return nil, err
		}
		return func(draw int, out []float64) error {
			found, err := observe(uint64(draw))
			if err != nil {
				return err
			}
			for i, place := range places {
				out[i] = 0
				if holds, known := s.Expectations[place].Holds(func(_ string, a expect.Ask) float64 { return found.Of(a) }); holds && known {
					out[i] = 1
				}
			}
			return nil
		}, nil
	}
	filled, err := rows.Fill(ctx)
	for _, row := range filled {
		for i, place := range places {
			held[place] += uint64(row[i])
		}
	}
	return held, err
}

// certain asks the only future of a scenario of which nothing is uncertain.
func (c *Check) certain(ctx context.Context, s *scenarios.Scenario, places []int, asks []expect.Ask) ([]uint64, error) {
	held := make([]uint64, len(s.Expectations))
	found, err := expect.Observe(ctx, s.Run(), asks)
	if err != nil {
		return nil, err
	}
	for _, place := range places {
		if holds, known := s.Expectations[place].Holds(func(_ string, a expect.Ask) float64 { return found.Of(a) }); holds && known {
			held[place] = 1
		}
	}
	return held, nil
}

// futures returns what makes observers of draws, each for one worker: a probe where only the
// corridor as a whole is asked, which is many times as fast as whole runs.
func (c *Check) futures(ctx context.Context, s *scenarios.Scenario, asks []expect.Ask) (func() (observer, error), error) {
	of := Sampling{Draws: c.Draws, Seed: c.Seed, Design: random.MonteCarlo, Replicates: random.Replicates}
	e, err := of.futures(s, false)
	if err != nil {
		return nil, err
	}
	targets, whole := expect.Targets(asks)
	if !whole {
		return func() (observer, error) {
			return func(draw uint64) (expect.Observed, error) {
				d, err := e.Draw(draw)
				if err != nil {
					return nil, err
				}
				return expect.Observe(ctx, d.Run, asks)
			}, nil
		}, nil
	}
	return func() (observer, error) {
		future, err := probe.New(e, targets)
		if err != nil {
			return nil, err
		}
		out := make([]float64, len(targets))
		return func(draw uint64) (expect.Observed, error) {
			future.Draw(draw, nil, out)
			return expect.Found(asks, out), nil
		}, nil
	}, nil
}

// observer looks at one draw after the other.
type observer func(draw uint64) (expect.Observed, error)
