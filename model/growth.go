package model

import "corridor/model/portable"

// Growth is the potential of a market over the years: given values, with
// constant growth between them, and a rate after the last of them. Before the first of
// them there is no market.
//
// In year y after the last given one the potential D follows
//
//	D(y) = D(y−1) × (1 + r(y) × (1 − D(y−1)/C))
//
// which is exponential growth without a ceiling C and Verhulst's logistic, year by year,
// with one (Verhulst 1838, Correspondance mathématique et physique 10, 113–121). The
// rate r is the last of Rates that has begun, times Fade for each full year since it did
// (a damped trend: Gardner & McKenzie 1985, Management Science 31(10), 1237–1246, of growth
// that adds; Taylor 2003, International Journal of Forecasting 19(4), 715–725, of growth
// that multiplies).
type Growth struct {
	Years     []int     // ascending, at least one
	MtPerYear []float64 // potential in each of Years
	Rates     []Rate    // by year, ascending; empty means no growth
	Fade      float64   // a year's rate over the rate of the year before, 1 for a steady rate
	CeilingMt float64   // C in Mt per year, 0 for none
}

// Rate is a growth rate per year that holds from a year on.
type Rate struct {
	From    int
	PerYear float64 // 0.05 is 5 % a year
}

// Path returns the potential in Mt per year for each of n years from first on.
func (g *Growth) Path(first, n int) []float64 {
	path := make([]float64, n)
	g.path(first, path)
	return path
}

func (g *Growth) path(first int, path []float64) {
	last := len(g.Years) - 1
	potential := g.MtPerYear[last]
	for year := min(first, g.Years[last]); year < first+len(path); year++ {
		if year <= g.Years[last] {
			potential = g.given(year)
		} else {
			rate := g.rate(year)
			if g.CeilingMt > 0 {
				rate = float64(rate * (1 - potential/g.CeilingMt))
			}
			potential = max(0, float64(potential*(1+rate)))
		}
		if year >= first {
			path[year-first] = potential
		}
	}
}

// given interpolates between the given values: constant growth from one to the
// next, or a straight line where one of them is zero. Before the first there is nothing.
func (g *Growth) given(year int) float64 {
	i := 0
	for i < len(g.Years) && g.Years[i] < year {
		i++
	}
	if g.Years[i] == year {
		return g.MtPerYear[i]
	}
	if i == 0 {
		return 0
	}
	from, to := g.MtPerYear[i-1], g.MtPerYear[i]
	part := float64(year-g.Years[i-1]) / float64(g.Years[i]-g.Years[i-1])
	if from <= 0 || to <= 0 {
		return from + float64((to-from)*part)
	}
	return float64(from * portable.Pow(to/from, part))
}

// rate returns the growth rate from year−1 to year.
func (g *Growth) rate(year int) float64 {
	rate, from := 0.0, year
	for _, r := range g.Rates {
		if r.From <= year {
			rate, from = r.PerYear, r.From
		}
	}
	begun := max(from, g.Years[len(g.Years)-1]+1)
	for range year - begun {
		rate = float64(rate * g.Fade)
	}
	return rate
}
