package explorer

import (
	"math"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/stats"
)

// book keeps what a future carries, by year.
type book struct {
	into     *Result
	of       *world
	class    []int       // of each flow
	carried  []stats.Sum // of the year, by class
	year     int         // its place
	capacity [][]float64 // by segment and year
}

func newBook(w *world, r *Result) *book {
	_, years := w.corridor().Years()
	b := &book{into: r, of: w}
	names, of := classesOf(w.model)
	b.class, b.carried = of, make([]stats.Sum, len(names))
	r.ByClass = rows(len(names), years)
	n := len(w.corridor().Segments)
	r.Load, r.Use, r.Held, b.capacity = rows(n, years), rows(n, years), rows(n, years), rows(n, years)
	return b
}

func rows(n, years int) [][]float64 {
	all := make([]float64, n*years)
	out := make([][]float64, n)
	for i := range out {
		out[i] = all[i*years : (i+1)*years : (i+1)*years]
	}
	return out
}

// add adds a month.
func (b *book) add(out *model.Outcome) {
	b.of.accounts.Add(out)
	b.of.traffic.Add(out)
	for f, class := range b.class {
		if class >= 0 {
			b.carried[class].Add(out.CarriedMt[f])
		}
	}
	for s := range b.capacity {
		b.into.Load[s][b.year] += out.LoadMt[s]
		b.capacity[s][b.year] += out.SegmentCapacityMt[s]
		b.into.Held[s][b.year] += out.HeldBackMt[s]
	}
}

// endYear ends the year with the month that was added last.
func (b *book) endYear(c sim.Capacities) {
	b.into.Years = append(b.into.Years, b.of.accounts.EndYear(c))
	for i := range b.carried {
		b.into.ByClass[i][b.year] = b.carried[i].Value()
		b.carried[i] = stats.Sum{}
	}
	for s := range b.capacity {
		use := math.NaN()
		if capacity := b.capacity[s][b.year]; capacity > 0 {
			use = b.into.Load[s][b.year] / capacity
		}
		b.into.Use[s][b.year] = use
	}
	b.year++
}
