package sim

import "corridor/sim/tables"

// Figures are the numbers of a row of annual.csv, in the order of tables.Metrics.
type Figures [29]float64

// metricPlaces are the places of the metrics in Figures, by name.
var metricPlaces = func() map[string]int {
	places := map[string]int{}
	for i, name := range tables.Metrics() {
		places[name] = i
	}
	return places
}()

var (
	daysPlace, costPlace = MetricPlace(tables.Annual.TransitDays), MetricPlace(tables.Annual.CostUSDPerT)
	utilisationPlace     = MetricPlace(tables.Annual.Utilisation)
	mixPlace             = MetricPlace(tables.Annual.MixCapacityMt)
	containersPlace      = MetricPlace(tables.Annual.ContainersKTEU)
	boxesAskedPlace      = MetricPlace(tables.Annual.ContainersDemandKTEU)

	wagonsPlace, trucksPlace     = MetricPlace(tables.Annual.WagonsK), MetricPlace(tables.Annual.TrucksK)
	perTkmPlace                  = MetricPlace(tables.Annual.CO2eGPerTkm)
	rivalsEmissionsPlace         = MetricPlace(tables.Annual.RivalsEmissionsKt)
	operatingPlace               = MetricPlace(tables.Annual.OperatingMUSD)
	surplusPlace, waitingPlace   = MetricPlace(tables.Annual.SurplusMUSD), MetricPlace(tables.Annual.WaitingMUSD)
	turnedAwayPlace              = MetricPlace(tables.Annual.TurnedAwayMUSD)
	damagePlace, netBenefitPlace = MetricPlace(tables.Annual.CO2eMUSD), MetricPlace(tables.Annual.NetBenefitMUSD)
)

// MetricPlace returns the place of a metric in Figures, and in all that is kept by metric.
func MetricPlace(m tables.MetricColumn) int { return metricPlaces[m.Name] }

// Of returns the figure of a metric by its name, as expressions read it.
func (f *Figures) Of(metric string) float64 { return f[metricPlaces[metric]] }
