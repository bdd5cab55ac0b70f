package runs

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// oneSegment is the smallest scenario with an uncertainty.
const oneSegment = `scenario: line
time: {start: 2030-01, end: 2030-12}
cargo: {boxes: {}}
segments: {line: {capacity: {fixed_mt_per_year: 12}, cost_usd_per_t: 20}}
markets: {m: {cargo: boxes, growth: {path_mt_per_year: {2030: 10}}, routes: {r: {segments: [line]}}}}
uncertainties: {works: {path: segments.line.effectiveness, distribution: uniform, low: 0.5, high: 0.9}}
targets: {much: {metric: throughput_mt, at: 2030, at_least: 99}}
`

// line makes the results of a corridor of one segment, and returns their directory.
func line(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "line")
	done(t, &Single{Scenario: loaded(t)}, dir)
	return dir
}

// loaded returns the scenario of one segment.
func loaded(t *testing.T) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Parse("line", oneSegment)
	require.NoError(t, err)
	return s
}

// done does a plan without charts.
func done(t *testing.T, p Plan, dir string) *Run {
	t.Helper()
	r, err := Open(p, Request{}, dir)
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Do(context.Background(), &How{Workers: 2}))
	return r
}

// Results that others take the place of while they are read are read again.
func TestReadAgain(t *testing.T) {
	dir := line(t)
	for name, replace := range map[string]func(){
		"by another directory": func() {
			require.NoError(t, os.Rename(dir, dir+"-old"))
			require.NoError(t, os.CopyFS(dir, os.DirFS(dir+"-old")))
		},
		"in the same one": func() {
			require.NoError(t, AddReport(dir, []byte("<html>"), "", "", nil))
		},
		"and gone": func() {
			old, fresh := dir+"-gone", dir+"-fresh"
			require.NoError(t, os.CopyFS(fresh, os.DirFS(dir)))
			require.NoError(t, os.Rename(dir, old))
			require.NoError(t, os.Rename(fresh, dir))
			require.NoError(t, os.RemoveAll(old))
		},
	} {
		t.Run(name, func(t *testing.T) {
			looks, v := 0, &Verification{}
			page := Pictures{Report: func(string, string, *Finished) ([]byte, error) { return []byte("<html>"), nil }}
			err := Read(context.Background(), dir, func(d *Directory) error {
				if looks++; looks == 1 {
					replace()
				}
				return v.look(context.Background(), d, page)
			})
			require.NoError(t, err)
			require.Equal(t, 2, looks)
			require.Empty(t, v.Differences)
		})
	}
}
