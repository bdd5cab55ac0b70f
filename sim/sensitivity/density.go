package sensitivity

import (
	"math"

	"corridor/model/portable"
)

// gridPoints is at how many values of what comes out densities are reckoned, as in Plischke et
// al. (2013).
const gridPoints = 100

// grid is where densities are reckoned: even steps from the least to the greatest value.
type grid struct {
	low, step float64
	cell      []int     // below each draw
	part      []float64 // of the step that a draw is above it
}

func newGrid(y []float64) grid {
	low, high := y[0], y[0]
	for _, v := range y {
		low, high = min(low, v), max(high, v)
	}
	g := grid{low: low, step: (high - low) / (gridPoints - 1), cell: make([]int, len(y)), part: make([]float64, len(y))}
	for i, v := range y {
		at := 0.0
		if g.step > 0 {
			at = (v - low) / g.step
		}
		g.cell[i] = min(gridPoints-2, int(at))
		g.part[i] = at - float64(g.cell[i])
	}
	return g
}

// masses are the draws of one class, put on the grid.
type masses struct {
	at              [gridPoints]float64
	n, sum, squares float64 // of draws, less the middle of the grid
}

// collect puts draws on the grid, by class, each as often as times says, nil for once, and shared
// by the two points about it (M. C. Jones and H. W. Lotwick, "A remark on algorithm AS 176. Kernel
// density estimation using the fast Fourier transform", Applied Statistics 33 (1984) 120–122).
func (g *grid) collect(y []float64, of []int, times []uint8, to []masses) {
	clear(to)
	middle := g.low + float64(g.step*gridPoints/2)
	for i, v := range y {
		w := 1.0
		if times != nil {
			w = float64(times[i])
		}
		m := &to[of[i]]
		d := v - middle
		m.n += w
		m.sum += float64(w * d)
		m.squares += float64(w * float64(d*d))
		above := float64(w * g.part[i])
		m.at[g.cell[i]] += w - above
		m.at[g.cell[i]+1] += above
	}
}

// add adds others to masses.
func (m *masses) add(o *masses) {
	m.n += o.n
	m.sum += o.sum
	m.squares += o.squares
	for i, v := range o.at {
		m.at[i] += v
	}
}

// density fills to with the density of masses, by B. W. Silverman's bandwidth for Gaussian kernels
// (Density Estimation for Statistics and Data Analysis, 1986, (4 / 3n)^(1/5) σ), and reports
// whether there is one: not of values that are all the same.
func (g *grid) density(m *masses, to []float64) bool {
	variance := (m.squares - float64(m.sum*m.sum)/m.n) / (m.n - 1)
	if m.n < 2 || !varies(variance, float64(g.step*gridPoints)) {
		return false
	}
	clear(to)
	width := float64(math.Sqrt(variance) * portable.Pow(float64(0.75*m.n), -0.2))
	g.spread(&m.at, width, m.n, to)
	return true
}

// farthest is how many widths a kernel reaches.
const farthest = 4

// spread puts a kernel on every mass.
func (g *grid) spread(mass *[gridPoints]float64, width, n float64, to []float64) {
	reach := min(gridPoints-1, int(farthest*width/g.step))
	var kernel [gridPoints]float64
	scale := 1 / float64(n*float64(width*math.Sqrt(2*math.Pi)))
	for i := range reach + 1 {
		z := float64(float64(i)*g.step) / width
		kernel[i] = float64(scale * portable.Exp(-float64(z*z)/2))
	}
	for at, m := range mass {
		if m == 0 {
			continue
		}
		for i := max(0, at-reach); i <= min(gridPoints-1, at+reach); i++ {
			away := i - at
			if away < 0 {
				away = -away
			}
			to[i] += float64(m * kernel[away])
		}
	}
}

// apart is the area between two densities, by trapezia.
func (g *grid) apart(a, b []float64) float64 {
	area := 0.0
	for i := range a {
		d := math.Abs(a[i] - b[i])
		if i == 0 || i == len(a)-1 {
			d /= 2
		}
		area += d
	}
	return float64(area * g.step)
}
