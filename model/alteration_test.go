package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNoMoreThanThereIs: 1.5 times a saving of 80 % is all there is.
func TestNoMoreThanThereIs(t *testing.T) {
	a := alteration{efforts: []effort{{0, &Change{Scale: 0.2}}}}
	require.Zero(t, a.value(10, []float64{1.5}))
}

// TestChangesOverlap: additions add up, factors multiply as remainders, in any
// order: (10 + 2 + 4 × 1/2) × 0.5 × (1 − 0.4 × 1/2).
func TestChangesOverlap(t *testing.T) {
	efforts := []effort{{0, &Change{Add: 2, Scale: 0.5}}, {1, &Change{Add: 4, Scale: 0.6}}}
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		a := alteration{efforts: []effort{efforts[order[0]], efforts[order[1]]}}
		require.InDelta(t, 14*0.5*0.8, a.value(10, []float64{1, 0.5}), 1e-12)
	}
}

// TestPartsOfWhatThereIs: two parts of a quarter of 10, one of them at half its effect, are 3.75
// more, and a factor is on all of it.
func TestPartsOfWhatThereIs(t *testing.T) {
	a := alteration{efforts: []effort{{0, &Change{Part: 0.25}}, {1, &Change{Part: 0.25, Add: 1, Scale: 0.5}}}}
	require.InDelta(t, (10+2.5+0.5*(2.5+1))*0.75, a.value(10, []float64{1, 0.5}), 1e-12)
}

// TestAlterationsAreGathered: two projects change the capacity of one segment, one of them
// its price too, and each knows the quantities it has a part in.
func TestAlterationsAreGathered(t *testing.T) {
	c := corridor([]Segment{fixed("port", 1), fixed("line", 1)}, market("boxes", 1, route("way", 1, 0, 1)))
	c.Projects = []Project{
		{Name: "berths", Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 1}, {Segment: 0, Quantity: CostUSDPerT, Scale: 0.9}}},
		{Name: "track", Changes: []Change{{Segment: 1, Quantity: Capacity, Add: 2}}},
		{Name: "cranes", Changes: []Change{{Segment: 0, Quantity: Capacity, Scale: 1.2}}},
	}
	m := must(c)
	require.Len(t, m.altered, 3)
	require.Equal(t, []effort{{0, &c.Projects[0].Changes[0]}, {2, &c.Projects[2].Changes[0]}}, m.altered[0].efforts)
	for project, want := range [][]int{{0, 1}, {2}, {0}} {
		require.Equal(t, want, m.alters[project], c.Projects[project].Name)
	}
}
