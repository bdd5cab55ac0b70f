package hindcast

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// bowl is least at the given place, and more curved along its second coordinate.
func bowl(at ...float64) func([]float64) (float64, error) {
	return func(x []float64) (float64, error) {
		sum := 0.0
		for i := range x {
			sum += float64(i+1) * (x[i] - at[i]) * (x[i] - at[i])
		}
		return sum, nil
	}
}

func TestMinimiseFindsABowl(t *testing.T) {
	parameters := []Parameter{{"a", 0, 10, 9}, {"b", -5, 5, -4}}
	for _, c := range []struct {
		name     string
		at, want []float64
	}{
		{"inside", []float64{3, 2}, []float64{3, 2}},
		{"at the start", []float64{9, -4}, []float64{9, -4}},
		{"below the bounds", []float64{-7, 2}, []float64{0, 2}},
		{"above the bounds", []float64{3, 60}, []float64{3, 5}},
		{"in a corner", []float64{-1, -9}, []float64{0, -5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			at, least, n, err := Minimise(parameters, bowl(c.at...))
			require.NoError(t, err)
			for i := range c.want {
				require.InDelta(t, c.want[i], at[i], 2e-4*10) // the last step is a ten-thousandth of the range
				require.GreaterOrEqual(t, at[i], parameters[i].Low)
				require.LessOrEqual(t, at[i], parameters[i].High)
			}
			value, _ := bowl(c.at...)(at)
			require.Equal(t, value, least)
			require.Less(t, n, 200)
			again, _, same, err := Minimise(parameters, bowl(c.at...))
			require.NoError(t, err)
			require.Equal(t, at, again)
			require.Equal(t, n, same)
		})
	}
}

// A valley across both parameters is slow for a search along each, and it gets
// there all the same.
func TestMinimiseFollowsAValley(t *testing.T) {
	valley := func(x []float64) (float64, error) {
		return math.Pow(x[0]+x[1]-1, 2) + 0.1*math.Pow(x[0]-x[1], 2), nil
	}
	at, _, _, err := Minimise([]Parameter{{"a", -2, 2, -2}, {"b", -2, 2, 2}}, valley)
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{0.5, 0.5}, at, 2e-3)
}

func TestMinimiseStartsWithinTheBounds(t *testing.T) {
	first := []float64(nil)
	_, _, _, err := Minimise([]Parameter{{"a", 0, 1, 7}, {"b", 0, 1, -7}}, func(x []float64) (float64, error) {
		if first == nil {
			first = append(first, x...)
		}
		return 0, nil
	})
	require.NoError(t, err)
	require.Equal(t, []float64{1, 0}, first)
}

// A parameter whose bounds meet is left where it is.
func TestMinimiseKeepsWhatIsFixed(t *testing.T) {
	at, _, _, err := Minimise([]Parameter{{"a", 2, 2, 2}, {"b", 0, 1, 0}}, bowl(5, 0.75))
	require.NoError(t, err)
	require.Equal(t, 2.0, at[0])
	require.InDelta(t, 0.75, at[1], 1e-3)
}

func TestMinimiseStopsAtAnError(t *testing.T) {
	broken, calls := errors.New("broken"), 0
	_, _, _, err := Minimise([]Parameter{{"a", 0, 1, 0}}, func([]float64) (float64, error) {
		if calls++; calls == 2 {
			return 0, broken
		}
		return 1, nil
	})
	require.ErrorIs(t, err, broken)
	require.Less(t, calls, 4)
}
