//go:build goexperiment.simd && amd64

package ensemble

import (
	"corridor/model"
	"corridor/model/lanes"
)

// Lanes is how many draws are simulated side by side, 0 where they are simulated one after the
// other: that is for the build and the processor to say, and changes no result.
func Lanes() int {
	if lanes.Available() {
		return lanes.Width
	}
	return 0
}

// abreast are futures of an alternative side by side.
type abreast struct {
	simulators [lanes.Width]*simulator
	model      *model.ModelLanes
	state      *model.StateLanes
	outcome    *model.OutcomeLanes
}

// newAbreast puts simulators, by draw and by alternative, side by side; nil where the processor
// cannot, or an alternative has what is not in lanes.
func newAbreast(simulators [][]*simulator) (side []*abreast) {
	if len(simulators) < lanes.Width {
		return nil
	}
	for i := range simulators[0] {
		a := new(abreast)
		var models [lanes.Width]*model.Model
		for l := range models {
			a.simulators[l] = simulators[l][i]
			models[l] = a.simulators[l].model
		}
		if a.model = model.NewLanes(models); !a.model.InLanes() {
			return nil
		}
		a.state, a.outcome = a.model.NewState(), a.model.NewTotals()
		lanes.Scalar()
		side = append(side, a)
	}
	return side
}

// simulate runs the futures that were drawn.
func (a *abreast) simulate() {
	if !a.model.Take() {
		for _, s := range a.simulators {
			s.simulate()
		}
		return
	}
	for l, s := range a.simulators {
		if s.state.Weather != nil {
			a.model.SetWeather(a.state, l, s.state.Weather)
		}
		s.begin()
	}
	a.model.Reset(a.state)
	for month := range a.simulators[0].held {
		a.model.Step(a.state, a.outcome)
		var yearly lanes.Vec
		asked := a.simulators[0].asked(month)
		if asked {
			yearly = a.model.YearlyCapacityMt(a.state, a.outcome)
		}
		lanes.Scalar()
		for l, s := range a.simulators {
			a.model.Totals(l, a.outcome, s.outcome)
			s.add(month)
			if asked {
				a.model.Reach(l, a.state, s.state)
				s.look(month, s.accounts.CapacitiesOf(*lanes.Lane(&yearly, l), s.state, s.outcome))
			}
		}
	}
}
