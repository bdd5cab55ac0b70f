package plots

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

func ExampleChart_predictive() {
	chart, _ := Lookup("predictive")
	figure, err := chart.Draw(exampleCalibration(3))
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What was observed, and what the calibrated model says of it true <nil>
}

// predictiveRow is a row of predictive.csv for containers in a year, with the interval of 90 %
// from half of the middle to twice.
func predictiveRow(fit, kind, period string, horizon int, fitted, judged bool, observed, middle float64) []any {
	from, to := monthsOfPeriod(period)
	return []any{"a", fit, kind, "containers", "Containers", "headline", period, from, to, "TEU", 2022, horizon, fitted, judged, observed, 0.05, 0.1,
		middle / 2, middle * 0.8, middle, middle * 1.25, middle * 2, 0.5}
}

func predictiveTable(rows ...[]any) *tables.Table {
	t := tables.New(tables.Predictive)
	for _, r := range rows {
		t.Append(r...)
	}
	return t
}

// Each observation has the prior, the fit that does not know it and the fit for use, of the
// conditional kind, and of several origins the nearest one.
func TestObservationsTakeTheirFits(t *testing.T) {
	table := predictiveTable(
		predictiveRow("prior", "conditional", "2024", 1, false, false, 100, 70),
		predictiveRow("2023", "conditional", "2024", 1, false, true, 100, 90),
		predictiveRow("2023", "forecast", "2024", 1, false, true, 100, 60),
		predictiveRow("2023–2025", "conditional", "2024", 1, true, false, 100, 98),
		predictiveRow("2023", "conditional", "2025", 2, false, true, 200, 1),
		predictiveRow("2023–2024", "conditional", "2025", 1, false, true, 200, 150),
		predictiveRow("2023–2025", "conditional", "2025", 1, true, false, 200, 190),
		predictiveRow("2023–2025", "conditional", "2024-01/2024-06", 1, false, false, 40, 30),
	)
	require.Equal(t, tables.Conditional, kindOf(tables.Predictive.Kind.Of(table)))
	all, used, err := readObservations(table, tables.Conditional)
	require.NoError(t, err)
	require.Equal(t, "2023–2025", used)
	require.Len(t, all, 1)
	require.Len(t, all[0].all, 3)
	half, year, next := all[0].all[0], all[0].all[1], all[0].all[2]
	require.Equal(t, []string{"Jan–Jun 2024", "2024", "2025"}, []string{half.title(english), year.title(english), next.title(english)})
	require.Equal(t, []float64{70, 90, 98}, []float64{year.prior.p50, year.judged.p50, year.forUse.p50})
	require.Equal(t, 150.0, next.judged.p50, "the nearest origin")
	require.False(t, next.prior.said())
	require.True(t, next.fitted)
	require.False(t, half.fitted)
	require.False(t, half.judged.said())
	half50, nine := next.judged.within(200)
	require.False(t, half50)
	require.True(t, nine)
}

// The words count what the upper bar holds: 100 of 2024 lies in 72 to 112.5, 200 of 2025 in 75 to
// 300 but above 187.5.
func TestPredictiveSaysWhatItHolds(t *testing.T) {
	table := predictiveTable(
		predictiveRow("2023", "conditional", "2024", 1, false, true, 100, 90),
		predictiveRow("2023–2024", "conditional", "2025-Q1", 1, false, true, 40, 40),
		predictiveRow("2023–2025", "conditional", "2024", 1, true, false, 100, 98),
		predictiveRow("2023–2024", "conditional", "2025", 1, false, true, 200, 150),
		predictiveRow("2023–2025", "conditional", "2025", 1, true, false, 200, 190),
	)
	c, _ := Lookup("predictive")
	figure, err := c.Draw(examplePackage(table))
	require.NoError(t, err)
	said := saidBy(figure)
	require.Contains(t, said, "Of 2 yearly figures the upper bar, which did not know them, holds 2, and its dark part 1.")
	require.Contains(t, said, "Lower bar: calibrated on 2023–2025, for use")
	require.Contains(t, said, "used by no fit")
	require.Contains(t, figure.Description(), "Containers, TEU, 2025: 200 (75–300).")
}

// A prediction that holds a value for sure is drawn too, and one that is 0 at its lower end.
func TestPredictiveAxes(t *testing.T) {
	of := func(least, highest float64) bool {
		o := observation{observed: least, prior: noPrediction, judged: noPrediction, forUse: noPrediction}
		o.judged = prediction{least, least, least, highest, highest, 50, 1}
		return observedSeries{}.axis(english, []observation{o}, 1).Log
	}
	require.False(t, of(10, 79))
	require.True(t, of(10, 81))
	require.False(t, of(0, 81), "0 has no logarithm")
}

// Where there is no room for all, whole years stay, then what a fit used, then the latest.
func TestMostObservations(t *testing.T) {
	var s observedSeries
	for _, month := range []words.Month{1, 2, 3, 4, 5} {
		s.all = append(s.all, observation{span: span{24000 + month, 24000 + month}, fitted: month == 2})
	}
	s.all[0].span = span{24000, 24011}
	names := func(n int) (out []int) {
		for _, o := range s.most(n) {
			out = append(out, int(o.from)-24000)
		}
		return out
	}
	require.Equal(t, []int{2}, names(1))
	require.Equal(t, []int{0, 2}, names(2))
	require.Equal(t, []int{0, 2, 5}, names(3))
	require.Equal(t, []int{0, 2, 3, 4, 5}, names(9))
}

