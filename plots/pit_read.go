package plots

import (
	"cmp"
	"math"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// fallen is where an observation fell in what was said of it before it was known.
type fallen struct {
	span
	title string
	pit   float64 // in percent
}

// judgement is how the observations of a kind fell, from the lowest to the highest.
type judgement struct {
	kind       string
	fallen     []fallen
	half, nine int // within the central 50 and 90 %
}

// readJudgements returns the observations that are judged, by kind.
func readJudgements(p *tables.Package) ([]judgement, error) {
	t, err := series.RowsOf(p, tables.Predictive)
	if err != nil {
		return nil, err
	}
	of := tables.Predictive
	columns, err := series.Measures(t, of.Observed, of.P05, of.P25, of.P50, of.P75, of.P95)
	if err != nil {
		return nil, err
	}
	pits, err := series.Shares(t, of.PIT)
	if err != nil {
		return nil, err
	}
	var out []judgement
	for row, kind := range of.Kind.Of(t) {
		if !of.Judged.True(t, row) || math.IsNaN(pits[row]) || math.IsNaN(columns[0][row]) {
			continue
		}
		f := fallen{title: titleOr(of.Title.Of(t)[row], of.Series.Of(t)[row]), pit: pits[row]}
		if f.span, err = monthsOf(t, row); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(out, func(j judgement) bool { return j.kind == kind })
		if i < 0 {
			i = len(out)
			out = append(out, judgement{kind: kind})
		}
		j := &out[i]
		j.fallen = append(j.fallen, f)
		half, nine := prediction{columns[1][row], columns[2][row], columns[3][row], columns[4][row], columns[5][row], 0}.within(columns[0][row])
		if half {
			j.half++
		}
		if nine {
			j.nine++
		}
	}
	for _, j := range out {
		slices.SortStableFunc(j.fallen, func(a, b fallen) int { return cmp.Compare(a.pit, b.pit) })
	}
	return out, nil
}

// expected is the percentage below which the i-th of n values that are evenly spread lies, counted
// from 0.
func expected(i, n int) float64 { return float64(100*(float64(i)+0.5)) / float64(n) }

// evenBand is how far, in percent, each of n values in order may lie from where it is
// expected, such that all of them do in 95 of 100 cases in which they are independent and evenly
// spread. It is the test of Kolmogorov, whose statistic is max |u − (i + ½)/n| + 1/2n, with
// the critical value of Stephens (1970, Journal of the Royal Statistical Society B 32, 115–122):
//
//	1.358 / (√n + 0.12 + 0.11/√n)
func evenBand(n int) float64 {
	root := math.Sqrt(float64(n))
	return 100 * (1.358/(root+0.12+0.11/root) - 0.5/float64(n))
}

// outside counts the dots beyond the band.
func (j judgement) outside() int {
	out := 0
	for i, f := range j.fallen {
		if math.Abs(f.pit-expected(i, len(j.fallen))) > evenBand(len(j.fallen)) {
			out++
		}
	}
	return out
}

// name says which observation it is.
func (f fallen) name(on *page.Page) string { return on.Say(f.title) + ", " + f.period(on) }
