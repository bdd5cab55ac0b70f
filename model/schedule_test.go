package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestScheduleByHand: 12 Mt a year from July 2024, 1 a month, at once; in 2025 it rises to 24
// in three months and ends in June; half a year later 6 come in two steps.
func TestScheduleByHand(t *testing.T) {
	s := Schedule{
		{From: calendar.NewMonth(2024, 7), To: calendar.NewMonth(2024, 12), MtPerYear: 12},
		{From: calendar.NewMonth(2025, 1), To: calendar.NewMonth(2025, 6), MtPerYear: 24, RampMonths: 3},
		{From: calendar.NewMonth(2026, 1), To: calendar.Never, MtPerYear: 6, RampMonths: 2},
	}
	for month, want := range map[string]float64{
		"2024-06": 0, "2024-07": 12, "2024-12": 12, "2025-01": 16, "2025-02": 20, "2025-03": 24, "2025-06": 24,
		"2025-07": 0, "2025-12": 0, "2026-01": 3, "2026-02": 6, "2090-01": 6,
	} {
		at, err := calendar.ParseMonth(month)
		require.NoError(t, err)
		require.InDelta(t, want, s.at(at), 1e-12, month)
	}
}

// TestFulfilmentByHand: of 12 Mt a year three quarters are sent, and of 24 more than agreed,
// in three steps from those 9.
func TestFulfilmentByHand(t *testing.T) {
	s := Schedule{
		{From: calendar.NewMonth(2024, 7), To: calendar.NewMonth(2024, 12), MtPerYear: 12, Fulfilment: 0.75},
		{From: calendar.NewMonth(2025, 1), To: calendar.Never, MtPerYear: 24, Fulfilment: 1.25, RampMonths: 3},
	}
	for month, want := range map[string]float64{"2024-06": 0, "2024-07": 9, "2024-12": 9, "2025-01": 16, "2025-02": 23, "2025-03": 30, "2090-01": 30} {
		at, err := calendar.ParseMonth(month)
		require.NoError(t, err)
		require.InDelta(t, want, s.at(at), 1e-12, month)
	}
	s[0].Fulfilment = 0
	require.Equal(t, 12.0, s.at(s[0].From), "as agreed where nothing is said")
}

// byContract is a line of 12 Mt a year, with a tank for 0.25 Mt, that carries coal and oil. The
// oil, 12 Mt a year from July 2024 to June 2025, is contracted; what cannot pass goes by a
// pipeline. Coal shippers would rather go by sea when the line is dear.
func byContract(coal float64) Corridor {
	line := fixed("line", 12)
	line.StorageMt = 0.25
	oil := market("oil", 0, route("line", 1, 0), rival("pipeline", 0))
	oil.Growth, oil.GiveUp = Growth{}, 0.5
	oil.Routes[1].Outlet = true
	oil.Schedule = Schedule{{From: calendar.NewMonth(2024, 7), To: calendar.NewMonth(2025, 6), MtPerYear: 12}}
	return corridor([]Segment{line}, market("coal", coal, route("line", 1, 0)), oil)
}

// row is what a month comes to: carried by the line, by the pipeline, waiting, diverted.
type row struct{ carried, outlet, waiting, diverted float64 }

// oilOf steps a corridor by contract and returns the rows of the oil, by month of 2024 on.
func oilOf(t *testing.T, c Corridor) []row {
	m := must(c)
	s, out := m.NewState(), m.NewOutcome()
	var rows []row
	for range m.corridor.Months {
		m.Step(s, out)
		require.InDelta(t, out.FlowOfferedMt[1], out.CarriedMt[1]+s.Backlog[1]+out.FlowDivertedMt[1], 1e-12)
		require.Equal(t, out.FlowOfferedMt[2], out.CarriedMt[2])
		require.InDelta(t, out.CarriedMt[0]+out.CarriedMt[1], out.ThroughputMt, 1e-12, "the pipeline is outside the corridor")
		rows = append(rows, row{out.CarriedMt[1], out.CarriedMt[2], s.Backlog[1], out.FlowDivertedMt[1]})
	}
	return rows
}

func requireRows(t *testing.T, rows []row, want map[int]row) {
	for month, w := range want {
		r := rows[month]
		require.InDeltaSlice(t, []float64{w.carried, w.outlet, w.waiting, w.diverted}, []float64{r.carried, r.outlet, r.waiting, r.diverted}, 1e-12, "month %d", month)
	}
}

// TestContractByHand: the line takes 1 Mt a month, and what is agreed fits it alone.
func TestContractByHand(t *testing.T) {
	requireRows(t, oilOf(t, byContract(0)), map[int]row{5: {}, 6: {carried: 1}, 17: {carried: 1}, 18: {}})
}

