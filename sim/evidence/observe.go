package evidence

import (
	"strconv"

	"corridor/model/calendar"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// Errors are how far an observation may be from the model at its best, relative to it, as
// standard deviations.
type Errors struct {
	Observation float64 // about what happens
	Discrepancy float64 // of what happens about the model
}

// AssumedErrors are those of what no scenario says any for. They are assumed: a tenth is what
// the sources of a year's volume differ by, here and there, and as much again is the model's.
var AssumedErrors = Errors{0.1, 0.1}

// observable is what can be observed in a year: a series of the history, or an indicator.
type observable struct {
	name, title, unit string
	Errors
	series *hindcast.Series // nil for an indicator
	metric string           // of the indicator
}

// indicators are those of the corridor that somebody can observe and that are read from the
// columns of a year.
var indicators = []observable{
	{name: "transit-days", title: "Days from door to door", unit: "d", metric: tables.Annual.TransitDays.Name},
	{name: "cost", title: "USD per tonne", unit: "USD/t", metric: tables.Annual.CostUSDPerT.Name},
	{name: "turned-away", title: "Share of cargo turned away", unit: "ratio", metric: tables.Annual.DivertedMt.Name + " / " + tables.Annual.OfferedMt.Name},
}

// observables lists what can be observed, with its errors.
func (q *Question) observables() (list []observable) {
	for _, s := range hindcast.AllSeries {
		list = append(list, observable{name: s.Name, title: s.Title, unit: s.Unit, series: s})
	}
	list = append(list, indicators...)
	for i := range list {
		var given bool
		if list[i].Errors, given = q.Errors[list[i].name]; !given {
			list[i].Errors = AssumedErrors
		}
	}
	return list
}

// asked are the indicators of the years watched, to be asked of every future after the
// headlines.
func (q *Question) asked() []tables.Target {
	out := targets(q.Headlines)
	for i := range indicators {
		metric, err := tables.ParseExpression(indicators[i].metric, nil)
		if err != nil {
			panic(err) // written here
		}
		for _, year := range q.Watched {
			out = append(out, tables.Target{Name: indicators[i].name + "-" + strconv.Itoa(year), Metric: metric, At: tables.Period{Month: calendar.NewMonth(year, calendar.MonthsPerYear), Yearly: true}})
		}
	}
	return out
}

// reduction is the part by which the variance of a figure falls in the mean, once what
// correlates with it so much has been observed: the part explained, times the variance of the
// series over that of its observation.
func (e *Errors) reduction(explained, mean, sd float64) float64 {
	signal := float64(sd * sd)
	relative := float64(e.Observation*e.Observation) + float64(e.Discrepancy*e.Discrepancy)
	noise := float64(float64(mean*mean) * relative)
	return float64(max(0, explained) * (signal / (signal + noise)))
}
