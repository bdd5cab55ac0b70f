package runs

import (
	"context"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/ensemble"
	"corridor/sim/portfolio"
	"corridor/sim/probe"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// world is a scenario in whose futures plans are asked about.
type world struct {
	name   string // of the scenario
	title  string
	run    *ensemble.Ensemble
	choice *choice
	trial  *bill // what candidates cost in the draws on which plans are chosen
	stated *bill // in those of which figures are given
}

// inquiry asks what plans come to in the draws of some worlds, each future that two plans share
// once: a project that does not serve by the last date asked for, or stalls, changes nothing.
type inquiry struct {
	worlds  []*world
	metrics [][]tables.Target // by metric: the sum that it is; none for the cost
	worth   []bool            // by metric: it is the net present value beside doing nothing
	first   uint64            // draw
	futures int
	bills   func(*world) *bill
	last    calendar.Month // that anything is asked for
	whole   bool           // every plan has futures of its own, as money is asked for

	workers  int
	journal  sheet.Journal
	chunks   *uint64 // used so far, of all inquiries
	simulate func(futures int)

	nothing   []int32               // by world and future: where the values of doing nothing are; nil where nobody asks
	known     []map[signature]int32 // by world and future: where the values are
	values    []float64             // one row after the other
	simulated int
}

// signature tells futures of one draw apart: the option of each candidate that matters in it,
// four bits each.
type signature [4]uint64

// mostCandidates and mostShifts are what a signature has room for.
const (
	mostCandidates = 64
	mostShifts     = 15
)

func (s *signature) set(candidate int, option uint8) {
	s[candidate/16] |= uint64(option) << (candidate % 16 * 4)
}

// signatureOf returns what of a plan matters in a future.
func (q *inquiry) signatureOf(b *bill, plan portfolio.Plan, future int) (s signature) {
	for i := range plan {
		if plan.Has(i) && (q.whole || b.service(plan, i, future) <= q.last) {
			s.set(i, plan[i])
		}
	}
	return s
}

// row is a future to be simulated.
type row struct {
	world, future int
	plan          portfolio.Plan
}

// ask returns, by plan, what the metrics come to in the futures of the worlds.
func (q *inquiry) ask(ctx context.Context, plans []portfolio.Plan) ([][]float64, error) {
	if q.known == nil {
		q.known = make([]map[signature]int32, len(q.worlds)*q.futures)
		for i := range q.known {
			q.known[i] = map[signature]int32{}
		}
	}
	var fresh []row
	next := int32(len(q.values) / max(1, q.columns()))
	at := make([]int32, 0, len(plans)*len(q.known))
	beside := q.nothing == nil && slices.Contains(q.worth, true)
	if beside {
		plans = append([]portfolio.Plan{make(portfolio.Plan, len(plans[0]))}, plans...)
	}
	for _, plan := range plans {
		for w := range q.worlds {
			b := q.bills(q.worlds[w])
			for future := range q.futures {
				known := q.known[w*q.futures+future]
				s := q.signatureOf(b, plan, future)
				place, met := known[s]
				if !met {
					place = next
					known[s] = place
					next++
					fresh = append(fresh, row{w, future, plan})
				}
				at = append(at, place)
			}
		}
	}
	if err := q.fill(ctx, fresh); err != nil {
		return nil, err
	}
	if beside {
		q.nothing, plans, at = slices.Clone(at[:len(q.known)]), plans[1:], at[len(q.known):]
	}
	return q.gather(plans, at), nil
}

// columns is how many metrics are simulated: all but the cost.
func (q *inquiry) columns() (n int) {
	for _, sum := range q.metrics {
		if len(sum) > 0 {
			n++
		}
	}
	return n
}

// fill simulates futures.
func (q *inquiry) fill(ctx context.Context, fresh []row) error {
	if len(fresh) == 0 || q.columns() == 0 {
		return nil
	}
	before := q.simulated
	s := sheet.Sheet{
		Rows: len(fresh), Columns: q.columns(), Workers: q.workers, Journal: q.journal, First: *q.chunks,
		New: func() (sheet.Row, error) {
			w, err := q.newWorker()
			return func(i int, out []float64) error {
				w.ask(&fresh[i], out)
				return nil
			}, err
		},
		Progress: func(rows int) {
			if q.simulate != nil {
				q.simulate(before + rows)
			}
		},
	}
	rows, err := s.Fill(ctx)
	if err != nil {
		return err
	}
	*q.chunks += sheet.Chunks(len(fresh))
	q.simulated += len(fresh)
	for _, values := range rows {
		q.values = append(q.values, values...)
	}
	return nil
}

// gather lays out what plans come to as [portfolio.Problem] has it.
func (q *inquiry) gather(plans []portfolio.Plan, at []int32) [][]float64 {
	out := make([][]float64, len(plans))
	columns, years := q.columns(), make([]float64, q.worlds[0].choice.years())
	for n, plan := range plans {
		values := make([]float64, 0, len(q.metrics)*len(q.known))
		column := 0
		for metric, sum := range q.metrics {
			for w := range q.worlds {
				b := q.bills(q.worlds[w])
				for future := range q.futures {
					if len(sum) > 0 {
						row := at[(n*len(q.worlds)+w)*q.futures+future]
						v := q.values[int(row)*columns+column]
						if q.worth[metric] {
							v -= q.values[int(q.nothing[w*q.futures+future])*columns+column]
						}
						values = append(values, v)
						continue
					}
					clear(years)
					b.cost(plan, future, years)
					values = append(values, total(years))
				}
			}
			if len(sum) > 0 {
				column++
			}
		}
		out[n] = values
	}
	return out
}

// worker asks futures of all worlds, one after the other.
type worker struct {
	inquiry *inquiry
	probes  []*probe.Probe
	asked   []float64
	now     *row
	changes []probe.Change // by world
}

func (q *inquiry) newWorker() (*worker, error) {
	w := &worker{inquiry: q}
	var asked []tables.Target
	for _, sum := range q.metrics {
		asked = append(asked, sum...)
	}
	w.asked = make([]float64, len(asked))
	for i := range q.worlds {
		p, err := probe.New(q.worlds[i].run, asked)
		if err != nil {
			return nil, err
		}
		w.probes = append(w.probes, p)
		b := q.bills(q.worlds[i])
		w.changes = append(w.changes, func(c *model.Corridor) { b.apply(c, w.now.plan, w.now.future) })
	}
	return w, nil
}

// ask fills out with the metrics of a future.
func (w *worker) ask(r *row, out []float64) {
	w.now = r
	w.probes[r.world].Draw(w.inquiry.first+uint64(r.future), w.changes[r.world], w.asked)
	asked, column := w.asked, 0
	for metric, sum := range w.inquiry.metrics {
		if len(sum) == 0 {
			continue
		}
		out[column] = 0
		for _, v := range asked[:len(sum)] {
			out[column] += v
		}
		if w.inquiry.worth[metric] {
			out[column] = presentValue(w.probes[r.world], w.inquiry.worlds[r.world].choice, r.plan)
		}
		asked = asked[len(sum):]
		column++
	}
}

// presentValue is what the last future of a probe is worth by itself, by the terms of its corridor:
// what shippers gain and operators keep, less the harm to others, upkeep and building. What was
// spent on works of the plan before it was decided is no cost of it.
func presentValue(p *probe.Probe, c *choice, plan portfolio.Plan) float64 {
	t := economics.TermsOf(p.Model().Corridor())
	years := p.Years()
	flow := func(year int) economics.Flow {
		f := sim.FlowOf(&years[year-t.First])
		for i := range plan {
			if plan.Has(i) {
				f.Capital -= c.sunk[i][year-t.First]
			}
		}
		return f
	}
	return t.Worth(flow, t.LeftBy(p.Model())).NPV()
}
