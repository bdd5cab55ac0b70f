package runs

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/evidence"
	"corridor/sim/journal"
	"corridor/sim/sensitivity"
	"corridor/sim/sheet"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// Sensitivity is which uncertainties of a scenario matter for some metrics, and how much.
type Sensitivity struct {
	Scenario *scenarios.Scenario
	Sampling Sampling // draws are the futures to simulate at most; the design is that of given ones
	Method   string   // one of SensitivityMethods
	Metrics  []string // asked for as Asked reads them; none for the targets, and headline metrics by year
	Groups   []string // NAME=PATTERN,PATTERN of uncertainties that are one input

	// OfKept says that the draws are those of an ensemble that kept them, which has years only.
	// Without Kept they are simulated again, which comes to the same.
	OfKept bool
	Kept   *KeptDraws

	asked   []tables.Target
	inputs  []sensitivityInput
	futures *ensemble.Ensemble // when it has been checked
	budget  sensitivityBudget

	// When it has been done.
	Table  *tables.Table
	Cost   string   // what was simulated, in words
	Unsaid []Unsaid // of what was asked
}

// Unsaid is a metric that no input matters for.
type Unsaid struct {
	tables.Target
	Value   float64 // in all futures; NaN where it varies in too few of them, or has no value
	Futures int     // in which it has one
}

// Sentence says why.
func (u *Unsaid) Sentence() string {
	switch {
	case u.Futures == 0:
		return u.Title + " has no value in any of these futures."
	case math.IsNaN(u.Value):
		return fmt.Sprintf("%s has a value in %s, too few to tell.", u.Title, tables.Counted(uint64(u.Futures), "future"))
	}
	return fmt.Sprintf("%s is the same in all of them: %s.", u.Title, tables.Rounded(u.Value, 4))
}

// SensitivityMethods are the ways to reckon it.
func SensitivityMethods() []string {
	return []string{tables.SobolMethod, tables.MorrisMethod, tables.GivenMethod}
}

// Name is that of the scenario's sensitivity.
func (p *Sensitivity) Name() string { return p.Scenario.Name + "-sensitivity" }

func (p *Sensitivity) check() (err error) {
	if p.futures, err = p.Sampling.futures(p.Scenario, false); err != nil {
		return err
	}
	if p.asked, err = p.questions(); err != nil {
		return err
	}
	if p.inputs, err = sensitivityInputs(p.Scenario, p.Groups); err != nil {
		return err
	}
	row := uint64(len(p.asked)) * 16
	if p.Method == tables.GivenMethod {
		row += uint64(len(p.futures.Alternatives[0].Inputs())) * 16
	}
	if p.Sampling.Draws > mostMemory/row {
		return invalidf("%d draws and %s would take %d GB of memory, expected at most %d draws", p.Sampling.Draws, tables.Counted(uint64(len(p.asked)), "metric"), p.Sampling.Draws*row>>30, mostMemory/row)
	}
	switch p.Method {
	case tables.GivenMethod:
		if len(p.futures.Alternatives[0].Inputs()) == 0 {
			return invalidf("nothing is uncertain in %s but hazards, and they are no inputs of draws that are there: --method sobol has them as one", p.Scenario.Name)
		}
		if p.Sampling.Draws < sensitivity.LeastDraws {
			return invalidf("%s too few for indices of draws that are given, expected at least %d", tables.Counted(p.Sampling.Draws, "draw is", "draws are"), sensitivity.LeastDraws)
		}
		return nil
	case tables.MorrisMethod, tables.SobolMethod:
		p.budget, err = newSensitivityBudget(p.Method, p.Sampling.Draws, len(p.inputs))
		return err
	}
	return invalidf("there is no method %q, expected one of %s", p.Method, strings.Join(SensitivityMethods(), ", "))
}

// questions are what is asked of every future.
func (p *Sensitivity) questions() (list []tables.Target, err error) {
	if len(p.Metrics) > 0 {
		for _, what := range p.Metrics {
			t, err := Asked(p.Scenario, what)
			if err != nil {
				return nil, err
			}
			if p.OfKept && !t.At.Yearly {
				return nil, invalidf("%s is asked for %s, and kept draws have years only: simulate it, without --of", t.Metric, t.At)
			}
			list = append(list, t)
		}
		return list, nil
	}
	run := p.Scenario.Run()
	start, n := run.Corridor.Years()
	var years []int
	for year := range n {
		years = append(years, start+year)
	}
	if p.Method == tables.GivenMethod { // which takes long of many
		years = evidence.Years(&run)
	}
	for _, h := range evidence.Headlines(&run, years) {
		if !h.Judged {
			h.Name = h.Metric.String() + "_" + h.At.String()
		}
		if !p.OfKept || h.At.Yearly {
			list = append(list, h.Target)
		}
	}
	return list, nil
}

// Shown are the metrics to say in words: those asked for, or the targets and the headline metrics
// of the years that summaries show.
func (p *Sensitivity) Shown() (list []tables.Target) {
	run := p.Scenario.Run()
	years := evidence.Years(&run)
	for _, t := range p.asked {
		judged := slices.ContainsFunc(run.Targets, func(o tables.Target) bool { return o.Name == t.Name })
		if len(p.Metrics) > 0 || judged || slices.Contains(years, t.At.Year()) {
			list = append(list, t)
		}
	}
	return list
}

func (p *Sensitivity) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindSensitivity, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	p.Sampling.enter(m)
	m.Method, m.Metrics, m.Of, m.Keep = p.Method, p.Metrics, p.Groups, p.OfKept
}

func (p *Sensitivity) do(ctx context.Context, by *means) (*results, error) {
	p.Table = tables.New(tables.Sensitivity)
	p.futures.Workers = by.workers
	work := &sensitivityWork{plan: p, by: by}
	if p.Kept == nil {
		if err := work.open(); err != nil {
			return nil, err
		}
		defer work.end()
	}
	var err error
	switch p.Method {
	case tables.GivenMethod:
		err = work.given(ctx)
	case tables.MorrisMethod:
		err = work.morris(ctx)
	default:
		err = work.sobol(ctx)
	}
	if err != nil {
		return nil, err
	}
	list := []*tables.Table{p.Table}
	run := p.Scenario.Run()
	run.Targets = p.Shown()
	alone, err := swings.Of(ctx, run, p.Scenario.Uncertainties)
	if err != nil {
		return nil, err
	}
	if alone != nil {
		list = append(list, alone)
	}
	described := Describe(p.Scenario, list)
	described.Seed = &p.Sampling.Seed
	return &results{described: described}, nil
}

// header says what the journal of the analysis belongs to.
func (p *Sensitivity) header() journal.Header {
	question := strings.Join(slices.Concat([]string{p.Scenario.Effective(), p.Method}, p.Metrics, []string{""}, p.Groups), "\x00")
	return journal.Header{
		Program: strings.TrimSpace(Version + " " + commit()), Scenario: sha256.Sum256([]byte(question)),
		Seed: p.Sampling.Seed, Design: fmt.Sprintf("sensitivity, %s", p.Method),
		Draws: p.Sampling.Draws + sheet.ChunkRows, // each of two stages may have a chunk that is not full
		Chunk: sheet.ChunkRows, Shard: 1, Shards: 1,
	}
}
