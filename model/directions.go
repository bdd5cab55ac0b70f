package model

import (
	"fmt"
	"slices"

	"corridor/model/fill"
)

// Class is what is true of a cargo class wherever it goes. A class that is not listed sends
// nothing back.
type Class struct {
	Name        string
	EmptyReturn float64 // share of the units that come loaded and find no load back which go back empty by the same services, 0 to 1
	EmptyPlace  float64 // place an empty unit takes, over that of a loaded one, 0 to 1
}

// room is a part of the use of a segment that is linear in what flows carry, and no more than
// the segment's capacity K.
//
// With W and E what is carried west and east of a cargo class, in the capacity it uses, ε the
// share of the units without a load back that go back empty, and φ the place of an empty one,
// empties take ε φ max(0, W − E) eastward and ε φ max(0, E − W) westward. Where K counts both
// directions together
//
//	Σ (W + E + ε φ |W − E|) ≤ K, over the cargo classes
//
// and where there is as much for each direction
//
//	Σ (W + ε φ max(0, E − W)) ≤ K  and  Σ (E + ε φ max(0, W − E)) ≤ K
//
// Each term is the larger of two that are linear in W and E, with no factor below 0 as ε φ is at
// most 1. A sum of such is at most K where every sum of one of each is: those are the rooms, and
// the filling shares them like any others. The empties are those of the month itself, and
// nothing is iterated. The form is ours; that the imbalance of loads makes the empties, and that
// about a fifth of all containers move empty: Rodrigue, The Geography of Transport Systems,
// "Factors behind Empty Transport Flows" (as read at people.hofstra.edu/geotrans).
type room struct {
	segment int
	uses    []float64 // by flow through the segment: the capacity a tonne uses
}

// layRooms finds the rooms of every segment: as many first as there are segments, one each,
// then the others, segment by segment.
func (m *Model) layRooms() {
	m.rooms = make([]room, len(m.corridor.Segments))
	m.furtherOf = make([]int32, len(m.corridor.Segments)+1)
	for i := range m.corridor.Segments {
		all := m.roomsOf(i)
		m.rooms[i] = all[0]
		m.further = append(m.further, all[1:]...)
		m.furtherOf[i+1] = int32(len(m.further))
	}
	m.rooms = append(m.rooms, m.further...)
}

// roomsOf returns the rooms of a segment, those left out that are never the narrowest.
func (m *Model) roomsOf(segment int) (rooms []room) {
	for _, d := range m.directionsOf(segment) {
		uses := [][]float64{make([]float64, len(m.through[segment]))}
		for _, class := range m.classesOn(segment) {
			var longer [][]float64
			for _, so := range uses {
				for _, term := range m.terms(segment, class, d) {
					longer = append(longer, plus(so, term))
				}
			}
			uses = widest(longer)
		}
		for _, u := range uses {
			rooms = append(rooms, room{segment, u})
		}
	}
	all := make([][]float64, len(rooms))
	for i, r := range rooms {
		all[i] = r.uses
	}
	rooms = rooms[:0]
	for _, u := range widest(all) {
		rooms = append(rooms, room{segment, u})
	}
	return rooms
}

// direction is a direction whose loads a capacity counts, or both.
type direction int

const (
	westbound direction = iota
	eastbound
	bothWays
)

func (m *Model) directionsOf(segment int) []direction {
	if m.corridor.Segments[segment].BothWays {
		return []direction{bothWays}
	}
	return []direction{westbound, eastbound}
}

// terms are the two of which the larger is what the loads of a cargo class use in a
// direction, with their empties.
func (m *Model) terms(segment int, cargo string, d direction) [2][]float64 {
	empties := m.corridor.emptiesOf(cargo)
	var terms [2][]float64
	for i := range terms {
		more := empties // of the loads that exceed those the other way, which go back empty
		terms[i] = make([]float64, len(m.through[segment]))
		for k, f := range m.through[segment] {
			if m.marketOf(f).Cargo != cargo {
				continue
			}
			east := m.marketOf(f).Eastbound
			use := 0.0
			switch exceeds := east == (i == 1); {
			case d == bothWays && exceeds:
				use = 1 + more
			case d == bothWays:
				use = 1 - more
			case east == (d == eastbound) && i == 0: // no more than come back
				use = 1
			case east == (d == eastbound):
				use = 1 - more
			case i == 1:
				use = more
			}
			terms[i][k] = float64(m.weightOn(&m.flows[f], segment) * use)
		}
	}
	return terms
}

func (m *Model) marketOf(flow int32) *Market { return &m.corridor.Markets[m.flows[flow].market] }

// classesOn lists the cargo classes that pass a segment, in the order of the flows.
func (m *Model) classesOn(segment int) (classes []string) {
	for _, f := range m.through[segment] {
		if class := m.marketOf(f).Cargo; !slices.Contains(classes, class) {
			classes = append(classes, class)
		}
	}
	return classes
}

