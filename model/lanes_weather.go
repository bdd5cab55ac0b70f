//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/calendar"
	"corridor/model/lanes"
)

// shockLanes is Shock in lanes.
type shockLanes struct {
	Segment, Market, Rival                int
	Factor, AddUSDPerT, AddDays, from, to lanes.Vec
}

func (s *shockLanes) active(t calendar.Month) lanes.Mask {
	at := lanes.Floats(lanes.SplatInt(int(t)))
	return s.from.LessEqual(at).And(at.LessEqual(s.to))
}

// weatherLanes is Weather in lanes.
type weatherLanes struct {
	first  calendar.Month
	months int
	values []lanes.Vec
}

func (m *ModelLanes) newWeather(months int) *weatherLanes {
	return &weatherLanes{first: m.corridor.Start, months: months, values: make([]lanes.Vec, len(m.corridor.Hazards)*months)}
}

func (w *weatherLanes) at(hazard, month int) lanes.Vec { return w.values[hazard*w.months+month] }

// SetWeather says what the hazards come to in a lane.
func (m *ModelLanes) SetWeather(s *StateLanes, lane int, w *Weather) {
	if s.Weather == nil {
		s.Weather = m.newWeather(w.months)
	}
	taker{lane}.all(s.Weather.values, w.values)
}

func (m *ModelLanes) weather(s *StateLanes) (w *weatherLanes, month int) {
	if w = s.Weather; w == nil {
		w = m.normal
	}
	if w != nil {
		month = int(s.Month-w.first) % w.months
	}
	return w, month
}
