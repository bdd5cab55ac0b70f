package plots

import (
	"fmt"

	"corridor/sim/tables"
)

// examplePlans are made-up plans: of the front two with names and four without, nothing, and
// everything, which breaks the budget.
func examplePlans(objective, metric string) []*tables.Table {
	return oddPlans(objective, metric, "", nil)
}

// oddPlans are these with something else in a column of the third plan.
func oddPlans(objective, metric, column string, cell any) []*tables.Table {
	plans, robust := tables.New(tables.Plans), tables.New(tables.Robustness)
	put := func(to *tables.Table, cells ...any) {
		for i, c := range to.Schema.Columns {
			if c.Name == column && to.Len() == 2 {
				cells[i] = cell
			}
		}
		to.Append(cells...)
	}
	for i, q := range []struct {
		name, also            string
		front                 bool
		cost, value, low, top float64
	}{
		{"nothing", "", true, 0, 5.1, 5.05, 5.15}, {"cheapest", "", true, 6, 5.25, 5.2, 5.3}, {"01", "", true, 24, 5.4, 5.35, 5.45},
		{"knee", "", true, 52, 5.7, 5.65, 5.75}, {"02", "", true, 80, 5.78, 5.73, 5.83}, {"03", "", true, 105, 5.85, 5.8, 5.9},
		{"best", "", true, 140, 5.91, 5.86, 5.96}, {"everything", "", false, 28600, 6.02, 5.97, 6.07},
	} {
		put(plans, "stated", q.name, q.also, q.front, i, q.cost, 0.7*q.cost, 1.5*q.cost, 0.8, 0.0)
		put(robust, "stated", q.name, objective, metric, "Throughput in 2030", "Mt", false, q.value, q.low, q.top, q.value,
			q.value, q.value-0.5, q.value-0.4, q.value, q.value+0.4, q.value+0.5, q.value-5.1, q.value-5.12, q.value-5.07, 0.9, 0.8)
	}
	return []*tables.Table{plans, robust}
}

// exampleRegrets are regrets of four plans in so many scenarios.
func exampleRegrets(scenarios int) *tables.Table {
	t := tables.New(tables.Regret)
	for i, plan := range []string{"nothing", "cheapest", "knee", "07", "best"} {
		for j := range scenarios {
			name := "stated"
			if j > 0 {
				name += []string{"+demand-low", "+shock-falling-caspian+calibration-posterior", "+demand-high"}[(j-1)%3]
			}
			if j > 3 {
				name += fmt.Sprint("-", j)
			}
			regret := float64(4-i) * 0.2 * float64(j+1)
			if plan == "07" {
				regret = 0.01
			}
			t.Append("stated", plan, name, "Title", "mean throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 6-regret, 6.0, regret, 0.9)
		}
	}
	return t
}
