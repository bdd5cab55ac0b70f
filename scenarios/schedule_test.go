package scenarios

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
)

const contracted = `
scenario: contracted
time: {start: 2030-01, end: 2034-12}
cargo: {oil: {title: Oil}}
segments: {ships: {capacity: {fixed_mt_per_year: 3}}}
rivals: {pipe: {cost_usd_per_t: 40, days: 5}}
markets:
  oil:
    cargo: oil
    schedule:
      next: {mt_per_year: {value: 2, low: 1, high: 3}, from: 2032-01, ramp_months: 6}
      first: {mt_per_year: 1.5, from: 2030-07, to: 2031-12, known: 2029-11}
    routes:
      sea: {segments: [ships]}
      pipe: {rival: pipe, outlet: true}
uncertainties:
  agreed: {path: markets.oil.schedule.first.mt_per_year, distribution: uniform, low: 1, high: 2}
`

func writeContracted(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "contracted.yaml")
	require.NoError(t, os.WriteFile(path, []byte(contracted), 0o644))
	return path
}

// TestSchedule: agreements are in the order of their months, whatever the order of the file,
// the route of the corridor has all of the cargo, and the outlet no share.
func TestSchedule(t *testing.T) {
	s, err := Load(Request{Scenario: writeContracted(t)})
	require.NoError(t, err)
	oil := s.Corridor.Markets[0]
	month := calendar.NewMonth
	require.Equal(t, model.Schedule{
		{Name: "first", From: month(2030, 7), To: month(2031, 12), MtPerYear: 1.5, Known: month(2029, 11)},
		{Name: "next", From: month(2032, 1), To: calendar.Never, MtPerYear: 2, RampMonths: 6},
	}, oil.Schedule)
	require.Empty(t, oil.Growth.Years)
	require.Equal(t, 1.0, oil.Routes[0].Share)
	require.False(t, oil.Routes[0].Outlet)
	require.Zero(t, oil.Routes[1].Share)
	require.True(t, oil.Routes[1].Rival && oil.Routes[1].Outlet)
	for _, f := range s.Figures() {
		if f.Path == "markets.oil.schedule.first.mt_per_year" {
			require.Equal(t, "2029-11", f.Known)
			require.True(t, f.Stated)
		} else {
			require.Empty(t, f.Known, f.Path)
		}
	}
}

// TestScheduleChanged: an agreement ends, goes on, is dropped or is drawn like any other part.
func TestScheduleChanged(t *testing.T) {
	path := writeContracted(t)
	for _, c := range []struct {
		set  []string
		want map[string]float64 // Mt of 2031 and 2033 by the first and the last agreement
	}{
		{nil, map[string]float64{"first": 1.5, "next": 2}},
		{[]string{"markets.oil.schedule.first.to=2031-03"}, map[string]float64{"first": 1.5, "next": 2}},
		{[]string{"markets.oil.schedule.next=null", "markets.oil.schedule.first.to=2040-12"}, map[string]float64{"first": 1.5}},
		{[]string{"markets.oil.schedule.*.mt_per_year=1"}, map[string]float64{"first": 1, "next": 1}},
		{[]string{"markets.*.growth.rate_per_year=0.1"}, map[string]float64{"first": 1.5, "next": 2}},
	} {
		s, err := Load(Request{Scenario: path, Set: c.set})
		require.NoError(t, err, c.set)
		got := map[string]float64{}
		for _, a := range s.Corridor.Markets[0].Schedule {
			got[a.Name] = a.MtPerYear
		}
		require.Equal(t, c.want, got, c.set)
	}
	_, err := Load(Request{Scenario: path, Set: []string{"markets.oil.schedule.first.to=2032-06"}})
	require.ErrorContains(t, err, "the agreement next begins in 2032-01, and first ends in 2032-06; agreements that run beside each other are markets of their own")
	require.ErrorContains(t, err, "--set")

	s, err := Load(Request{Scenario: path})
	require.NoError(t, err)
	set, err := s.Setter("markets.oil.schedule.first.mt_per_year")
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 1.2)
	require.Equal(t, 1.2, c.Markets[0].Schedule[0].MtPerYear)
	require.Equal(t, 1.5, s.Corridor.Markets[0].Schedule[0].MtPerYear, "the scenario itself is not changed")
}

// TestFulfilment: what is agreed stands as it is, with how much of it is sent beside; that can
// be drawn, and an agreement that says nothing of it is kept in full.
func TestFulfilment(t *testing.T) {
	s, err := Load(Request{Scenario: writeContracted(t), Set: []string{"markets.oil.schedule.next.fulfilment=0.75"}})
	require.NoError(t, err)
	agreed := s.Corridor.Markets[0].Schedule
	require.Zero(t, agreed[0].Fulfilment)
	require.Equal(t, []float64{2, 0.75}, []float64{agreed[1].MtPerYear, agreed[1].Fulfilment})
	set, err := s.Setter("markets.oil.schedule.next.fulfilment")
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 1.1)
	require.Equal(t, 1.1, c.Markets[0].Schedule[1].Fulfilment)
}
