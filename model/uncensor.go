package model

import (
	"fmt"
	"math"
	"slices"
	"time"

	"corridor/model/calendar"
)

// Observed is what the corridor carried of a market in a year, as it was counted.
type Observed struct {
	Market, Year int
	Mt           float64
}

// Shortfall is an observation for which no potential was found: CarriedMt is what a run carries
// of the market in that year with the last that was tried, which is less than was observed where
// that is as large as a potential may be; Segment holds back most of the rest, −1 for none.
type Shortfall struct {
	Observed
	CarriedMt float64
	Segment   int
}

// Uncensor finds the potentials of given years of markets at which the corridor carries what
// was observed, and puts them into their growth, which must have the years. What was carried
// is demand cut off by capacity: storms, queues and full ships held some of it back, and that
// part was not seen (censored demand: Guo, Xiao & Li 2012, Advances in Operations Research
// 2012, 270910). Here the model itself says what it holds back. With C what was observed in a
// year, Mt, s the base share of the ways through the corridor, and x what a run with all these
// potentials carries, the potentials D are those where x = C. In the base year the delays that
// shippers saw are in the base shares too, so that the constants of the choice are those where
// the corridor's share of what is asked for in that year, s̄, is s. They are found by
//
//	ln D ← ln D + (ln C − ln x) / e,   from D = C / s
//	θκ ← θκ + (logit s − logit s̄) / e,  from κ = 0
//
// where κ, in USD/t, is added to the base cost of the ways through the corridor, and e is how
// far the difference of the round before followed the step then, 1 at first: the secant method
// for each of them, all at once. It ends when every x and s̄ is within 10⁻¹⁰. Without a
// sensitivity shares do not follow delays, and κ is 0.
//
// Constants are found in a run of the base year alone, potentials of years that the scenario
// simulates in its own run, and those of years before that in one that begins with the first of
// them. Nothing random has a part in it: hazards come to their means. What it cannot explain it
// returns, with potentials as they were last.
func (c *Corridor) Uncensor(observed []Observed) ([]Shortfall, error) {
	var base, before, within []Observed
	for _, o := range observed {
		if o.Market < 0 || o.Market >= len(c.Markets) || !slices.Contains(c.Markets[o.Market].Growth.Years, o.Year) {
			return nil, fmt.Errorf("there is no potential of market %d in %d to be found", o.Market, o.Year)
		}
		*o.potential(c) = o.unhindered(c)
		if o.Year == c.baseYear() {
			c.Markets[o.Market].BaseShiftUSDPerT = 0
			base = append(base, o)
		}
		if calendar.NewMonth(o.Year, time.January) < c.Start {
			before = append(before, o)
		} else {
			within = append(within, o)
		}
	}
	if _, err := c.uncensor(base, c.BaseMonth(), true); err != nil {
		return nil, err
	}
	first := c.Start
	for _, o := range before {
		first = min(first, calendar.NewMonth(o.Year, time.January))
	}
	short, err := c.uncensor(before, first, false)
	if err != nil {
		return nil, err
	}
	more, err := c.uncensor(within, c.Start, false)
	return append(short, more...), err
}

// potential is where a corridor has the potential of what was observed.
func (o *Observed) potential(c *Corridor) *float64 {
	g := &c.Markets[o.Market].Growth
	return &g.MtPerYear[slices.Index(g.Years, o.Year)]
}

// unhindered is the potential that brings what was observed where nothing is held back.
func (o *Observed) unhindered(c *Corridor) float64 {
	if share := c.Markets[o.Market].corridorShare(); share > 0 {
		return o.Mt / share
	}
	return o.Mt // and none of it can come
}

// corridorShare is the base share of the ways through the corridor.
func (m *Market) corridorShare() (share float64) {
	for _, r := range m.Routes {
		if !r.Rival && !r.Later {
			share += r.Share
		}
	}
	return share
}

// uncensor finds the potentials of years that one run explains, and with them the constants of
// the markets where it is to.
func (c *Corridor) uncensor(observed []Observed, first calendar.Month, constants bool) (short []Shortfall, err error) {
	if len(observed) == 0 {
		return nil, nil
	}
	run, last := c.Clone(), 0
	u := uncensoring{}
	for _, o := range observed {
		last = max(last, o.Year)
		u.unknowns = append(u.unknowns, newUnknown(c, o, constants))
	}
	run.BaseYear, run.Start, run.Months = c.baseYear(), first, int(calendar.NewMonth(last, time.December)-first)+1
	if u.model, err = New(run); err != nil {
		return nil, err
	}
	u.state, u.out = u.model.NewState(), u.model.NewTotals()
	u.state.unlimited = nil
	if !u.find(quickRounds) {
		u.model.Change(u.restart)
		u.find(slowRounds)
	}
	for i := range u.unknowns {
		x := &u.unknowns[i]
		*x.potential(c) = *x.potential(&u.model.corridor)
		if shift := u.model.corridor.Markets[x.Market].BaseShiftUSDPerT; math.Abs(shift) > nothing {
			c.Markets[x.Market].BaseShiftUSDPerT = shift
		}
		if !agree(x.carried, x.Mt, 1e3*agreement) {
			short = append(short, Shortfall{x.Observed, x.carried, x.holder()})
		}
	}
	return short, nil
}
