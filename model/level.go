package model

import (
	"corridor/model/calendar"
	"corridor/model/portable"
)

// WaterLevel is the level of the sea in metres against a reference, by year: as
// given, and moving at a rate after the last given year.
type WaterLevel struct {
	Given    Series
	MPerYear float64
}

// known returns the last year before which the level is given; without any it is the
// year asked for.
func (w *WaterLevel) known(year int) int {
	if n := len(w.Given.Years); n > 0 {
		return w.Given.Years[n-1]
	}
	return year
}

// FallM is how many metres the level lies below the reference, negative where it
// lies above.
func (w *WaterLevel) FallM(year int) float64 {
	n := len(w.Given.Years)
	if n == 0 {
		return 0
	}
	level := w.Given.At(year)
	if last := w.Given.Years[n-1]; year > last {
		level += float64(w.MPerYear * float64(year-last))
	}
	return -level
}

// walk draws the level of the water, metres above the expected one by month: from the last
// year whose level is known on, each year adds a normal step of standard deviation sd to it
// (a random walk: Cox & Miller 1965, The Theory of Stochastic Processes, ch. 2).
func (m *Model) walk(sd float64, numbers Uniform, first calendar.Month, to []float64) {
	level, year := 0.0, m.corridor.Water.known(first.Year())
	for month := range to {
		for now := (first + calendar.Month(month)).Year(); year < now; year++ {
			level += float64(sd * portable.NormQuantile(numbers.Float64()))
		}
		to[month] = level
	}
}

// rise is what the hazards make of the level of the water, metres above that of the
// figures.
func (m *Model) rise(s *State) float64 {
	w, month := m.weather(s)
	rise := 0.0
	if w != nil {
		for _, i := range m.walks {
			rise += w.at(i, month)
		}
	}
	return rise
}
