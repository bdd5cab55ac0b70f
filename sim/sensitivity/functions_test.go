package sensitivity

import (
	"math"
	"strconv"
)

// ishigami is the function of T. Ishigami and T. Homma, "An importance quantification technique
// in uncertainty analysis for computer models" (1990), with a = 7 and b = 0.1, of three numbers
// from −π to π given by their places in the unit cube.
func ishigami(u []float64) float64 {
	x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
	return math.Sin(x(0)) + 7*math.Pow(math.Sin(x(1)), 2) + 0.1*math.Pow(x(2), 4)*math.Sin(x(0))
}

// ishigamiShares are its shares in closed form.
func ishigamiShares() (first, total []float64) {
	const a, b = 7, 0.1
	p4 := math.Pow(math.Pi, 4)
	one, two, both := math.Pow(1+b*p4/5, 2)/2, a*a/8.0, 8*b*b*p4*p4/225
	v := one + two + both
	return []float64{one / v, two / v, 0}, []float64{(one + both) / v, two / v, both / v}
}

// sobolG is Sobol's g function, Π (|4u − 2| + a) / (1 + a).
func sobolG(a, u []float64) float64 {
	y := 1.0
	for i := range a {
		y *= (math.Abs(4*u[i]-2) + a[i]) / (1 + a[i])
	}
	return y
}

// sobolGShares are the shares of groups of its inputs in closed form: each input has the variance
// 1 / 3 (1 + a)², and those of products of independent factors of mean 1 multiply.
func sobolGShares(a []float64, groups [][]int) (first, total []float64) {
	variance := func(of []int) float64 {
		product := 1.0
		for _, i := range of {
			product *= 1 + 1/(3*(1+a[i])*(1+a[i]))
		}
		return product
	}
	var every []int
	for i := range a {
		every = append(every, i)
	}
	v := variance(every) - 1
	for _, group := range groups {
		first = append(first, (variance(group)-1)/v)
		total = append(total, variance(every)*(1-1/variance(group))/v)
	}
	return first, total
}

// morrisFunction is that of Morris (1991), of twenty inputs, with the coefficients that he draws
// at random alternating in sign as Saltelli, Chan and Scott (Sensitivity Analysis, 2000) have
// them.
func morrisFunction(x []float64) float64 {
	w := make([]float64, 20)
	for i := range w {
		w[i] = 2 * (x[i] - 0.5)
		if i == 2 || i == 4 || i == 6 {
			w[i] = 2 * (1.1*x[i]/(x[i]+0.1) - 0.5)
		}
	}
	y := 0.0
	for i := range w {
		if i < 10 {
			y += 20 * w[i]
		} else {
			y += sign(i+1) * w[i]
		}
		for j := i + 1; j < 20; j++ {
			if j < 6 {
				y += -15 * w[i] * w[j]
			} else {
				y += sign(i+j+2) * w[i] * w[j]
			}
			for l := j + 1; l < 5; l++ {
				y += -10 * w[i] * w[j] * w[l]
				for s := l + 1; s < 4; s++ {
					y += 5 * w[i] * w[j] * w[l] * w[s]
				}
			}
		}
	}
	return y
}

func sign(n int) float64 {
	if n%2 == 0 {
		return 1
	}
	return -1
}

// columns are n names, and a group for each.
func columns(n int) (names []string, groups [][]int) {
	for i := range n {
		names, groups = append(names, "x"+strconv.Itoa(i+1)), append(groups, []int{i})
	}
	return names, groups
}

// weyl is the point of a sequence that any program can make: the parts of n √prime after the
// point (H. Weyl 1916).
func weyl(n int, primes ...float64) []float64 {
	u := make([]float64, len(primes))
	for i, p := range primes {
		_, u[i] = math.Modf(float64(n) * math.Sqrt(p))
	}
	return u
}
