package runs_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/runs"
)

// TestHindcastOfEveryStructure: what leaves a structure out, or adds one, can be set against
// what happened like the reference: its experiments and studies load, and it is told nothing.
func TestHindcastOfEveryStructure(t *testing.T) {
	if os.Getenv("CORRIDOR_TESTS") != "long" {
		t.Skip("loads some two hundred scenarios: run with CORRIDOR_TESTS=long")
	}
	n := 0
	for _, e := range scenarios.Library() {
		if strings.HasPrefix(e.Name, "structure/") {
			n++
			_, err := runs.NewHindcast(t.Context(), scenarios.Request{Scenario: "reference", With: []string{e.Name}})
			require.NoError(t, err, e.Name)
		}
	}
	require.Greater(t, n, 5)
}
