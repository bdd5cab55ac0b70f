package page

import (
	"image/color"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A class has the same colour whatever stands beside it, and no two have the same.
func TestColoursOfClasses(t *testing.T) {
	library := []string{"containers", "wagons", "trucks", "dry-bulk", "oil"}
	all := ColoursOfClasses(library)
	backward := slices.Clone(library)
	slices.Reverse(backward)
	require.Equal(t, all, ColoursOfClasses(backward))
	for _, name := range library {
		require.Equal(t, all[name], ColoursOfClasses([]string{name})[name], name)
	}
	own := ColoursOfClasses(append([]string{"melons", "boxes", "a", "b", "c"}, library...))
	seen := map[color.Color]string{}
	for name, c := range own {
		if c != MidGrey {
			require.Empty(t, seen[c], name)
			seen[c] = name
		}
	}
	for _, name := range library[1:] {
		require.Equal(t, all[name], own[name], "a class of another name takes no colour from %s", name)
	}
	require.Len(t, seen, len(Areas))
}
