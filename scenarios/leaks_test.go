package scenarios_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/testdata"
)

// tight is a corridor of one line whose hindcast knows nothing of the years it is tested on,
// 2023 and 2024; the plan of its boxes is of 2021.
const tight = `
scenario: tight
time: {start: 2022-01, end: 2025-12}
base_year: 2022
sources:
  page: {title: What came, url: "https://www.example.org/came/", date: 2024-02}
  plan: {title: A plan, url: "https://example.org/plan", date: 2021-10}
cargo:
  containers: {tonnes_per_unit: 10, unit: TEU}
segments:
  line: {accepts: {containers: 1}, capacity: {fixed_mt_per_year: {2022: {value: 0.5, source: page}, 2024: {value: 0.6, source: plan}}}}
  port: {capacity: {units: {per_year: {value: 90000, source: assumption}, of: containers}}}
rivals:
  sea: {cost_usd_per_t: {2022: 10, 2023: {value: 12, source: page}}, days: 5, reliability_usd_per_t: {2021: 0, 2022: {value: 3, source: page}}}
markets:
  boxes:
    cargo: containers
    sensitivity_per_usd: 0.01
    growth: {path_mt_per_year: {2022: {value: 1, source: page}, 2023: {value: 2, source: page}, 2024: {value: 3, source: page}}, rate_per_year: 0.5}
    routes:
      corridor: {segments: [line, port], share: {value: 0.2, source: assumption}}
      sea: {rival: sea, share: {value: 0.8, source: assumption}}
hindcast: {start: 2022-01, fit: [2023], hold_out: 2024, trend_per_year: 0.1}
`

const cameHeader = "series,period,value,unit,scope,source_title,source_url,source_date,note\n"

// came is the history of it: 33,600 TEU in 2022, 36,000 in 2023, 41,000 in 2024.
const came = cameHeader +
	"containers,2022,33600,TEU,,,https://example.org/old,2023-01,\n" +
	"containers,2023,36000,TEU,,,http://example.org/came,2024-02,\n" +
	"containers,2024,41000,TEU,,,https://example.org/other,2025-02,\n" +
	"oil-btc,2024,0.77,Mt,,,https://example.org/oil,2025-02,\n"

// TestLeaks: a scenario that is told nothing is let pass; each leak that is planted in it is
// found, by date, by source and by value, at its place and once.
func TestLeaks(t *testing.T) {
	history, err := hindcast.ReadHistory(strings.NewReader(came))
	require.NoError(t, err)
	const instead = "; give what was agreed or possible by then, with known: or a source of the time"
	for _, c := range []struct{ name, old, planted, want string }{
		{"none", "", "", ""},

		{"capacity by date", "2024: {value: 0.6, source: plan}", "2024: {value: 0.6, source: page}",
			"the capacity of line in 2024 acts in the test of 2024, and became known in 2024-02, after the end of the origin year 2023" + instead},
		{"capacity by its month", "2024: {value: 0.6, source: plan}", "2024: {value: 0.6, source: plan, known: 2024-05}",
			"the capacity of line in 2024 acts in the test of 2024, and became known in 2024-05, after the end of the origin year 2023" + instead},
		{"penalty by date", "2022: {value: 3, source: page}}", "2022: {value: 3, source: page}, 2023: {value: 1, source: [derived, page]}}",
			"the penalty of sea in 2023 acts in the test of 2023, and became known in 2024-02, after the end of the origin year 2022" + instead},
		{"penalty of a route", "source: assumption}}\n      sea", "source: assumption}, reliability_usd_per_t: {value: 2, source: [derived, page]}}\n      sea",
			"the penalty of corridor in market boxes acts in the test of 2023, and rests on the work that tells containers of 2023, 36000 TEU (observed.csv:3)" + instead},
		{"capacity by source", "per_year: {value: 90000, source: assumption}", "per_year: {value: 90000, source: [derived, page]}",
			"the capacity of port acts in the test of 2023, and rests on the work that tells containers of 2023, 36000 TEU (observed.csv:3)" + instead},
		{"capacity that others bear out", "per_year: {value: 90000, source: assumption}", "per_year: {value: 90000, source: [derived, page, plan]}", ""},
		{"penalty that others bear out", "source: assumption}}\n      sea", "source: assumption}, reliability_usd_per_t: {value: 2, source: [derived, plan, page]}}\n      sea",
			"the penalty of corridor in market boxes acts in the test of 2023, and rests on the work that tells containers of 2023, 36000 TEU (observed.csv:3)" + instead},
		{"capacity published with what came", "per_year: {value: 90000, source: assumption}", "per_year: {value: 90000, source: page}", ""},
		{"potential by source", "2023: {value: 2, source: page}", "2023: {value: 2, source: [derived, page], known: 2022-11}",
			"the potential of boxes in 2023 acts in the test of 2023, and rests on the work that tells containers of 2023, 36000 TEU (observed.csv:3)" + instead},

		{"capacity by value", "per_year: {value: 90000, source: assumption}", "per_year: {value: 41020, source: assumption}",
			"the capacity of port acts in the test of 2024, and is to 0.1 % what came, containers of 2024, 41000 TEU (observed.csv:4)" + instead},
		{"capacity near a value", "per_year: {value: 90000, source: assumption}", "per_year: {value: 41100, source: assumption}", ""},
		{"capacity that was planned so", "per_year: {value: 90000, source: assumption}", "per_year: {value: 41000, source: plan}", ""},
		{"capacity of the origin", "2022: {value: 0.5, source: page}", "2022: {value: 0.336, source: page}", ""},
		{"capacity for other cargo", "2022: {value: 0.5, source: page}", "2022: {value: 0.77, source: page}", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.True(t, c.old == "" || strings.Count(tight, c.old) == 1)
			text := strings.Replace(tight, c.old, c.planted, 1)
			s, err := scenarios.Parse("tight", text)
			require.NoError(t, err)
			got := s.Leaks(history)
			if c.want == "" {
				require.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			require.Equal(t, c.want, got[0].Message)
			before, _, _ := strings.Cut(text, c.planted)
			require.Equal(t, strings.Count(before, "\n")+1, got[0].Line)
			require.Greater(t, got[0].Column, len(before)-strings.LastIndex(before, "\n")-1)
		})
	}
}

