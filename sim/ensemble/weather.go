package ensemble

import (
	"corridor/model"
	"corridor/sim/random"
)

// weather draws the hazards of one alternative, each from a stream of random numbers
// of its own, whatever the design: a hazard takes as many numbers as it needs.
type weather struct {
	streams []random.Stream
	numbers random.Numbers // of the hazard being drawn
	weather *model.Weather
}

func newWeather(m *model.Model, seed uint64) *weather {
	hazards := m.Corridor().Hazards
	if len(hazards) == 0 {
		return nil
	}
	w := &weather{weather: m.NewWeather()}
	for i := range hazards {
		w.streams = append(w.streams, random.NewStream(seed, "hazard/"+hazards[i].Name))
	}
	return w
}

// draw realises the hazards of a draw.
func (w *weather) draw(draw uint64, m *model.Model) {
	w.weather.Reset()
	for i := range w.streams {
		w.numbers = w.streams[i].At(draw)
		m.Realise(i, &w.numbers, w.weather)
	}
}
