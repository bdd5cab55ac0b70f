package model

import "corridor/model/calendar"

// poolState is where the ships of pools are, by service. Ships are counted as parts of those
// that their pool has in the base year.
type poolState struct {
	ships []float64 // n
	own   []float64 // m

	// Of the month.
	offered []float64 // by segment that is served: Mt, load of what is offered
	drawn   []float64 // n⁰ e^η
	sailed  []float64 // n, before they go on
	earned  []float64 // e
	carried []float64 // Mt per year, other traffic counted
}

func (m *Model) newPoolState() poolState {
	n := len(m.berths)
	p := poolState{
		ships: make([]float64, n), own: make([]float64, n), drawn: make([]float64, n),
		sailed: make([]float64, n), earned: make([]float64, n), carried: make([]float64, n),
	}
	if n > 0 {
		p.offered = make([]float64, len(m.rooms))
	}
	return p
}

// Deployment is where ships of a pool are in a month, and what they do there. Ships are
// counted as parts of those that the pool has in the base year.
type Deployment struct {
	Ships, Own float64 // there, and those the service is stated with
	Earnings   float64 // of a ship-day, 1 being those of the base year
	CarriedMt  float64 // in the month, other traffic counted
}

// Deployments calls see for every service of every pool after a step.
func (m *Model) Deployments(s *State, see func(*Pool, *Service, Deployment)) {
	p := &s.pools
	for j := range m.berths {
		pool := &m.corridor.Pools[m.berths[j].pool]
		see(pool, &pool.Services[m.berths[j].service], Deployment{p.sailed[j], p.own[j], p.earned[j], p.carried[j] / calendar.MonthsPerYear})
	}
}

// deploy counts the ships of each service in the month, and how many are there over its own.
// Those that a project or a year adds begin where they are added; those that leave do so from
// all services alike, since nobody knows any more whose they are.
func (m *Model) deploy(s *State, first bool) {
	p := &s.pools
	for i := range m.fleets {
		f := &m.fleets[i]
		total, less := 0.0, 0.0
		for j := f.first; j < f.end; j++ {
			own := m.ownShips(s, j)
			more := own - p.own[j]
			p.own[j] = own
			switch {
			case first:
				p.ships[j] = own
			case more > 0:
				p.ships[j] += more
			default:
				less -= more
			}
			total += p.ships[j]
		}
		for j := f.first; j < f.end; j++ {
			if less > 0 {
				p.ships[j] = float64(p.ships[j] * (positive(total-less) / total))
			}
			if at := m.berths[j].segment; at >= 0 {
				deployed := 0.0
				if p.own[j] > 0 {
					deployed = p.ships[j] / p.own[j]
				}
				if deployed != s.segments.deployed[at] {
					s.segments.deployed[at] = deployed
					s.move(at, passing)
				}
			}
		}
	}
}

// ownShips counts the ships a service is stated with in the month.
func (m *Model) ownShips(s *State, j int) float64 {
	b := &m.berths[j]
	if b.ships == 0 {
		return 0
	}
	stated := m.corridor.Pools[b.pool].Services[b.service].CapacityMt.At(s.Month.Year())
	if b.segment >= 0 {
		stated = b.count(&s.segments.now[b.segment])
	}
	return float64(b.ships * (stated / b.stated))
}
