package model

import (
	"maps"
	"math"
	"slices"

	"corridor/model/portable"
)

const (
	agreement = 1e-10 // how near the run comes to what was observed, as a share of it
	nothing   = 1e-9  // USD/t: κ of a market that was not delayed
	// quickRounds is how often the years are run with e as it is found, and slowRounds how often
	// from the beginning with e = 1, where that has led nowhere: then each potential rises by what
	// is lacking, and those that want more than there is rise together until they cannot.
	quickRounds, slowRounds = 60, 3000
	// mostHidden is how many times as large as what the observation comes to without queues a
	// potential may be: beyond it, what was carried says nothing of what was asked for.
	mostHidden = 10
)

// uncensoring is the iteration at work.
type uncensoring struct {
	unknowns []unknown
	model    *Model
	state    *State
	out      *Outcome
	slow     bool
}

// unknown is the potential of a year, and the constant of its market where that is to be found.
type unknown struct {
	Observed
	share   float64 // base share of the corridor
	shifts  bool    // its constant is to be found
	highest float64 // the greatest potential that is tried
	demand  secant  // for ln D
	delay   secant  // for θκ

	// Of the last round.
	carried      float64         // Mt
	asked, chose float64         // Mt that the market asked for, and that of it which chose the corridor
	held         map[int]float64 // by segment: Mt held back
}

func newUnknown(c *Corridor, o Observed, constants bool) unknown {
	m := &c.Markets[o.Market]
	share := m.corridorShare()
	return unknown{
		Observed: o, share: share, shifts: constants && m.Sensitivity > 0 && share > 0 && share < 1,
		highest: float64(mostHidden * o.unhindered(c)),
		demand:  secant{slope: 1}, delay: secant{slope: 1}, held: map[int]float64{},
	}
}

// restart begins again, slowly.
func (u *uncensoring) restart(c *Corridor) {
	u.slow = true
	for i := range u.unknowns {
		x := &u.unknowns[i]
		*x.potential(c) = x.unhindered(c)
		if x.shifts {
			c.Markets[x.Market].BaseShiftUSDPerT = 0
		}
	}
}

// find runs the years until they agree with what was observed, or rounds are over.
func (u *uncensoring) find(rounds int) bool {
	for range rounds {
		u.round()
		if u.agrees() {
			return true
		}
		u.model.Change(u.improve)
	}
	u.round()
	return false
}

// round runs the years with the potentials there are.
func (u *uncensoring) round() {
	for i := range u.unknowns {
		x := &u.unknowns[i]
		x.carried, x.asked, x.chose = 0, 0, 0
		clear(x.held)
	}
	u.model.Reset(u.state)
	for range u.model.corridor.Months {
		u.model.Step(u.state, u.out)
		for i := range u.unknowns {
			if x := &u.unknowns[i]; x.Year == u.out.Month.Year() {
				u.add(x)
			}
		}
	}
}

// add adds the month to an unknown.
func (u *uncensoring) add(x *unknown) {
	potential := u.state.markets.potential[x.Market]
	x.asked += potential
	first := u.model.firstOf[x.Market]
	for f := first; f < first+len(u.model.corridor.Markets[x.Market].Routes); f++ {
		if u.model.flows[f].rival {
			continue
		}
		x.carried += u.out.CarriedMt[f]
		x.chose += float64(potential * u.state.Share[f])
		if at := u.out.FlowBinding[f]; at >= 0 {
			x.held[at] += u.out.FlowOfferedMt[f] - u.out.CarriedMt[f]
		}
	}
}

// agrees reports whether the round carried what was observed, as far as it can be: that it cannot is
// believed of a slow search alone, for a quick one may run away where a segment is nearly full.
func (u *uncensoring) agrees() bool {
	for i := range u.unknowns {
		x := &u.unknowns[i]
		if u.slow && x.carried < x.Mt && *x.potential(&u.model.corridor) >= x.highest {
			continue
		}
		if !agree(x.carried, x.Mt, agreement) || x.shifts && !agree(x.chose, float64(x.share*x.asked), agreement) {
			return false
		}
	}
	return true
}

// agree reports whether what was found is within a share of what was wanted.
func agree(found, wanted, share float64) bool {
	return math.Abs(found-wanted) <= float64(share*wanted)
}

// improve takes the next potentials and constants.
func (u *uncensoring) improve(c *Corridor) {
	for i := range u.unknowns {
		x := &u.unknowns[i]
		if x.Mt == 0 {
			continue // as nothing was asked for
		}
		less := 0.0 // so that as much comes to the corridor where its share rises
		if x.shifts && x.chose > 0 && x.chose < x.asked {
			m := &c.Markets[x.Market]
			x.delay.step(u.slow, portable.Log(x.share/(1-x.share))-portable.Log(x.chose/(x.asked-x.chose)))
			m.BaseShiftUSDPerT += x.delay.moved / m.Sensitivity
			less = float64((1 - x.share) * x.delay.moved)
		}
		d, next := x.potential(c), x.highest
		if x.carried > 0 {
			x.demand.step(u.slow, portable.Log(x.Mt/x.carried))
			next = min(float64(*d*portable.Exp(x.demand.moved-less)), next)
		}
		*d = next
	}
}

// holder is the segment that holds back most, of equal ones the first, −1 for none.
func (x *unknown) holder() int {
	at := -1
	for _, i := range slices.Sorted(maps.Keys(x.held)) {
		if mt := x.held[i]; mt > 0 && (at < 0 || mt > x.held[at]) {
			at = i
		}
	}
	return at
}

// secant finds where a difference is nothing.
type secant struct {
	lacked float64 // before the last step
	moved  float64 // the last step
	slope  float64 // how much of it the difference followed
}

// step finds how far to go, given what is lacking now.
func (s *secant) step(slow bool, lacks float64) {
	const (
		shortest = 1e-7 // step that says how much is followed
		least    = 0.02
		steepest = 10.0
	)
	switch {
	case slow:
		s.slope = 1
	case math.Abs(s.moved) > shortest:
		s.slope = min(max((s.lacked-lacks)/s.moved, least), steepest)
	}
	s.lacked, s.moved = lacks, lacks/s.slope
}
