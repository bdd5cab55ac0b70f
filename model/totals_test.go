package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestTotalsAreThoseOfAll: an outcome without the loads that only tables read has
// otherwise the same bits, month by month, and the loads of congested segments.
func TestTotalsAreThoseOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, all := m.NewState(), m.NewOutcome()
		lean, totals := m.NewState(), m.NewTotals()
		for range m.corridor.Months {
			m.Step(s, all)
			m.Step(lean, totals)
			for _, i := range m.congested {
				require.Equal(t, all.LoadMt[i], totals.LoadMt[i])
			}
			copy(totals.load, all.load)
			totals.loads = all.loads
			require.Equal(t, equable(all), equable(totals))
			totals.loads = m.crowded
			require.Equal(t, s.Share, lean.Share)
			require.Equal(t, s.Backlog, lean.Backlog)
			require.Equal(t, s.Perceived, lean.Perceived)
			require.Equal(t, m.YearlyCapacityMt(s, all), m.YearlyCapacityMt(lean, totals))
		}
	})
}

// TestTrails: what congestion adds to the flows of a trail is found once, and is what it
// adds to each flow, segment by segment.
func TestTrails(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, out := m.NewState(), m.NewOutcome()
		for range m.corridor.Months {
			m.Step(s, out)
			for _, f := range m.bounded {
				days := WaitDays(s.Backlog[f], out.CarriedMt[f])
				for _, l := range m.legsOf(&m.flows[f]) {
					if m.corridor.Segments[l.segment].Congestion.Alpha != 0 {
						days += s.segments.slowed[l.segment]
					}
				}
				require.Equal(t, days, s.flows.delay[f])
			}
		}
	})
}
