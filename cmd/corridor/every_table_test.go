package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Every table that is described is written by some command and can be read again. Those of
// a hindcast are held by the golden tables and by the tests of its room, and failures.csv
// by those of sim/ensemble: no scenario of the library fails.
func TestEveryTableIsWritten(t *testing.T) {
	dir := t.TempDir()
	elsewhere := []*tables.Schema{tables.Hindcast.Schema, tables.Series.Schema, tables.Scores.Schema, tables.Experiments.Schema, tables.Studies.Schema, tables.Failures.Schema, tables.Signposts.Schema,
		tables.Parameters.Schema, tables.Sample.Schema, tables.Predictive.Schema, tables.Stages.Schema, tables.Skill.Schema}
	var written []*tables.Schema
	for _, line := range []string{
		"run reference --with investment/financing,structure/ship-pools,structure/directions --draw 1 --seed 7", "matrix stated", "ensemble reference --draws 4", "evidence reference --draws 420", "plan reference --candidates aktau-dredging,third-ropax --draws 30 --trial-draws 30 --against demand/low", "sensitivity reference --method given --draws 100 --metrics throughput_mt_2030", "appraise reference --draws 10 --projects alat-1,poti-terminal", "discover reference --draws 300 --where capacity_mt_2030<9", "compare reference reference+investment/none --draws 4", "seek reference --figure segments.tankers.capacity.fixed_mt_per_year --target capacity-10 --draws 10", "run ../../testdata/warn/growth-of-500-percent.yaml",
	} {
		out := filepath.Join(dir, "out")
		args := append(strings.Fields(line), "--charts", "none", "--out", out)
		require.Equal(t, exitDone, run(context.Background(), args, io.Discard, os.Stderr), line)
		p, err := tables.ReadDir(out)
		require.NoError(t, err, line)
		for _, table := range p.Tables {
			written = append(written, table.Schema)
		}
		require.NoError(t, os.RemoveAll(out))
	}
	for _, s := range tables.All {
		require.NotEqual(t, slices.Contains(elsewhere, s), slices.Contains(written, s), "%s", s.File())
	}
}
