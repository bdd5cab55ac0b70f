package tables

import (
	"math"
	"reflect"
	"slices"
	"strings"
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

// Difference is the metric as it is read of the difference of two of its values: of two
// percentages, in points.
func (m MetricColumn) Difference() MetricColumn {
	if m.YearUnit == "%" {
		m.UnitInWords, m.YearUnit, m.MonthUnit = points, points, points
	}
	return m
}

const points = "percentage points"

// Rounding is the most that is lost where a year's value is rounded to be read, in the unit of the
// column.
func (m MetricColumn) Rounding() float64 {
	return float64(0.5*math.Pow10(-m.YearDecimals)) / m.Scale
}

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

// MeantMetric returns the metric that a name is of which has the words that readers are shown, such
// as turned_away_mt, and is no metric itself.
func MeantMetric(name string) (meant string, found bool) {
	for _, m := range metrics {
		label := strings.ReplaceAll(strings.ToLower(m.Label), " ", "_")
		if rest, is := strings.CutPrefix(name, label); is && (rest == "" || strings.HasSuffix(m.Name, rest) && strings.HasPrefix(rest, "_")) {
			return m.Name, true
		}
	}
	return "", false
}
