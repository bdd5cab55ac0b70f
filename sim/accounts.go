package sim

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Accounts gather the months of a future into the figures of its years. They allocate
// nothing after NewAccounts, and serve one future after the other.
type Accounts struct {
	model              *model.Model
	boxes              units // containers
	worth              worth
	comparable         comparable
	carried, away      []float64 // by flow: of the year so far, Mt
	at                 int       // the year
	year               sums
	queueBefore, queue float64 // at the end of the year before, and of the last month, Mt
}

// sums are those of the months of a calendar year so far; means over what was carried
// are sums of products until it ends.
type sums struct {
	potential, demand, arrived, throughput, diverted, capacity, emissions, capex, days, cost stats.Sum
	containers, containersAsked                                                              stats.Sum // by mass
	upkeep, borne, surplus, waiting, turnedAway                                              stats.Sum
}

// NewAccounts returns the accounts of a model, before its first month. The labels say
// what a container weighs.
func NewAccounts(m *model.Model, l *tables.Labels) *Accounts {
	return &Accounts{
		model: m, boxes: unitsOf(m, l, tables.Containers), worth: worthOf(m, l), comparable: comparableOf(m, l),
		carried: make([]float64, len(m.Flows())), away: make([]float64, len(m.Flows())),
	}
}

// Start forgets the future before: nothing waits.
func (a *Accounts) Start() {
	a.year, a.queueBefore, a.queue = sums{}, 0, 0
	clear(a.carried)
	clear(a.away)
}

// Add adds a month.
func (a *Accounts) Add(out *model.Outcome) {
	y := &a.year
	y.potential.Add(out.PotentialMt)
	y.demand.Add(out.DemandMt)
	y.arrived.Add(out.OfferedMt - a.queue) // offered again each month: what waited before
	y.throughput.Add(out.ThroughputMt)
	y.diverted.Add(out.DivertedMt)
	y.capacity.Add(out.CapacityMt)
	y.emissions.Add(out.EmissionsKt)
	y.capex.Add(out.CapexMUSD)
	y.containers.Add(a.boxes.of(out.CarriedMt))
	y.containersAsked.Add(a.boxes.of(out.FlowDemandMt))
	y.upkeep.Add(out.UpkeepMUSD)
	y.borne.Add(out.BorneMUSD)
	y.surplus.Add(out.SurplusMUSD)
	y.waiting.Add(out.WaitingMUSD)
	y.turnedAway.Add(out.TurnedAwayMUSD)
	if out.ThroughputMt > 0 {
		y.days.Add(float64(out.TransitDays * out.ThroughputMt))
		y.cost.Add(float64(out.CostUSDPerT * out.ThroughputMt))
	}
	for f, mt := range out.CarriedMt {
		a.carried[f] += mt
		a.away[f] += out.FlowDivertedMt[f]
	}
	a.queue, a.at = out.QueueMt, out.Month.Year()
}

// Rates returns the figures of one month as rates per year: masses, emissions and money
// of the month times twelve, and the capacities after it. Stocks, times and prices stay as
// they are.
func (a *Accounts) Rates(out *model.Outcome, c Capacities) Figures {
	f := Figures{
		out.PotentialMt * calendar.MonthsPerYear,
		out.OfferedMt * calendar.MonthsPerYear,
		out.ThroughputMt * calendar.MonthsPerYear,
		out.DivertedMt * calendar.MonthsPerYear,
		out.QueueMt,
		c.AllMt, c.MonthsMixMt, c.ComparableMt,
		model.Ratio(out.ThroughputMt, out.CapacityMt),
		out.TransitDays,
		out.CostUSDPerT,
		out.EmissionsKt * calendar.MonthsPerYear,
		out.CapexMUSD * calendar.MonthsPerYear,
		a.boxes.thousand(a.boxes.of(out.CarriedMt)) * calendar.MonthsPerYear,
		out.DemandMt * calendar.MonthsPerYear,
		a.boxes.thousand(a.boxes.of(out.FlowDemandMt)) * calendar.MonthsPerYear,
	}
	return f.with(a.worth.rates(periodOf(out)))
}

// with puts the figures of what traffic is worth behind the others.
func (f Figures) with(w worthFigures) Figures {
	copy(f[len(f)-len(w):], w[:])
	return f
}

// EndYear returns the figures of the months since the last year ended, with the capacities
// at their end, and begins the next year with what waits.
func (a *Accounts) EndYear(c Capacities) Figures {
	y := &a.year
	throughput := y.throughput.Value()
	f := Figures{
		y.potential.Value(), a.queueBefore + y.arrived.Value(), throughput, y.diverted.Value(), a.queue,
		c.AllMt, c.YearsMixMt, c.ComparableMt, model.Ratio(throughput, y.capacity.Value()),
		model.Ratio(y.days.Value(), throughput), model.Ratio(y.cost.Value(), throughput), y.emissions.Value(), y.capex.Value(),
		a.boxes.thousand(y.containers.Value()), y.demand.Value(), a.boxes.thousand(y.containersAsked.Value()),
	}
	f = f.with(a.worth.figures(&period{
		year: a.at, carried: a.carried, diverted: a.away, price: y.cost.Value(), emissions: y.emissions.Value(),
		upkeep: y.upkeep.Value(), borne: y.borne.Value(), surplus: y.surplus.Value(), waiting: y.waiting.Value(), turnedAway: y.turnedAway.Value(),
	}))
	*y, a.queueBefore = sums{}, a.queue
	clear(a.carried)
	clear(a.away)
	return f
}

// Fails reports whether a metric, by its place in Figures, is no finite number in a year that
// carried so much, though it should be one.
func (a *Accounts) Fails(metric int, v, throughputMt float64) bool {
	return math.IsInf(v, 0) || math.IsNaN(v) && !a.MayLack(metric, throughputMt)
}

// MayLack reports whether a metric, by its place in Figures, may have no value in a year
// that carried so much: time, cost and a mix where nothing was carried, utilisation where
// there was no capacity, containers where nobody knows what they weigh.
func (a *Accounts) MayLack(metric int, throughputMt float64) bool {
	switch metric {
	case daysPlace, costPlace, mixPlace:
		return throughputMt <= 0
	case containersPlace, boxesAskedPlace:
		return a.boxes.tonnes <= 0
	case utilisationPlace:
		return true
	}
	return a.worth.mayLack(metric)
}
