package ensemble

import (
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// milestones watches one future: when it reaches the targets, and when cargo is held
// back all year.
type milestones struct {
	targets []tables.Target
	column  func(metric string) float64 // of read
	read    *sim.Figures
	free    func(metric string) float64 // of read, if no segment ever limited

	ofDemand []bool // by target: whether that is asked of it

	met     []bool           // by target: at its date
	inReach []bool           // by target: it would be if no segment ever limited
	first   []calendar.Month // by target and, last, for cargo held back all year: when it was noticed first, calendar.Never when not
}

func newMilestones(targets []tables.Target) milestones {
	read := new(sim.Figures)
	m := milestones{
		targets: targets, column: read.Of, read: read, free: tables.Unlimited(read.Of),
		met: make([]bool, len(targets)), inReach: make([]bool, len(targets)), first: make([]calendar.Month, len(targets)+1),
	}
	for i := range targets {
		m.ofDemand = append(m.ofDemand, targets[i].OfDemand())
	}
	return m
}

// start forgets the future before.
func (m *milestones) start() {
	clear(m.met)
	clear(m.inReach)
	for i := range m.first {
		m.first[i] = calendar.Never
	}
}

// asked reports whether a target is set for a month.
func (m *milestones) asked(at calendar.Month) bool {
	for i := range m.targets {
		if t := m.targets[i].At; !t.Yearly && t.Month == at {
			return true
		}
	}
	return false
}

// rates looks at the targets that are set for a month, and so read its rates per
// year: in that month, and at the end of every year.
func (m *milestones) rates(at calendar.Month, rates sim.Figures, yearEnds bool) {
	*m.read = rates
	for i := range m.targets {
		if t := &m.targets[i]; !t.At.Yearly && (yearEnds || t.At.Month == at) {
			m.look(i, at)
		}
	}
}

// annual looks at the targets that are set for a year.
func (m *milestones) annual(december calendar.Month, row *sim.Figures) {
	*m.read = *row
	for i := range m.targets {
		if m.targets[i].At.Yearly {
			m.look(i, december)
		}
	}
}

func (m *milestones) look(target int, at calendar.Month) {
	t := &m.targets[target]
	if t.Attained(at, t.Metric.Eval(m.column)) {
		m.first[target] = min(m.first[target], at)
		m.met[target] = m.met[target] || at == t.At.Month
	}
	if at == t.At.Month && m.ofDemand[target] && t.Met(t.Metric.Eval(m.free)) {
		m.inReach[target] = true
	}
}

// heldBack notices a year in which cargo was held back in every month.
func (m *milestones) heldBack(december calendar.Month) {
	last := len(m.first) - 1
	m.first[last] = min(m.first[last], december)
}
