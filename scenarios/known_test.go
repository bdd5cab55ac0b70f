package scenarios_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// TestFiguresAreDated: a figure became known in the month that it says, or the nearest map
// around it, or else with the last of its works; an assumption has no date.
func TestFiguresAreDated(t *testing.T) {
	s, err := scenarios.Parse("dated", `
scenario: dated
time: {start: 2024-01, end: 2024-12}
sources:
  day: {title: A day, date: 2022-11-24}
  month: {title: A month, date: 2023-02}
  year: {title: A year, date: 2021}
  about: {title: Two years, date: "about 2019 to 2020 (page undated)"}
  undated: {title: No date}
  blank: {title: Undated, date: undated}
cargo:
  boxes: {tonnes_per_unit: {value: 14, source: [derived, day]}}
segments:
  own: {capacity: {fixed_mt_per_year: {value: 1, source: [day, month], known: 2020-05}}}
  last: {capacity: {fixed_mt_per_year: {value: 1, source: [month, day, year]}}}
  year: {capacity: {fixed_mt_per_year: {value: 1, source: year}}}
  about: {capacity: {fixed_mt_per_year: {value: 1, source: [assumption, about]}}}
  assumed: {capacity: {fixed_mt_per_year: {value: 1, source: [assumption, derived]}}}
  undated: {capacity: {fixed_mt_per_year: {value: 1, source: [undated, blank]}}}
  around: {known: 2018-03, source: month, capacity: {fixed_mt_per_year: {2020: 1, 2021: {value: 2, source: day}, 2022: {value: 3, known: 2021-12}}}}
  below: {source: month, capacity: {fixed_mt_per_year: 1}}
markets:
  all: {cargo: boxes, growth: {path_mt_per_year: {2024: 1, known: 2024-06}}, routes: {way: {segments: [own]}}}
`)
	require.NoError(t, err)
	known, stated := map[string]string{}, map[string]bool{}
	for _, f := range s.Figures() {
		known[f.Path], stated[f.Path] = f.Known, f.Stated
	}
	const capacity = ".capacity.fixed_mt_per_year"
	for path, want := range map[string]struct {
		month  string
		stated bool
	}{
		"cargo.boxes.tonnes_per_unit":              {"2022-11", false},
		"segments.own" + capacity:                  {"2020-05", true},
		"segments.last" + capacity:                 {"2023-02", false},
		"segments.year" + capacity:                 {"2021-12", false},
		"segments.about" + capacity:                {"2020-12", false},
		"segments.assumed" + capacity:              {"", false},
		"segments.undated" + capacity:              {"", false},
		"segments.around" + capacity + ".2020":     {"2018-03", true},
		"segments.around" + capacity + ".2021":     {"2018-03", true},
		"segments.around" + capacity + ".2022":     {"2021-12", true},
		"segments.below" + capacity:                {"2023-02", false},
		"markets.all.growth.path_mt_per_year.2024": {"2024-06", true},
	} {
		require.Equal(t, want.month, known[path], path)
		require.Equal(t, want.stated, stated[path], path)
	}
}
