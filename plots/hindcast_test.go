package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func ExampleChart_hindcast() {
	run := examplePackage(exampleHindcast(), exampleExperiments())
	chart, _ := Lookup("hindcast")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the model would have said, against what happened true <nil>
}

func TestHindcastTellsErrors(t *testing.T) {
	labels := texts(mustWrite(t, "hindcast", examplePackage(exampleHindcast()), SVG))
	// The plan for 2025 was 5.2 Mt, 4.119 Mt came: 26 % too much.
	require.Subset(t, labels, []string{"+26", "Hold-out", "Forecast", "Rates given", "Containers, thousand TEU per year"})
	require.NotContains(t, labels, "Natural experiments, change in %: the range observed as a bar, the model as a dot")
}

func TestErrorPercent(t *testing.T) {
	require.InDelta(t, 26.2443, errorPercent(5.2, 4.119), 1e-4)
	require.InDelta(t, -50, errorPercent(1, 2), 1e-12)
	require.True(t, math.IsNaN(errorPercent(1, 0)))
	require.True(t, math.IsNaN(errorPercent(math.NaN(), 2)))
}

func TestBestForecast(t *testing.T) {
	require.Equal(t, 1, forecast{actual: 4, said: []float64{5, 3.5, math.NaN()}}.best())
	require.Equal(t, -1, forecast{actual: math.NaN(), said: []float64{5, 3.5}}.best())
	require.Equal(t, -1, forecast{actual: 4, said: []float64{5, math.NaN()}}.best(), "of one there is no best")
}

func TestExperimentVerdicts(t *testing.T) {
	labels := texts(mustWrite(t, "hindcast", examplePackage(exampleHindcast(), exampleExperiments()), SVG))
	require.Subset(t, labels, []string{"−38 %, within the range", "−6 %, right direction, wrong size", "−4 %, wrong direction"})
}
