package plots

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/series"
)

// What a title says are the figures of the tables, and it changes with them.
func TestFindings(t *testing.T) {
	on := english
	years, nan := []int{2034, 2035}, math.NaN()
	one := func(v float64) []float64 { return []float64{1, v} }
	require.Equal(t, "In 2035 the corridor carries 6.1 of the 7.1 Mt that would come with no limit", throughputFinding(on, years, one(6.12), one(7.08), 1))
	require.Equal(t, "In 2035 the corridor carries 6.1 Mt, all that would come with no limit", throughputFinding(on, years, one(6.12), one(6.121), 1))
	require.Equal(t, "In 2035 the corridor carries 6.1 Mt", throughputFinding(on, years, one(6.12), one(nan), 1))
	require.Empty(t, throughputFinding(on, years, one(nan), one(nan), 1))

	full := series.ByMonth{Name: "Ferries", Values: []float64{10, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100}}
	half := series.ByMonth{Name: "Rail", Values: one(50)}
	require.Equal(t, "Fullest in 2035: Ferries, at 100 % of its capacity", utilisationFinding(on, 2035, []series.ByMonth{half, full}))
	require.Equal(t, "In 2035 the corridor is used to 100 % of its capacity", utilisationFinding(on, 2035, []series.ByMonth{full}))

	require.Equal(t, "Ferries: cargo is held back in 3 of 12 months", bindingFinding(on, "Ferries", tightSegment{months: 3, held: make([]float64, 12)}))
	require.Equal(t, "No segment holds cargo back; the fullest is Ferries", bindingFinding(on, "Ferries", tightSegment{held: make([]float64, 12)}))

	cargo := cargoYears{years: years, bands: []cargoBand{
		{class: "a", title: "A", like: true, mt: []float64{1, 1.1}}, {class: "b", title: "B", mt: []float64{2, 2}}, {class: "a", title: "A", mt: []float64{0, 0.4}},
	}}
	require.Equal(t, "What grows most to 2035: A, from 1.0 to 1.5 Mt", cargoFinding(on, cargo, []float64{3, 3.5}, 1))
	require.Equal(t, "Most of the 3.0 Mt of 2035: B, 2.0 Mt", cargoFinding(on, cargo, []float64{3, 3}, 1))
}

// A title does not tell apart what the futures do not.
func TestFindingsOfWhatIsUncertain(t *testing.T) {
	on := english
	at := func(name string, share float64) held { return held{name, []float64{share}} }
	require.Equal(t, "Undecided where most cargo is held back in 2035: B (63 % of futures) or A (55 %)", holdingFinding(on, []held{at("A", 55), at("B", 63)}, 0, "2035"))
	require.Equal(t, "B: cargo is held back there in 94 % of futures in 2035", holdingFinding(on, []held{at("A", 80), at("B", 94)}, 0, "2035"))
	require.Empty(t, holdingFinding(on, []held{at("A", 0)}, 0, "2035"))

	run := func(name string, v float64) runYears {
		return runYears{name: name, list: []int{2035}, values: []float64{v}}
	}
	write := func(v float64) string { return on.Amount(v, 1) }
	require.Equal(t, "A and B come to nearly the same in 2035: 6.1 and 6.1", compareFinding(on, []runYears{run("B", 6.08), run("A", 6.12), run("C", 4.9)}, write))
	require.Equal(t, "Most in 2035: A, 6.1", compareFinding(on, []runYears{run("C", 4.9), run("A", 6.12)}, write))
	require.Empty(t, compareFinding(on, []runYears{run("C", math.NaN()), run("A", 6.12)}, write))
	require.Equal(t, "C against A: −1.2 in 2035", runDifferenceFinding(on, "A", []runYears{run("B", 0.1), run("C", -1.2)}, write))

	tonnes := metricOf("throughput_mt")
	c := change{scenario: "sea-first", spread: spread{list: []int{2035}, p05: []float64{-0.3}, p50: []float64{-0.06}, p95: []float64{0.1}}, pairs: 500}
	require.Equal(t, "sea-first: −0.06\u00a0Mt in 2035, −0.30 to +0.10 in nine of ten futures", changeFinding(on, tonnes, c, 2))
	c.pairs = 1
	require.Equal(t, "sea-first: −0.06\u00a0Mt in 2035", changeFinding(on, tonnes, c, 2))
}
