package language

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestKeys holds what is said of some keys to the rows of the table they come from.
func TestKeys(t *testing.T) {
	for _, want := range []Key{
		{Path: "time.start", Meaning: "First month, such as 2024-01", Accepts: "a month", Required: true},
		{Path: "segments.*.capacity.rail.trains_per_day", Meaning: "Trains a day in the direction of the corridor", Unit: "trains/day", Accepts: "0 or more", Required: true},
		{Path: "segments.*.counts", Meaning: "What the capacity counts: one direction, with as much for the other, or both together, empty units too",
			Accepts: "one of one-way, both-ways", Default: "one-way"},
		{Path: "segments.*.free_flow_days", Meaning: "Time to cross it when nothing is in the way", Unit: "days", Accepts: "0 or more; or by year or month", Default: "0"},
		{Path: "segments.*.availability", Meaning: "Share of the time the segment is open", Accepts: "0 to 1; or a list of 12: 0 to 1", Default: "1"},
		{Path: "markets.*.growth.path_mt_per_year", Meaning: "Potential of given years; between them growth is constant", Unit: "Mt/yr",
			Accepts: "by year: 0 or more", Required: true, Unless: "carried_mt_per_year"},
		{Path: "markets.*.nests.*.dissimilarity", Meaning: "How far its routes are from each other: 1 as far as from any other, near 0 the same",
			Accepts: "more than 0 and at most 1", Required: true},
		{Path: "projects.*.delay_months", Meaning: "Delay added to it; what was to serve by the month as_of of delivery is not delayed", Unit: "months",
			Accepts: "whole, 0 to 600", Default: "0"},
		{Path: "economics.service_life_years_by_kind.*", Meaning: "Service life", Unit: "years", Accepts: "more than 0"},
		{Path: "delivery.classes.*.cost", Meaning: distributionSpec.doc, Accepts: "the keys of delivery.classes.*.delay"},
		{Path: "uncertainties.*.parts", Meaning: "Parts of a mixture: a value comes from one of them", Accepts: "the keys of uncertainties.* from low to floor, and those below"},
	} {
		top, _, _ := strings.Cut(want.Path, ".")
		keys := Keys(top)
		i := slices.IndexFunc(keys, func(k Key) bool { return k.Path == want.Path })
		require.GreaterOrEqual(t, i, 0, want.Path)
		require.Equal(t, want, keys[i])
	}
	require.Empty(t, Keys("segmnets"))
}

// TestKeysAreListedOnce: no key comes twice in a section.
func TestKeysAreListedOnce(t *testing.T) {
	for _, section := range Sections() {
		seen := map[string]bool{}
		for _, k := range Keys(section) {
			require.False(t, seen[k.Path], k.Path)
			seen[k.Path] = true
		}
	}
}

func TestOr(t *testing.T) {
	require.Equal(t, "required", (&Key{Required: true, Default: "0"}).Or())
	require.Equal(t, "required unless b", (&Key{Required: true, Unless: "b"}).Or())
	require.Equal(t, "1", (&Key{Default: "1"}).Or())
}
