package sim

import (
	"fmt"

	"corridor/model"
	"corridor/sim/sample"
	"corridor/sim/tables"
)

// Single returns one future of the first alternative alone: its corridor with what
// was drawn for it in place, to be run like any other, and inputs.csv. The run gives
// the figures of that draw in the ensemble, bit for bit.
func (e *Ensemble) Single(draw uint64) (model.Corridor, *tables.Table, error) {
	design, err := e.check()
	if err != nil {
		return model.Corridor{}, nil, err
	}
	if e.Design == sample.LatinHypercube && draw >= e.Draws {
		return model.Corridor{}, nil, fmt.Errorf("draw %d of %d: draws are numbered from 0", draw, e.Draws)
	}
	a := &e.Alternatives[0]
	all := names(e.Alternatives)
	point := make([]float64, len(all))
	design.Point(draw, point)
	in, c := newInputs(a, all), a.Corridor.Clone()
	in.draw(point, &c)

	t := tables.New(tables.Inputs)
	for i, u := range a.Uncertainties {
		t.Append(a.Name, int(draw), u.Name, finiteOrNil(in.values[i]))
	}
	return c, t, nil
}
