package runs

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/sensitivity"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// sensitivityWork is an analysis while it is done.
type sensitivityWork struct {
	plan *Sensitivity
	by   *means
	show func(done uint64)
	over func()
	runs uint64 // of the stages before

	journal sheet.Journal // nil to keep nothing

	varies []bool // by metric, in the stage that was last
}

// open opens the journal, and says how much there is to simulate.
func (w *sensitivityWork) open() (err error) {
	p, by := w.plan, w.by
	w.over, w.show = func() {}, func(uint64) {}
	all := p.Sampling.Draws
	if p.Method != tables.GivenMethod {
		all = p.budget.futures(len(p.inputs))
		p.Cost = p.budget.says(len(p.inputs), "at most ")
		by.tell("%s", p.Cost)
	}
	if w.journal, err = by.sheetJournal(p.header()); err != nil {
		return err
	}
	if by.journal != nil {
		by.kept = func() string {
			if by.journal.Len() == 0 {
				return ""
			}
			return "some " + tables.Counted(uint64(by.journal.Len()*sheet.ChunkRows), "future")
		}
	}
	if by.Progress != nil {
		w.show, w.over = by.Progress(all, 0)
	}
	return nil
}

func (w *sensitivityWork) end() {
	if w.over != nil {
		w.over()
	}
}

// fill simulates futures and returns what came of each, by metric; ask asks one of them.
func (w *sensitivityWork) fill(ctx context.Context, runs, columns int, ask func(p *probe.Probe) (sheet.Row, error)) ([][]float64, error) {
	s := sheet.Sheet{
		Rows: runs, Columns: columns, Workers: w.by.workers, First: sheet.Chunks(int(w.runs)),
		New: func() (sheet.Row, error) {
			p, err := probe.New(w.plan.futures, w.plan.asked)
			if err != nil {
				return nil, err
			}
			return ask(p)
		},
		Journal:  w.journal,
		Progress: func(rows int) { w.show(w.runs + uint64(rows)) },
	}
	out, err := s.Fill(ctx)
	w.runs += uint64(runs)
	return out, err
}

// column returns a column of rows, counted from 0.
func column(rows [][]float64, place int) []float64 {
	out := make([]float64, len(rows))
	for i := range rows {
		out[i] = rows[i][place]
	}
	return out
}

// hear takes what came of a metric, by run, and reports whether inputs can matter for it: it
// varies by more than rounding.
func (w *sensitivityWork) hear(metric int, came []float64) bool {
	const rounding = 1e-9 // of a unit, or of what is greater
	low, high, futures := math.Inf(1), math.Inf(-1), 0
	for _, v := range came {
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
			futures++
		}
	}
	if futures > 0 && high-low > rounding*max(1, math.Abs(low), math.Abs(high)) {
		return true
	}
	w.unsaid(metric, low, futures)
	return false
}

// unsaid notes a metric that no input matters for.
func (w *sensitivityWork) unsaid(metric int, value float64, futures int) {
	w.plan.Unsaid = append(w.plan.Unsaid, Unsaid{w.plan.asked[metric], value, futures})
}

// morris takes the effects of all inputs, by metric, and writes them. What has no order, the
// weather and a joint sample, is drawn anew instead of moved.
func (w *sensitivityWork) morris(ctx context.Context) error {
	p := w.plan
	list := p.Scenario.Uncertainties
	names := make([]string, len(list))
	anew := map[int]random.Stream{} // by place among the uncertainties
	for i := range list {
		names[i] = list[i].Name
		if list[i].Sample != nil {
			anew[i] = random.NewStream(p.Sampling.Seed, "row of "+list[i].Name)
		}
	}
	groups := make([][]int, len(p.inputs))
	of := make([]int, len(list)) // input that an uncertainty is of
	for g := range p.inputs {
		for _, place := range p.inputs[g].of {
			of[place] = g
			if _, is := anew[place]; !is {
				groups[g] = append(groups[g], place)
			}
		}
	}
	m, err := sensitivity.NewMorris(p.Sampling.Seed, p.budget.trajectories, levels, names, groups)
	if err != nil {
		return err
	}
	weather := slices.IndexFunc(p.inputs, func(in sensitivityInput) bool { return in.weather })
	rows, err := w.fill(ctx, m.Runs(), len(p.asked), func(ask *probe.Probe) (sheet.Row, error) {
		u := make([]float64, len(list))
		return func(run int, out []float64) error {
			m.Point(run, u)
			for i, x := range u {
				u[i] = (0.5 + float64(x*(levels-1))) / levels // the middle of each level
			}
			for place := range u {
				if stream, is := anew[place]; is {
					u[place] = stream.Float64(drawOf(m.Moved(run, of[place])))
				}
			}
			ask.At(drawOf(m.Moved(run, weather)), u, nil, out)
			return nil
		}, nil
	})
	if err != nil {
		return err
	}
	all := make([][]sensitivity.Effects, len(p.asked))
	if err := w.each(ctx, len(all), func(metric int) {
		all[metric] = m.Effects(column(rows, metric), p.Sampling.Seed)
	}); err != nil {
		return err
	}
	for metric, effects := range all {
		if !w.hear(metric, column(rows, metric)) {
			continue
		}
		for g, e := range effects {
			w.write(metric, tables.MorrisMethod, &p.inputs[g], tables.MuStarIndex, e.Size)
			w.write(metric, tables.MorrisMethod, &p.inputs[g], tables.MuIndex, alone(e.Mu))
			w.write(metric, tables.MorrisMethod, &p.inputs[g], tables.SigmaIndex, alone(e.Sigma))
		}
	}
	return nil
}

