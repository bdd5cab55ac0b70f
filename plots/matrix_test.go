package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func ExampleChart_matrix() {
	run := examplePackage(exampleMatrix(3, 4))
	chart, _ := Lookup("matrix")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: Growth of demand against investment true <nil>
}

func TestMatrixAnswersThreeQuestions(t *testing.T) {
	labels := texts(mustWrite(t, "matrix", examplePackage(exampleMatrix(3, 4)), SVG))
	require.Subset(t, labels, []string{
		"Growth as stated", "Growth that fills 10 Mt in 2028", "announced dates", "late",
		"0 Mt", "10.1 Mt", "nothing held back", "held back from Feb 2028", "10 Mt from Dec 2028", "10 Mt never reached",
	})
}

func TestMatrixMarksPairsThatWereNotRun(t *testing.T) {
	run := examplePackage(exampleMatrix(2, 2).Where(func(row int) bool { return row != 3 }))
	require.Contains(t, texts(mustWrite(t, "matrix", run, SVG)), "not run")
}

func TestMatrixRefusesAPairTwice(t *testing.T) {
	table := exampleMatrix(1, 1)
	table.Append("stated", "growth/low", "investment/on-time", "", "", 10.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 30.0, 0.0, 0.0, 0.0, 0.0, "", "")
	_, err := drawMatrix(english, examplePackage(table))
	require.EqualError(t, err, "matrix.csv:3: growth/low with investment/on-time comes twice")
}

func TestLossScale(t *testing.T) {
	s := lossScale(english, 10.1)
	require.Equal(t, []string{"0", "0–1", "1–2", "2–5", "5–10", "10–20"}, s.Labels)
	for v, want := range map[float64]int{0: 0, 0.01: 1, 1: 1, 1.1: 2, 5: 3, 5.1: 4, 10.1: 5} {
		require.Equal(t, want, s.Class(v), "%g Mt", v)
	}
	require.Len(t, lossScale(english, 0).Colours, 2)
	require.Equal(t, []string{"0", "0–0.02", "0.02–0.05", "0.05–0.1", "0.1–0.2", "0.2–0.5"}, lossScale(english, 0.3).Labels)
}
