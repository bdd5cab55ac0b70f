package runs

import (
	"context"
	"fmt"
	"math"
	"slices"

	"corridor/sim/probe"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// drawnColumns are the draws that a discovery looks at, by what is drawn and by what a condition
// asks of them.
type drawnColumns struct {
	inputs [][]float64          // in the order of the discovery's inputs
	words  map[string][]float64 // of the condition, by name
}

func (d *drawnColumns) of(w *tables.Word) []float64 { return d.words[w.Name] }

// simulateDraws simulates the futures, and keeps what is done in the journal.
func (p *Discovery) simulateDraws(ctx context.Context, by *means) (*drawnColumns, error) {
	e := p.futures
	e.Workers = by.workers
	names, targets := e.Alternatives[0].Inputs(), asked(p.condition)
	s := &sheet.Sheet{Rows: int(e.Draws), Columns: len(names) + len(targets), Workers: e.Workers}
	s.New = func() (sheet.Row, error) {
		future, err := probe.New(e, targets)
		if err != nil {
			return nil, err
		}
		return func(draw int, out []float64) error {
			future.Draw(uint64(draw), nil, out[len(names):])
			copy(out, future.Inputs())
			return nil
		}, nil
	}
	var err error
	var end func()
	s.Journal, s.Progress, end, err = by.keep(task{
		scenario: p.Scenario, seed: e.Seed, rows: int(e.Draws), of: "draws",
		question: fmt.Sprintf("discovery, %s in %d replicates of %d, where %s", e.Design, e.DesignReplicates(), e.Draws, p.Where),
	})
	if err != nil {
		return nil, err
	}
	defer end()
	rows, err := s.Fill(ctx)
	if err != nil {
		return nil, err
	}
	d := &drawnColumns{words: map[string][]float64{}}
	for i := range p.inputs {
		d.inputs = append(d.inputs, column(rows, slices.Index(names, p.inputs[i].Name)))
	}
	next := len(names)
	for _, w := range p.condition.Words() {
		if w.Target == nil {
			d.words[w.Name] = column(rows, slices.Index(names, w.Name))
			continue
		}
		d.words[w.Name] = column(rows, next)
		next++
	}
	return d, nil
}

// readDraws reads the same from the draws that an ensemble kept, column by column.
func (p *Discovery) readDraws(ctx context.Context) (d *drawnColumns, err error) {
	err = readKept(ctx, p.Kept, p.Sampling.Draws, func(column func(name string) ([]float64, error)) error {
		d, err = p.columns(column)
		return err
	})
	return d, err
}

// columns gathers what the discovery looks at from columns of kept draws.
func (p *Discovery) columns(column func(name string) ([]float64, error)) (*drawnColumns, error) {
	d := &drawnColumns{words: map[string][]float64{}}
	for i := range p.inputs {
		values, err := column(p.inputs[i].Name)
		if err != nil {
			return nil, err
		}
		d.inputs = append(d.inputs, values)
	}
	for _, w := range p.condition.Words() {
		var err error
		if w.Target == nil {
			d.words[w.Name], err = column(w.Name)
		} else {
			d.words[w.Name], err = metricOf(w.Target, int(p.Sampling.Draws), column)
		}
		if err != nil {
			return nil, err
		}
	}
	return d, nil
}

// metricOf works out what a target asks for from the metrics of a year.
func metricOf(t *tables.Target, n int, column func(name string) ([]float64, error)) ([]float64, error) {
	of := map[string][]float64{}
	for _, metric := range tables.Metrics() {
		if !t.Metric.Uses(metric) {
			continue
		}
		values, err := column(fmt.Sprintf("%s_%d", metric, t.At.Year()))
		if err != nil {
			return nil, err
		}
		of[metric] = values
	}
	out := make([]float64, n)
	for draw := range out {
		out[draw] = t.Metric.Eval(func(metric string) float64 {
			if of[metric] == nil {
				return math.NaN()
			}
			return of[metric][draw]
		})
	}
	return out, nil
}

// readable returns an error for a condition that kept draws say nothing of: they have metrics at
// the end of years. What holds in a December is what stands beside its year only of capacities.
func readable(c *tables.Condition) error {
	capacities := []string{tables.Annual.CapacityMt.Name, tables.Annual.ComparableCapacityMt.Name}
	for _, w := range c.Words() {
		if w.Target == nil || w.Target.At.Yearly {
			continue
		}
		for _, metric := range tables.Metrics() {
			if w.Target.Metric.Uses(metric) && !(w.Target.At.Month.IsDecember() && slices.Contains(capacities, metric)) {
				return invalidf("%s is of a month, and kept draws have years: leave out --of to draw anew", w.Name)
			}
		}
	}
	return nil
}

// keptIn reads which scenario and futures a directory of kept draws has.
func keptIn(dir string) (*Ensemble, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return nil, err
	}
	if m.Command != kindEnsemble || !m.Keep {
		return nil, invalidf("%s holds the results of corridor %s without its draws, expected those of corridor ensemble --keep", dir, m.Command)
	}
	if err := m.checkScenarios(); err != nil {
		return nil, err
	}
	plan, err := m.plan()
	if err != nil {
		return nil, err
	}
	return plan.(*Ensemble), nil
}

// asListed returns an error for a file that is not the one the manifest lists.
func (d *Directory) asListed(ctx context.Context, name string) error {
	m, _, err := d.manifest()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(m.Outputs, func(o Output) bool { return o.Path == name })
	if i < 0 {
		return invalidf("%s is not among the results that %s lists", d.file(name), ManifestFile)
	}
	now, err := d.describe(ctx, name, m.Outputs[i].Bytes)
	if err == nil && now != m.Outputs[i] {
		err = &Error{Mismatch, fmt.Errorf("%s has been changed since it was written", d.file(name))}
	}
	return err
}
