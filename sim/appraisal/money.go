package appraisal

import (
	"math"

	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/probe"
	"corridor/sim/tables"
)

// The figures of money, in the place after those of measures. All are sums, so that what a
// player brings to one is a difference of two futures.
const (
	benefits = iota // present values, USD million
	costs
	tonnes     // present value of what is carried, Mt
	lastYear   // benefit less upkeep of the last year
	residual   // what works leave at the end of the appraisal
	inProgress // what works cost that serve after the years simulated
	netOfYears // and those that follow: benefit less upkeep and capital of each year

	fewestOfMoney = netOfYears
)

// inMoney reports whether the scenario says what things are worth.
func (q *Question) inMoney() bool { return q.Run.Corridor.Economics.Given }

// ofMoney is how many figures of money there are.
func (q *Question) ofMoney() int {
	if !q.inMoney() {
		return 0
	}
	t := economics.TermsOf(&q.Run.Corridor)
	return fewestOfMoney + t.Last - t.First + 1
}

// worth fills out with the figures of money of the future that was asked last.
func worth(p *probe.Probe, out []float64) {
	c, years := p.Model().Corridor(), p.Years()
	t := economics.TermsOf(c)
	w := p.Worth()
	left := t.LeftBy(p.Model())
	out[benefits], out[costs], out[residual], out[inProgress] = w.Benefits, w.Costs, left.Residual, left.InProgress
	carried := sim.MetricPlace(tables.Annual.ThroughputMt)
	out[tonnes] = t.PresentValue(func(year int) float64 { return years[year-t.First][carried] }, true)
	for i := range out[netOfYears:] {
		f := sim.FlowOf(&years[i])
		out[netOfYears+i], out[lastYear] = f.Net(), f.Benefit-f.Upkeep
	}
}

// sums is what a player brings to the figures of money, mean of the draws.
func (q *Question) sums(g *Game, rows [][]float64, v View, player int) []float64 {
	out := make([]float64, q.ofMoney())
	for i := range out {
		out[i] = spreadOf(rows, g.Place(v, player, len(q.figures())+i)).mean
	}
	return out
}

// internalRate is that of what a player brings in the mean of the draws, by the terms of the
// expected future; NaN where there is none, or more than one.
func (q *Question) internalRate(of []float64) float64 {
	t := economics.TermsOf(&q.Run.Corridor)
	net := make([]float64, t.End-t.First+1)
	for i := range net {
		switch {
		case i < len(of)-netOfYears:
			net[i] = of[netOfYears+i]
		case t.Constant:
			net[i] = of[lastYear]
		}
	}
	net[t.Last-t.First] += of[inProgress]
	net[len(net)-1] += of[residual]
	return economics.Rate(net)
}

// present is the spread of the net present value of a player.
func (q *Question) present(g *Game, rows [][]float64, v View, player int) spread {
	place := g.Place(v, player, len(q.figures()))
	values := make([]float64, 0, len(rows))
	for _, row := range rows {
		if d := row[place+benefits] - row[place+costs]; !math.IsNaN(d) {
			values = append(values, d)
		}
	}
	return spreadIn(values)
}

// ratio is a quotient of what a player brings; NaN where that below is rounding.
func ratio(above, below float64) float64 {
	if below > rounding {
		return above / below
	}
	return math.NaN()
}
