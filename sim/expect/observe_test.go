package expect_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/expect"
	"corridor/sim/tables"
)

// What is observed of the reference corridor is what its tables say: by month at yearly rates, by
// year added up, and over classes and markets as much as the corridor carries.
func TestObserve(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: []string{"time.end=2028-12"}})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)

	year, month := period(t, "2028"), period(t, "2028-07")
	ask := func(part expect.Part, metric string, at tables.Period) float64 {
		a := expect.Ask{Metric: metric, Part: part, At: at}
		found, err := expect.Observe(t.Context(), s.Run(), []expect.Ask{a})
		require.NoError(t, err)
		return found.Of(a)
	}
	ferry := expect.Part{Kind: expect.Segment, Name: "rail-ferry"}
	load, capacity, months := 0.0, 0.0, tables.Segments.Month.Of(r.Segments)
	for i, segment := range tables.Segments.Segment.Of(r.Segments) {
		if segment != ferry.Name || months[i] < "2028-01" {
			continue
		}
		load += tables.Segments.LoadMt.Of(r.Segments)[i]
		capacity += tables.Segments.CapacityMt.Of(r.Segments)[i]
		if months[i] == "2028-07" {
			require.Equal(t, tables.Segments.LoadMt.Of(r.Segments)[i]*12, ask(ferry, "load_mt", month))
			require.Equal(t, tables.Segments.HeldBackMt.Of(r.Segments)[i]*12, ask(ferry, "held_back_mt", month))
			require.InEpsilon(t, tables.Segments.Utilisation.Of(r.Segments)[i], ask(ferry, "utilisation", month), 1e-12)
			require.Equal(t, tables.Segments.WaitDays.Of(r.Segments)[i], ask(ferry, "wait_days", month))
		}
		if months[i] == "2028-12" {
			require.Equal(t, tables.Segments.QueueMt.Of(r.Segments)[i], ask(ferry, "queue_mt", year))
		}
	}
	require.InEpsilon(t, load, ask(ferry, "load_mt", year), 1e-12)
	require.InEpsilon(t, load/capacity, ask(ferry, "utilisation", year), 1e-12)

	carried, offered, queue := 0.0, 0.0, 0.0
	for i, cargo := range tables.Classes.Cargo.Of(r.Classes) {
		if tables.Classes.Year.Of(r.Classes)[i] != 2028 {
			continue
		}
		part := expect.Part{Kind: expect.Cargo, Name: cargo}
		require.InEpsilon(t, tables.Classes.CarriedMt.Of(r.Classes)[i], ask(part, "carried_mt", year), 1e-9, cargo)
		require.Equal(t, tables.Classes.DemandMt.Of(r.Classes)[i], ask(part, "demand_mt", year))
		carried, offered, queue = carried+ask(part, "carried_mt", year), offered+ask(part, "offered_mt", year), queue+ask(part, "queue_mt", year)
	}
	last := r.Annual.Len() - 1
	require.InEpsilon(t, tables.Annual.ThroughputMt.Of(r.Annual)[last], carried, 1e-9)
	require.InEpsilon(t, tables.Annual.OfferedMt.Of(r.Annual)[last], offered, 1e-9)
	require.InEpsilon(t, tables.Annual.QueueMt.Of(r.Annual)[last], queue, 1e-9)

	byMarket := 0.0
	for i := range s.Corridor.Markets {
		byMarket += ask(expect.Part{Kind: expect.Market, Name: s.Corridor.Markets[i].Name}, "carried_mt", year)
	}
	require.InEpsilon(t, carried, byMarket, 1e-9)
}

func period(t *testing.T, text string) tables.Period {
	t.Helper()
	p, err := tables.ParsePeriod(text)
	require.NoError(t, err)
	return p
}
