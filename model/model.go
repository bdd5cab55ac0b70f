package model

import (
	"corridor/model/bitset"
	"corridor/model/calendar"
	"corridor/model/fill"
)

// Model is a checked corridor, laid out for stepping. It is not changed by a
// step, so that many goroutines can share one, each with its own State.
type Model struct {
	corridor Corridor
	hazards
	flows     []flow
	legs      []leg        // the segments of all flows, flow by flow
	ways      []int32      // the segments of legs alone
	through   [][]int32    // by segment: the flows that pass it, in their order
	passing   []bitset.Set // by segment: the same
	sharing   *fill.System // of segments among flows
	congested []int        // segments that slow down as they fill
	trails    [][]int32    // lists of those of them that flows pass, in the order of the flow
	crowded   fill.Groups  // the segments whose load they need
	every     fill.Groups  // all segments
	bounded   []int32      // the flows that pass a segment
	own       []int32      // the flows of the corridor, not of rivals
	altered   []alteration
	alters    []bitset.Set     // by project: the alterations it has a part in
	service   []calendar.Month // by project: first month with an effect
	agenda    []bitset.Set     // by month: the projects whose effect can differ from the month before
	capex     []float64        // by month: what all projects cost in it, USD million
	annual    []float64        // potential in Mt per year, market by market, year by year
	years     int
	dates     bitset.Set // the months in which a dated figure of a segment or route changes
	redated   []int32    // the flows whose route has one
}

// New checks a corridor and lays it out. An error names the first thing that is
// not a corridor; scenario files are checked before, with better messages.
func New(c Corridor) (*Model, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	m := &Model{
		corridor: c,
		service:  make([]calendar.Month, len(c.Projects)),
		agenda:   bitset.Several(c.Months, len(c.Projects)),
	}
	for i := range c.Markets {
		for j := range c.Markets[i].Routes {
			m.addFlow(i, j)
		}
	}
	m.layAlterations()
	m.layDates()
	m.through, m.passing = make([][]int32, len(c.Segments)), make([]bitset.Set, len(c.Segments))
	for i := range m.passing {
		m.passing[i] = bitset.New(len(m.flows))
	}
	uses := make([][]fill.Use, len(m.flows))
	for f := range m.flows {
		for _, l := range m.legsOf(&m.flows[f]) {
			m.through[l.segment] = append(m.through[l.segment], int32(f))
			m.passing[l.segment].Add(f)
			uses[f] = append(uses[f], fill.Use{Resource: l.segment, Weight: l.weight})
		}
	}
	m.sharing = fill.New(len(c.Segments), uses)
	for i := range c.Segments {
		if c.Segments[i].Congestion.Alpha != 0 {
			m.congested = append(m.congested, i)
		}
	}
	m.every = m.sharing.All()
	m.crowded = m.sharing.With(func(s int) bool { return c.Segments[s].Congestion.Alpha != 0 })
	for f := range m.flows {
		m.layTrail(&m.flows[f])
		if len(m.legsOf(&m.flows[f])) > 0 {
			m.bounded = append(m.bounded, int32(f))
		}
		if !m.flows[f].rival {
			m.own = append(m.own, int32(f))
		}
	}
	_, m.years = c.Years()
	m.annual = make([]float64, len(c.Markets)*m.years)
	m.layHazards()
	m.capex = make([]float64, calendar.MonthsPerYear*m.years)
	m.refresh()
	return m, nil
}

// InService returns the first month in which project i has an effect, Never when
// it has none.
func (m *Model) InService(i int) calendar.Month { return m.service[i] }
