package runs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/large"
	"corridor/sim/disk"
	"corridor/sim/tables"
)

// long is a scenario whose segments have more rows than a table holds.
func long(t *testing.T) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Parse("long", large.Line(100, 20, 16))
	require.NoError(t, err)
	return s
}

// TestRowsAreWrittenAsTheyCome: a run with many rows has the files that it has when all of
// them are held, nothing is left beside them, and it is verified.
func TestRowsAreWrittenAsTheyCome(t *testing.T) {
	s := long(t)
	above := t.TempDir()
	dir := filepath.Join(above, "long")
	r := done(t, &Single{Scenario: s}, dir)
	entries, err := os.ReadDir(above)
	require.NoError(t, err)
	require.Len(t, entries, 1)

	result := r.Plan.(*Single).Result
	file, err := result.Segments.Written()
	require.NoError(t, err)
	require.NotEmpty(t, file, "segments are not many enough")
	held, err := s.Run().Run()
	require.NoError(t, err)
	for _, want := range held.Tables() {
		var b strings.Builder
		require.NoError(t, want.WriteCSV(&b))
		got, err := os.ReadFile(filepath.Join(dir, want.Schema.File()))
		require.NoError(t, err)
		require.True(t, b.String() == string(got), want.Schema.Name)
	}
	require.Equal(t, tables.Segments.WaitDays.Of(held.Segments)[:9], tables.Segments.WaitDays.Of(result.Segments)[:9], "columns are there when the run is done")

	pictures := Pictures{Report: func(_, _ string, about *Finished) ([]byte, error) {
		return about.Files[tables.Segments.Schema.File()][:1000], nil
	}}
	finished, err := ReadFinished(context.Background(), dir)
	require.NoError(t, err)
	page, err := pictures.Report("", "", finished)
	require.NoError(t, err)
	require.NoError(t, AddReport(dir, page, "", "", finished.Manifest.Outputs))
	v, err := Verify(context.Background(), dir, pictures)
	require.NoError(t, err)
	require.Empty(t, v.Differences)
}

// TestRowsThatCannotBeWritten: the directory stays as it was, and nothing is beside it.
func TestRowsThatCannotBeWritten(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "r")
	done(t, &Single{Scenario: loaded(t)}, dir)
	before := contents(t, dir)
	full := errors.New("no space left on device")
	for _, last := range []string{tables.Segments.Schema.File(), "tables-"} {
		disk.Before = func(change, path string) error {
			if change == "write" && (filepath.Base(path) == last || strings.HasPrefix(filepath.Base(path), last)) {
				return full
			}
			return nil
		}
		r, err := Open(&Single{Scenario: long(t)}, Request{}, dir)
		require.NoError(t, err)
		err = r.Do(context.Background(), &How{Workers: 2})
		disk.Before = nil
		require.ErrorIs(t, err, full)
		require.NoError(t, r.Close())
		require.Equal(t, before, contents(t, dir))
		entries, err := os.ReadDir(above)
		require.NoError(t, err)
		require.Len(t, entries, 1)
	}
}