// emptiesOf is the place of the empties that a tonne without a load back causes, over its own.
func (c *Corridor) emptiesOf(cargo string) float64 {
	for _, class := range c.Classes {
		if class.Name == cargo {
			return float64(class.EmptyReturn * class.EmptyPlace)
		}
	}
	return 0
}

func plus(a, b []float64) []float64 {
	sum := slices.Clone(a)
	for i := range sum {
		sum[i] += b[i]
	}
	return sum
}

// widest keeps the uses that no other is at least as large as for every flow, of equal ones the
// first.
func widest(uses [][]float64) (kept [][]float64) {
	covers := func(a, b []float64) bool {
		for i := range a {
			if a[i] < b[i] {
				return false
			}
		}
		return true
	}
	for i, u := range uses {
		covered := false
		for j, other := range uses {
			if i != j && covers(other, u) && (j < i || !covers(u, other)) {
				covered = true
			}
		}
		if !covered {
			kept = append(kept, u)
		}
	}
	return kept
}

// uses is what the flows use of each room.
func (m *Model) uses() [][]fill.Use {
	uses := make([][]fill.Use, len(m.flows))
	for r := range m.rooms {
		for k, f := range m.through[m.rooms[r].segment] {
			if use := m.rooms[r].uses[k]; use > 0 {
				uses[f] = append(uses[f], fill.Use{Resource: r, Weight: use})
			}
		}
	}
	return uses
}

// furnish gives the further rooms of segments the capacity of the first.
func (m *Model) furnish(capacity []float64) {
	for i := range m.further {
		capacity[len(m.corridor.Segments)+i] = capacity[m.further[i].segment]
	}
}

// use is what flows use of a segment with their empties, given Mt by flow: that of the fullest room.
func (m *Model) use(segment int, mt func(flow int32) float64) (most float64) {
	used := func(r *room) (sum float64) {
		for k, f := range m.through[segment] {
			sum += float64(mt(f) * r.uses[k])
		}
		return sum
	}
	most = max(0, used(&m.rooms[segment]))
	for i := m.furtherOf[segment]; i < m.furtherOf[segment+1]; i++ {
		most = max(most, used(&m.further[i]))
	}
	return most
}

// fullest gives segments of several rooms the load of the fullest.
func (m *Model) fullest(load []float64) {
	for i := range m.further {
		on := m.further[i].segment
		load[on] = max(load[on], load[len(m.corridor.Segments)+i])
	}
}

// named turns the rooms that hold flows into their segments.
func (m *Model) named(rooms []int) {
	if len(m.further) == 0 {
		return
	}
	for f, r := range rooms {
		if r != fill.None {
			rooms[f] = m.rooms[r].segment
		}
	}
}

// Movements are the units of a cargo class on a segment in a month, as Mt of what they carry
// or, of empty ones, would.
type Movements struct {
	West, East, EmptyWest, EmptyEast float64
}

// Passes reports whether a cargo class goes over a segment.
func (m *Model) Passes(cargo string, segment int) bool {
	return slices.Contains(m.classesOn(segment), cargo)
}

// Movements finds them after a step.
func (m *Model) Movements(out *Outcome, segment int, class Class) (v Movements) {
	for _, f := range m.through[segment] {
		switch market := m.marketOf(f); {
		case market.Cargo != class.Name:
		case market.Eastbound:
			v.East += out.CarriedMt[f]
		default:
			v.West += out.CarriedMt[f]
		}
	}
	v.EmptyEast = float64(class.EmptyReturn * positive(v.West-v.East))
	v.EmptyWest = float64(class.EmptyReturn * positive(v.East-v.West))
	return v
}

// mostBalances bounds the cargo classes on a segment that go both ways and send empties back:
// each doubles its rooms.
const mostBalances = 5

func (c *Corridor) checkDirections() error {
	for i := range c.Classes {
		class := &c.Classes[i]
		if err := shares("cargo class "+class.Name, class.EmptyReturn, class.EmptyPlace); err != nil {
			return err
		}
	}
	balances := make([]int, len(c.Segments))
	for i := range c.Classes {
		for on, both := range c.bothWays(c.Classes[i].Name) {
			if !both {
				continue
			}
			if balances[on]++; balances[on] > mostBalances {
				return fmt.Errorf("segment %s: more than %d cargo classes go both ways and send empties back", c.Segments[on].Name, mostBalances)
			}
		}
	}
	return nil
}

// bothWays tells by segment whether a cargo class passes it in both directions.
func (c *Corridor) bothWays(cargo string) []bool {
	west, both := make([]bool, len(c.Segments)), make([]bool, len(c.Segments))
	for _, eastbound := range []bool{false, true} {
		for j := range c.Markets {
			if c.Markets[j].Cargo != cargo || c.Markets[j].Eastbound != eastbound {
				continue
			}
			for _, r := range c.Markets[j].Routes {
				for _, on := range r.Segments {
					west[on], both[on] = west[on] || !eastbound, both[on] || eastbound && west[on]
				}
			}
		}
	}
	return both
}
