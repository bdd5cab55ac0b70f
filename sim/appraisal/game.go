package appraisal

import (
	"math"

	"corridor/sim/random"
	"corridor/sim/sheet"
)

// View is a way to say what a player brings.
type View int

// The views, in the order of a row.
const (
	FirstIn View = iota // alone, against nobody
	LastIn              // to all the others
	Shapley             // the mean over the orders in which all may come
	Delayed             // what its delay changes where all take part

	Views = iota
)

// Game is what players bring together, and each of them to it, in one future after the other: a
// cooperative game with a value for each figure.
type Game struct {
	Players, Figures int
	Orders           int // of the players, by draw; they come in pairs, each with its reverse
	Seed             uint64
	New              func() (Value, error) // called once by each worker
}

// Value fills out, by figure, with what a future comes to when some players take part, one of
// them delayed, −1 for none. NaN says that a figure has no value.
type Value func(draw uint64, in []bool, delayed int, out []float64)

// Columns are the numbers of a row: what each player brings, by view, player and figure, then
// the figures with nobody and with all.
func (g *Game) Columns() int { return (Views*g.Players + 2) * g.Figures }

// Place is where a row has what a player brings in a view.
func (g *Game) Place(v View, player, figure int) int {
	return (int(v)*g.Players+player)*g.Figures + figure
}

// Without and With are where a row has a figure with nobody and with all.
func (g *Game) Without(figure int) int { return Views*g.Players*g.Figures + figure }
func (g *Game) With(figure int) int    { return g.Without(figure) + g.Figures }

// Futures is how many futures a draw takes: with nobody, with all, each player alone, all but
// each, all with each delayed, and the steps of the orders between nobody and all.
func (g *Game) Futures() int {
	n := g.Players
	return 2 + 3*n + g.Orders*max(0, n-1)
}

// Rows returns what fills the rows of a sheet, a draw each.
//
// The Shapley value (Shapley 1953, in Contributions to the Theory of Games II, 307–317) of a
// player is the mean, over all orders in which the players may come, of what it adds to those
// that came before. Of the n! orders each draw takes a few at random, each with its reverse, so
// that who comes early in one comes late in the other (Castro, Gómez & Tejada 2009, Computers &
// Operations Research 36(5), 1726–1730; the pairs after Mitchell et al. 2022, JMLR 23(43)). In
// every order the additions sum to the difference between all and nobody, and so do the values.
func (g *Game) Rows() (sheet.Row, error) {
	value, err := g.New()
	if err != nil {
		return nil, err
	}
	n := g.Players
	orders := random.NewStream(g.Seed, "orders of projects")
	in, order := make([]bool, n), make([]int, n)
	before, after := make([]float64, g.Figures), make([]float64, g.Figures)
	all := func(is bool) {
		for i := range in {
			in[i] = is
		}
	}
	return func(row int, out []float64) error {
		draw := uint64(row)
		without, with := out[g.Without(0):][:g.Figures], out[g.With(0):][:g.Figures]
		all(false)
		value(draw, in, -1, without)
		all(true)
		value(draw, in, -1, with)
		for i := range n {
			all(false)
			in[i] = true
			value(draw, in, -1, after)
			difference(out[g.Place(FirstIn, i, 0):], after, without)
			all(true)
			in[i] = false
			value(draw, in, -1, after)
			difference(out[g.Place(LastIn, i, 0):], with, after)
			in[i] = true
			value(draw, in, i, after)
			difference(out[g.Place(Delayed, i, 0):], after, with)
		}
		shapley := out[g.Place(Shapley, 0, 0):g.Place(Shapley, n, 0)]
		clear(shapley)
		numbers := orders.At(draw)
		for turn := range g.Orders {
			if turn%2 == 0 {
				shuffle(order, &numbers)
			} else {
				reverse(order)
			}
			all(false)
			copy(before, without)
			for place, i := range order {
				in[i] = true
				if place == n-1 {
					copy(after, with)
				} else {
					value(draw, in, -1, after)
				}
				for f := range after {
					shapley[i*g.Figures+f] += after[f] - before[f]
				}
				before, after = after, before
			}
		}
		for i := range shapley {
			shapley[i] /= float64(g.Orders)
		}
		return nil
	}, nil
}

func difference(out, a, b []float64) {
	for i := range a {
		out[i] = a[i] - b[i]
	}
}

// shuffle fills an order at random, each as likely (Fisher & Yates 1938; Durstenfeld 1964).
func shuffle(order []int, numbers *random.Numbers) {
	for i := range order {
		order[i] = i
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(math.Floor(float64(numbers.Float64() * float64(i+1))))
		order[i], order[j] = order[j], order[i]
	}
}

func reverse(order []int) {
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
}
