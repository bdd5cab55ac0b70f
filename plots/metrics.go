package plots

import (
	"fmt"
	"maps"
	"slices"
	"strings"
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
		{"potential_mt", text("Potential"), text("Potential, Mt per year"), text("%s Mt"), 1},
		{"offered_mt", text("Offered"), text("Offered, Mt per year"), text("%s Mt"), 1},
		{"throughput_mt", text("Throughput"), text("Throughput, Mt per year"), text("%s Mt"), 1},
		{"diverted_mt", text("Turned away"), text("Turned away, Mt per year"), text("%s Mt"), 1},
		{"queue_mt", text("Waiting"), text("Waiting, Mt"), text("%s Mt"), 1},
		{"capacity_mt", text("Capacity"), text("Capacity, Mt per year"), text("%s Mt"), 1},
		{"utilisation", text("Utilisation"), text("Utilisation, % of capacity"), text("%s %%"), 100},
		{"transit_days", text("Door-to-door time"), text("Door-to-door time, days"), "", 1},
		{"cost_usd_per_t", text("Transport cost"), text("Transport cost, USD per tonne"), "", 1},
		{"emissions_kt", text("Emissions"), text("Emissions, thousand tonnes of CO₂ equivalent per year"), "", 1},
		{"capex_musd", text("Capital spent"), text("Capital spent, USD million per year (2025 prices)"), "", 1},
		{"containers_kteu", text("Containers"), text("Containers, thousand TEU per year"), "", 1},
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

// chosen returns the metric the options ask for, or the usual one. One that the
// table does not have is an error that lists those it has.
func (on *page) chosen(usual, file string, have []string) (metric, error) {
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
func (m metric) value(on *page, v float64) string {
	v = float64(v * m.factor)
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 1
	}
	number := on.amount(v, decimals)
	if m.unit == "" {
		return number
	}
	return on.say(m.unit, number)
}

// times multiplies every value.
func times(values []float64, factor float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = float64(v * factor)
	}
	return out
}
