package calibration

import (
	"math"

	"corridor/sim/score"
)

// Learnt is what the targets tell about a parameter.
type Learnt struct {
	Name              string
	Low, Middle, High float64 // 5, 50 and 95 % of the posterior, in the unit of the parameter
	Narrower          float64 // how much narrower the central 90 % are than those of the prior: 1 − posterior/prior, counted in ranks of the prior
	Moved             float64 // median of the posterior less that of the prior, in ranks of the prior: −0.5 to 0.5
	AtBound           bool    // a tenth of the posterior or more lies in the last hundredth of the prior on one side
}

// LeastLearnt is how much narrower the posterior of a parameter must be, or by what part of the ranks of
// the prior it must have moved, to say that the data identify it: below it the prior stands.
const LeastLearnt = 0.1

// Identified reports whether the targets tell more about the parameter than the prior did.
func (l *Learnt) Identified() bool {
	return l.Narrower >= LeastLearnt || math.Abs(l.Moved) >= LeastLearnt
}

// Learnt says what the targets tell about each parameter.
func (p *Problem) Learnt(o *Posterior) ([]Learnt, error) {
	var out []Learnt
	for d, q := range p.Parameters {
		ranks := make([]float64, len(o.Points))
		low, high := 0.0, 0.0
		for i := range o.Points {
			ranks[i] = o.Points[i].U[d]
			switch {
			case ranks[i] < 0.01:
				low += o.Weights[i]
			case ranks[i] > 0.99:
				high += o.Weights[i]
			}
		}
		f, err := score.NewForecast(ranks, o.Weights)
		if err != nil {
			return nil, err
		}
		a, b, c := f.Quantile(0.05), f.Quantile(0.5), f.Quantile(0.95)
		out = append(out, Learnt{
			Name: q.Name, Low: q.Prior.Quantile(a), Middle: q.Prior.Quantile(b), High: q.Prior.Quantile(c),
			Narrower: 1 - (c-a)/0.9, Moved: b - 0.5, AtBound: low >= 0.1 || high >= 0.1,
		})
	}
	return out, nil
}
