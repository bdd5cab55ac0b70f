package model

// Corridor returns what the model was made of, for reading; Change changes it.
func (m *Model) Corridor() *Corridor { return &m.corridor }

// Change lets the caller change numbers of the corridor in place, and brings the model up
// to date with them: growth, sensitivities, costs and days, dates and sizes of projects,
// shocks. It allocates nothing, so that many futures can be run on one model. What is
// connected with what must stay as it was: segments, routes, weights, requirements, the
// months simulated, and whether a segment is congested. States are to be Reset after it.
func (m *Model) Change(change func(c *Corridor)) {
	change(&m.corridor)
	m.refresh()
}

// refresh finds anew all that follows from numbers of the corridor.
func (m *Model) refresh() {
	m.refreshProgramme()
	m.refreshPotentials()
	m.refreshSegments()
	m.refreshFlows()
	m.refreshPools()
	m.solveConstants()
	m.refreshHazards()
}
