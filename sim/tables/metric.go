package tables

import (
	"reflect"
	"slices"
)

// MetricColumn is a measure of the corridor by year and by month, which scenarios may set
// targets on, ensembles summarise, and charts and pages show.
type MetricColumn struct {
	NumberColumn
	Label string // for readers
	Reading
	Signed bool // it may be less than nothing
}

// Reading is how readers are shown a metric.
type Reading struct {
	UnitInWords   string // of a value by year, as on an axis
	YearUnit      string // the same for a table
	MonthUnit     string
	Scale         float64 // shown over stored
	YearDecimals  int
	MonthDecimals int
}

func (c NumberColumn) shown(label string, as Reading) MetricColumn {
	return MetricColumn{NumberColumn: c, Label: label, Reading: as}
}

func (m MetricColumn) signed() MetricColumn { m.Signed = true; return m }

// Axis is the metric with its unit in words: Throughput, Mt per year.
func (m MetricColumn) Axis() string { return m.Label + ", " + m.UnitInWords }

// MetricColumns lists the metrics in the order of annual.csv.
func MetricColumns() []MetricColumn { return slices.Clone(metrics) }

// Metrics lists the names of the metrics in the same order.
func Metrics() []string { return slices.Clone(metricNames) }

// Metric returns the metric of a name.
func Metric(name string) (m MetricColumn, found bool) {
	i := slices.Index(metricNames, name)
	if i < 0 {
		return MetricColumn{}, false
	}
	return metrics[i], true
}

var metrics, metricNames = metricsIn(reflect.ValueOf(Annual.CorridorColumns))

func metricsIn(group reflect.Value) (list []MetricColumn, names []string) {
	for i := range group.NumField() {
		if m, is := group.Field(i).Interface().(MetricColumn); is {
			list, names = append(list, m), append(names, m.Name)
		}
	}
	return list, names
}
