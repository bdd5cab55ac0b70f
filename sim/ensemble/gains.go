package ensemble

import (
	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// appraised reports whether alternatives are compared that all count in money.
func (e *Ensemble) appraised() bool {
	for i := range e.Alternatives {
		if !e.Alternatives[i].Corridor.Economics.Given {
			return false
		}
	}
	return len(e.Alternatives) > 1
}

// newGains returns the gains of an alternative against the first, in no futures.
func (e *Ensemble) newGains() (*stats.Set, error) {
	var kinds []stats.Metric
	for i := range sim.Gains {
		kinds = append(kinds, stats.Metric{Name: sim.Gains[i].Name, Thresholds: []float64{economics.OneUSD}})
	}
	set, err := stats.NewSet(kinds, e.gainPeriods())
	if err == nil && e.DesignReplicates() > 1 {
		set.Replicated(int(e.DesignReplicates()), func(int, int) bool { return false })
	}
	return set, err
}

// gainPeriods are the years simulated, and last all that are appraised.
func (e *Ensemble) gainPeriods() []string {
	return append(periods(e.Alternatives[0].Corridor.Years()), tables.PresentValue)
}

// gain finds what the plan gains in the future simulated last, by the terms of the plan it is
// set beside.
func (s *simulator) gain(terms *economics.Terms, out []float64) {
	sim.Gained(terms, s.model, s.figure, out)
}

// Economics returns what every alternative gains against the first, draw by draw, in money; nil
// where one of them does not count in it.
func (e *Ensemble) Economics(t *Tally) *tables.Table {
	if t.Gains == nil {
		return nil
	}
	out := tables.New(tables.Economics)
	for i, set := range t.Gains {
		for gain := range sim.Gains {
			for at, period := range e.gainPeriods() {
				if period != tables.PresentValue && gain == sim.ResidualGain {
					continue // belongs to no year
				}
				g := set.At(gain, at)
				cells := g.Spread([]any{
					e.Alternatives[0].Name, e.Alternatives[i+1].Name, sim.Gains[gain].Name, sim.Gains[gain].Title, period, int(g.Count()),
					g.Mean(), tables.Finite(g.MeanError()), tables.Finite(g.SD()),
				})
				out.Append(stats.AppendShare(cells, g.Above(0), g.Counts(), Confidence)...)
			}
		}
	}
	return out
}
