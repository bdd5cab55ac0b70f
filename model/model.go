package model

import "corridor/model/calendar"

// Model is a checked corridor, laid out for stepping. It is not changed by a
// step, so that many goroutines can share one, each with its own State.
type Model struct {
	corridor Corridor
	layout
	potentialPaths
	programme
	dates
	hazards
	pools
}

// New checks a corridor and lays it out. The model keeps its slices: give it a Clone where
// they are to be changed. An error names the first thing that is not a corridor; scenario
// files are checked before, with better messages.
func New(c Corridor) (*Model, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	m := &Model{corridor: c}
	m.layFlows()
	m.layOutlets()
	m.layPotentials()
	m.layProgramme()
	m.layDates()
	m.layHazards()
	m.layPools()
	m.refresh()
	return m, nil
}

// InService returns the first month in which project i has an effect, Never when
// it has none.
func (m *Model) InService(i int) calendar.Month { return m.service[i] }
