package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
	"corridor/sim/runs"
)

// small is a scenario whose futures take no time.
const small = `scenario: small
extends: stated
title: A small one
uncertainties:
  growth: {path: markets.corridor-cargo.growth.path_mt_per_year.2024, distribution: triangular, low: 0.2, mode: 0.4, high: 0.9}
`

// succeeds runs a command that does what it is told.
func succeeds(t *testing.T, args ...string) {
	t.Helper()
	var text bytes.Buffer
	require.Zero(t, run(t.Context(), args, io.Discard, &text), &text)
}

// contents reads a directory.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(text)
		return err
	}))
	return all
}

// counted counts how often it is asked whether it has ended, and has after so many times.
type counted struct {
	context.Context
	stop context.CancelFunc
	left atomic.Int64
}

func endsAfter(times int64) *counted {
	ctx, stop := context.WithCancel(context.Background())
	c := &counted{Context: ctx, stop: stop}
	c.left.Store(times)
	if times == 0 {
		stop()
	}
	return c
}

func (c *counted) Err() error {
	if c.left.Add(-1) < 0 {
		c.stop()
	}
	return c.Context.Err()
}

// Every command that takes time hears an interruption when it has just begun and while
// it works, says so, and leaves the results of before.
func TestInterruptedCommands(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("small.yaml", []byte(small), 0o644))
	succeeds(t, "run", "stated", "--charts", "svg", "--out", "r")
	require.NoError(t, os.WriteFile("expects.yaml", []byte(small+"expect: {much: throughput_mt 2030 > 0, sure: throughput_mt 2030 > 0 in 50 % of futures}\n"), 0o644))
	succeeds(t, "run", "reference", "--charts", "none", "--out", "other")
	succeeds(t, "ensemble", "small.yaml", "--draws", "300", "--charts", "none", "--shard", "1/2", "--out", "half")
	before := contents(t, ".")
	for _, command := range []string{
		"run reference --charts none --out r",
		"run reference --draw 3 --charts none --out r",
		"matrix stated --charts none --out r",
		"hindcast reference --charts none --out r",
		"compare stated stated+growth/high --charts none --out r",
		"compare small.yaml small.yaml+growth/high --draws 300 --charts none --out r",
		"ensemble small.yaml --draws 300 --charts none --out r",
		"ensemble small.yaml --draws 300 --keep --charts none --out r",
		"ensemble small.yaml --draws 300 --charts none --shard 1/2 --out r",
		"calibrate reference --points 64 --rows 8 --charts none --out r",
		"merge half --wait 1h --charts none --out r",
		"merge half --simulate-missing --charts none --out r",
		"plot r",
		"plot r other",
		"report r",
		"verify r",
		"verify other",
		"check expects.yaml",
		"check expects.yaml --draws 300",
	} {
		for _, times := range []int64{0, 1} {
			if times > 0 && strings.HasPrefix(command, "ensemble") {
				continue // they are interrupted while chunks are finished by another test
			}
			var text bytes.Buffer
			code := run(endsAfter(times), strings.Fields(command), io.Discard, &text)
			require.Equal(t, exitInterrupted, code, "%s: %s", command, &text)
			require.Contains(t, text.String(), "interrupted", command)
			if strings.Contains(command, "--draws") || strings.Contains(command, "--points") {
				_ = os.Remove("r.journal") // of what was finished
			}
			require.True(t, maps.Equal(before, contents(t, ".")), command)
		}
	}
}

// What searches or simulates asks often enough whether it is to end: at least with
// every run of the model.
func TestInterruptionIsHeardOften(t *testing.T) {
	t.Chdir(t.TempDir())
	for command, least := range map[string]int64{
		"hindcast reference --charts none": 1000,
		"run reference --charts none":      100,
		"matrix stated --charts none":      100,
	} {
		if !long && strings.HasPrefix(command, "hindcast") {
			continue
		}
		const many = 1 << 40
		ctx := endsAfter(many)
		require.Zero(t, run(ctx, strings.Fields(command), io.Discard, os.Stderr))
		require.Greater(t, many-ctx.left.Load(), least, command)
	}
}

