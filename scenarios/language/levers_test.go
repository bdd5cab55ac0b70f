package language

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPositions: a lever stands at its steps, without the dust of binary fractions, and where it
// leaves the scenario as it is.
func TestPositions(t *testing.T) {
	l := Lever{From: -0.1, To: 0.3, Step: 0.1, How: AddsTo}
	require.Equal(t, []float64{-0.1, 0, 0.1, 0.2, 0.3}, l.Positions())
	l.How = Multiplies
	require.Equal(t, []float64{-0.1, 0, 0.1, 0.2, 0.3, 1}, l.Positions())
	l.How, l.Numbers = Sets, []MovedValue{{"a", 0.156}}
	require.Equal(t, []float64{-0.1, 0, 0.1, 0.156, 0.2, 0.3}, l.Positions())
	require.Equal(t, 0.156, l.AsItIs())
}

// TestMovedNumbers have at most twelve digits, so that a command that sets them can be read.
func TestMovedNumbers(t *testing.T) {
	moved := MovedValue{"a", 0.1}
	for _, c := range []struct {
		how      How
		at, want float64
	}{
		{Sets, 0.7, 0.7}, {AddsTo, 0.2, 0.3}, {AddsTo, -0.1, 0}, {Multiplies, 3, 0.3}, {Multiplies, 0, 0}, {Multiplies, 1, 0.1},
	} {
		l := Lever{How: c.how}
		require.Equal(t, c.want, l.At(c.at, moved), "%v at %v", c.how, c.at)
	}
}
