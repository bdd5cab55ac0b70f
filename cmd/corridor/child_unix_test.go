//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/disk"
)

// stopsAt makes this program, as a child of the tests, be corridor, and stop itself
// before a change to the disk: the name of the change, or any, its number from 1 on,
// and the signal.
const stopsAt = "CORRIDOR_TEST_STOPS_AT"

func init() {
	if at := os.Getenv(stopsAt); at != "" {
		os.Exit(asProgram(at))
	}
}

// asProgram runs the command line and returns the exit code. A signal that is to be
// heard is heard before the change is made.
func asProgram(at string) int {
	ctx, stop := untilSignalled()
	defer stop()
	var change string
	var left int
	var signal syscall.Signal
	fmt.Sscanf(at, "%s %d %d", &change, &left, &signal)
	disk.Before = func(c, _ string) error {
		if change != "any" && c != change {
			return nil
		}
		if left--; left == 0 {
			syscall.Kill(os.Getpid(), signal)
			<-ctx.Done()
		}
		return nil
	}
	return run(ctx, os.Args[1:], os.Stdout, os.Stderr)
}

// child runs corridor in a directory until it ends or stops itself. It returns the exit
// code, -1 where it was killed, and what was said on standard error.
func child(t *testing.T, dir, at string, args ...string) (int, string) {
	t.Helper()
	program, err := os.Executable()
	require.NoError(t, err)
	c := exec.Command(program, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), stopsAt+"="+at)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	_ = c.Run()
	return c.ProcessState.ExitCode(), stderr.String()
}

// stopBefore is where a child stops.
func stopBefore(change string, number int, signal syscall.Signal) string {
	return fmt.Sprintf("%s %d %d", change, number, signal)
}

const never = "never 1 0"
