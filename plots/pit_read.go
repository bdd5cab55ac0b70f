package plots

import (
	"cmp"
	"math"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// fallen is where the figure of a year fell in what was said of it before it was known.
type fallen struct {
	span
	series string
	pit    float64 // in percent
}

// judgement is how the figures of a kind fell, from the lowest to the highest.
type judgement struct {
	kind       string
	fallen     []fallen
	half, nine int // within the central 50 and 90 %
}

// readJudgements returns the yearly figures that are judged, by kind, each once: as it was said
// from the nearest origin. Parts of a year go with it and would count it again.
func readJudgements(p *tables.Package) ([]judgement, error) {
	t, err := series.RowsOf(p, tables.Predictive)
	if err != nil {
		return nil, err
	}
	var kinds []string
	for row, kind := range tables.Predictive.Kind.Of(t) {
		if tables.Predictive.Judged.True(t, row) && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	var out []judgement
	for _, kind := range kinds {
		all, _, err := readObservations(t, kind)
		if err != nil {
			return nil, err
		}
		if j := judge(kind, all); len(j.fallen) > 0 {
			out = append(out, j)
		}
	}
	return out, nil
}

// judge sorts the yearly figures by where they fell.
func judge(kind string, all []observedSeries) judgement {
	j := judgement{kind: kind}
	for _, s := range all {
		for _, o := range s.all {
			if math.IsNaN(o.judged.pit) || !o.wholeYear() {
				continue
			}
			j.fallen = append(j.fallen, fallen{o.span, s.title, o.judged.pit})
			half, nine := o.judged.within(o.observed)
			if half {
				j.half++
			}
			if nine {
				j.nine++
			}
		}
	}
	slices.SortStableFunc(j.fallen, func(a, b fallen) int { return cmp.Compare(a.pit, b.pit) })
	return j
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
	return float64(100 * (1.358/(root+0.12+0.11/root) - float64(0.5/float64(n))))
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

// name says which figure it is.
func (f fallen) name(on *page.Page) string { return on.Say(f.series) + ", " + f.title(on) }
