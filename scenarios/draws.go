package scenarios

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/sample"
)

// Uncertainty is a number of the scenario that is not known.
type Uncertainty struct {
	Name, Title, Path string
	Distribution      sample.Distribution
	Set               Setter
}

// draws compiles the uncertainties. It runs on a scenario without mistakes.
func (c *compiler) draws(s *Scenario) {
	for _, v := range c.top.of("uncertainties").each() {
		u := Uncertainty{Name: v.name, Title: title(v), Path: v.of("path").string()}
		at := v.of("path").place(v.value)
		var err error
		if u.Set, err = s.Setter(u.Path); err != nil {
			c.report.report(at, "%v", err)
			continue
		}
		if u.Distribution, err = distributionOf(v); err != nil {
			c.report.report(v.of("distribution").place(v.value), "%v", err)
			continue
		}
		if u.Distribution, err = cutTo(u.Distribution, c.specAt(u.Path)); err != nil {
			c.report.report(v.of("distribution").place(v.value), "%v", err)
			continue
		}
		s.Uncertainties = append(s.Uncertainties, u)
	}
}

func distributionOf(v namedValue) (sample.Distribution, error) {
	n := func(key string) float64 { return v.of(key).number() }
	list := func(key string) []float64 {
		at := v.of(key)
		if !at.given() {
			return nil
		}
		var out []float64
		for _, item := range at.items {
			out = append(out, value{item, at.spec.item}.number())
		}
		return out
	}
	switch name := v.of("distribution").string(); name {
	case "uniform":
		return sample.NewUniform(n("low"), n("high"))
	case "triangular":
		return sample.NewTriangular(n("low"), n("mode"), n("high"))
	case "pert":
		return sample.NewPERT(n("low"), n("mode"), n("high"))
	case "normal":
		return sample.NewNormal(n("mean"), n("sd"))
	case "lognormal":
		return sample.NewLognormal(n("median"), n("sigma"))
	case "discrete":
		return sample.NewDiscrete(list("values"), list("weights"))
	case "empirical":
		return sample.NewEmpirical(list("values"))
	default:
		return nil, fmt.Errorf("there is no distribution %q", name)
	}
}

// cutTo cuts a distribution to what the number may be.
func cutTo(d sample.Distribution, s *spec) (sample.Distribution, error) {
	low, high := s.least, s.most
	if d.Quantile(1e-9) >= low && d.Quantile(1-1e-9) <= high && d.Quantile(0) >= low && d.Quantile(1) <= high {
		return d, nil
	}
	if math.IsInf(low, -1) && math.IsInf(high, 1) {
		return d, nil
	}
	return sample.NewTruncated(d, low, high)
}

// specAt returns the spec of the number at a path.
func (c *compiler) specAt(path string) *spec {
	at, s := c.top.tree, schema
	for step := range strings.SplitSeq(path, ".") {
		s = s.resolve(at).child(step)
		at = at.get(step)
	}
	return s.resolve(at)
}
