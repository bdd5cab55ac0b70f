package random

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// What the error says would fit does, at both ends, and what lies beyond does not.
func TestIndefinite(t *testing.T) {
	matrix := func(cd float64) (*Copula, error) {
		c := must(NewCorrelation([]string{"a", "b", "c", "d"}))
		group(c, 0.5, "a", "b", "c")
		check(c.Set("a", "d", 0.6))
		check(c.Set("b", "d", 0.55))
		if cd != 0 {
			check(c.Set("c", "d", cd))
		}
		return c.Copula()
	}
	_, err := matrix(-0.7)
	var found *IndefiniteError
	if !errors.As(err, &found) {
		t.Fatal(err)
	}
	if found.A != "d" || found.B != "c" || found.Rho != -0.7 || !(found.Low < found.High) {
		t.Fatalf("%+v", found)
	}
	for _, c := range []struct {
		rho  float64
		fits bool
	}{{found.Low + 1e-6, true}, {found.High - 1e-6, true}, {found.Low - 1e-6, false}, {found.High + 1e-6, false}} {
		if _, err := matrix(c.rho); (err == nil) != c.fits {
			t.Errorf("%v of %v to %v: %v", c.rho, found.Low, found.High, err)
		}
	}
}

// Numbers with one common factor have the same bits whoever else has it, as have
// those that go with one of them besides.
func TestCommonFactorLeavesOthers(t *testing.T) {
	const draws = 200
	numbers := func(names ...string) map[string][]float64 {
		c := must(NewCorrelation(names))
		rho := FromRank(0.3)
		members := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == "factor" || name == "alone" })
		group(c, rho, members...)
		for _, member := range members {
			check(c.Set("factor", member, math.Sqrt(rho)))
		}
		check(c.Set("time", "cost", FromRank(0.5)))
		copula := must(c.Copula())
		d, u := newMonteCarlo(3, names), make([]float64, len(names))
		out := map[string][]float64{}
		for draw := range uint64(draws) {
			d.Point(draw, u)
			copula.Apply(u)
			for i, name := range names {
				out[name] = append(out[name], u[i])
			}
		}
		return out
	}
	few := numbers("factor", "time", "cost", "last")
	many := numbers("alone", "factor", "new", "time", "newer", "cost", "newest", "last")
	for name := range few {
		if !slices.Equal(few[name], many[name]) {
			t.Errorf("%s has changed", name)
		}
	}
}
