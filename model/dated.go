package model

import (
	"corridor/model/bitset"
	"corridor/model/calendar"
)

// Dated is a figure that holds from a month on, until the next one does.
type Dated struct {
	From  calendar.Month
	Value float64
}

// dated returns a figure in month t: the last of the later ones that has come, or the
// first one.
func dated(first float64, later []Dated, t calendar.Month) float64 {
	for i := range later {
		if later[i].From > t {
			break
		}
		first = later[i].Value
	}
	return first
}

// dates are when dated figures of segments and routes change.
type dates struct {
	dated   bitset.Set // months in which one does
	redated []int32    // the flows whose route has one
}

// layDates marks the months in which a dated figure of a segment, rival or route changes.
func (m *Model) layDates() {
	m.dated = bitset.New(m.corridor.Months)
	mark := func(later []Dated) (any bool) {
		for _, d := range later {
			if d.From > m.corridor.Start && d.From < m.corridor.Start+calendar.Month(m.corridor.Months) {
				m.dated.Add(int(d.From - m.corridor.Start))
				any = true
			}
		}
		return any
	}
	for i := range m.corridor.Segments {
		mark(m.corridor.Segments[i].CostFrom)
		mark(m.corridor.Segments[i].DaysFrom)
	}
	for i := range m.corridor.Rivals {
		r := &m.corridor.Rivals[i]
		mark(r.CostUSDPerT.Steps)
		mark(r.Days.Steps)
		mark(r.ReliabilityUSDPerT.Steps)
	}
	for i := range m.flows {
		r := &m.corridor.Markets[m.flows[i].market].Routes[m.flows[i].route]
		cost, days := mark(r.CostFrom), mark(r.DaysFrom)
		if cost || days {
			m.redated = append(m.redated, int32(i))
		}
	}
}

// hasDate reports whether a dated figure changes in a month.
func (m *Model) hasDate(t calendar.Month) bool { return m.dated.Has(int(t - m.corridor.Start)) }