// drawOf is the number of the draw whose weather, or sampled row, a run has: a row or trajectory
// has two.
func drawOf(row int, other bool) uint64 {
	if other {
		return uint64(2*row + 1)
	}
	return uint64(2 * row)
}

// sobol takes the shares of the variance of the inputs that matter, and of the others together.
func (w *sensitivityWork) sobol(ctx context.Context) error {
	p := w.plan
	inputs := p.inputs
	if p.budget.screening > 0 {
		few, err := w.shares(ctx, inputs, p.budget.screening)
		if err != nil {
			return err
		}
		w.writeShares(tables.ScreeningMethod, inputs, few)
		inputs = screened(inputs, sensitivity.Screen(few, p.budget.kept))
		p.budget.matter = len(inputs)
		p.Cost = p.budget.says(len(p.inputs), "")
		if p.budget.matter < len(p.inputs) {
			p.Cost += fmt.Sprintf(" (%s draws tell all apart)", tables.Grouped(p.budget.all(len(p.inputs))))
		}
	}
	all, err := w.shares(ctx, inputs, p.budget.rows)
	if err != nil {
		return err
	}
	w.writeShares(tables.SobolMethod, inputs, all)
	return nil
}

// shares takes the shares of some inputs, by metric.
func (w *sensitivityWork) shares(ctx context.Context, inputs []sensitivityInput, rows int) ([]sensitivity.Shares, error) {
	p := w.plan
	// The uncertainties that are given first are spread best.
	list := p.Scenario.Uncertainties
	var order []int
	groups := make([][]int, len(inputs))
	for g := range inputs {
		for _, place := range inputs[g].of {
			groups[g] = append(groups[g], len(order))
			order = append(order, place)
		}
	}
	var names []string
	for _, place := range order {
		names = append(names, list[place].Name)
	}
	s, err := sensitivity.NewSobol(p.Sampling.Seed, rows, names, groups)
	if err != nil {
		return nil, err
	}
	// The weather may be among the others.
	weather := slices.IndexFunc(inputs, func(in sensitivityInput) bool { return in.weather })
	came, err := w.fill(ctx, s.Runs(), len(p.asked), func(ask *probe.Probe) (sheet.Row, error) {
		point, both, u := make([]float64, len(order)), make([]float64, 2*len(order)), make([]float64, len(list))
		return func(run int, out []float64) error {
			s.Point(run, point, both)
			for i, place := range order {
				u[place] = point[i]
			}
			ask.At(drawOf(s.Row(run, weather)), u, nil, out)
			return nil
		}, nil
	})
	if err != nil {
		return nil, err
	}
	all := make([]sensitivity.Shares, len(p.asked))
	p.Unsaid = nil
	w.varies = make([]bool, len(all))
	for metric := range all {
		w.varies[metric] = w.hear(metric, column(came, metric))
	}
	return all, w.each(ctx, len(all), func(metric int) {
		all[metric] = s.Shares(column(came, metric), p.Sampling.Seed)
	})
}

// writeShares writes the shares of inputs, by metric.
func (w *sensitivityWork) writeShares(method string, inputs []sensitivityInput, all []sensitivity.Shares) {
	for metric := range all {
		if !w.varies[metric] {
			continue
		}
		for g := range inputs {
			w.write(metric, method, &inputs[g], tables.FirstIndex, all[metric].First[g])
			w.write(metric, method, &inputs[g], tables.TotalIndex, all[metric].Total[g])
		}
		w.write(metric, method, &sensitivityInput{}, tables.InteractionIndex, all[metric].Interactions)
	}
}

// screened are the inputs that matter, and the others as one.
func screened(inputs []sensitivityInput, keep []int) []sensitivityInput {
	var out []sensitivityInput
	for _, i := range keep {
		out = append(out, inputs[i])
	}
	others := sensitivityInput{name: tables.OthersInput}
	left := 0
	for i := range inputs {
		if !slices.Contains(keep, i) {
			left++
			others.of = append(others.of, inputs[i].of...)
			others.weather = others.weather || inputs[i].weather
		}
	}
	if left > 0 {
		others.title = fmt.Sprintf("the other %s together", tables.Counted(uint64(left), "input"))
		out = append(out, others)
	}
	return out
}

// each does something for every metric or input, several at once.
func (w *sensitivityWork) each(ctx context.Context, n int, do func(i int)) error {
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(n, w.by.workers) {
		working.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	working.Wait()
	return ctx.Err()
}

// alone is an estimate without an interval.
func alone(v float64) sensitivity.Index {
	none := math.NaN()
	return sensitivity.Index{Value: v, Low: none, High: none}
}

// write writes an index of a metric, where there is one.
func (w *sensitivityWork) write(metric int, method string, in *sensitivityInput, index string, v sensitivity.Index) {
	w.writeGiven(metric, method, in, index, v, nil)
}

func (w *sensitivityWork) writeGiven(metric int, method string, in *sensitivityInput, index string, v sensitivity.Index, chance any) {
	if tables.Finite(v.Value) == nil {
		return
	}
	t := &w.plan.asked[metric]
	title := t.Title
	if !math.IsNaN(t.Threshold) {
		title = t.Dated()
	}
	w.plan.Table.Append(w.plan.Scenario.Name, t.Name, title, t.Metric.String(), t.At.String(), method, in.name, in.title, in.members(w.plan.Scenario.Uncertainties),
		index, v.Value, tables.Finite(v.Low), tables.Finite(v.High), chance)
}
