package sim

import (
	"fmt"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Single is one future of an ensemble, to be run alone.
type Single struct {
	Corridor model.Corridor // with what was drawn for it in place
	Weather  func(*model.Model) *model.Weather
	Inputs   *tables.Table // inputs.csv
}

// Single returns one future of the first alternative. Run gives the figures that the
// draw has in the ensemble, bit for bit.
func (e *Ensemble) Single(draw uint64) (*Single, error) {
	design, err := e.check()
	if err != nil {
		return nil, err
	}
	if e.Design == random.LatinHypercube && draw >= e.Draws {
		return nil, fmt.Errorf("draw %d of %d: draws are numbered from 0", draw, e.Draws)
	}
	a := &e.Alternatives[0]
	all := names(e.Alternatives)
	point := make([]float64, len(all))
	design.Point(draw, point)
	in, c := e.newInputs(a, all), a.Corridor.Clone()
	in.draw(point, &c)

	t := tables.New(tables.Inputs)
	for i, v := range in.values {
		t.Append(a.Name, int(draw), a.Uncertainties[i].Name, tables.Finite(v))
	}
	realised := func(m *model.Model) *model.Weather {
		w := newWeather(m, e.Seed)
		if w == nil || e.Expected {
			return nil
		}
		w.draw(draw, m)
		return w.weather
	}
	return &Single{Corridor: c, Weather: realised, Inputs: t}, nil
}
