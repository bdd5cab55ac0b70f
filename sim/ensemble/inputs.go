package ensemble

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/sim/random"
)

// inputs draws the uncertain numbers of one alternative.
type inputs struct {
	uncertainties []Uncertainty
	copula        *random.Copula
	places        []int      // of the uncertainties in a point of the design
	u             []float64  // probabilities, in the order of the uncertainties
	last          []quantile // found last of each
	values        []float64  // what was drawn, by input of the alternative
}

// quantile is the value of a distribution at a probability.
type quantile struct{ u, value float64 }

func (e *Ensemble) newInputs(a *Alternative, names []string) inputs {
	if e.Expected {
		return inputs{}
	}
	n := len(a.Uncertainties)
	in := inputs{
		uncertainties: a.Uncertainties, copula: a.Copula,
		places: make([]int, n), u: make([]float64, n), last: make([]quantile, n), values: make([]float64, 0, len(a.Inputs())),
	}
	for i := range a.Uncertainties {
		in.places[i] = slices.Index(names, a.Uncertainties[i].Name)
		in.last[i].u = math.NaN()
	}
	return in
}

// draw turns a point of the design into numbers and puts them into the corridor. Where many
// plans meet one future, or one number after the other is changed, most are those of before.
func (in *inputs) draw(point []float64, c *model.Corridor) {
	for i, place := range in.places {
		in.u[i] = point[place]
	}
	if in.copula != nil {
		in.copula.Apply(in.u)
	}
	in.values = in.values[:0]
	for i := range in.uncertainties {
		uncertainty := &in.uncertainties[i]
		last := &in.last[i]
		if u := in.u[i]; u != last.u {
			*last = quantile{u, uncertainty.Distribution.Quantile(u)}
		}
		uncertainty.Set(c, last.value)
		in.values = uncertainty.drawn(in.values, last.value)
	}
}
