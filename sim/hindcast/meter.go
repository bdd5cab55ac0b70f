package hindcast

import (
	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
)

// Meter counts a series month by month while a future is stepped, as Measure does from the
// tables of a run.
type Meter struct {
	flows   []int            // counted
	since   []calendar.Month // by these: from when on
	beside  []int            // segments whose other traffic counts
	perUnit float64          // tonnes
}

// Meter returns the meter of the series in a run and the flows of its model; nil where the
// scenario has not what the series counts.
func (s *Series) Meter(run *sim.Run, flows []model.FlowName) *Meter {
	m := &Meter{perUnit: s.TonnesPerUnit(&run.Labels)}
	segments, counted := s.counted(run)
	for i, f := range flows {
		if since, counts := counted[[2]string{f.Market, f.Route}]; counts {
			m.flows, m.since = append(m.flows, i), append(m.since, since)
		}
	}
	if len(m.flows) == 0 {
		return nil
	}
	if s.others {
		m.beside = segments
	}
	return m
}

// CountMt returns what the series counts of a month, Mt.
func (m *Meter) CountMt(c *model.Corridor, out *model.Outcome) float64 {
	mt := 0.0
	for i, f := range m.flows {
		if out.Month >= m.since[i] {
			mt += out.CarriedMt[f]
		}
	}
	for _, segment := range m.beside {
		mt += c.Segments[segment].OtherTraffic.At(out.Month.Year()) / calendar.MonthsPerYear
	}
	return mt
}

// Units turns what was counted into the unit of the series.
func (m *Meter) Units(mt float64) float64 { return mt * 1e6 / m.perUnit }
