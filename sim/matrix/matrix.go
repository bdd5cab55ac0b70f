package matrix

import (
	"errors"
	"math"
	"slices"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Matrix is the comparison of the runs that were added.
type Matrix struct {
	Name  string        // the scenario column of the table
	Table *tables.Table // matrix.csv
}

// Tables are those of a result that a row is made of.
var Tables = []tables.Described{tables.Annual, tables.Monthly, tables.Projects, tables.Spending}

// New returns an empty comparison.
func New(name string) *Matrix { return &Matrix{name, tables.New(tables.Matrix)} }

// Overlay is what is laid on a scenario, by its name and for readers.
type Overlay struct{ Name, Title string }

// Add adds the row of a run, with Tables at least, under a pair of overlays. The scenario must have a target for
// comparable_capacity_mt or capacity_mt, which says what capacity is waited for.
func (m *Matrix) Add(growth, investment Overlay, r *sim.Result) error {
	target, metric, found := capacityTarget(r)
	if !found {
		return errors.New("comparing growth with investment needs a target on the metric comparable_capacity_mt or capacity_mt with at_least")
	}
	until := wait(r, target.First)
	reached := any(nil)
	if target.First != calendar.Never {
		reached = target.First.String()
	}
	end := func(tables.MetricColumn) any { return nil }
	if last := lastFullYear(r); last >= 0 {
		end = func(column tables.MetricColumn) any { return column.Of(r.Annual)[last] }
	}
	annual, projects := tables.Annual, tables.Projects
	forLater, forOthers := any(nil), any(nil)
	if last := lastFullYear(r); last >= 0 {
		paid := findings.OutlayOf(r.Spending, r.Projects, int(annual.Year.Of(r.Annual)[last]))
		forLater, forOthers = paid.LaterMUSD, paid.OtherMUSD
	}
	m.Table.Append(m.Name, growth.Name, investment.Name, firstHeldBack(r), reached, target.Target.Threshold,
		until.divertedMt, total(tables.Monthly.DivertedMt.Of(r.Monthly)),
		end(annual.ThroughputMt), end(annual.PotentialMt), end(metric), total(annual.CapexMUSD.Of(r.Annual)),
		until.offeredMt, total(projects.SpentBeforeMUSD.Of(r.Projects)), total(projects.SpentAfterMUSD.Of(r.Projects)), forLater, forOthers,
		growth.Title, investment.Title)
	return nil
}

// capacities are the metrics that say what could pass.
var capacities = []tables.MetricColumn{tables.Annual.ComparableCapacityMt, tables.Annual.CapacityMt}

// capacityTarget finds the first target that asks for a capacity by a date, and which.
func capacityTarget(r *sim.Result) (target sim.Judgement, metric tables.MetricColumn, found bool) {
	for _, j := range r.Judged {
		i := slices.IndexFunc(capacities, func(m tables.MetricColumn) bool { return j.Target.Metric.String() == m.Name })
		if i >= 0 && !j.Target.AtMost && !math.IsNaN(j.Value) {
			return j, capacities[i], true
		}
	}
	return target, metric, false
}

// firstHeldBack is the first month in which cargo is held back, nil when none is.
func firstHeldBack(r *sim.Result) any {
	months := tables.Monthly.Month.Of(r.Monthly)
	for row, by := range tables.Monthly.HeldBackBy.Of(r.Monthly) {
		if by != "" {
			return months[row]
		}
	}
	return nil
}

// waiting is what happens before the target is reached, Mt.
type waiting struct {
	divertedMt, offeredMt float64 // offered: what came anew, as what waits is offered again
}

// wait sums up the months before one, all of them where that never comes.
func wait(r *sim.Result, until calendar.Month) waiting {
	monthly := tables.Monthly
	diverted, offered, queue := monthly.DivertedMt.Of(r.Monthly), monthly.OfferedMt.Of(r.Monthly), monthly.QueueMt.Of(r.Monthly)
	var lost, came stats.Sum
	waited := 0.0
	for row, month := range monthly.Month.Of(r.Monthly) {
		if at, err := calendar.ParseMonth(month); err == nil && at < until {
			lost.Add(diverted[row])
			came.Add(offered[row] - waited)
		}
		waited = queue[row]
	}
	return waiting{lost.Value(), came.Value()}
}

// lastFullYear returns the row of the last year with all its months, or −1.
func lastFullYear(r *sim.Result) int {
	months := map[int]int{} // by year
	for _, month := range tables.Monthly.Month.Of(r.Monthly) {
		if at, err := calendar.ParseMonth(month); err == nil {
			months[at.Year()]++
		}
	}
	years := tables.Annual.Year.Of(r.Annual)
	for row := len(years) - 1; row >= 0; row-- {
		if months[int(years[row])] == calendar.MonthsPerYear {
			return row
		}
	}
	return -1
}

func total(values []float64) float64 {
	var sum stats.Sum
	for _, v := range values {
		sum.Add(v)
	}
	return sum.Value()
}
