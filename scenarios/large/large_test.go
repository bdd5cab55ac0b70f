package large

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
)

// TestSideBySide: each network carries what it carries alone, to the last bit.
func TestSideBySide(t *testing.T) {
	one := reference(t)
	alone, both := carried(t, SideBySide(one, 1)), carried(t, SideBySide(one, 2))
	for month := range alone {
		n := len(alone[month])
		require.Equal(t, alone[month], both[month][:n])
		require.Equal(t, alone[month], both[month][n:])
	}
}

// carried runs a scenario for two years, and returns what flows carry, month by month.
func carried(t *testing.T, text string) (months [][]float64) {
	m, err := model.New(parsed(t, text).Corridor)
	require.NoError(t, err)
	s, out := m.NewState(), m.NewOutcome()
	for range 24 {
		m.Step(s, out)
		months = append(months, append([]float64{}, out.CarriedMt...))
	}
	return months
}

// TestLoadingGrowsWithTheScenario: a grid of four times as many segments, on which as many
// markets look for ways, takes less than 4^1.2 times as much memory to load.
func TestLoadingGrowsWithTheScenario(t *testing.T) {
	parsed(t, Grid(2, 2, 1, 1)) // with the library, once
	small, large := allocated(t, Grid(12, 12, 5, 3)), allocated(t, Grid(24, 24, 5, 3))
	require.Less(t, large/small, 5.2)
}

// allocated is how much memory loading takes, all that is dropped on the way counted.
func allocated(t *testing.T, text string) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	parsed(t, text)
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}
