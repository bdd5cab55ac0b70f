//go:build unix

package main

import (
	"os"
	ossignal "os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
)

// inSmall returns a directory with the small scenario.
func inSmall(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "small.yaml"), []byte(small), 0o644))
	return dir
}

// chunks16 is an ensemble of 16 chunks.
var chunks16 = []string{"ensemble", "small.yaml", "--draws", "4000", "--seed", "7", "--charts", "none", "--keep", "--workers", "2", "--out", "out/e"}

// TestInterruptedEnsembles: killed or told to end while chunks are finished, and gone on
// with each time, an ensemble comes to the same bytes as one that ran through.
func TestInterruptedEnsembles(t *testing.T) {
	whole := inSmall(t)
	code, text := child(t, whole, never, chunks16...)
	require.Zero(t, code, text)

	signals := []syscall.Signal{syscall.SIGKILL, syscall.SIGINT}
	if long {
		signals = append(signals, syscall.SIGTERM, syscall.SIGHUP)
	}
	for _, signal := range signals {
		if ossignal.Ignored(signal) {
			continue // the test was started by nohup or the like, and a program so started goes on
		}
		dir := inSmall(t)
		for _, before := range []int{3, 1, 4} { // of the chunks that are not kept yet
			code, text := child(t, dir, stopBefore("append", before, signal), append(chunks16, "--resume")...)
			require.NoDirExists(t, filepath.Join(dir, "out", "e"))
			require.FileExists(t, filepath.Join(dir, "out", "e.journal"))
			if signal == syscall.SIGKILL {
				require.Equal(t, -1, code, text)
				continue
			}
			require.Equal(t, exitInterrupted, code, text)
			require.Regexp(t, `interrupted: [1-9]\d* of 4000 draws are kept in out/e.journal; the same command with --resume goes on from there`, text)
		}
		code, text := child(t, dir, never, chunks16...)
		require.Equal(t, exitUsage, code, text)
		require.Contains(t, text, "out/e.journal holds the finished part of an interrupted run")
		code, text = child(t, dir, never, append(chunks16, "--resume")...)
		require.Zero(t, code, text)
		require.Equal(t, contents(t, filepath.Join(whole, "out")), contents(t, filepath.Join(dir, "out")))
	}
}

// TestMergeOfKilledParts: parts that are killed, and merges that simulate what they lack and are
// killed too, come to the same bytes, no draw lost and none counted twice.
func TestMergeOfKilledParts(t *testing.T) {
	whole := inSmall(t)
	code, text := child(t, whole, never, chunks16...)
	require.Zero(t, code, text)
	dir := inSmall(t)
	part := func(shard string, before int) {
		args := append(slices.Clone(chunks16[:len(chunks16)-2]), "--shard", shard)
		code, text := child(t, dir, stopBefore("append", before, syscall.SIGKILL), args...)
		require.Equal(t, -1, code, text)
	}
	part("1/2", 4)
	part("3/8", 2)
	code, text = child(t, dir, never, append(slices.Clone(chunks16[:len(chunks16)-2]), "--shard", "4/8")...)
	require.Zero(t, code, text)
	merge := []string{"merge", "out", "--charts", "none", "--workers", "2", "--simulate-missing", "--resume", "--out", "out/e"}
	for _, before := range []int{2, 3} {
		code, text = child(t, dir, stopBefore("append", before, syscall.SIGKILL), merge...)
		require.Equal(t, -1, code, text)
		require.FileExists(t, filepath.Join(dir, "out", "e.journal"))
		require.NoDirExists(t, filepath.Join(dir, "out", "e"))
	}
	code, text = child(t, dir, never, merge...)
	require.Zero(t, code, text)
	require.NoFileExists(t, filepath.Join(dir, "out", "e.journal"))
	require.Equal(t, contents(t, filepath.Join(whole, "out", "e")), contents(t, filepath.Join(dir, "out", "e")))
}

// Killed while it puts its results in place, an ensemble has its old results or the new
// ones, and the journal until the new ones are there.
func TestEnsembleKilledAtTheEnd(t *testing.T) {
	dir := inSmall(t)
	t.Chdir(dir)
	results := func(out, seed string) []string {
		return []string{"ensemble", "small.yaml", "--draws", "300", "--charts", "none", "--keep", "--out", out, "--seed", seed}
	}
	succeeds(t, results("old/e", "1")...)
	succeeds(t, results("fresh/e", "2")...)
	old, fresh := contents(t, "old"), contents(t, "fresh")
	changes := changesOf(t, results("out/e", "2")...)
	for i, before := range puttings(changes) {
		if !long && i%4 != 0 {
			continue
		}
		require.NoError(t, os.RemoveAll("out"))
		require.NoError(t, os.CopyFS("out", os.DirFS("old")))
		code, text := child(t, dir, stopBefore("any", before, syscall.SIGKILL), results("out/e", "2")...)
		require.Equal(t, -1, code, text)
		found := below(contents(t, "out"), "/e/")
		if _, err := os.Stat("out/e.journal"); err != nil {
			require.Equal(t, below(fresh, "/e/"), found)
		} else {
			require.Contains(t, []map[string]string{below(old, "/e/"), below(fresh, "/e/")}, found)
		}
		succeeds(t, append(results("out/e", "2"), "--resume")...)
		require.Equal(t, fresh, contents(t, "out"), "killed before %s", changes[before-1])
	}
}

// changesOf lists the changes to the disk that a command makes over earlier results.
func changesOf(t *testing.T, args ...string) []string {
	t.Helper()
	var changes []string
	for range 2 {
		changes = nil
		disk.Before = func(change, path string) error {
			changes = append(changes, change+" "+path)
			return nil
		}
		succeeds(t, args...)
		disk.Before = nil
	}
	return changes
}

// puttings returns the numbers of the changes that put something in its place or take
// it away; between them nothing that a reader sees changes. Package rundir is killed
// before every one.
func puttings(changes []string) (numbers []int) {
	for i, change := range changes {
		op, _, _ := strings.Cut(change, " ")
		if slices.Contains([]string{"rename", "exchange", "remove", "clear"}, op) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// below returns the contents of a directory in another.
func below(all map[string]string, dir string) map[string]string {
	part := map[string]string{}
	for path, text := range all {
		if rest, ok := strings.CutPrefix(path, dir); ok {
			part[rest] = text
		}
	}
	return part
}
