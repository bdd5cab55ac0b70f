package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"corridor": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// long reports whether the long proofs are asked for, as CI does.
var long = os.Getenv("CORRIDOR_TESTS") == "long"

// onlyLong skips a test that takes many seconds, unless the long proofs are asked for.
func onlyLong(t *testing.T) {
	t.Helper()
	if !long {
		t.Skip("takes many seconds: run with CORRIDOR_TESTS=long")
	}
}

// TestScripts runs the command lines of testdata/script as a user would; lines that begin
// with [long] are of the long proofs.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: func(condition string) (bool, error) {
			if condition != "long" {
				return false, fmt.Errorf("unknown condition %q", condition)
			}
			return long, nil
		},
	})
}

// built returns the program, built for the test.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "corridor")
	text, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", text)
	return program
}

// exits runs a command and holds it to its exit code: exits 3 corridor run bad.yaml.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND …")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if coded, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0' + coded.ExitCode()))
	}
	if got != args[0] {
		ts.Fatalf("%v exited with %s, expected %s", args[1:], got, args[0])
	}
}
