package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

func ExampleChart_costs() {
	chart, _ := Lookup("costs")
	figure, err := chart.Draw(exampleRanking(11))
	fmt.Println(figure.Title(), err)
	// Output: 3 of 11 projects and measures are beaten by none that is cheaper and adds more <nil>
}

// Who costs no more and adds no less beats. Of two alike one stands; what adds nothing never
// does, however cheap it is.
func TestUnbeaten(t *testing.T) {
	name := func(list []findings.Appraised) (names string) {
		for _, q := range list {
			names += q.Name
		}
		return names
	}
	of := func(name string, cost, carried float64) findings.Appraised {
		return findings.Appraised{Name: name, CapexMUSD: cost, CarriedMt: carried, FirstMt: carried, LastMt: carried}
	}
	for want, list := range map[string][]findings.Appraised{
		"ab": {of("b", 20, 2), of("a", 10, 1), of("c", 30, 1.5), of("d", 20, 1.9), of("e", 10, 0.5)},
		"a":  {of("a", 10, 1), of("b", 20, 1), of("c", 10, 1), of("z", 0, 0), of("y", 0, -3)},
		"fa": {of("a", 10, 1), of("f", 0, 0.4), of("g", 5, 0.3)},
		"":   {of("a", 10, -1), of("b", 0, 0.001)},
	} {
		require.Equal(t, want, name(unbeaten(list)))
	}
}

// Costs far apart lie on a logarithmic axis, with a place for nothing before it.
func TestCostAxis(t *testing.T) {
	costing := func(costs ...float64) (list []findings.Appraised) {
		for i, v := range costs {
			list = append(list, findings.Appraised{Name: fmt.Sprint(i), CapexMUSD: v})
		}
		return list
	}
	for _, test := range []struct {
		costs []float64
		log   bool
		zero  bool // apart
	}{
		{[]float64{10, 20}, false, false},
		{[]float64{0, 10, 20}, false, false},
		{[]float64{0, 0}, false, false},
		{[]float64{10, 10000}, true, false},
		{[]float64{0, 10, 10000}, true, true},
		{[]float64{1e-9, 10, 10000}, true, true},
	} {
		list := costing(test.costs...)
		a := newCostAxis(english, list)
		require.Equal(t, test.log, a.Log, test.costs)
		require.Equal(t, test.zero, a.nothing > 0, test.costs)
		last := math.Inf(-1)
		for i := range list {
			at := a.of(&list[i])
			require.GreaterOrEqual(t, at, last)
			require.True(t, at >= a.Min && at <= a.Max, "%v of %v", at, test.costs)
			last = at
		}
	}
}

func TestCostsNamesThoseThatMatter(t *testing.T) {
	c, _ := Lookup("costs")
	for _, size := range Sizes {
		figure, err := c.DrawAs(exampleRanking(11), Options{Size: size})
		require.NoError(t, err)
		said := saidBy(figure)
		for _, name := range []string{"Two container ships", "China–Kyrgyzstan–Uzbekistan", "Railway bypass"} {
			require.Contains(t, said, name, size)
		}
		require.NotContains(t, said, "…")
		require.Contains(t, figure.Description(), "First two of six ferries Kuryk–Alat: USD 31 million, +1.57 Mt.")
	}
}

// Without costs there is a ranking alone.
func TestCostsNeedsCosts(t *testing.T) {
	table := tables.New(tables.Ranking)
	appendRanked(table, map[string]any{"project": "p", "carried_mt": 1.0, "carried_first_mt": 1.0, "carried_last_mt": 1.0})
	costs, _ := Lookup("costs")
	ranking, _ := Lookup("ranking")
	require.False(t, costs.Possible(examplePackage(table)))
	require.True(t, ranking.Possible(examplePackage(table)))
	requireBlank(t, costs, examplePackage(table), "Every value of capex_musd in ranking.csv is empty.")
}
