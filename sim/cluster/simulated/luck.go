package simulated

import (
	"corridor/model/portable"
	"corridor/sim/random"
)

// luck draws what is uncertain in a replication. A thing has the same luck whatever else
// happens, for its numbers are its own.
type luck struct {
	replication           uint64
	chunks, nodes, faults random.Stream
}

func newLuck(seed, replication uint64) luck {
	return luck{replication, random.NewStream(seed, "chunks"), random.NewStream(seed, "nodes"), random.NewStream(seed, "faults")}
}

// of returns the numbers of a thing in this replication.
func (l *luck) of(stream random.Stream, thing int) random.Numbers {
	return stream.At(l.replication<<40 | uint64(thing))
}

// chunk is the factor of the time of a chunk, the same whenever it is computed: what makes
// a future long is in it.
func (l *luck) chunk(chunk int, spread random.Distribution) float64 {
	if spread == nil {
		return 1
	}
	numbers := l.of(l.chunks, chunk)
	return spread.Quantile(numbers.Float64())
}

// slowness is the factor of time on a node: lognormal with the mean 1.
func slowness(u, sigma float64) float64 {
	if sigma == 0 {
		return 1
	}
	return portable.Exp(float64(sigma*portable.NormQuantile(u)) - float64(0.5*float64(sigma*sigma)))
}

// wait is the time until something comes that comes every mean seconds; none where it never
// does.
func wait(u, mean float64) (s float64, comes bool) {
	if mean == 0 {
		return 0, false
	}
	return float64(mean * -portable.Log(1-u)), true
}
