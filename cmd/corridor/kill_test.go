package main

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// built returns the program, built for the test.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "corridor")
	text, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", text)
	return program
}

// TestKilledRunLeavesOldResultsOrNone kills the program at random moments while it
// writes over earlier results. The directory must hold one whole run, or be gone.
func TestKilledRunLeavesOldResultsOrNone(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	program := built(t)
	dir := filepath.Join(t.TempDir(), "out", "run")
	scenarios := []string{"stated", "teaching"}
	whole := func(scenario string) time.Duration {
		start := time.Now()
		text, err := exec.Command(program, "run", scenario, "--charts", "svg", "--out", dir).CombinedOutput()
		require.NoError(t, err, "%s", text)
		return time.Since(start)
	}
	whole("stated")
	length := whole("teaching")

	random := rand.New(rand.NewPCG(1, 2)) // the moments need not repeat, the property must hold at each
	killed := 0
	for i := range 40 {
		command := exec.Command(program, "run", scenarios[i%2], "--charts", "svg", "--out", dir)
		require.NoError(t, command.Start())
		time.Sleep(time.Duration(random.Float64() * 1.1 * float64(length)))
		_ = command.Process.Kill()
		if command.Wait() != nil {
			killed++
		}
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		m, err := readManifest(dir)
		require.NoError(t, err)
		require.NotEmpty(t, m.Outputs)
		for _, o := range m.Outputs {
			content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(o.Path)))
			require.NoError(t, err)
			require.Equal(t, o.SHA256, hash(content), o.Path)
		}
	}
	require.Positive(t, killed, "no run was killed while it worked")
}
