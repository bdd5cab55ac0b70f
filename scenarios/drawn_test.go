package scenarios

import (
	"fmt"
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
