package plots

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_tornado() {
	chart, _ := Lookup("tornado")
	figure, err := chart.Draw(exampleMattering())
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What one figure alone changes true <nil>
}

func ExampleChart_shares() {
	chart, _ := Lookup("shares")
	figure, err := chart.Draw(exampleMattering())
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the spread of a result comes from true <nil>
}

// TestTornadoRanks: the figure that moves the result farthest comes first, with its values at the
// ends as the scenario has them; one that moves nothing is left out.
func TestTornadoRanks(t *testing.T) {
	labels := texts(mustWrite(t, "tornado", exampleMattering(), SVG))
	at := -1
	for _, want := range []string{"the tankers Aktau–Sangachal, Mt/yr", "segments.s1.capacity", "the level of the Caspian, m a year", "the railway through Iran", "still shut"} {
		next := slices.Index(labels, want)
		require.Greater(t, next, at, "%s in %q", want, labels)
		at = next
	}
	require.NotContains(t, labels, "nothing")
	require.Subset(t, labels, []string{"1.6", "7", "14,000", "30,000", "−0.3", "0.05", "open again", "0.3", "0.04"})
	require.Contains(t, labels, "Throughput, Mt per year, 2030")

	figure, err := must(Lookup("tornado")).DrawAs(exampleMattering(), Options{Metric: "capacity_mt"})
	require.NoError(t, err)
	require.NotContains(t, figure.Description(), "2030")
	_, err = must(Lookup("tornado")).DrawAs(exampleMattering(), Options{Metric: "queue_mt"})
	require.EqualError(t, err, "swings.csv has no rows of queue_mt; it has capacity_mt, throughput_mt")
}

func must(c Chart, _ bool) Chart { return c }

func TestTornadoNeedsSomethingThatMoves(t *testing.T) {
	p := exampleMattering()
	c := &tables.Swings
	for row, v := range c.Value.Of(p.Table(tables.Swings)) {
		c.ValueAtLow.Of(p.Table(tables.Swings))[row], c.ValueAtHigh.Of(p.Table(tables.Swings))[row] = v, v
	}
	require.False(t, must(Lookup("tornado")).Possible(p))
	requireBlank(t, must(Lookup("tornado")), p, "No figure alone changes anything.")
}

// TestSharesAddUp: with what inputs do only together, the parts of every year are all of it.
func TestSharesAddUp(t *testing.T) {
	years, all, err := readAlone(exampleSensitivity(), "throughput_mt")
	require.NoError(t, err)
	require.Equal(t, []int{2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034}, years)
	require.Len(t, all, 8)
	shown := largestShares(english, all, len(years))
	require.Len(t, shown, mostShares+2)
	for i := range years {
		total := 0.0
		for _, b := range shown {
			require.GreaterOrEqual(t, b.value[i], 0.0)
			total += b.value[i]
		}
		require.InDelta(t, 100, total, 0.06)
	}
	require.Zero(t, shown[len(shown)-1].value[1], "in 2026 they add to more than all")
	require.Equal(t, []string{"throughput_mt", "containers_kteu"}, sharedMetrics(exampleSensitivity()))

	labels := texts(mustWrite(t, "shares", exampleMattering(), SVG))
	require.Subset(t, labels, []string{"agreed trains (6)", "Others, alone", "Only together", "2025", "2034"})
}
