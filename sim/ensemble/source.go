package ensemble

import (
	"corridor/model"
	"corridor/sim/random"
)

// Source draws what is uncertain of the first alternative, for those who simulate futures by
// themselves: what it draws is what the ensemble has. It belongs to one goroutine, and drawing
// allocates nothing.
type Source struct {
	design  random.Design
	point   []float64
	inputs  inputs
	weather *weather // nil without hazards, or with expected ones
	model   *model.Model
}

// NewSource returns the source of futures for a model of the first alternative.
func (e *Ensemble) NewSource(m *model.Model) (*Source, error) {
	design, err := e.check()
	if err != nil {
		return nil, err
	}
	all := names(e.Alternatives)
	s := &Source{design: design, point: make([]float64, len(all)), inputs: e.newInputs(&e.Alternatives[0], all), model: m}
	if !e.Expected {
		s.weather = newWeather(m, e.Seed)
	}
	return s, nil
}

// Point fills u with the probabilities of a draw, by uncertainty, before those that go together
// are made to.
func (s *Source) Point(draw uint64, u []float64) {
	s.design.Point(draw, s.point)
	for i, place := range s.inputs.places {
		u[i] = s.point[place]
	}
}

// Set puts what is uncertain into a corridor, at probabilities u, by uncertainty.
func (s *Source) Set(u []float64, c *model.Corridor) {
	for i, place := range s.inputs.places {
		s.point[place] = u[i]
	}
	s.inputs.draw(s.point, c)
}

// Values are the numbers that were set last, in the order of [Alternative.Inputs]. They hold
// until the next are set.
func (s *Source) Values() []float64 { return s.inputs.values }

// Weather returns what the hazards come to in a draw; nil where there are none.
func (s *Source) Weather(draw uint64) *model.Weather {
	if s.weather == nil {
		return nil
	}
	s.weather.draw(draw, s.model)
	return s.weather.weather
}
