package sim_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

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
	figures := accounts.EndYear(accounts.Capacities(state, out))
	fmt.Printf("%.2f Mt offered, %.2f carried, %.2f waiting\n", figures.Of("offered_mt"), figures.Of("throughput_mt"), figures.Of("queue_mt"))
	// Output: 12.00 Mt offered, 10.00 carried, 0.17 waiting
}

// TestRates: each figure of a month stands where its metric does, as a rate per year where
// it is a flow.
func TestRates(t *testing.T) {
	require.Len(t, sim.Figures{}, len(tables.Metrics()))
	m, err := model.New(port())
	require.NoError(t, err)
	labels := &tables.Labels{Cargo: map[string]tables.CargoLabel{tables.Containers: {TonnesPerUnit: 12}}}
	accounts := sim.NewAccounts(m, labels)
	state, out := m.NewState(), m.NewOutcome()
	m.Step(state, out)
	rates := accounts.Rates(out, sim.Capacities{AllMt: 11, MonthsMixMt: 10, YearsMixMt: 9, ComparableMt: 8})
	for metric, want := range map[tables.MetricColumn]float64{
		tables.Annual.PotentialMt: 12, tables.Annual.OfferedMt: 12, tables.Annual.ThroughputMt: 10,
		tables.Annual.DivertedMt: 12 * out.DivertedMt, tables.Annual.QueueMt: out.QueueMt, tables.Annual.CapacityMt: 11,
		tables.Annual.MixCapacityMt: 10, tables.Annual.ComparableCapacityMt: 8,
		tables.Annual.Utilisation: 1, tables.Annual.TransitDays: out.TransitDays, tables.Annual.CostUSDPerT: 8,
		tables.Annual.EmissionsKt: 12 * out.EmissionsKt, tables.Annual.CapexMUSD: 12 * out.CapexMUSD, tables.Annual.ContainersKTEU: 0,
	} {
		require.InDelta(t, want, rates.Of(metric.Name), 1e-12, metric.Name)
		require.Equal(t, rates.Of(metric.Name), rates[sim.MetricPlace(metric)])
	}
	require.Positive(t, out.DivertedMt)
	require.Positive(t, out.QueueMt)
	require.Positive(t, out.CapexMUSD)
}

// TestAccountsOfAnotherFuture: nothing of a future is left in the accounts of the next,
// and what waits at the end of a year is offered in the next.
func TestAccountsOfAnotherFuture(t *testing.T) {
	m, err := model.New(port())
	require.NoError(t, err)
	accounts := sim.NewAccounts(m, new(tables.Labels))
	state, out := m.NewState(), m.NewOutcome()
	year := func() sim.Figures {
		for range calendar.MonthsPerYear {
			m.Step(state, out)
			accounts.Add(out)
		}
		return accounts.EndYear(sim.Capacities{AllMt: 10})
	}
	first, second := year(), year()
	require.InDelta(t, first.Of("queue_mt")+1.1*12, second.Of("offered_mt"), 1e-12)
	for _, f := range []sim.Figures{first, second} {
		require.InDelta(t, f.Of("offered_mt"), f.Of("throughput_mt")+f.Of("queue_mt")+f.Of("diverted_mt"), 1e-12)
	}
	m.Reset(state)
	accounts.Start()
	again := year()
	require.InDeltaSlice(t, first[:13], again[:13], 0)
	require.True(t, math.IsNaN(again.Of("containers_kteu")), "nobody said what a container weighs")
}

func TestMayLack(t *testing.T) {
	m, err := model.New(port())
	require.NoError(t, err)
	unknown := sim.NewAccounts(m, new(tables.Labels))
	known := sim.NewAccounts(m, &tables.Labels{Cargo: map[string]tables.CargoLabel{tables.Containers: {TonnesPerUnit: 12}}})
	lack := func(a *sim.Accounts, m tables.MetricColumn, carried float64) bool {
		return a.MayLack(sim.MetricPlace(m), carried)
	}
	for _, m := range []tables.MetricColumn{tables.Annual.TransitDays, tables.Annual.CostUSDPerT, tables.Annual.MixCapacityMt} {
		require.True(t, lack(known, m, 0))
		require.False(t, lack(known, m, 0.1))
	}
	require.True(t, lack(known, tables.Annual.Utilisation, 0.1))
	require.True(t, lack(unknown, tables.Annual.ContainersKTEU, 0.1))
	require.False(t, lack(known, tables.Annual.ContainersKTEU, 0.1))
	require.False(t, lack(unknown, tables.Annual.ThroughputMt, 0))
}
