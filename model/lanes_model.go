//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/bitset"
	"corridor/model/calendar"
	"corridor/model/lanes"
)

// ModelLanes is models of one corridor side by side, in which numbers may differ. What is
// connected with what is the same in all.
type ModelLanes struct {
	layout
	dates
	hazards
	models [lanes.Width]*Model

	corridor  CorridorLanes
	flows     []flowLanes
	groups    [][]nestLanes
	most      []lanes.Vec
	boundless []lanes.Mask
	paces     []lanes.Vec
	annual    []lanes.Vec
	years     int
	scheduled [][]lanes.Vec
	altered   []alterationLanes
	alters    [][]int
	agenda    []bitset.Set // months in which an effect can move in any lane
	capex     []lanes.Vec
	upkeep    []lanes.Vec
	others    []lanes.Vec
	nestings  []bool        // by market: its nests make a difference
	costs     []bool        // by market: its choice follows cost
	there     []bool        // space, by flow
	normal    *weatherLanes // the expected values, nil where the figures say all
}

// NewLanes puts models side by side.
func NewLanes(models [lanes.Width]*Model) *ModelLanes {
	one := models[0]
	m := &ModelLanes{
		layout: one.layout, dates: one.dates, hazards: one.hazards, models: models,
		flows: make([]flowLanes, len(one.flows)), groups: make([][]nestLanes, len(one.groups)),
		most: make([]lanes.Vec, len(one.most)), boundless: make([]lanes.Mask, len(one.boundless)), paces: make([]lanes.Vec, len(one.paces)),
		annual: make([]lanes.Vec, len(one.annual)), years: one.years, scheduled: make([][]lanes.Vec, len(one.scheduled)),
		altered: make([]alterationLanes, len(one.altered)), alters: one.alters,
		agenda: bitset.Several(one.corridor.Months, len(one.corridor.Projects)),
		there:  make([]bool, len(one.flows)), nestings: make([]bool, len(one.groups)), costs: make([]bool, len(one.groups)),
		capex: make([]lanes.Vec, len(one.capex)), upkeep: make([]lanes.Vec, len(one.upkeep)), others: make([]lanes.Vec, len(one.others)),
	}
	m.layCorridor(&one.corridor)
	for i := range m.flows {
		f := &one.flows[i]
		m.flows[i] = flowLanes{market: f.market, route: f.route, first: f.first, end: f.end, rival: f.rival, via: f.via, trail: f.trail}
		m.boundless[i] = lanes.If(one.boundless[i])
	}
	for i, groups := range one.groups {
		m.groups[i] = make([]nestLanes, len(groups))
		for n := range groups {
			m.groups[i][n] = nestLanes{index: groups[n].index, flows: groups[n].flows}
		}
	}
	for i, agreed := range one.scheduled {
		if agreed != nil {
			m.scheduled[i] = make([]lanes.Vec, len(agreed))
		}
	}
	for i := range one.altered {
		a := &one.altered[i]
		m.altered[i] = alterationLanes{segment: a.segment, quantity: a.quantity, follows: a.follows, efforts: make([]effortLanes, len(a.efforts))}
		for j := range a.efforts {
			m.altered[i].efforts[j] = effortLanes{a.efforts[j].project, new(ChangeLanes)}
		}
	}
	if one.usual != nil {
		m.normal = m.newWeather(calendar.MonthsPerYear)
		m.normal.first = one.usual.first
	}
	m.Take()
	return m
}

func (m *ModelLanes) layCorridor(c *Corridor) {
	m.corridor = CorridorLanes{
		Start: c.Start, Months: c.Months, Markets: make([]MarketLanes, len(c.Markets)), Segments: make([]SegmentLanes, len(c.Segments)),
		Rivals: c.Rivals, Projects: c.Projects, Shocks: make([]shockLanes, len(c.Shocks)), Economics: c.Economics, Hazards: make([]HazardLanes, len(c.Hazards)),
	}
	for i := range c.Markets {
		m.corridor.Markets[i].Routes = make([]RouteLanes, len(c.Markets[i].Routes))
		for j := range c.Markets[i].Routes {
			m.corridor.Markets[i].Routes[j].Later = c.Markets[i].Routes[j].Later
		}
	}
	for i := range c.Shocks {
		s := &c.Shocks[i]
		m.corridor.Shocks[i] = shockLanes{Segment: s.Segment, Market: s.Market, Rival: s.Rival}
	}
}

// InLanes reports whether such corridors are stepped side by side: pools of ships are not, nor
// what is shared among many.
func (m *ModelLanes) InLanes() bool { return len(m.models[0].fleets) == 0 && m.sharing.InLanes() }

// alike reports whether the models go the same ways: where one has no nests, or a choice that
// does not follow cost, none has.
func (m *ModelLanes) alike() bool {
	for l, of := range m.models {
		for market := range m.corridor.Markets {
			nested, costs := of.nested(market), of.corridor.Markets[market].Sensitivity > 0
			if l == 0 {
				m.nestings[market], m.costs[market] = nested, costs
			} else if nested != m.nestings[market] || costs != m.costs[market] {
				return false
			}
		}
	}
	return true
}

func (m *ModelLanes) hasDate(t calendar.Month) bool { return m.models[0].hasDate(t) }

func (m *ModelLanes) nested(market int) bool { return m.nestings[market] }

func (m *ModelLanes) counts(s *StateLanes) bool {
	return m.corridor.Economics.Given && s.taste != nil
}

func (m *ModelLanes) tastes(market int, s *StateLanes) bool {
	return m.counts(s) && m.costs[market]
}

func (m *ModelLanes) flowsOf(market int) (first, end int) { return m.models[0].flowsOf(market) }

func (m *ModelLanes) eachMarket(do func(market, first, end int)) { m.models[0].eachMarket(do) }

// deploy, sail and newPoolState are for pools of ships, which are not in lanes.
func (m *ModelLanes) deploy(*StateLanes, bool) {}

func (m *ModelLanes) sail(*StateLanes, *OutcomeLanes) {}

func (m *ModelLanes) newPoolState() poolState { return poolState{} }
