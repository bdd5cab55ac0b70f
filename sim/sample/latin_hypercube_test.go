package sample

import "testing"

// Every stratum of every dimension has one draw.
func TestLatinHypercubeHitsEveryStratumOnce(t *testing.T) {
	for _, draws := range []int{1, 2, 3, 10, 97, 100, 1000, 4096, 30_011} {
		const dimensions = 7
		u := points(must(NewDesign(LatinHypercube, 0, uint64(draws), dimensionNames(dimensions))), draws, dimensions)
		for i := range u {
			hit := make([]bool, draws)
			for draw, x := range u[i] {
				stratum := int(x * float64(draws))
				if hit[stratum] {
					t.Fatalf("%d draws, dimension %d: draw %d is the second in stratum %d", draws, i, draw, stratum)
				}
				hit[stratum] = true
			}
		}
	}
}
