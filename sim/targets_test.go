package sim_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// TestTargetToStayUnder: little is turned away in 2023 because little comes, which
// keeps nothing. A value to stay under is attained at its date or later, in a run, in
// targets.csv and over many futures.
func TestTargetToStayUnder(t *testing.T) {
	for _, test := range []struct {
		at    string
		first calendar.Month
		text  string
	}{
		{"2025", calendar.NewMonth(2025, 12), "2025"},
		{"2027", calendar.NewMonth(2029, 12), "2029"}, // the programme of 2028 brings it back
		{"2033", calendar.Never, ""},
	} {
		path := filepath.Join(t.TempDir(), "under.yaml")
		require.NoError(t, os.WriteFile(path, []byte("scenario: under\nextends: stated\ntargets:\n  lost: {metric: diverted_mt, at: "+test.at+", at_most: 0.1}\n"), 0o644))
		s, err := scenarios.Load(scenarios.Request{Scenario: path})
		require.NoError(t, err)
		lost := len(s.Targets) - 1
		require.Equal(t, "lost", s.Targets[lost].Name)
		r, err := s.Run().Run()
		require.NoError(t, err)
		require.Equal(t, test.first, r.Judged[lost].First, test.at)
		require.Equal(t, test.text, tables.Targets.FirstMet.Of(r.Targets)[lost])

		e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{{Run: s.Run()}}, Draws: 1, Expected: true}
		f, err := e.Run(context.Background(), ensemble.RunOptions{})
		require.NoError(t, err)
		attainment := e.Tables(f, 0, 0.01)[3]
		for row, event := range tables.Attainment.Event.Of(attainment) {
			if event != "lost" {
				continue
			}
			want := 0.0
			if int(tables.Attainment.Year.Of(attainment)[row]) >= test.first.Year() {
				want = 1
			}
			require.Equal(t, want, tables.Attainment.Reached.Share.Of(attainment)[row], "%s by %v", test.at, tables.Attainment.Year.Of(attainment)[row])
		}
	}
}
