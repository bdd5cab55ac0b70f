package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// manyFutures is an ensemble whose throughput spreads out around 5 Mt and whose
// capacity stays between 6 and 11 Mt.
func manyFutures() *tables.Package {
	t := tables.New(tables.Quantiles)
	for _, metric := range []struct {
		name         string
		start, slope float64
	}{{"throughput_mt", 4.4, 0.12}, {"capacity_mt", 7.8, 0.02}} {
		for year := 2024; year <= 2035; year++ {
			n := float64(year - 2024)
			middle, spread := metric.start+float64(metric.slope*n), 0.05+float64(0.08*n)
			at := func(sd float64) float64 { return middle + float64(sd*spread) }
			t.Append("reference", metric.name, fmt.Sprint(year), middle, spread, at(-3), at(-1.64), at(-1.28), at(-0.67), at(0), at(0.67), at(1.28), at(1.64), at(3), exampleDraws)
		}
	}
	return &tables.Package{Name: "reference", Title: "Many futures", Program: "corridor", Tables: []*tables.Table{t}}
}

func TestFanRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *tables.Table)
		want   string
	}{
		"no rows": {func(t *tables.Table) { *t = *tables.New(tables.Quantiles) }, "quantiles.csv has no rows"},
		"no throughput": {func(t *tables.Table) {
			*t = *t.Where(func(row int) bool { return tables.Quantiles.Metric.Of(t)[row] == "capacity_mt" })
		}, "quantiles.csv has no rows of throughput_mt; it has capacity_mt"},
		"no years":   {func(t *tables.Table) { tables.Quantiles.Period.Of(t)[3] = "soon" }, `quantiles.csv:5: "soon" is neither a year nor a month`},
		"years fall": {func(t *tables.Table) { tables.Quantiles.Period.Of(t)[3] = "2020" }, `quantiles.csv:5: "2020" is not a year after the one before`},
		"infinite":   {func(t *tables.Table) { tables.Quantiles.P95.Of(t)[2] = math.Inf(1) }, "p95 in quantiles.csv is too large a number to be drawn."},
		"empty": {func(t *tables.Table) {
			for row := range tables.Quantiles.P50.Of(t) {
				tables.Quantiles.P50.Of(t)[row] = math.NaN()
			}
		}, "Every value of throughput_mt in quantiles.csv is empty."},
	} {
		t.Run(name, func(t *testing.T) {
			p := manyFutures()
			c.change(p.Tables[0])
			_, err := drawFan(english, p)
			require.ErrorContains(t, err, c.want)
		})
	}
}

func ExampleChart_fan() {
	chart, _ := Lookup("fan")
	figure, err := chart.Draw(manyFutures())
	fmt.Println(chart.Title, figure != nil, err)
	// Output: How sure: throughput and capacity over many futures true <nil>
}
