package language

import (
	"math"
	"testing"

	"corridor/scenarios/text"
)

// TestShareCutAway: the share of a distribution of any kind that is told is that of
// 100,000 even probabilities whose value lies outside, and what is drawn lies within.
func TestShareCutAway(t *testing.T) {
	const n = 100_000
	for _, kind := range []string{
		"distribution: uniform, low: -0.4, high: 0.9",
		"distribution: triangular, low: -0.1, mode: 0.4, high: 1.2",
		"distribution: pert, low: -0.3, mode: 0.5, high: 1.4",
		"distribution: beta, alpha: 2, beta: 3, low: -0.5, high: 0.8",
		"distribution: normal, mean: 0.5, sd: 0.3",
		"distribution: lognormal, median: 0.6, sigma: 0.3",
		"distribution: exponential, low: -0.1, mean_excess: 0.3",
		"distribution: discrete, values: [-1, 0, 0.5, 1, 2], weights: [1, 4, 8, 4, 3]",
		"distribution: empirical, values: [0, 0.2, 0.2, 0.4, 1, 1.1]",
		"distribution: normal, mean: 0.5, sd: 0.4, at_least: -0.1",
		"distribution: normal, mean: 0.5, sd: 0.4, at_most: 0.9, floor: 0.1",
		"distribution: normal, mean: 0.9, sd: 0.4, floor: -0.1",
		"distribution: mixture, parts: {near: {weight: 3, distribution: normal, mean: 0.5, sd: 0.1}, far: {weight: 1, distribution: uniform, low: 0.5, high: 1.5}}",
	} {
		shares := "uncertainties: {share: {path: markets.boxes.give_up_per_month, " + kind + "}}"
		root := text.Parse(&text.File{Name: "cut", Text: shares}, text.Contents{}, &text.Report{})
		d, err := distributionOf(value{root, schema}.of("uncertainties").each()[0].value)
		if err != nil {
			t.Fatal(err)
		}
		l := limits{least: 0, most: 1}
		below, beyond := l.outside(d)
		countBelow, countBeyond := 0, 0
		for i := range n {
			switch x := d.Quantile((float64(i) + 0.5) / n); {
			case x < 0:
				countBelow++
			case x > 1:
				countBeyond++
			}
		}
		if math.Abs(below-float64(countBelow)/n) > 1.5/n || math.Abs(beyond-float64(countBeyond)/n) > 1.5/n {
			t.Errorf("%s: %v below and %v beyond, counted are %d and %d of %d", kind, below, beyond, countBelow, countBeyond, n)
		}
		var report text.Report
		c := &compiler{report: &report}
		cut := c.drawn(value{root, schema}.of("uncertainties").each()[0].value, l)
		if cut.Quantile(0) < 0 || cut.Quantile(1) > 1 {
			t.Errorf("%s: drawn from %v to %v", kind, cut.Quantile(0), cut.Quantile(1))
		}
		share := below + beyond
		if warned, refused := len(report.Warned()) > 0, report.Found(); refused != (share > mistaken) || warned != (share > negligible && !refused) {
			t.Errorf("%s: with %v outside, warned %v and refused %v", kind, share, warned, refused)
		}
	}
}
