package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// overlapping is a market on two ways that share a line and a rival; a third way over the
// line of the first and its port is built in 2025. Every segment costs 10.
func overlapping(beta float64, change func(*Corridor)) *Model {
	var segments []Segment
	for _, name := range []string{"line", "port", "other-port", "planned"} {
		s := fixed(name, 100)
		s.CostUSDPerT = 10
		segments = append(segments, s)
	}
	segments[3].Supply.Fixed.MtPerYear[0] = 0
	segments[3].CostUSDPerT = 0
	m := market("boxes", 12, route("port", 0.3, 0, 1), route("other-port", 0.2, 0, 2), rival("sea", 0.5))
	m.Sensitivity, m.PathSize = 0.05, beta
	c := corridor(segments, m)
	c.Projects = []Project{{Name: "built in 2025", Start: calendar.NewMonth(2025, 1), EffectiveShare: 1,
		Changes: []Change{{Segment: 3, Quantity: Capacity, Add: 10}}}}
	if change != nil {
		change(&c)
	}
	return must(c)
}

// TestPathSizeOfTheSameWays: while the ways are those of the base shares the constants hold
// their sizes, whatever prices do: the bits are those without.
func TestPathSizeOfTheSameWays(t *testing.T) {
	dearer := func(c *Corridor) {
		c.Segments[1].CostFrom = []Dated{{calendar.NewMonth(2024, 5), 30}}
		c.Segments[0].CostFrom = []Dated{{calendar.NewMonth(2025, 3), 1}}
	}
	require.Equal(t, overlapping(0, dearer).sharesAfter(24), overlapping(1, dearer).sharesAfter(24))
	require.InDeltaSlice(t, []float64{0.3, 0.2, 0.5}, overlapping(1, nil).sharesAfter(24), 1e-12)
}

// TestPathSizeOfAWayClosed: each of the two is 1/2 × 1/2 + 1/2 = 0.75 beside the other and
// 1 without it, so that the one left counts 1/0.75 times.
func TestPathSizeOfAWayClosed(t *testing.T) {
	for _, beta := range []float64{0, 0.5, 1} {
		m := overlapping(beta, func(c *Corridor) {
			c.Segments[2].Supply.Fixed = Fixed{Years: []int{2024, 2025, 2026}, MtPerYear: []float64{100, 0, 100}}
			c.Months = 36
		})
		left := 0.3 * math.Pow(1/0.75, beta)
		require.InDeltaSlice(t, []float64{left / (left + 0.5), 0, 0.5 / (left + 0.5)}, m.sharesAfter(13), 1e-12, "β = %v", beta)
		require.InDeltaSlice(t, []float64{0.3, 0.2, 0.5}, m.sharesAfter(25), 1e-12, "opened again")
	}
}

// duplicate adds a way that is the first one again, by a segment that costs nothing and is
// built in 2025.
func duplicate(c *Corridor) {
	again := route("again", 0.3, 0, 1, 3)
	again.Later, again.Beside = true, 0
	c.Markets[0].Routes = append(c.Markets[0].Routes, again)
}

// TestPathSizeOfTheSameWayTwice: what is on the map twice and one in the world draws no more
// than it did. The logit gives it its share again (red bus and blue bus), also in a nest.
func TestPathSizeOfTheSameWayTwice(t *testing.T) {
	one := func(c *Corridor) { // on the first way and the rival alone
		duplicate(c)
		c.Markets[0].Routes[1] = c.Markets[0].Routes[3]
		c.Markets[0].Routes = c.Markets[0].Routes[:3]
		c.Markets[0].Routes[0].Share = 0.5
		c.Markets[0].Routes[1].Share = 0.5
	}
	require.InDeltaSlice(t, []float64{1. / 3, 1. / 3, 1. / 3}, overlapping(0, one).sharesAfter(13), 1e-12)
	require.InDeltaSlice(t, []float64{0.5, 0, 0.5}, overlapping(1, one).sharesAfter(12), 1e-12)
	require.InDeltaSlice(t, []float64{0.25, 0.25, 0.5}, overlapping(1, one).sharesAfter(13), 1e-12)
	nested := func(c *Corridor) {
		one(c)
		c.Markets[0].Nests = []Nest{{Dissimilarity: 0.5, Routes: []int{0, 1}}}
	}
	require.InDeltaSlice(t, []float64{0.25, 0.25, 0.5}, overlapping(1, nested).sharesAfter(13), 1e-12)
	without := math.Sqrt2 / (1 + math.Sqrt2) // the nest is worth 2^λ times as much
	require.InDeltaSlice(t, []float64{without / 2, without / 2, 1 - without}, overlapping(0, nested).sharesAfter(13), 1e-12)
}

// TestPathSizeOfAWayAdded: beside two ways that share the line, the third is measured
// against the first. Line, port and other port are passed by 3, 2 and 1: the sizes are
// 1/6 + 1/4, 1/6 + 1/2 and 1/6 + 1/4, against 3/4 in the base year.
func TestPathSizeOfAWayAdded(t *testing.T) {
	m := overlapping(1, duplicate)
	weights := []float64{0.3 * (5. / 12) / 0.75, 0.2 * (8. / 12) / 0.75, 0.5, 0.3 * (5. / 12) / 0.75}
	sum := weights[0] + weights[1] + weights[2] + weights[3]
	for i := range weights {
		weights[i] /= sum
	}
	require.InDeltaSlice(t, weights, m.sharesAfter(13), 1e-12)
	require.InDeltaSlice(t, []float64{0.3, 0.2, 0.5, 0}, m.sharesAfter(12), 1e-12)
}

func TestPathSizeBesideWhatWasNotThere(t *testing.T) {
	m := market("boxes", 12, route("port", 1, 0), route("new", 0.3, 0))
	m.PathSize, m.Routes[1].Later, m.Routes[1].Beside = 1, true, 1
	_, err := New(corridor([]Segment{fixed("line", 1)}, m))
	require.ErrorContains(t, err, "route new draws beside one that was not there either")
}
