package scenarios

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
)

// TestPlainUntilTheFirstYear: a plain number holds until the first of the numbers by year
// or month that an overlay, --set or an extending file gives in place of it, and the
// scenario says so when it is read back.
func TestPlainUntilTheFirstYear(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	base := write("base.yaml", `
scenario: base
time: {start: 2030-01, end: 2034-12}
base_year: 2029
cargo: {boxes: {title: Boxes}}
segments:
  line:
    capacity: {fixed_mt_per_year: {value: 12, low: 10, source: assumption}}
    other_traffic_mt_per_year: 1
    cost_usd_per_t: 20
    free_flow_days: 3
rivals: {sea: {cost_usd_per_t: 90, days: {2029: 40}}}
markets:
  m:
    cargo: boxes
    growth: {path_mt_per_year: {2026: 8}, rate_per_year: 0.1, fade_per_year: 0.5}
    routes: {r: {segments: [line], share: 0.5}, s: {rival: sea, share: 0.5}}
`)
	later := `
segments:
  line:
    capacity: {fixed_mt_per_year: {2032: 20}}
    other_traffic_mt_per_year: {2033: 2}
    cost_usd_per_t: {2031-07: 15}
    free_flow_days: {2029: 2}
rivals: {sea: {cost_usd_per_t: {2030: 80}, days: {2032: 30}}}
markets: {m: {growth: {rate_per_year: {2031: 0.2}}}}
`
	overlay := write("later.yaml", "overlay: later"+later)
	extending := write("extending.yaml", "scenario: extending\nextends: base.yaml"+later)
	for name, r := range map[string]Request{
		"overlay": {Scenario: base, With: []string{overlay}}, "extends": {Scenario: extending},
		"set": {Scenario: base, Set: []string{
			"segments.line.capacity.fixed_mt_per_year.2032=20", "segments.line.other_traffic_mt_per_year.2033=2",
			"segments.line.cost_usd_per_t.2031-07=15", "segments.line.free_flow_days.2029=2",
			"rivals.sea.cost_usd_per_t.2030=80", "rivals.sea.days.2032=30", "markets.m.growth.rate_per_year.2031=0.2",
		}},
	} {
		s, err := Load(r)
		require.NoError(t, err, name)
		again, err := Parse(name, s.Effective())
		require.NoError(t, err, name)
		for _, s := range []*Scenario{s, again} {
			c := &s.Corridor
			line, sea := &c.Segments[0], &c.Rivals[0]
			require.Equal(t, model.Fixed{Years: []int{2029, 2032}, MtPerYear: []float64{12, 20}}, line.Supply.Fixed, name)
			for year, want := range map[int]float64{2029: 1, 2030: 1, 2032: 1, 2033: 2, 2034: 2} {
				require.Equal(t, want, line.OtherTraffic.At(year), "%s %d", name, year)
			}
			require.Equal(t, 20.0, line.CostUSDPerT, name)
			require.Equal(t, []model.Dated{{From: calendar.NewMonth(2031, 7), Value: 15}}, line.CostFrom, name)
			require.Equal(t, 2.0, line.FreeFlowDays, "%s: nothing comes before its first year", name)
			require.Equal(t, []float64{90, 80}, []float64{sea.CostUSDPerT.At(2029), sea.CostUSDPerT.At(2030)}, name)
			require.Equal(t, 40.0, sea.Days.At(2029), "%s: a map on top of a map is merged", name)
			// 10 % after 2026, half as much each year; 20 % from 2031 on.
			path := 8 * 1.1 * 1.05 * 1.025 * 1.0125 * 1.2
			require.InDelta(t, path, c.Markets[0].Growth.Path(2031, 1)[0], 1e-9, name)
		}
		if name == "overlay" {
			require.Contains(t, strings.Join(strings.Fields(s.Show()), " "), "2029: value: 12 # "+base+":8:43", "what is kept stands where it was said")
		}
	}
}
