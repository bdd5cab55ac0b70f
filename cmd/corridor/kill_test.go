//go:build unix

package main

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// Killed while they put files in place, run, plot and report leave a directory that
// verify accepts, and nothing beside it that the next run does not clear.
func TestKilledAnywhere(t *testing.T) {
	for name, c := range map[string]struct{ before, killed []string }{
		"run":    {[]string{"run", "stated", "--charts", "none", "--out", "r"}, []string{"run", "teaching", "--charts", "none", "--out", "r"}},
		"plot":   {[]string{"run", "stated", "--charts", "none", "--out", "r"}, []string{"plot", "r", "--chart", "throughput", "--format", "svg"}},
		"report": {[]string{"report", "r"}, []string{"report", "r", "--title", "Other"}},
	} {
		t.Run(name, func(t *testing.T) {
			if name != "plot" {
				onlyLong(t) // one command stands for all: what they share is killed in sim/rundir
			}
			dir := t.TempDir()
			t.Chdir(dir)
			succeeds(t, "run", "stated", "--charts", "none", "--out", "r")
			numbers := puttings(changesOf(t, c.killed...))
			require.GreaterOrEqual(t, len(numbers), 5)
			for _, before := range numbers {
				succeeds(t, c.before...)
				code, text := child(t, dir, stopBefore("any", before, syscall.SIGKILL), c.killed...)
				require.Equal(t, -1, code, text)
				succeeds(t, "verify", "r")
			}
			succeeds(t, c.before...)
			found, err := filepath.Glob(filepath.Join(dir, ".*"))
			require.NoError(t, err)
			require.Empty(t, found)
		})
	}
}
