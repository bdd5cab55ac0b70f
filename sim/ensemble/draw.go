package ensemble

import (
	"fmt"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Draw is one future of an ensemble, to be run alone.
type Draw struct {
	sim.Run               // of the first alternative, with what was drawn in place
	Inputs  *tables.Table // inputs.csv: what was drawn
}

// Draw returns one future of the first alternative. Its run gives the figures that the
// draw has in the ensemble, bit for bit.
func (e *Ensemble) Draw(draw uint64) (*Draw, error) {
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
	run := a.Run
	run.Corridor = a.Corridor.Clone()
	in := e.newInputs(a, all)
	in.draw(point, &run.Corridor)

	t := tables.New(tables.Inputs)
	inputs := a.Inputs()
	for i, v := range in.values {
		t.Append(a.Name, int(draw), inputs[i], tables.Finite(v))
	}
	run.Weather = func(m *model.Model) *model.Weather {
		w := newWeather(m, e.Seed)
		if w == nil || e.Expected {
			return nil
		}
		w.draw(draw, m)
		return w.weather
	}
	return &Draw{run, t}, nil
}
