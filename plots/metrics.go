package plots

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/sim/tables"
)

// metric is what a chart shows by a result column, or by an expression as it stands.
type metric struct {
	tables.MetricColumn // of an expression the name alone
	axis                string
}

// metricOf returns the metric of a column or an expression.
func metricOf(name string) metric {
	column, known := tables.Metric(name)
	if !known {
		m := metric{axis: name}
		m.Name, m.Label, m.Scale = name, name, 1
		return m
	}
	return metric{column, column.Axis()}
}

// difference is the metric as a chart shows it of the difference of two of its values.
func (m metric) difference() metric {
	m.MetricColumn = m.MetricColumn.Difference()
	if m.UnitInWords != "" {
		m.axis = m.Axis()
	}
	return m
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
	v = float64(v * m.Scale)
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 1
	}
	return m.in(on, on.Amount(v, decimals))
}

// in puts a number before the unit of the metric; that of an expression is not known.
func (m metric) in(on *page.Page, number string) string {
	if m.YearUnit == "" {
		return number
	}
	return on.In(m.YearUnit, number)
}
