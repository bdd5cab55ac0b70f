package model

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// chances returns the chance of each number of days shut.
func (d *shutDays) chances(days int) []float64 {
	chances, before := make([]float64, days+1), 0.0
	for shut := range chances {
		chances[shut], before = d.atMost[shut]-before, d.atMost[shut]
	}
	return chances
}

// TestSpellsKeepTheMean: whatever the spells, the days shut have the mean asked for.
func TestSpellsKeepTheMean(t *testing.T) {
	for _, c := range []struct {
		spells Days
		mean   float64
		days   int
	}{
		{Days{1, 7}, 0.5, 30}, {Days{1, 7}, 0.28, 31}, {Days{1, 7}, 0.1, 28}, {Days{1, 7}, 0.8, 30},
		{Days{1, 1}, 0.3, 30}, {Days{3, 3}, 0.75, 31}, {Days{10, 31}, 0.9, 31}, {Days{1, 7}, 0, 31},
	} {
		var d shutDays
		d.fill(newSpells(c.spells, c.mean), c.days)
		mean, ratio := 0.0, 0.0
		for shut, chance := range d.chances(c.days) {
			require.GreaterOrEqual(t, chance, -1e-14)
			mean += chance * float64(shut) / float64(c.days)
			ratio += chance * d.ratio[shut]
		}
		require.InDelta(t, c.mean, mean, 1e-12, "%v", c)
		require.InDelta(t, 1, ratio, 1e-12, "%v", c)
	}
}

// TestSpellsOfOneDay: single days apart are a chain of two states with the eigenvalue
// −chance, whose variance is known: D m (1−m) (1 + 2 Σ (1 − k/D) (−chance)^k).
func TestSpellsOfOneDay(t *testing.T) {
	const mean, days = 0.3, 30
	var d shutDays
	s := newSpells(Days{1, 1}, mean)
	d.fill(s, days)
	require.InDelta(t, 0.3/0.7, s.chance, 1e-15)
	want, power := 1.0, 1.0
	for k := 1; k < days; k++ {
		power *= -s.chance
		want += 2 * (1 - float64(k)/days) * power
	}
	want *= days * mean * (1 - mean)
	variance := 0.0
	for shut, chance := range d.chances(days) {
		variance += chance * math.Pow(float64(shut)-mean*days, 2)
	}
	require.InDelta(t, want, variance, 1e-10)
	require.Zero(t, d.atMost[0]-d.chances(days)[0])
	require.InDelta(t, 1, d.atMost[15], 1e-12, "every other day is the most")
}

// TestSpellsAgainstDays compares the distribution with days followed one by one, over
// many windows of a long record of spells of 1 to 7 days and the gaps between them.
func TestSpellsAgainstDays(t *testing.T) {
	const mean, days, windows = 0.5, 30, 40_000
	var d shutDays
	d.fill(newSpells(Days{1, 7}, mean), days)
	random := rand.New(rand.NewPCG(1, 2))
	chance := mean / ((1 - mean) * 4)
	counts := make([]float64, days+1)
	left := 0 // days of the spell to come, this one included; 0 when open
	for range windows {
		shut := 0
		for day := range days + 60 { // the days between two windows part them
			switch {
			case left > 0:
				left-- // at the end of a spell a day is open
			case random.Float64() < chance:
				left = 1 + random.IntN(7)
			}
			if left > 0 && day < days {
				shut++
			}
		}
		counts[shut]++
	}
	for shut, p := range d.chances(days) {
		sd := math.Sqrt(windows * p * (1 - p))
		require.InDelta(t, windows*p, counts[shut], 4*sd+1, "%d days shut", shut)
	}
}

// TestSpellsCorrelateTheDays: long spells make months differ more than short ones.
func TestSpellsCorrelateTheDays(t *testing.T) {
	spread := func(spells Days) float64 {
		var d shutDays
		d.fill(newSpells(spells, 0.4), 30)
		variance := 0.0
		for shut, chance := range d.chances(30) {
			variance += chance * math.Pow(float64(shut)-12, 2)
		}
		return variance
	}
	require.Greater(t, spread(Days{5, 9}), spread(Days{1, 7}))
	require.Greater(t, spread(Days{1, 7}), spread(Days{1, 3}))
}

func TestTooMuchToShut(t *testing.T) {
	require.InDelta(t, 0.8, Days{1, 7}.MostShut(), 1e-15)
	c := corridor([]Segment{fixed("ferry", 6)}, market("ore", 5, route("sea", 1, 0)))
	c.Segments[0].Availability = always(0.19)
	c.Hazards = []Hazard{{Name: "storms", Segments: []int{0}, Spells: Days{1, 7}}}
	_, err := New(c)
	require.ErrorContains(t, err, "hazard storms: a segment is shut for 0.81 of month 1")
	c.Segments[0].Availability = always(0.21)
	_, err = New(c)
	require.NoError(t, err)
}