// TestLeaksOfBaseShares: shares of a base year after an origin leak to its test, by the date of
// their work or as what comes of the potential then known; shares of each origin do not.
func TestLeaksOfBaseShares(t *testing.T) {
	history, err := hindcast.ReadHistory(strings.NewReader(came))
	require.NoError(t, err)
	of := func(base, corridor, sea string) (got []string) {
		text := strings.Replace(tight, "base_year: 2022", base, 1)
		text = strings.Replace(text, "share: {value: 0.2, source: assumption}", "share: "+corridor, 1)
		s, err := scenarios.Parse("tight", strings.Replace(text, "share: {value: 0.8, source: assumption}", "share: "+sea, 1))
		require.NoError(t, err)
		for _, d := range s.Leaks(history) {
			message, _, _ := strings.Cut(d.Message, ";")
			got = append(got, message)
		}
		return got
	}
	require.Empty(t, of("base_year: 2023", "{value: 0.2, source: assumption}", "{value: 0.8, source: assumption}"), "assumed")
	require.Equal(t, []string{
		"the base share of corridor in market boxes acts in the test of 2023, and became known in 2024-02, after the end of the origin year 2022",
		"the base share of sea in market boxes acts in the test of 2023, and became known in 2024-02, after the end of the origin year 2022",
	}, of("base_year: 2023", "{value: 0.2, source: page}", "{value: 0.8, source: page}"))
	require.Empty(t, of("base_year: 2022", "{value: 0.2, source: page}", "{value: 0.8, source: page}"), "of the first origin")
	// 0.24 of a potential of 1 Mt that grows by half is 36,000 TEU of 10 t.
	require.Equal(t, []string{"the base share of corridor in market boxes acts in the test of 2023, and is to 0.1 % what came, containers of 2023, 36000 TEU (observed.csv:3)"},
		of("base_year: 2023", "0.24", "0.76"))
	require.Empty(t, of("base_year: 2022", "0.24", "0.76"), "of the first origin")
}

// TestReferenceDoesNotLeak: nothing of the library's reference tells its hindcast what came, and
// what it once said of the trains of 2023 and of the north does.
func TestReferenceDoesNotLeak(t *testing.T) {
	history, err := hindcast.ReadHistory(bytes.NewReader(testdata.Observed))
	require.NoError(t, err)
	require.Empty(t, load(t, scenarios.Request{Scenario: "reference"}).Leaks(history))
	planted := file(t, t.TempDir(), "planted", `overlay: planted
segments: {china-trains: {capacity: {fixed_mt_per_year: {2023: {value: 0.01848, source: [derived, vibewire-183248, astana-times-2025-03-18]}}}}}
rivals: {northern-rail: {reliability_usd_per_t: {2023: {value: 0, source: [derived, assumption, index1520-2024-02]}}}}
markets: {boxes-china-europe: {routes: {corridor: {share: {2023: null}}, north: {share: {2023: null}}, sea: {share: {2023: null}}}}}
`)
	found := (&scenarios.Error{Diagnostics: load(t, scenarios.Request{Scenario: "reference", With: []string{planted}}).Leaks(history)}).Error()
	for _, leak := range []string{"the capacity of china-trains in 2023", "the penalty of northern-rail in 2023"} {
		require.Contains(t, found, leak)
	}
}
