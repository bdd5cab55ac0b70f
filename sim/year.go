package sim

import (
	"corridor/model"
	"corridor/sim/tables"
)

// year gathers the months of a calendar year: sums for flows, means over what
// was carried for time and cost.
type year struct {
	potential, arrived, throughput, diverted, capacity, emissions, capex, days, cost, containers sum // of which containers by mass
	queueBefore, queue                                                                           float64
}

func (y *year) add(out *model.Outcome, boxes *containers) {
	y.potential.add(out.PotentialMt)
	y.arrived.add(out.OfferedMt - y.queue) // offered again each month: what waited before
	y.throughput.add(out.ThroughputMt)
	y.diverted.add(out.DivertedMt)
	y.capacity.add(out.CapacityMt)
	y.emissions.add(out.EmissionsKt)
	y.capex.add(out.CapexMUSD)
	y.containers.add(boxes.carriedMt(out))
	if out.ThroughputMt > 0 {
		y.days.add(float64(out.TransitDays * out.ThroughputMt))
		y.cost.add(float64(out.CostUSDPerT * out.ThroughputMt))
	}
	y.queue = out.QueueMt
}

// figures are the numbers of a row of annual.csv, in the order of tables.Metrics.
type figures [12]float64

// metricPlaces are the places of the metrics in figures, by name.
var metricPlaces = func() map[string]int {
	places := map[string]int{}
	for i, name := range tables.Metrics() {
		places[name] = i
	}
	return places
}()

var (
	throughputPlace, utilisationPlace = metricPlaces["throughput_mt"], metricPlaces["utilisation"]
	daysPlace, costPlace              = metricPlaces["transit_days"], metricPlaces["cost_usd_per_t"]
	containersPlace                   = metricPlaces["containers_kteu"]
)

// column returns the figure of a metric, as expressions read it.
func (f *figures) column(metric string) float64 { return f[metricPlaces[metric]] }

// figures sums the year up. Capacity is that at its end, as Mt per year.
func (y *year) figures(yearlyCapacity float64, boxes *containers) figures {
	throughput := y.throughput.value()
	return figures{
		y.potential.value(), y.queueBefore + y.arrived.value(), throughput, y.diverted.value(), y.queue,
		yearlyCapacity, model.Ratio(throughput, y.capacity.value()),
		model.Ratio(y.days.value(), throughput), model.Ratio(y.cost.value(), throughput), y.emissions.value(), y.capex.value(),
		boxes.thousandTEU(y.containers.value()),
	}
}

// append writes the row of the year, at whose end s stands after YearlyCapacityMt, and
// begins the next.
func (y *year) append(t *tables.Table, r *recorder, s *model.State, year int) {
	capacity, limiting := r.model.Limit(s, r.own)
	f := y.figures(capacity, &r.boxes)
	t.Append(r.name, year, f[0], f[1], f[2], f[3], f[4], f[5], f[6], r.segmentName(limiting), r.segmentName(r.held.Most()),
		f[7], f[8], f[9], f[10], f[11], r.held.Months)
	y.next()
	r.held.Clear()
}

// start begins the first year, before which nothing waits.
func (y *year) start() {
	y.queue = 0
	y.next()
}

// next begins the next year with what waits.
func (y *year) next() { *y = year{queue: y.queue, queueBefore: y.queue} }
