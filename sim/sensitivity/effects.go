package sensitivity

import (
	"math"
	"slices"
)

// Effects are the elementary effects of a group, what a step does divided by the length of the
// step. Mu and Sigma of a group of several columns are NaN, for these go up and down at once.
type Effects struct {
	Size  Index   // μ*, the mean of their sizes (Campolongo et al. 2007)
	Mu    float64 // their mean, with sign
	Sigma float64 // their standard deviation: large where the input does not act in a straight line, or not alone
	Steps int     // that had a value at both ends
}

// Effects returns the effects of every group, of what came out by run; NaN for no value. The
// intervals come from drawing trajectories again.
func (m *Morris) Effects(y []float64, seed uint64) []Effects {
	out := make([]Effects, len(m.groups))
	effects := make([][]float64, len(m.groups))
	for group := range m.groups {
		effects[group] = m.effects(y, group)
	}
	times := make([]float64, m.trajectories)
	replicates := make([][]float64, len(m.groups))
	for number := range uint64(resamples) {
		resample(seed, number, times)
		for group, e := range effects {
			if v := meanSize(e, times); !math.IsNaN(v) {
				replicates[group] = append(replicates[group], v)
			}
		}
	}
	for group, e := range effects {
		out[group] = m.summarise(group, e, replicates[group])
	}
	return out
}

// effects are those of a group, by trajectory; NaN for none.
func (m *Morris) effects(y []float64, group int) []float64 {
	width := len(m.groups) + 1
	out := make([]float64, m.trajectories)
	for t := range out {
		at := t*width + m.order[t][group]
		out[t] = (y[at+1] - y[at]) / m.step()
		if c := m.groups[group]; len(c) == 1 && m.at[t][c[0]].down {
			out[t] = -out[t]
		}
	}
	return out
}

func meanSize(effects, times []float64) float64 {
	sum, n := 0.0, 0.0
	for t, e := range effects {
		if !math.IsNaN(e) {
			sum += float64(math.Abs(e) * times[t])
			n += times[t]
		}
	}
	return sum / n // NaN for none
}

func (m *Morris) summarise(group int, all, replicates []float64) Effects {
	e := slices.DeleteFunc(slices.Clone(all), math.IsNaN)
	out := Effects{Size: none, Mu: math.NaN(), Sigma: math.NaN(), Steps: len(e)}
	if len(e) == 0 {
		return out
	}
	sizes := make([]float64, len(e))
	for i := range e {
		sizes[i] = math.Abs(e[i])
	}
	out.Size = withInterval(mean(sizes), replicates)
	if len(m.groups[group]) == 1 && len(e) > 1 {
		out.Mu = mean(e)
		squares := 0.0
		for _, v := range e {
			squares += float64((v - out.Mu) * (v - out.Mu))
		}
		out.Sigma = math.Sqrt(squares / float64(len(e)-1))
	}
	return out
}