// Columns of a newspaper keep the order, leave none out, and no other breaks make the
// tallest column lower.
func TestNewspaper(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	for range 200 {
		heights := make([]vg.Length, 1+rng.IntN(9))
		for i := range heights {
			heights[i] = vg.Length(1 + rng.IntN(20))
		}
		breaks, tallest := newspaper(heights, 2)
		require.Len(t, breaks, 2)
		require.Equal(t, len(heights), breaks[1])
		least := vg.Length(1e9)
		for cut := range heights {
			left, right := vg.Length(0), vg.Length(0)
			for i, h := range heights {
				if i <= cut {
					left += h
				} else {
					right += h
				}
			}
			least = min(least, max(left, right))
			if cut == breaks[0]-1 {
				require.Equal(t, tallest, max(left, right))
			}
		}
		require.Equal(t, least, tallest)
	}
}

func TestDecimalsFor(t *testing.T) {
	for _, c := range []struct {
		v       float64
		figures int
		want    string
	}{{4.119, 3, "4.12"}, {107.054, 3, "107"}, {77, 3, "77.0"}, {99.97, 3, "100"}, {0.0063, 2, "0.0063"}, {52000, 2, "52,000"}, {0, 3, "0"}} {
		require.Equal(t, c.want, english.Amount(c.v, decimalsFor(c.v, c.figures)))
	}
}

func TestOddCalibrations(t *testing.T) {
	row := func(change func([]any)) *tables.Package {
		r := predictiveRow("2023", "conditional", "2024", 1, false, true, 100, 90)
		change(r)
		return examplePackage(predictiveTable(r))
	}
	of := func(column int, v any) *tables.Package { return row(func(r []any) { r[column] = v }) }
	parameter := func(low, middle, high, after any) *tables.Table {
		t := tables.New(tables.Parameters)
		t.Append("a", "2023", "p", "", "x", low, middle, high, after, after, after, 0.5, 0.1, true, false)
		return t
	}
	none := tables.New(tables.Parameters)
	none.Append("a", tables.NoYears, "p", "", "x", 1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 0.0, 0.0, false, false)
	drawOdd(t, []oddCase{
		{"one", "predictive", row(func([]any) {}), ""},
		{"no error", "predictive", of(15, nil), ""},
		{"wild error", "predictive", of(15, 1e6), ""},
		{"nothing said", "predictive", of(19, nil), ""},
		{"far", "predictive", of(14, 1e9), ""},
		{"nothing came", "predictive", of(14, 0.0), ""},
		{"not observed", "predictive", of(14, nil), "Every value of observed in predictive.csv is empty."},
		{"huge", "predictive", of(21, 1e300), "p95 in predictive.csv is too large a number to be drawn."},
		{"upside down", "predictive", of(17, 95.0), "predictive.csv:2: p05 to p95 do not rise"},
		{"no month", "predictive", of(7, "soon"), `predictive.csv:2: from "soon" is not a month`},
		{"backwards", "predictive", of(8, "2020-01"), "predictive.csv:2: to is before from"},
		{"forecasts alone", "predictive", of(2, "forecast"), ""},
		{"unknown kind", "predictive", of(2, "guess"), ""},

		{"one", "pit", row(func([]any) {}), ""},
		{"surely wrong", "pit", of(22, 1.0), ""},
		{"not judged", "pit", of(13, false), "No yearly figure is judged."},
		{"no share", "pit", of(22, 1.5), "predictive.csv:2: pit is 1.5, expected a share from 0 to 1"},
		{"no month", "pit", of(8, "soon"), `predictive.csv:2: to "soon" is not a month`},

		{"one", "posterior", examplePackage(parameter(1.0, 2.0, 3.0, 2.5)), ""},
		{"known before", "posterior", examplePackage(parameter(2.0, 2.0, 2.0, 2.0)), ""},
		{"far outside", "posterior", examplePackage(parameter(1.0, 2.0, 3.0, 1e9)), ""},
		{"tiny", "posterior", examplePackage(parameter(1e-12, 2e-12, 3e-12, 2e-12)), ""},
		{"not a number", "posterior", examplePackage(parameter(nil, nil, nil, nil)), ""},
		{"huge", "posterior", examplePackage(parameter(1.0, 2.0, 1e300, 2.0)), "prior_p95 in parameters.csv is too large a number to be drawn."},
		{"upside down", "posterior", examplePackage(parameter(3.0, 2.0, 1.0, 2.0)), "parameters.csv:2: the quantiles of p do not rise"},
		{"twice", "posterior", examplePackage(twice(parameter(1.0, 2.0, 3.0, 2.0))), "parameters.csv:3: p comes twice in the fit 2023"},
		{"prior alone", "posterior", examplePackage(none), "No parameter was calibrated."},
	})
}
