package plots

import (
	"image/color"
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A scenario has the same look in any order and, where none of the others wants it, in any
// company. Up to six have six.
func TestLooksOfScenarios(t *testing.T) {
	four := []string{"reference", "sea-first", "rail-first", "soft-only"}
	all := looksOf(four)
	for i, name := range four {
		require.Equal(t, all[i], looksOf([]string{name})[0], name)
		require.Equal(t, all[i], looksOf([]string{"do-nothing", name})[1], name)
		require.Equal(t, all[i], looksOf([]string{name + "+demand-low"})[0], name)
	}
	backward := slices.Clone(four)
	slices.Reverse(backward)
	again := looksOf(backward)
	slices.Reverse(again)
	require.Equal(t, all, again)

	for _, names := range [][]string{
		{"reference", "reference", "stated", "reference", "a", "b"},
		{"one", "two", "three", "four", "five", "six"},
	} {
		seen := map[color.Color]bool{}
		for _, l := range looksOf(names) {
			seen[l.colour] = true
		}
		require.Len(t, seen, len(names))
	}
	require.Len(t, looksOf(make([]string, 12)), 12)
}

// Whichever scenarios of the library stand in one chart, up to as many as it has lines, no two look
// the same: not those of the two banks, nor two that have the same look alone.
func TestScenariosOfTheLibraryAreToldApart(t *testing.T) {
	names := slices.Sorted(maps.Keys(scenarioLooks))
	for set := range 1 << len(names) {
		var chosen []string
		for i, name := range names {
			if set>>i&1 == 1 {
				chosen = append(chosen, name)
			}
		}
		if len(chosen) > mostCurves {
			continue
		}
		seen := map[int]bool{}
		for _, at := range placesOf(chosen) {
			seen[at] = true
		}
		require.Len(t, seen, len(chosen), "%v", chosen)
	}
}

// More lines than there are looks have places of their own.
func TestLineStylesOf(t *testing.T) {
	names := []string{"reference", "sea-first", "rail-first", "do-nothing", "a", "b", "c", "d", "e", "f", "g", "h"}
	places := LineStylesOf(names)
	require.Equal(t, []int{0, 2, 1, 5}, LineStylesOf(names[:4]))
	for i := range looks {
		require.Equal(t, looks[i].colour, LineStyles()[i].Colour)
	}
	slices.Sort(places)
	require.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, places)
}

// Lines have the contrast of 3 to 1 on white that the Web Content Accessibility Guidelines
// ask for of what must be seen to understand a picture.
func TestLooksAreDarkEnough(t *testing.T) {
	for _, l := range looks {
		r, g, b, _ := l.colour.RGBA()
		linear := func(v uint32) float64 { return math.Pow((float64(v)/0xffff+0.055)/1.055, 2.4) }
		luminance := 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
		require.GreaterOrEqual(t, 1.05/(luminance+0.05), 3.0, "%v", l.colour)
	}
}
