//go:build !goexperiment.simd || !amd64

package ensemble

// Lanes is how many draws are simulated side by side: none.
func Lanes() int { return 0 }

// abreast are futures side by side, which there are none of.
type abreast struct{}

func newAbreast([][]*simulator) []*abreast { return nil }

func (*abreast) simulate() {}
