package ensemble

import (
	"slices"

	"corridor/model"
	"corridor/sim/random"
)

// inputs draws the uncertain numbers of one alternative.
type inputs struct {
	uncertainties []Uncertainty
	copula        *random.Copula
	places        []int     // of the uncertainties in a point of the design
	u             []float64 // probabilities, in the order of the uncertainties
	values        []float64 // what was drawn, by input of the alternative
}

func (e *Ensemble) newInputs(a *Alternative, names []string) inputs {
	if e.Expected {
		return inputs{}
	}
	n := len(a.Uncertainties)
	in := inputs{
		uncertainties: a.Uncertainties, copula: a.Copula,
		places: make([]int, n), u: make([]float64, n), values: make([]float64, 0, len(a.Inputs())),
	}
	for i := range a.Uncertainties {
		in.places[i] = slices.Index(names, a.Uncertainties[i].Name)
	}
	return in
}

// draw turns a point of the design into numbers and puts them into the corridor.
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
		v := uncertainty.Distribution.Quantile(in.u[i])
		uncertainty.Set(c, v)
		in.values = uncertainty.drawn(in.values, v)
	}
}
