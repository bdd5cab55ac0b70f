package model

// Step simulates one month: it moves the state on and writes the month's outcome over
// out. Each line is a submodel of README.md, in the file of its name. It allocates
// nothing.
func (m *Model) Step(s *State, out *Outcome) {
	out.Month = s.Month

	m.capacities(s, out)
	m.potentials(s)
	m.choose(s)
	m.demand(s, out)
	m.offer(s, out)
	m.allocate(s, out)
	m.queue(s, out)
	m.divert(s, out)
	m.value(s, out)
	m.delays(s, out)
	m.sail(s, out)
	m.account(s, out)

	s.Month++
}
