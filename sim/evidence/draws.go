package evidence

import (
	"context"
	"math"
	"sync"

	"corridor/model"
	"corridor/sim/hindcast"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// draws are futures of an ensemble, by what they say: each column has a value by draw, NaN for
// none.
type draws struct {
	drawn     map[string][]float64 // by uncertainty
	headlines [][]float64
	observed  [][][]float64 // by observable, then by year watched; nil for what the scenario has not
}

// draw simulates the futures. What comes out does not depend on the number of workers.
func (q *Question) draw(ctx context.Context, observables []observable) (*draws, error) {
	n := int(q.Futures.Draws)
	column := func() []float64 { return make([]float64, n) }
	d := &draws{drawn: map[string][]float64{}, observed: make([][][]float64, len(observables))}
	for range q.Headlines {
		d.headlines = append(d.headlines, column())
	}
	for i := range observables {
		for range q.Watched {
			d.observed[i] = append(d.observed[i], column())
		}
	}
	first, err := q.Futures.Draw(0)
	if err != nil {
		return nil, err
	}
	for _, name := range tables.Inputs.Input.Of(first.Inputs) {
		d.drawn[name] = column()
	}
	failures := make([]error, max(1, q.Futures.Workers))
	var working sync.WaitGroup
	for worker := range failures {
		working.Go(func() {
			for i := worker; i < n && failures[worker] == nil; i += len(failures) {
				if failures[worker] = ctx.Err(); failures[worker] == nil {
					failures[worker] = q.drawOne(uint64(i), d, observables)
				}
			}
		})
	}
	working.Wait()
	for _, err := range failures {
		if err != nil {
			return nil, err
		}
	}
	return d, nil
}

// drawOne simulates a future and writes its row.
func (q *Question) drawOne(draw uint64, to *draws, observables []observable) error {
	drawn, err := q.Futures.Draw(draw)
	if err != nil {
		return err
	}
	for row, name := range tables.Inputs.Input.Of(drawn.Inputs) {
		to.drawn[name][draw] = tables.Inputs.Value.Of(drawn.Inputs)[row]
	}
	f, err := swings.NewFuture(drawn.Run, q.asked())
	if err != nil {
		return err
	}
	meters := make([]*hindcast.Meter, len(observables))
	for i := range observables {
		if s := observables[i].series; s != nil {
			meters[i] = s.Meter(&drawn.Run, f.Model().Flows())
		}
	}
	values := f.Values(func(out *model.Outcome) {
		for place, year := range q.Watched {
			if out.Month.Year() != year {
				continue
			}
			for i, m := range meters {
				if m != nil {
					to.observed[i][place][draw] += m.Units(m.CountMt(f.Model().Corridor(), out))
				}
			}
		}
	})
	for i := range q.Headlines {
		to.headlines[i][draw] = values[i]
	}
	values = values[len(q.Headlines):]
	for i := range observables {
		for place := range q.Watched {
			switch {
			case observables[i].series == nil:
				to.observed[i][place][draw], values = values[0], values[1:]
			case meters[i] == nil:
				to.observed[i][place][draw] = math.NaN()
			}
		}
	}
	return nil
}

// with returns columns without the draws in which the first has no value.
func with(columns ...[]float64) [][]float64 {
	out := make([][]float64, len(columns))
	for draw, v := range columns[0] {
		if !math.IsNaN(v) {
			for i := range columns {
				out[i] = append(out[i], columns[i][draw])
			}
		}
	}
	return out
}
