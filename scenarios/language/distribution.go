package language

import (
	"fmt"

	"corridor/sim/random"
)

// distributionOf makes a distribution with its cuts from a checked tree.
func distributionOf(v value) (random.Distribution, error) {
	d, err := uncut(v)
	if err != nil {
		return nil, err
	}
	least, most := minusInfinity, infinity
	if at := v.of("at_least"); at.given() {
		least = at.number()
	}
	if at := v.of("at_most"); at.given() {
		most = at.number()
	}
	if least > minusInfinity || most < infinity {
		if d, err = random.NewTruncated(d, least, most); err != nil {
			return nil, err
		}
	}
	if floor := v.of("floor"); floor.given() {
		return random.NewFloored(d, floor.number())
	}
	return d, nil
}

func uncut(v value) (random.Distribution, error) {
	n := func(key string) float64 { return v.of(key).number() }
	switch name := v.of("distribution").string(); name {
	case "uniform":
		return random.NewUniform(n("low"), n("high"))
	case "triangular":
		return random.NewTriangular(n("low"), n("mode"), n("high"))
	case "pert":
		return random.NewPERT(n("low"), n("mode"), n("high"))
	case "beta":
		high := 1.0
		if v.of("high").given() {
			high = n("high")
		}
		return random.NewBeta(n("alpha"), n("beta"), n("low"), high)
	case "normal":
		return random.NewNormal(n("mean"), n("sd"))
	case "lognormal":
		return random.NewLognormal(n("median"), n("sigma"))
	case "exponential":
		excess, err := random.NewExponential(n("mean_excess"))
		if err != nil || n("low") == 0 {
			return excess, err
		}
		return random.NewShifted(excess, n("low"))
	case "discrete", "empirical":
		return random.NewDiscrete(numbers(v.of("values")), numbers(v.of("weights")))
	case "mixture":
		return mixtureOf(v.of("parts"))
	default:
		return nil, fmt.Errorf("there is no distribution %q", name)
	}
}

func mixtureOf(parts value) (random.Distribution, error) {
	var weights []float64
	var of []random.Distribution
	for _, part := range parts.each() {
		d, err := distributionOf(part.value)
		if err != nil {
			return nil, err
		}
		weights, of = append(weights, part.of("weight").number()), append(of, d)
	}
	return random.NewMixture(weights, of)
}

// numbers reads a list of numbers, nil for one that is not given.
func numbers(list value) []float64 {
	if !list.given() {
		return nil
	}
	var out []float64
	for _, item := range list.Items {
		out = append(out, value{item, list.spec.item}.number())
	}
	return out
}