// looking looks around when it is first written to.
type looking struct {
	look func()
	done bool
}

func (l *looking) Write(text []byte) (int, error) {
	if !l.done {
		l.done = true
		l.look()
	}
	return len(text), nil
}

// Before anything is printed the results are in place, and nothing else is there.
func TestPrintedLast(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("small.yaml", []byte(small), 0o644))
	succeeds(t, "ensemble", "small.yaml", "--draws", "300", "--charts", "none", "--shard", "1/2", "--out", "parts/1")
	succeeds(t, "ensemble", "small.yaml", "--draws", "300", "--charts", "none", "--shard", "2/2", "--out", "parts/2")
	for _, command := range []string{
		"run stated", "matrix stated", "hindcast reference", "compare stated stated+growth/high",
		"ensemble small.yaml --draws 300 --keep", "ensemble small.yaml --draws 300 --shard 1/2", "merge parts/1 parts/2",
	} {
		if !long && strings.HasPrefix(command, "hindcast") {
			continue
		}
		looked := &looking{look: func() {
			require.FileExists(t, "o/x/manifest.json")
			found, err := os.ReadDir("o")
			require.NoError(t, err)
			require.Len(t, found, 1, "%s: %v", command, found)
		}}
		code := run(context.Background(), append(strings.Fields(command), "--charts", "none", "--out", "o/x"), looked, os.Stderr)
		require.Zero(t, code, command)
		require.True(t, looked.done, command)
		require.NoError(t, os.RemoveAll("o"))
	}
}

// A run that works on a journal is not called interrupted, and its journal stays.
func TestJournalInUse(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("small.yaml", []byte(small), 0o644))
	require.NoError(t, os.WriteFile("e.journal", nil, 0o644))
	held, err := os.Open("e.journal")
	require.NoError(t, err)
	defer held.Close()
	require.NoError(t, disk.Lock(held))
	ensemble := []string{"ensemble", "small.yaml", "--draws", "300", "--charts", "none", "--out", "e"}
	for _, args := range [][]string{ensemble, append(ensemble, "--resume")} {
		var text bytes.Buffer
		require.Equal(t, exitFailure, run(context.Background(), args, io.Discard, &text))
		require.Equal(t, "corridor: journal e.journal: in use by another run\n", text.String())
	}
	require.FileExists(t, "e.journal")

	// One that is not its own any more is left by the run that ends.
	require.NoError(t, os.Remove("e.journal"))
	disk.Before = func(change, path string) error {
		if change == "exchange" || change == "rename" && filepath.Base(path) == "e" {
			require.NoError(t, os.Remove("e.journal"))
			require.NoError(t, os.WriteFile("e.journal", []byte("another's"), 0o644))
		}
		return nil
	}
	defer func() { disk.Before = nil }()
	succeeds(t, ensemble...)
	require.FileExists(t, "e.journal")
}

// A result that cannot be made to last is no result: the old one stays, and so does the
// journal.
func TestFailedSync(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("small.yaml", []byte(small), 0o644))
	ensemble := []string{"ensemble", "small.yaml", "--draws", "300", "--keep", "--charts", "none", "--out", "o/e", "--resume", "--seed"}
	succeeds(t, append(ensemble, "1")...)
	old := contents(t, "o")
	failing := io.ErrShortWrite
	for _, name := range []string{runs.ManifestFile, "draws.parquet", "quantiles.csv", "new"} {
		disk.Before = func(change, path string) error {
			if change == "sync" && filepath.Base(path) == name {
				return failing
			}
			return nil
		}
		var text bytes.Buffer
		code := run(context.Background(), append(ensemble, "2"), io.Discard, &text)
		disk.Before = nil
		require.Equal(t, exitFailure, code, name)
		require.Contains(t, text.String(), failing.Error())
		found := contents(t, "o")
		require.Contains(t, found, "/e.journal")
		delete(found, "/e.journal")
		require.Equal(t, old, found, name)
	}
	succeeds(t, append(ensemble, "2")...)
}
