package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
)

const datedBase = `scenario: base
time: {start: 2023-01, end: 2031-12}
cargo: {boxes: {unit: TEU, tonnes_per_unit: 10}}
segments:
  line:
    capacity: {fixed_mt_per_year: {2023: 6, 2026: 8}}
    cost_usd_per_t: {2025: 20, 2028-07: 30}
    free_flow_days: 3
    other_traffic_mt_per_year: {2024: 1, 2028: 3}
rivals:
  sea: {cost_usd_per_t: {2024: 80, 2030: 100}, days: 35}
markets:
  boxes:
    cargo: boxes
    growth: {path_mt_per_year: {2023: 1, 2029: 2}, rate_per_year: 0.05}
    routes: {by-rail: {segments: [line], share: 0.5}, by-sea: {rival: sea, share: 0.5}}
`

// TestChangesByDate: a change by date is of what the scenario has at that date, holds from it on
// until the next date of the file, and changes nothing before it. Expected by hand.
func TestChangesByDate(t *testing.T) {
	base := writeScenario(t, datedBase)
	plain, err := Load(Request{Scenario: base})
	require.NoError(t, err)
	over := writeScenario(t, `overlay: o
segments:
  line:
    capacity: {fixed_mt_per_year: {2025: +10 %}}
    cost_usd_per_t: {2024: +50 %, 2027-03: -5 USD/t, 2029: 12}
    free_flow_days: {2025-04: +1 days}
    other_traffic_mt_per_year: {2026: +0.5 Mt/yr, 2027: +0 %}
rivals:
  sea: {cost_usd_per_t: {2028-07: -5 USD/t}, days: {2026: +10 %, 2028-03: +0 days}}
markets:
  boxes: {growth: {path_mt_per_year: {2026: +10 %}}}
`)
	s, err := Load(Request{Scenario: base, With: []string{over}})
	require.NoError(t, err)
	again, err := Parse("again", s.Effective())
	require.NoError(t, err)
	for _, c := range []*model.Corridor{&s.Corridor, &again.Corridor} {
		line, sea, was := &c.Segments[0], &c.Rivals[0], &plain.Corridor
		require.Equal(t, model.Fixed{Years: []int{2023, 2025, 2026}, MtPerYear: []float64{6, 6.6, 8.8}}, line.Supply.Fixed)
		require.Equal(t, 20.0, line.CostUSDPerT, "what holds before its first date is kept")
		require.Equal(t, []model.Dated{
			{From: calendar.NewMonth(2024, 1), Value: 30}, {From: calendar.NewMonth(2025, 1), Value: 30},
			{From: calendar.NewMonth(2027, 3), Value: 15}, {From: calendar.NewMonth(2028, 7), Value: 25}, {From: calendar.NewMonth(2029, 1), Value: 12},
		}, line.CostFrom)
		require.Equal(t, []model.Dated{{From: calendar.NewMonth(2025, 4), Value: 4}}, line.DaysFrom)
		for year := 2023; year <= 2031; year++ {
			traffic, days := was.Segments[0].OtherTraffic.At(year), 35.0
			if year == 2026 {
				traffic += 0.5
			}
			require.InDelta(t, traffic, line.OtherTraffic.At(year), 1e-12, "%d", year)
			for month := calendar.NewMonth(year, 1); month.Year() == year; month++ {
				cost := was.Rivals[0].CostUSDPerT.At(year)
				if month >= calendar.NewMonth(2028, 7) {
					cost -= 5
				}
				if days = 35; month >= calendar.NewMonth(2026, 1) && month < calendar.NewMonth(2028, 3) {
					days = 38.5
				}
				require.InDelta(t, cost, sea.CostUSDPerT.In(month), 1e-12, "%v", month)
				require.InDelta(t, days, sea.Days.In(month), 1e-12, "%v", month)
			}
		}
		before, after := was.Markets[0].Growth.Path(2023, 9), c.Markets[0].Growth.Path(2023, 9)
		for i := range before {
			want := before[i]
			if 2023+i >= 2026 {
				want *= 1.1
			}
			require.InDelta(t, want, after[i], 1e-12, "%d", 2023+i)
		}
	}
	require.Contains(t, strings.Join(strings.Fields(s.Show()), " "), "2028-07: 88.33333333333333 # ")
	require.Contains(t, s.Show(), ": between 2024 and 2030")
}

// TestNoPotentialToChange: after the last year that is given there is no potential to change, and
// the message says what does it; what it says is a shock that can be laid.
func TestNoPotentialToChange(t *testing.T) {
	base := writeScenario(t, datedBase)
	_, err := Load(Request{Scenario: base, Set: []string{"markets.boxes.growth.path_mt_per_year.2031=+10 %"}})
	require.EqualError(t, err, `--set:1:44: 2031 is "+10 %", and after 2029, the last year below, the potential goes on by rate_per_year; `+
		`what changes it from then on is a shock: shocks: {changed-demand: {market: boxes, from: 2031-01, to: 2031-12, factor: 1.1}}`)
	_, advice, _ := strings.Cut(err.Error(), "is a shock: ")
	_, err = Load(Request{Scenario: base, With: []string{writeScenario(t, "overlay: o\n"+advice+"\n")}})
	require.NoError(t, err)
}

// TestMonthOfARival: a plain number from a month on leaves the lines before it as they are, and
// is found by its path.
func TestMonthOfARival(t *testing.T) {
	base := writeScenario(t, datedBase)
	s, err := Load(Request{Scenario: base, Set: []string{"rivals.sea.cost_usd_per_t.2028-07=85"}})
	require.NoError(t, err)
	series := &s.Corridor.Rivals[0].CostUSDPerT
	for month, want := range map[string]float64{"2027-12": 90, "2028-06": 80 + 20.0*4/6, "2028-07": 85, "2029-12": 85, "2030-01": 100} {
		at, err := calendar.ParseMonth(month)
		require.NoError(t, err)
		require.InDelta(t, want, series.In(at), 1e-12, month)
	}
	set, err := s.Setter("rivals.sea.cost_usd_per_t.2028-07")
	require.NoError(t, err)
	set(&s.Corridor, 70)
	require.Equal(t, 70.0, series.In(calendar.NewMonth(2029, 1)))
}
