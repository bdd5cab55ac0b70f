package explorer_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/explorer"
)

// ordered is the reference with a lever for who is served first: a model is laid out by that.
func ordered(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ordered.yaml")
	require.NoError(t, os.WriteFile(file, []byte(`scenario: ordered
extends: reference
levers:
  order:
    choices:
      none: {title: all alike}
      hasty: {title: shippers with less patience, set: [markets.boxes-china-europe.give_up_per_month=0.3]}
      priority: {title: some first, with: [structure/priority]}
`), 0o600))
	return file
}

// TestMovedIsNew: a machine whose levers were moved, to and fro, gives every bit that one gives
// that was made for where they stand, whether the model is changed in place or laid out anew.
func TestMovedIsNew(t *testing.T) {
	for name, file := range map[string]string{"reference": "reference", "stated": "stated", "ordered": ordered(t)} {
		t.Run(name, func(t *testing.T) {
			e, moved := compiled(t, scenarios.Request{Scenario: file})
			for _, n := range []int{3, 0, 5, 4, 4, 1, 0} {
				values, _, _ := setting(e, n)
				anew, err := explorer.NewMachine(e.Corridor)
				require.NoError(t, err)
				carried, err := moved.Carry(values)
				require.NoError(t, err)
				require.Equal(t, numbersOf(t, anew, values, false), explorer.Numbers(moved.Carried(carried)), "setting %d", n)
				if n != 5 { // what is carried alone leaves no trace
					require.Equal(t, numbersOf(t, anew, values, true), numbersOf(t, moved, values, true), "setting %d, with money", n)
				}
			}
		})
	}
}

// numbersOf are all numbers of a result, of what is carried and, if asked for, of money.
func numbersOf(t *testing.T, m *explorer.Machine, values []float64, money bool) []byte {
	t.Helper()
	r, err := m.Run(values)
	require.NoError(t, err)
	parts := m.Carried(r)
	if money {
		parts = append(parts, m.Money(r)...)
	}
	return explorer.Numbers(parts)
}

// TestLaidOutAnew: an overlay may change more than numbers, and a value that is set may not.
func TestLaidOutAnew(t *testing.T) {
	e, _ := compiled(t, scenarios.Request{Scenario: ordered(t)})
	anew := map[string][]bool{}
	for _, l := range e.Corridor.Levers {
		for _, p := range l.Positions {
			anew[l.Name] = append(anew[l.Name], p.Anew)
		}
	}
	require.Equal(t, []bool{false, false, true}, anew["order"], "as it is, a value, an overlay")
	require.NotContains(t, anew["storms"], true, "shocks are no numbers of the corridor, and come behind those of the scenario")
}

// BenchmarkCarry moves one lever, as a finger does.
func BenchmarkCarry(b *testing.B) {
	e, m := compiled(b, scenarios.Request{Scenario: "reference"})
	values, _, _ := setting(e, 0)
	positions := e.Corridor.Levers[0].Positions
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		values[0] = positions[i%len(positions)].Value
		_, err := m.Carry(values)
		require.NoError(b, err)
	}
}
