package random

import "testing"

// Every stratum of every dimension has one draw of a replicate, of which some have a
// draw more than others.
func TestLatinHypercubeHitsEveryStratumOnce(t *testing.T) {
	for _, draws := range []int{1, 2, 3, 10, 97, 100, 1000, 4096, 30_011} {
		const dimensions = 7
		for _, replicates := range []int{1, 5, 16} {
			u := points(must(NewDesign(LatinHypercube, 0, uint64(draws), uint64(replicates), dimensionNames(dimensions))), draws, dimensions)
			for i := range u {
				for replicate := range min(draws, replicates) {
					own := (draws - replicate + replicates - 1) / replicates
					hit := make([]bool, own)
					for draw := replicate; draw < draws; draw += replicates {
						stratum := int(u[i][draw] * float64(own))
						if hit[stratum] {
							t.Fatalf("%d draws, dimension %d: draw %d is the second in stratum %d", draws, i, draw, stratum)
						}
						hit[stratum] = true
					}
				}
			}
		}
	}
}
