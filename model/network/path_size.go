package network

// PathSizes finds how much of a way each of several is by itself:
//
//	PS_r = Σ_a (l_a / L_r) / M_a
//
// over the segments a of way r, with l_a the length of a segment, L_r their sum and M_a how
// many of the ways that are there pass it (Ben-Akiva & Bierlaire 1999, in Hall, Handbook of
// Transportation Science, 5–33). It is 1 for a way that shares nothing and 1/n for one of n
// that are the same, and counts as the size of an aggregate of ways does, by ln PS in the
// utility (Bovy, Bekhor & Prato 2008, Transportation Research Record 2076, 132–140). A way
// of no length counts its segments alike, and one of no segments is by itself.
//
// Ways are lists of segments; lengths are by segment, in any unit, at least 0. Sizes are
// written over the first argument, 0 for a way that is not there. The last is space, a 0 for
// every segment, and is left so.
func PathSizes(sizes []float64, ways [][]int32, there []bool, lengths []float64, passing []int32) {
	for r, way := range ways {
		if there[r] {
			for _, a := range way {
				passing[a]++
			}
		}
	}
	for r, way := range ways {
		sizes[r] = 0
		if there[r] {
			sizes[r] = pathSize(way, lengths, passing)
		}
	}
	for _, way := range ways {
		for _, a := range way {
			passing[a] = 0
		}
	}
}

func pathSize(way []int32, lengths []float64, passing []int32) float64 {
	length, own, alike := 0.0, 0.0, 0.0
	for _, a := range way {
		length += lengths[a]
		own += lengths[a] / float64(passing[a])
		alike += 1 / float64(passing[a])
	}
	switch {
	case len(way) == 0:
		return 1
	case length == 0:
		return alike / float64(len(way))
	}
	return own / length
}
