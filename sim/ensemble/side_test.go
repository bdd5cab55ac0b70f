package ensemble_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/library"
	"corridor/sim/ensemble"
)

// TestSideBySide: of every scenario of the library, and of the reference with every overlay, draws
// side by side come to what they come to one after the other, in every bit of what is counted.
func TestSideBySide(t *testing.T) {
	if ensemble.Lanes() == 0 {
		t.Skip("one after the other")
	}
	compared := 0
	for _, name := range library.Names() {
		asked := scenarios.Request{Scenario: name}
		if strings.Contains(name, "/") {
			asked = scenarios.Request{Scenario: "reference", With: []string{name}}
		}
		s, err := scenarios.Load(asked)
		if err != nil {
			continue // an overlay of another scenario
		}
		e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative(name)}, Seed: 3, Draws: 9, Keep: true}
		require.Equal(t, e.FirstChunk(false), e.FirstChunk(true), name)
		compared++
	}
	require.Greater(t, compared, 20)
}

// TestMidYearTargetsSideBySide: targets at months within a year, of the strait and all hazards.
func TestMidYearTargetsSideBySide(t *testing.T) {
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Seed: 7, Draws: 30, Keep: true}
	require.Equal(t, e.FirstChunk(false), e.FirstChunk(true))
}
