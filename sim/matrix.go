package sim

import (
	"errors"
	"math"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Matrix compares runs of one scenario under pairs of overlays.
type Matrix struct {
	Name  string
	Table *tables.Table
}

// NewMatrix returns an empty comparison.
func NewMatrix(name string) *Matrix { return &Matrix{name, tables.New(tables.Matrix)} }

// Add adds the row of one pair. The scenario must have a target for capacity_mt,
// which says what capacity is waited for.
func (m *Matrix) Add(growth, investment string, r *Result) error {
	target, ok := r.capacityTarget()
	if !ok {
		return errors.New("comparing growth with investment needs a target on the metric capacity_mt with at_least")
	}
	heldBack, reached := any(nil), any(nil)
	var before, all, came sum
	by, diverted := r.Monthly.Text("held_back_by"), r.Monthly.Numbers("diverted_mt")
	offered, queue, waited := r.Monthly.Numbers("offered_mt"), r.Monthly.Numbers("queue_mt"), 0.0
	for row, month := range r.Monthly.Text("month") {
		if heldBack == nil && by[row] != "" {
			heldBack = month
		}
		if at, err := calendar.ParseMonth(month); err == nil && at < target.First {
			before.add(diverted[row])
			came.add(offered[row] - waited)
		}
		waited = queue[row]
		all.add(diverted[row])
	}
	if target.First != calendar.Never {
		reached = target.First.String()
	}
	total := func(t *tables.Table, column string) float64 {
		var total sum
		for _, v := range t.Numbers(column) {
			total.add(v)
		}
		return total.value()
	}
	last := r.lastFullYear()
	end := func(column string) any {
		if last < 0 {
			return nil
		}
		return r.Annual.Numbers(column)[last]
	}
	m.Table.Append(m.Name, growth, investment, heldBack, reached, target.Target.Threshold, before.value(), all.value(),
		end("throughput_mt"), end("potential_mt"), end("capacity_mt"), total(r.Annual, "capex_musd"),
		came.value(), total(r.Projects, "spent_before_musd"), total(r.Projects, "spent_after_musd"))
	return nil
}

// capacityTarget finds the first target that asks for a capacity by a month.
func (r *Result) capacityTarget() (Judgement, bool) {
	for _, j := range r.Judged {
		if j.Target.Metric.String() == "capacity_mt" && !j.Target.AtMost && !math.IsNaN(j.Value) {
			return j, true
		}
	}
	return Judgement{}, false
}

// lastFullYear returns the row of the last year with all its months, or −1.
func (r *Result) lastFullYear() int {
	months := map[string]int{}
	for _, month := range r.Monthly.Text("month") {
		months[month[:4]]++
	}
	for row := r.Annual.Len() - 1; row >= 0; row-- {
		year := calendar.NewMonth(int(r.Annual.Numbers("year")[row]), 1).String()[:4]
		if months[year] == calendar.MonthsPerYear {
			return row
		}
	}
	return -1
}
