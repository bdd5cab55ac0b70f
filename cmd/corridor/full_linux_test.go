package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/runs"
)

// TestFullDisk: an ensemble that fills the disk says so and keeps what was done; with
// more room it goes on and comes to what it would have come to.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=300k"); err != nil {
		t.Skipf("no file system of a fixed size here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, 0) })
	program := built(t)
	ensemble := func(out string, more ...string) (string, error) {
		args := append([]string{"ensemble", "reference", "--draws", "1000", "--charts", "none", "--out", out}, more...)
		text, err := exec.Command(program, args...).CombinedOutput()
		return string(text), err
	}
	text, err := ensemble(filepath.Join(dir, "e"))
	require.Error(t, err)
	require.Regexp(t, `no space left on device; the \d+ chunks finished before are kept`, text)
	require.FileExists(t, filepath.Join(dir, "e.journal"))
	require.NoDirExists(t, filepath.Join(dir, "e"))

	require.NoError(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=8m"))
	text, err = ensemble(filepath.Join(dir, "e"), "--resume")
	require.NoError(t, err, text)
	whole := filepath.Join(t.TempDir(), "e")
	_, err = ensemble(whole)
	require.NoError(t, err)
	for _, file := range []string{runs.ManifestFile, "quantiles.csv"} {
		want, err := os.ReadFile(filepath.Join(whole, file))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(dir, "e", file))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	}
}
