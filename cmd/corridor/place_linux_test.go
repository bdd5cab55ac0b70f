package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// A mount point, as a container has it, takes results, an ensemble's journal among them.
func TestMountPoint(t *testing.T) {
	dir := inSmall(t)
	t.Chdir(dir)
	require.NoError(t, os.Mkdir("results", 0o755))
	if err := syscall.Mount("tmpfs", "results", "tmpfs", 0, "size=10m"); err != nil {
		t.Skipf("nothing can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(filepath.Join(dir, "results"), 0) })
	succeeds(t, "run", "stated", "--charts", "svg", "--out", "results")
	succeeds(t, "plot", "results", "--chart", "throughput", "--format", "svg", "--size", "slide")
	succeeds(t, "report", "results")
	succeeds(t, "verify", "results")

	ensemble := []string{"ensemble", "small.yaml", "--draws", "1000", "--charts", "none", "--keep", "--out", "results", "--resume"}
	code, text := child(t, dir, stopBefore("append", 2, syscall.SIGINT), ensemble...)
	require.Equal(t, exitInterrupted, code, text)
	require.Contains(t, text, "draws are kept in results/.results.journal")
	succeeds(t, "verify", "results")
	succeeds(t, ensemble...)
	succeeds(t, "verify", "results")
	found, err := filepath.Glob("results/.*")
	require.NoError(t, err)
	require.Empty(t, found)
}

// So does a directory that is all a user may write, and parts that may only be read.
func TestOnlyTheDirectoryMayBeWritten(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become somebody else")
	}
	program, dir := built(t), inSmall(t)
	t.Chdir(dir)
	for at := dir; at != os.TempDir() && at != "/"; at = filepath.Dir(at) {
		require.NoError(t, os.Chmod(at, 0o755))
	}
	for at := filepath.Dir(program); at != os.TempDir() && at != "/"; at = filepath.Dir(at) {
		require.NoError(t, os.Chmod(at, 0o755))
	}
	for _, part := range []string{"1", "2"} {
		succeeds(t, "ensemble", "small.yaml", "--draws", "600", "--charts", "none", "--shard", part+"/2", "--out", "part"+part)
	}
	before := contents(t, ".")
	for _, name := range []string{"w", "m"} {
		require.NoError(t, os.Mkdir(name, 0o777))
		require.NoError(t, os.Chmod(name, 0o777))
	}
	asNobody := func(args ...string) string {
		c := exec.Command(program, args...)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		text, err := c.CombinedOutput()
		if err != nil {
			return string(text)
		}
		return ""
	}
	require.Empty(t, asNobody("run", "stated", "--charts", "none", "--out", "w"))
	require.Empty(t, asNobody("run", "teaching", "--charts", "none", "--out", "w"))
	require.Empty(t, asNobody("verify", "w"))
	require.Empty(t, asNobody("merge", "part1", "part2", "--charts", "none", "--out", "m"))
	require.Contains(t, asNobody("run", "stated", "--charts", "none", "--out", "none/x"), "permission denied")
	require.Contains(t, asNobody("run", "stated", "--charts", "none", "--out", "part1"), "permission denied")
	require.NoError(t, os.RemoveAll("w"))
	require.NoError(t, os.RemoveAll("m"))
	require.Equal(t, before, contents(t, "."))
}
