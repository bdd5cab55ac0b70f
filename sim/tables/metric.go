package tables

import (
	"reflect"
	"slices"
)

var metrics = metricNames()

func metricNames() []string {
	var names []string
	for _, c := range columnsIn(reflect.ValueOf(Annual.CorridorColumns)) {
		if c.numeric() {
			names = append(names, c.Name)
		}
	}
	return names
}

// Metrics lists the columns an expression may use: the numbers annual.csv and
// monthly.csv share.
func Metrics() []string { return slices.Clone(metrics) }
