package scenarios

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"corridor/sim/random"
)

// cutText is a scenario with one uncertain share.
const cutText = `scenario: cut
extends: teaching
uncertainties:
  share: {path: markets.boxes.give_up_per_month, %s}
`

func writeScenario(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "mine.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

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
		text := fmt.Sprintf(cutText, kind)
		root := parse(&File{Name: "cut", Text: text}, &diagnostics{})
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
		var report diagnostics
		c := &compiler{report: &report}
		cut := c.drawn(value{root, schema}.of("uncertainties").each()[0].value, l)
		if cut.Quantile(0) < 0 || cut.Quantile(1) > 1 {
			t.Errorf("%s: drawn from %v to %v", kind, cut.Quantile(0), cut.Quantile(1))
		}
		share := below + beyond
		if warned, refused := len(report.warnings) > 0, len(report.list) > 0; refused != (share > mistaken) || warned != (share > negligible && !refused) {
			t.Errorf("%s: with %v outside, warned %v and refused %v", kind, share, warned, refused)
		}
	}
}

// TestCutIsAsItIsSaid: writing what a warning says is meant draws the same values, bit
// for bit, without a warning.
func TestCutIsAsItIsSaid(t *testing.T) {
	quantiles := func(kind string) (list []float64, warnings int) {
		s, err := Load(Request{Scenario: writeScenario(t, fmt.Sprintf(cutText, kind))})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 100 {
			list = append(list, s.Uncertainties[0].Distribution.Quantile((float64(i)+0.5)/100))
		}
		return list, len(s.Warnings())
	}
	const kind = "distribution: normal, mean: 0.5, sd: 0.22"
	cut, warned := quantiles(kind)
	meant, silent := quantiles(kind + ", at_least: 0, at_most: 1")
	if warned != 1 || silent != 0 {
		t.Errorf("%d warnings, %d when it is meant", warned, silent)
	}
	for i := range cut {
		if cut[i] != meant[i] {
			t.Fatalf("quantile %d is %v, %v when it is meant", i, cut[i], meant[i])
		}
	}
}

// TestEmpiricalTakesWhatWasObserved: each value as often as it is listed, and no other.
func TestEmpiricalTakesWhatWasObserved(t *testing.T) {
	s, err := Load(Request{Scenario: writeScenario(t, fmt.Sprintf(cutText, "distribution: empirical, values: [0.1, 0.2, 0.2, 0.9]"))})
	if err != nil {
		t.Fatal(err)
	}
	d, err := random.NewDesign(random.LatinHypercube, 7, 400, 1, []string{"share"})
	if err != nil {
		t.Fatal(err)
	}
	counts, u := map[float64]int{}, make([]float64, 1)
	for draw := range uint64(400) {
		d.Point(draw, u)
		counts[s.Uncertainties[0].Distribution.Quantile(u[0])]++
	}
	if len(counts) != 3 || counts[0.1] != 100 || counts[0.2] != 200 || counts[0.9] != 100 {
		t.Errorf("drawn are %v", counts)
	}
}

// TestNegligibleCut: what hardly ever lies beyond is cut without a word.
func TestNegligibleCut(t *testing.T) {
	for kind, want := range map[string]bool{
		"distribution: normal, mean: 0.5, sd: 0.15": false, // 0.086 %
		"distribution: normal, mean: 0.5, sd: 0.16": true,  // 0.18 %
		"distribution: uniform, low: 0, high: 1":    false,
	} {
		s, err := Load(Request{Scenario: writeScenario(t, fmt.Sprintf(cutText, kind))})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(fmt.Sprint(s.Warnings()), "lies outside"); got != want {
			t.Errorf("%s: warned %v", kind, got)
		}
	}
}
