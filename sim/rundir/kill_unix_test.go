//go:build unix

package rundir

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
)

// The environment of this program where it is to write results and be killed.
const (
	childWrites = "RUNDIR_TEST_WRITES" // the directory
	childHow    = "RUNDIR_TEST_HOW"
	childDies   = "RUNDIR_TEST_DIES" // before which change, counted from 1
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childWrites); dir != "" {
		dying(dir, os.Getenv(childHow))
	}
	os.Exit(m.Run())
}

// dying writes results and is killed before one of the changes to the disk.
func dying(dir, how string) {
	left, _ := strconv.Atoi(os.Getenv(childDies))
	disk.Before = func(change, path string) error {
		if left--; left == 0 {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		if change == "exchange" && strings.Contains(how, "without exchange") {
			return errors.ErrUnsupported
		}
		return nil
	}
	write := func(dir string) error { return commit(dir, newResults) }
	if strings.HasPrefix(how, "update") {
		write = add
	}
	if err := write(dir); err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	os.Exit(0)
}

// Killed before any change to the disk, a run leaves the old results or the new ones,
// whole, or, where they cannot change places, none that pass for any; and the next run
// leaves nothing else.
func TestKilledAnywhere(t *testing.T) {
	for _, how := range []string{"first", "over old ones", "over old ones, without exchange", "update", "update, without exchange"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			killedAnywhere(t, how, func() string { return filepath.Join(t.TempDir(), "out") })
		})
	}
}

func killedAnywhere(t *testing.T, how string, place func() string) {
	program, err := os.Executable()
	require.NoError(t, err)
	for dies := 1; ; dies += step() {
		dir := place()
		if how != "first" {
			require.NoError(t, commit(dir, oldResults))
		}
		child := exec.Command(program)
		child.Env = append(os.Environ(), childWrites+"="+dir, childHow+"="+how, childDies+"="+strconv.Itoa(dies))
		child.Stderr = os.Stderr
		err := child.Run()
		if err != nil {
			require.Equal(t, -1, child.ProcessState.ExitCode(), "it was not killed")
		}
		holdsWhole(t, dir, how)
		require.NoError(t, commit(dir, newResults), "killed before change %d", dies)
		require.Equal(t, asTree(newResults), tree(t, dir))
		alone(t, dir)
		if err == nil { // it made all its changes
			require.Greater(t, dies, 10)
			return
		}
	}
}

// holdsWhole checks what a reader finds after a kill.
func holdsWhole(t *testing.T, dir, how string) {
	t.Helper()
	_, err := os.Stat(filepath.Join(dir, Manifest))
	switch gone := err != nil; {
	case gone && (how == "first" || how == "over old ones, without exchange" || how == "over old ones, mounted"):
		return
	case gone:
		require.NoError(t, err, "the results are gone")
	}
	found := tree(t, dir)
	possible := []map[string]string{asTree(oldResults), asTree(newResults), added(oldResults)}
	if how == "update, without exchange" { // new files may have come before their manifest
		require.Equal(t, found["charts/b.svg"], "o")
		return
	}
	for name := range found {
		if Passing(strings.Split(name, "/")[0]) {
			delete(found, name)
		}
	}
	require.Contains(t, possible, found)
}
