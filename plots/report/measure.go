package report

import (
	"cmp"
	"slices"

	"corridor/sim/tables"
)

// measure is a metric as the page shows it.
type measure struct {
	tables.MetricColumn
	called string // where the page has another word than its label
}

// The measures of the page. Its words are those of its sentences: cargo is offered,
// carried, waiting or turned away.
var (
	carried    = measure{tables.Annual.ThroughputMt, "Carried"}
	demand     = measure{tables.Annual.DemandMt, "Demand, if nothing limited"}
	capacity   = measure{tables.Annual.CapacityMt, ""}
	inMix      = measure{tables.Annual.MixCapacityMt, ""}
	comparable = measure{tables.Annual.ComparableCapacityMt, ""}
	use        = measure{tables.Annual.Utilisation, ""}
	waiting    = measure{tables.Annual.QueueMt, "Waiting at the end"}
	turnedAway = measure{tables.Annual.DivertedMt, ""}
	doorToDoor = measure{tables.Annual.TransitDays, "Door to door"}
	cost       = measure{tables.Annual.CostUSDPerT, ""}
	spent      = measure{tables.Annual.CapexMUSD, ""}
	offered    = measure{tables.Annual.OfferedMt, ""}
	potential  = measure{tables.Annual.PotentialMt, "Potential demand, all ways"}
	boxes      = measure{tables.Annual.ContainersKTEU, "Containers carried"}
	emissions  = measure{tables.Annual.EmissionsKt, ""}
)

// measures are those that can be chosen and have a column in the tables by year and month, the
// most asked for first. A sheet of paper has no room for all: the others are in annual.csv.
var measures = []measure{carried, demand, capacity, inMix, comparable, use, waiting, turnedAway, doorToDoor, cost, spent, potential, boxes, emissions}

// measureOf finds the measure of a metric by name.
func measureOf(metric string) (m measure, found bool) {
	if i := slices.IndexFunc(measures, func(m measure) bool { return m.Name == metric }); i >= 0 {
		return measures[i], true
	}
	column, found := tables.Metric(metric)
	return measure{column, ""}, found
}

// Heading is what the page calls the measure.
func (m measure) Heading() string { return cmp.Or(m.called, m.Label) }

// year writes a value of a year.
func (m measure) year(v float64) string { return number(v*m.Scale, m.YearDecimals) }

// month writes a value of a month.
func (m measure) month(v float64) string { return number(v*m.Scale, m.MonthDecimals) }

// cell shows a value of a year.
func (m measure) cell(v float64) cell { return cell{m.year(v), raw(v)} }
