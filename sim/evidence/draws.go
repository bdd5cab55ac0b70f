package evidence

import (
	"context"
	"math"

	"corridor/model"
	"corridor/sim/hindcast"
	"corridor/sim/probe"
	"corridor/sim/sheet"
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
	inputs := q.Futures.Alternatives[0].Inputs()
	asked := q.asked()
	s := &sheet.Sheet{
		Rows: int(q.Futures.Draws), Columns: len(inputs) + len(asked) + (len(observables)-len(indicators))*len(q.Watched), Workers: q.Futures.Workers,
		New: func() (sheet.Row, error) { return q.row(len(inputs), asked, observables) },
	}
	rows, err := s.Fill(ctx)
	if err != nil {
		return nil, err
	}
	column := func() []float64 { // the next
		out := make([]float64, len(rows))
		for i, row := range rows {
			out[i], rows[i] = row[0], row[1:]
		}
		return out
	}
	d := &draws{drawn: map[string][]float64{}, observed: make([][][]float64, len(observables))}
	for _, name := range inputs {
		d.drawn[name] = column()
	}
	for range q.Headlines {
		d.headlines = append(d.headlines, column())
	}
	each := func(is func(*observable) bool) {
		for i := range observables {
			for range q.Watched {
				if is(&observables[i]) {
					d.observed[i] = append(d.observed[i], column())
				}
			}
		}
	}
	each(func(o *observable) bool { return o.series == nil }) // asked for after the headlines
	each(func(o *observable) bool { return o.series != nil })
	return d, nil
}

// row simulates a future and fills out: what was drawn, what is asked for, and series by year
// watched.
func (q *Question) row(inputs int, asked []tables.Target, observables []observable) (sheet.Row, error) {
	p, err := probe.New(q.Futures, asked)
	if err != nil {
		return nil, err
	}
	var meters []*hindcast.Meter // by series; nil for one that the scenario has not
	for i := range observables {
		if s := observables[i].series; s != nil {
			meters = append(meters, s.Meter(&q.Futures.Alternatives[0].Run, p.Model().Flows()))
		}
	}
	var observed []float64 // by series, then year
	p.Watch = func(out *model.Outcome) {
		for place, year := range q.Watched {
			if out.Month.Year() != year {
				continue
			}
			for i, m := range meters {
				if m != nil {
					observed[i*len(q.Watched)+place] += m.Units(m.CountMt(p.Model().Corridor(), out))
				}
			}
		}
	}
	return func(draw int, out []float64) error {
		values := out[inputs:]
		observed = values[len(asked):]
		clear(observed)
		p.Draw(uint64(draw), nil, values[:len(asked)])
		copy(out, p.Inputs())
		for i, m := range meters {
			if m == nil {
				for place := range q.Watched {
					observed[i*len(q.Watched)+place] = math.NaN()
				}
			}
		}
		return nil
	}, nil
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