// TestContractOverCapacity: 1 Mt of oil and 1 of coal come to 1 of capacity. Half of each
// passes in July; of the 0.5 of oil left half gives up, and of the 0.25 that would wait half
// finds room beside 0.5 of coal, which is patient: 0.25 × 0.25/0.75. The rest takes the
// pipeline.
func TestContractOverCapacity(t *testing.T) {
	rows := oilOf(t, byContract(12))
	stays := 0.25 * (0.25 / 0.75)
	requireRows(t, rows, map[int]row{6: {0.5, 0.5 - stays, stays, 0.5 - stays}})
	for month, r := range rows {
		require.InDelta(t, r.diverted, r.outlet, 1e-12, "month %d", month)
		if month >= 6 && month < 18 {
			require.Positive(t, r.outlet)
		}
		if month > 18 {
			require.InDelta(t, 0, r.waiting, 0.25, "nothing new comes")
		}
	}
}

// TestContractEmbargo: nothing may wait, so all that does not pass goes by the pipeline.
func TestContractEmbargo(t *testing.T) {
	c := byContract(0)
	c.Segments[0].StorageMt, c.Segments[0].Supply.Fixed.MtPerYear[0] = 0, 9
	requireRows(t, oilOf(t, c), map[int]row{6: {carried: 0.75, outlet: 0.25, diverted: 0.25}, 17: {carried: 0.75, outlet: 0.25, diverted: 0.25}, 18: {}})
}

// TestShockOnAContract: more is sent than agreed, and the season acts too; a shock of the line
// sends more to the outlet.
func TestShockOnAContract(t *testing.T) {
	c := byContract(0)
	c.Segments[0].StorageMt = 0
	c.Markets[1].Season[6], c.Markets[1].Season[7] = 0.5, 1.5
	c.Shocks = []Shock{
		{From: c.Start + 6, To: c.Start + 6, Segment: -1, Market: 1, Factor: 1.6},
		{From: c.Start + 9, To: c.Start + 9, Segment: 0, Market: -1, Factor: 0.25},
	}
	requireRows(t, oilOf(t, c), map[int]row{
		6: {carried: 0.8}, 7: {carried: 1, outlet: 0.5, diverted: 0.5}, 8: {carried: 1}, 9: {carried: 0.25, outlet: 0.75, diverted: 0.75},
	})
}

// TestContractBeforeItsWay: a line that is built in 2025 sends what is agreed before by the
// outlet, and nothing is lost.
func TestContractBeforeItsWay(t *testing.T) {
	c := byContract(0)
	c.Segments[0].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{0, 12}}
	requireRows(t, oilOf(t, c), map[int]row{5: {}, 6: {outlet: 1}, 11: {outlet: 1}, 12: {carried: 1}, 17: {carried: 1}})
}

// TestAContractFollowsNoPrice: a cheap outlet and a dear line move no cargo.
func TestAContractFollowsNoPrice(t *testing.T) {
	c := byContract(0)
	c.Segments[0].CostFrom = []Dated{{c.Start + 8, 500}}
	requireRows(t, oilOf(t, c), map[int]row{6: {carried: 1}, 8: {carried: 1}, 17: {carried: 1}})
}

func TestWhatNoScheduleCanBe(t *testing.T) {
	for _, c := range []struct {
		want   string
		change func(oil *Market)
	}{
		{"market oil: agreement first is from 2024-07 to 2024-06 with a ramp of 0 months", func(oil *Market) { oil.Schedule[0].To = oil.Schedule[0].From - 1 }},
		{"market oil: agreement next begins before first ends", func(oil *Market) {
			oil.Schedule = append(oil.Schedule, Agreement{Name: "next", From: oil.Schedule[0].To, To: calendar.Never})
		}},
		{"route pipeline is an outlet, expected a rival through no segment and without a share", func(oil *Market) { oil.Routes[1].Segments, oil.Routes[1].Weights = []int{0}, []float64{1} }},
		{"market oil has 2 outlets, expected at most one", func(oil *Market) { oil.Routes = append(oil.Routes, oil.Routes[1]) }},
		{"market oil has the value -1, expected a finite number of at least 0", func(oil *Market) { oil.Schedule[0].MtPerYear = -1 }},
		{"market oil has the value -0.5, expected a finite number of at least 0", func(oil *Market) { oil.Schedule[0].Fulfilment = -0.5 }},
	} {
		corridor := byContract(0)
		corridor.Markets[1].Schedule[0].Name = "first"
		c.change(&corridor.Markets[1])
		_, err := New(corridor)
		require.EqualError(t, err, c.want)
	}
}
