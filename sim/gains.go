package sim

import (
	"corridor/model"
	"corridor/sim/economics"
	"corridor/sim/tables"
)

// Gain is a kind of money that a plan gains, or by less than nothing loses.
type Gain struct {
	Name, Title string
	Part        bool // of the kind before that is none
	goesOn      bool // after the last year simulated, where the scenario says so
}

// Gains are all kinds. Those that are no part of another add to the last, with what works are
// worth at the end of the appraisal, which belongs to no year simulated.
var Gains = []Gain{
	surplusGain:    {Name: "surplus", Title: "What shippers gain", goesOn: true},
	waitingGain:    {Name: "waiting", Title: "of it by waiting", Part: true, goesOn: true},
	turnedAwayGain: {Name: "turned-away", Title: "of it by cargo turned away", Part: true, goesOn: true},
	operatorsGain:  {Name: "operators", Title: "What operators keep", goesOn: true},
	co2eGain:       {Name: "co2e", Title: "Emissions, of rivals too", goesOn: true},
	upkeepGain:     {Name: "upkeep", Title: "Keeping works going", goesOn: true},
	buildingGain:   {Name: "building", Title: "Building works"},
	ResidualGain:   {Name: "residual", Title: "What works leave"},
	NetGain:        {Name: "net", Title: "All together", goesOn: true},
}

// The places of gains.
const (
	surplusGain = iota
	waitingGain
	turnedAwayGain
	operatorsGain
	co2eGain
	upkeepGain
	buildingGain
	ResidualGain
	NetGain
	gainKinds
)

var (
	throughputPlace = MetricPlace(tables.Annual.ThroughputMt)
	co2ePlace       = MetricPlace(tables.Annual.CO2eMUSD)
	upkeepPlace     = MetricPlace(tables.Annual.UpkeepMUSD)
	netPlace        = MetricPlace(tables.Annual.NetBenefitMUSD)
)

// gainsOf are those of a year, by its figures. What operators keep is the price less what
// operating costs, and what building costs is what the net benefit lacks.
func gainsOf(figure func(metric int) float64) (g [gainKinds]float64) {
	g[surplusGain], g[waitingGain], g[turnedAwayGain] = figure(surplusPlace), -figure(waitingPlace), -figure(turnedAwayPlace)
	if carried := figure(throughputPlace); carried > 0 {
		g[operatorsGain] = float64(figure(costPlace)*carried) - figure(operatingPlace)
	}
	g[co2eGain], g[upkeepGain], g[NetGain] = -figure(co2ePlace), -figure(upkeepPlace), figure(netPlace)
	g[buildingGain] = g[NetGain] - g[surplusGain] - g[operatorsGain] - g[co2eGain] - g[upkeepGain]
	return g
}

// Gained finds what a plan gains: by kind, then in each year simulated, and last the present
// value of all years appraised. The figures are by metric and place of the year. Nothing is
// allocated.
func Gained(t *economics.Terms, m *model.Model, figure func(metric, year int) float64, out []float64) {
	n := len(out) / gainKinds
	for year := range n - 1 {
		for gain, v := range gainsOf(func(metric int) float64 { return figure(metric, year) }) {
			out[gain*n+year] = v
		}
	}
	left := t.LeftBy(m)
	for gain := range Gains {
		row := out[gain*n : (gain+1)*n]
		row[n-1] = t.PresentValue(func(year int) float64 { return row[year-t.First] }, Gains[gain].goesOn)
	}
	present := func(gain int) *float64 { return &out[(gain+1)*n-1] }
	*present(buildingGain) += float64(left.InProgress * t.Factor(t.Last))
	*present(ResidualGain) = float64(left.Residual * t.Factor(t.End))
	w := WorthGained(out)
	*present(NetGain) = w.NPV()
}

// FlowOf is what a plan brings and costs in a year.
func FlowOf(f *Figures) economics.Flow {
	g := gainsOf(func(metric int) float64 { return f[metric] })
	return economics.Flow{Benefit: g[surplusGain] + g[operatorsGain] + g[co2eGain], Upkeep: -g[upkeepGain], Capital: -g[buildingGain]}
}

// WorthOf is what the plan of a corridor is worth, by the figures of its years: beside another,
// that less what the other is worth, both by the terms of one of them.
func WorthOf(t *economics.Terms, m *model.Model, years []Figures) economics.Worth {
	return t.Worth(func(year int) economics.Flow { return FlowOf(&years[year-t.First]) }, t.LeftBy(m))
}

// NetGains are the amounts whose present value is the last of NetGain, as Gained found them: by
// year appraised, not discounted.
func NetGains(t *economics.Terms, gained []float64) []float64 {
	n := len(gained) / gainKinds
	row := func(gain int) []float64 { return gained[gain*n : (gain+1)*n] }
	building := row(buildingGain)
	inProgress := building[n-1] - t.PresentValue(func(year int) float64 { return building[year-t.First] }, false)
	return t.Net(func(year int) economics.Flow {
		at := year - t.First
		return economics.Flow{Benefit: row(surplusGain)[at] + row(operatorsGain)[at] + row(co2eGain)[at], Upkeep: -row(upkeepGain)[at], Capital: -building[at]}
	}, economics.Left{Residual: row(ResidualGain)[n-1] / t.Factor(t.End), InProgress: inProgress / t.Factor(t.Last)})
}

// WorthGained is what was gained as benefits and costs.
func WorthGained(gained []float64) economics.Worth {
	n := len(gained) / gainKinds
	present := func(gain int) float64 { return gained[(gain+1)*n-1] }
	return economics.Worth{
		Benefits: present(surplusGain) + present(operatorsGain) + present(co2eGain) + present(ResidualGain),
		Costs:    -(present(upkeepGain) + present(buildingGain)),
	}
}
