package report

import (
	"slices"
	"strconv"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// moneyGroup is what a scenario gains against a baseline in money.
type moneyGroup struct {
	Baseline, Scenario string
	Draws              int
	Years              []string
	Rows               []moneyRow
	Sentence           string
}

type moneyRow struct {
	Title   string
	Years   []cell
	Present cell
	Spread  string // 5 to 95 %
	Gains   string // share of the pairs in which something is gained, with its interval
}

// moneyOf reads economics.csv for the target year, the last, and all years appraised.
func moneyOf(m *topic, subjects []*subject) (out []moneyGroup) {
	target, _ := m.targetYear()
	years := []string{strconv.Itoa(target), strconv.Itoa(m.lastYear())}
	years = slices.Compact(years)
	of := &tables.Economics
	for _, s := range subjects {
		if !filled(s.Package, tables.Economics) {
			continue
		}
		t := s.Package.Table(tables.Economics)
		for row, gain := range of.GainTitle.Of(t) {
			baseline, scenario := of.Baseline.Of(t)[row], of.Scenario.Of(t)[row]
			if n := len(out); n == 0 || out[n-1].Scenario != scenario || out[n-1].Baseline != baseline {
				out = append(out, moneyGroup{Baseline: baseline, Scenario: scenario, Draws: int(of.Draws.Of(t)[row]), Years: years, Sentence: findings.Money(s.w, t, baseline, scenario)})
			}
			g := &out[len(out)-1]
			if n := len(g.Rows); n == 0 || g.Rows[n-1].Title != gain {
				g.Rows = append(g.Rows, moneyRow{Title: gain, Years: make([]cell, len(years)), Spread: none, Gains: none})
			}
			last := &g.Rows[len(g.Rows)-1]
			mean := of.Mean.Of(t)[row]
			shown := cell{wholeSigned(mean), raw(mean)}
			if at := slices.Index(years, of.Period.Of(t)[row]); at >= 0 {
				last.Years[at] = shown
			}
			if of.Period.Of(t)[row] == tables.PresentValue {
				last.Present = shown
				last.Spread = wholeSigned(of.P05.Of(t)[row]) + " to " + wholeSigned(of.P95.Of(t)[row])
				last.Gains = shareOf(of.Gains, t, row)
			}
		}
	}
	return out
}

func wholeSigned(v float64) string { return signed(v, number(v, 0)) }
