//go:build unix

package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// interruptedEnsemble is an ensemble of 16 chunks.
var interruptedEnsemble = []string{"ensemble", "reference", "--draws", "4000", "--seed", "7", "--charts", "none", "--keep", "--out", "out/e"}

// TestInterruptedEnsembles: killed at random moments, or interrupted by Ctrl-C, and
// gone on with each time, an ensemble comes to the same bytes as one that ran through.
func TestInterruptedEnsembles(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	program := built(t)
	start := time.Now()
	whole := t.TempDir()
	code, text := inDirectory(t, program, whole, 0, 0)
	require.Zero(t, code, text)
	length := time.Since(start)

	random := rand.New(rand.NewPCG(rand.Uint64(), 1)) // the moments need not repeat, the property must hold at each
	for _, signal := range []syscall.Signal{syscall.SIGKILL, syscall.SIGINT} {
		dir := t.TempDir()
		stops := 0
		for {
			patience := 0.1 + 0.4*random.Float64() + 0.1*float64(stops) // so that even the last, which writes the results, ends
			moment := time.Duration(patience * float64(length))
			code, text := inDirectory(t, program, dir, signal, moment)
			if code == 0 {
				break
			}
			stops++
			require.NoDirExists(t, filepath.Join(dir, "out", "e"))
			if signal == syscall.SIGINT {
				require.Equal(t, exitInterrupted, code, text)
				require.Contains(t, text, "draws are kept in out/e.journal; the same command with --resume goes on from there")
			}
		}
		t.Logf("stopped %d times by %v", stops, signal)
		require.Positive(t, stops, "nothing was interrupted")
		require.Equal(t, contents(t, filepath.Join(whole, "out", "e")), contents(t, filepath.Join(dir, "out", "e")))
		require.NoFileExists(t, filepath.Join(dir, "out", "e.journal"))
	}
}

// inDirectory runs the ensemble, gone on with where there is a journal, and sends a
// signal after a while; signal 0 none. It returns the exit code, -1 for a program that
// was killed, and what was said on standard error.
func inDirectory(t *testing.T, program, dir string, signal syscall.Signal, after time.Duration) (int, string) {
	t.Helper()
	c := exec.Command(program, append(interruptedEnsemble, "--resume")...)
	c.Dir = dir
	var stderr bytes.Buffer
	c.Stderr = &stderr
	require.NoError(t, c.Start())
	if signal != 0 {
		timer := time.AfterFunc(after, func() { _ = c.Process.Signal(signal) })
		defer timer.Stop()
	}
	_ = c.Wait()
	return c.ProcessState.ExitCode(), stderr.String()
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
