package sim

import "corridor/sim/tables"

// Figures are the numbers of a row of annual.csv, in the order of tables.Metrics.
type Figures [12]float64

// metricPlaces are the places of the metrics in Figures, by name.
var metricPlaces = func() map[string]int {
	places := map[string]int{}
	for i, name := range tables.Metrics() {
		places[name] = i
	}
	return places
}()

var (
	daysPlace, costPlace = metricPlaces["transit_days"], metricPlaces["cost_usd_per_t"]
	utilisationPlace     = metricPlaces["utilisation"]
	containersPlace      = metricPlaces["containers_kteu"]
)

// MetricPlace returns the place of a metric in Figures, which exists.
func MetricPlace(metric string) int { return metricPlaces[metric] }

// Of returns the figure of a metric, as expressions read it.
func (f *Figures) Of(metric string) float64 { return f[metricPlaces[metric]] }
