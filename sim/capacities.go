package sim

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Capacities are those of the corridor after a month, Mt per year in mean weather, with the
// projects, the water and the other traffic of that month. See [tables.CorridorColumns].
type Capacities struct {
	AllMt        float64 // every market presses until a full segment stops it
	MonthsMixMt  float64 // all that the month carried grows alike until the first segment is full
	YearsMixMt   float64 // the same with what the year has carried so far
	ComparableMt float64 // of AllMt, what the declared capacity counts

	yearsMixSegment int // that would be full first
}

// Capacities finds them after a month that was added.
func (a *Accounts) Capacities(s *model.State, out *model.Outcome) Capacities {
	return a.CapacitiesOf(a.model.YearlyCapacityMt(s, out), s, out)
}

// CapacitiesOf finds them where the first was found already, by YearlyCapacityMt.
func (a *Accounts) CapacitiesOf(allMt float64, s *model.State, out *model.Outcome) (c Capacities) {
	c.AllMt = allMt
	c.MonthsMixMt, _ = a.model.YearlyMixCapacityMt(s, out.CarriedMt)
	c.YearsMixMt, c.yearsMixSegment = a.model.YearlyMixCapacityMt(s, a.carried)
	c.ComparableMt, _ = a.model.Limit(s, a.comparable.in(out.Month))
	return c
}

// comparable are the flows of the corridor that the declared capacity counts.
type comparable struct {
	flows []int32
	since []calendar.Month // the month from which each is counted
	now   []int32          // space
}

// comparableOf finds the flows of the scope that the declared capacity is said to have, on
// its ways; all where nothing is said.
func comparableOf(m *model.Model, l *tables.Labels) (c comparable) {
	flow := int32(0)
	for _, market := range m.Corridor().Markets {
		since := tables.CountedSince(l.Declared.Scope, l.Markets[market.Name].Scope)
		if l.Declared.Scope == "" {
			since = 0
		}
		for _, route := range market.Routes {
			passes := len(l.Declared.Through) == 0 || slices.ContainsFunc(route.Segments, func(s int) bool {
				return slices.Contains(l.Declared.Through, m.Corridor().Segments[s].Name)
			})
			if !route.Rival && passes && since != calendar.Never {
				c.flows, c.since = append(c.flows, flow), append(c.since, since)
			}
			flow++
		}
	}
	c.now = make([]int32, 0, len(c.flows))
	return c
}

// in lists those counted in a month.
func (c *comparable) in(t calendar.Month) []int32 {
	c.now = c.now[:0]
	for i, f := range c.flows {
		if t >= c.since[i] {
			c.now = append(c.now, f)
		}
	}
	return c.now
}
