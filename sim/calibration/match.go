package calibration

import (
	"context"
	"fmt"
	"math"

	"corridor/sim/random"
)

// Matching says how parameters are ruled out.
type Matching struct {
	Waves  int     // how often
	Points int     // simulated in each wave
	Cutoff float64 // a point whose implausibility is above it is ruled out; 3 where nothing else is known
	Rank   int     // which of the implausibilities counts: 1 for the largest
}

// The cutoff of three standard deviations holds for any distribution with one mode: 95 % of
// it lies within (Pukelsheim 1994, The American Statistician 48, 88–91).
const usualCutoff = 3

// UsualMatching is what Vernon et al. (2010) do, with the second largest implausibility, and the
// model in place of an emulator.
var UsualMatching = Matching{Waves: 3, Points: 10000, Cutoff: usualCutoff, Rank: 2}

// Wave is a wave of history matching.
type Wave struct {
	Low, High []float64 // by parameter: the box the points lie in, in the unit cube of the priors
	Points    []Point
	Kept      []int // points that are not ruled out
}

// Left is the part of the prior that is not ruled out.
func (w *Wave) Left() float64 {
	left := float64(len(w.Kept)) / float64(len(w.Points))
	for i := range w.Low {
		left = float64(left * (w.High[i] - w.Low[i]))
	}
	return left
}

// Match rules out, in waves, what the targets exclude. The points of a wave are Sobol' points of the
// least box that holds what the wave before has kept, widened by a twentieth on every side.
// It ends early with a wave that keeps nothing: then the model cannot be what was observed, as
// far off as both may be.
func (p *Problem) Match(ctx context.Context, m Matching) ([]Wave, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	names := make([]string, len(p.Parameters))
	low, high := make([]float64, len(names)), make([]float64, len(names))
	for i := range names {
		names[i], high[i] = p.Parameters[i].Name, 1
	}
	var waves []Wave
	for wave := range m.Waves {
		design, err := random.NewDesign(random.Sobol, p.Seed+uint64(wave), uint64(m.Points), 1, names)
		if err != nil {
			return nil, err
		}
		w := Wave{Low: low, High: high, Points: make([]Point, m.Points)}
		for i := range w.Points {
			u := make([]float64, len(names))
			design.Point(uint64(i), u)
			for d := range u {
				u[d] = low[d] + float64(u[d]*(high[d]-low[d]))
			}
			w.Points[i] = pointOf(u)
		}
		if err := p.simulate(ctx, fmt.Sprintf("wave %d", wave+1), w.Points); err != nil {
			return nil, err
		}
		miss := make(Implausibility, len(p.Targets))
		for i := range w.Points {
			p.implausibility(w.Points[i].Out, miss)
			if miss.Largest(m.Rank) <= m.Cutoff {
				w.Kept = append(w.Kept, i)
			}
		}
		waves = append(waves, w)
		if len(w.Kept) == 0 {
			break
		}
		low, high = w.box()
	}
	return waves, nil
}

// box returns the least box that holds the points kept, a little wider.
func (w *Wave) box() (low, high []float64) {
	low, high = make([]float64, len(w.Low)), make([]float64, len(w.Low))
	for d := range low {
		least, most := math.Inf(1), math.Inf(-1)
		for _, i := range w.Kept {
			least, most = math.Min(least, w.Points[i].U[d]), math.Max(most, w.Points[i].U[d])
		}
		wider := (most - least) / 20
		low[d], high[d] = math.Max(w.Low[d], least-wider), math.Min(w.High[d], most+wider)
		if low[d] == high[d] { // of one point alone nothing is known about the others
			low[d], high[d] = w.Low[d], w.High[d]
		}
	}
	return low, high
}
