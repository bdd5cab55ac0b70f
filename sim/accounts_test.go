package sim_test

import (
	"fmt"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// The accounts of a model that a program steps by itself.
func ExampleAccounts() {
	m, err := model.New(port())
	if err != nil {
		fmt.Println(err)
		return
	}
	accounts := sim.NewAccounts(m, new(tables.Labels))
	state, out := m.NewState(), m.NewOutcome()
	for range calendar.MonthsPerYear {
		m.Step(state, out)
		accounts.Add(out)
	}
	figures := accounts.EndYear(m.YearlyCapacityMt(state, out))
	fmt.Printf("%.2f Mt offered, %.2f carried, %.2f waiting\n", figures.Of("offered_mt"), figures.Of("throughput_mt"), figures.Of("queue_mt"))
	// Output: 12.00 Mt offered, 10.00 carried, 0.17 waiting
}
