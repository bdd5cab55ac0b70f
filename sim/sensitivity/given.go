package sensitivity

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"corridor/sim/random"
	"corridor/sim/stats"
)

// Given is what came out of draws that are there already, from which indices are reckoned
// without any new run. They do not ask how the draws were made: inputs may be correlated, and an
// input then has what it shares with the others too. Several inputs may be reckoned at once.
type Given struct {
	y     []float64
	met   []bool // nil where there is nothing to meet
	seed  uint64
	order []int     // of the draws, by y
	grid  grid      // for densities of y
	times [][]uint8 // of each draw, by resample

	mutex   sync.Mutex
	chances map[string]float64 // by index and the sizes of classes
}

// GivenIndex is an index of given draws, and the value that an input without any influence stays
// below with 95 % chance: what is not above it may be nothing.
type GivenIndex struct {
	Index
	Chance float64
}

// GivenIndices are those of one input.
type GivenIndices struct {
	PAWN     GivenIndex // Given.pawn
	Delta    GivenIndex // Given.delta
	Spearman GivenIndex // rank correlation, with sign
	Regional GivenIndex // Given.regional; NaN where there is nothing to meet, or all or no draws do
}

// LeastDraws is how many draws indices are reckoned from: ten classes of ten.
const LeastDraws = 100

// Draws are drawn again so many times for intervals, and shuffled so many times for chances.
const givenResamples, shuffles = 30, 100

// NewGiven takes what came out, which must have a value in every draw, and which draws meet what
// is to be met, nil for nothing. There must be [LeastDraws] at least.
func NewGiven(y []float64, met []bool, seed uint64) *Given {
	g := &Given{y: y, met: met, seed: seed, order: ascending(y), chances: map[string]float64{}}
	g.grid = newGrid(y)
	times := make([]float64, len(y))
	for number := range uint64(givenResamples) {
		resample(seed, number, times)
		row := make([]uint8, len(y))
		for i, n := range times {
			row[i] = uint8(min(n, math.MaxUint8))
		}
		g.times = append(g.times, row)
	}
	return g
}

// ascending is the order of numbers from the least up.
func ascending(values []float64) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	return order
}

// Indices returns the indices of an input, by draw. They are NaN where the input or what came out
// does not vary.
func (g *Given) Indices(x []float64) GivenIndices {
	nothing := GivenIndex{none, math.NaN()}
	out := GivenIndices{nothing, nothing, nothing, nothing}
	order := ascending(x)
	n := len(order)
	if n < LeastDraws || x[order[0]] == x[order[n-1]] || g.y[g.order[0]] == g.y[g.order[n-1]] {
		return out
	}
	cut := newClasses(x, order, pawnSlices)
	out.PAWN.Index = g.repeated(g.pawn(cut, nil), func(times []uint8) float64 { return g.pawn(cut, times) })
	out.PAWN.Chance = g.chanceOf(cut, "pawn", func(c classes) float64 { return g.pawn(c, nil) }, nil)
	parts := newClasses(x, order, densityClasses(n))
	out.Delta = g.corrected(parts)
	out.Spearman = rankCorrelation(x, order, g.y, g.order)
	if g.met != nil {
		out.Regional = g.regional(x, order)
	}
	return out
}

// repeated returns an estimate with the interval by those of the resamples.
func (g *Given) repeated(value float64, of func(times []uint8) float64) Index {
	replicates := make([]float64, len(g.times))
	for i, times := range g.times {
		replicates[i] = of(times)
	}
	return within(value, replicates)
}

// within returns an estimate with the normal interval by the spread of bootstrap replicates, which
// needs fewer of them than percentiles do (Efron and Tibshirani 1993, chapters 6 and 13).
func within(value float64, replicates []float64) Index {
	middle, squares := mean(replicates), 0.0
	for _, v := range replicates {
		squares += float64((v - middle) * (v - middle))
	}
	by := float64(1.96 * math.Sqrt(squares/float64(len(replicates)-1)))
	return Index{value, value - by, value + by}
}

// chanceOf returns what an index of classes of these sizes stays below with 95 % chance where
// they have nothing to do with what comes out: among shuffled draws, less the bias that it is
// corrected for.
func (g *Given) chanceOf(c classes, index string, of, bias func(classes) float64) float64 {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	key := index + c.sizes()
	if high, ok := g.chances[key]; ok {
		return high
	}
	stream := random.NewStream(g.seed, "shuffled draws")
	values := make([]float64, shuffles)
	less := 0.0
	for i := range values {
		numbers := stream.At(uint64(i))
		other := c.shuffled(shuffled(&numbers, len(c.of)))
		values[i] = of(other)
		if bias != nil && i < biased {
			less += bias(other) / biased
		}
	}
	slices.Sort(values)
	g.chances[key] = stats.Quantile(values, 0.95) - less
	return g.chances[key]
}

// biased is in how many of the shuffles the bias is reckoned.
const biased = 10
