package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_pit() {
	chart, _ := Lookup("pit")
	figure, err := chart.Draw(exampleCalibration(3))
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Where observations fell in what the model said before it knew them true <nil>
}

// The band holds all of n values that are independent and evenly spread in 95 of 100 cases,
// be they few or many.
func TestEvenBandHolds95Percent(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const cases = 20000
	for _, n := range []int{3, 8, 20, 60} {
		inside := 0
		for range cases {
			j := judgement{fallen: make([]fallen, n)}
			values := make([]float64, n)
			for i := range values {
				values[i] = 100 * rng.Float64()
			}
			slices.Sort(values)
			for i, v := range values {
				j.fallen[i].pit = v
			}
			if j.outside() == 0 {
				inside++
			}
		}
		require.InDelta(t, 0.95, float64(inside)/cases, 0.008, "%d values", n)
	}
}

// The critical value of Kolmogorov's statistic for ten values at 5 % is 0.409 (Miller 1956, Journal of
// the American Statistical Association 51, 111–121), of which half a step of ten is in
// the dots.
func TestEvenBandOfTen(t *testing.T) {
	require.InDelta(t, 100*(0.409-0.05), evenBand(10), 0.15)
}

// Only years that are judged count, by kind, from the lowest to the highest, and what falls into
// the ranges is counted as it is drawn.
func TestJudgements(t *testing.T) {
	row := func(kind, period string, judged bool, observed, middle, pit float64) []any {
		r := predictiveRow("2023", kind, period, 1, false, judged, observed, middle)
		r[22] = pit
		return r
	}
	p := examplePackage(predictiveTable(
		row("conditional", "2025", true, 190, 100, 0.94),
		row("conditional", "2024", true, 40, 100, 0.02),
		row("conditional", "2023", true, 100, 100, 0.5),
		row("conditional", "2024-01/2024-06", true, 100, 100, 0.5),
		row("conditional", "2024", false, 100, 100, 0.5),
		row("forecast", "2025", true, 100, 100, 0.51),
	))
	all, err := readJudgements(p)
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, tables.Conditional, all[0].kind)
	require.Equal(t, []float64{2, 50, 94}, []float64{all[0].fallen[0].pit, all[0].fallen[1].pit, math.Round(all[0].fallen[2].pit)})
	require.Equal(t, [2]int{1, 2}, [2]int{all[0].half, all[0].nine})

	c, _ := Lookup("pit")
	figure, err := c.Draw(p)
	require.NoError(t, err)
	said := saidBy(figure)
	require.Contains(t, said, "of 3 yearly figures 33 % fell into the range of 50 %, 67 % into that of 90 %.")
	require.Contains(t, said, "of 1 yearly figures 100 % fell into the range of 50 %")
	require.Contains(t, said, "Containers, 2024", "what fell outside is named")
	require.NotContains(t, said, "Containers, 2025")
}
