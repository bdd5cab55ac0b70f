package plots

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/words"
)

// metric is a result column that a chart can show.
type metric struct {
	column string
	name   string // for readers
	axis   string // name and unit
	unit   string // how a value is written, in words; empty for the number alone
	factor float64
}

var metrics = map[string]metric{}

func init() {
	for _, m := range []metric{
		{"potential_mt", words.Text("Potential"), words.Text("Potential, Mt per year"), words.Text("%s Mt"), 1},
		{"offered_mt", words.Text("Offered"), words.Text("Offered, Mt per year"), words.Text("%s Mt"), 1},
		{"throughput_mt", words.Text("Throughput"), words.Text("Throughput, Mt per year"), words.Text("%s Mt"), 1},
		{"diverted_mt", words.Text("Turned away"), words.Text("Turned away, Mt per year"), words.Text("%s Mt"), 1},
		{"queue_mt", words.Text("Waiting"), words.Text("Waiting, Mt"), words.Text("%s Mt"), 1},
		{"capacity_mt", words.Text("Capacity"), words.Text("Capacity, Mt per year"), words.Text("%s Mt"), 1},
		{"utilisation", words.Text("Utilisation"), words.Text("Utilisation, % of capacity"), words.Text("%s %%"), 100},
		{"transit_days", words.Text("Door-to-door time"), words.Text("Door-to-door time, days"), "", 1},
		{"cost_usd_per_t", words.Text("Transport cost"), words.Text("Transport cost, USD per tonne"), "", 1},
		{"emissions_kt", words.Text("Emissions"), words.Text("Emissions, thousand tonnes of CO₂ equivalent per year"), "", 1},
		{"capex_musd", words.Text("Capital spent"), words.Text("Capital spent, USD million per year (2025 prices)"), "", 1},
		{"containers_kteu", words.Text("Containers"), words.Text("Containers, thousand TEU per year"), "", 1},
	} {
		metrics[m.column] = m
	}
}

// metricOf returns the metric of a column, or one that shows an expression as it stands.
func metricOf(column string) metric {
	if m, known := metrics[column]; known {
		return m
	}
	return metric{column, column, column, "", 1}
}

// chosenMetric returns the metric the options ask for, or the usual one. One that the
// table does not have is an error that lists those it has.
func chosenMetric(on *page.Page, usual, file string, have []string) (metric, error) {
	column := usual
	if on.Metric != "" {
		column = on.Metric
	}
	if slices.Contains(have, column) {
		return metricOf(column), nil
	}
	known := map[string]bool{}
	for _, name := range have {
		known[name] = true
	}
	list := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	return metric{}, fmt.Errorf("%s has no rows of %s; it has %s", file, column, list)
}

// value writes a value of the metric with its unit.
func (m metric) value(on *page.Page, v float64) string {
	v = float64(v * m.factor)
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 1
	}
	number := on.Amount(v, decimals)
	if m.unit == "" {
		return number
	}
	return on.Say(m.unit, number)
}
