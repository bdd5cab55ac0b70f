package language

import (
	"slices"
	"strings"

	"corridor/model"
	"corridor/sim/ensemble"
	"corridor/sim/random"
)

// draws compiles the uncertainties and what they have to do with each other. It runs
// on a scenario without mistakes.
//
// Common factors come first: then a number that goes with others by a factor alone
// depends on that factor's stream and its own, whatever else is in the scenario.
func (c *compiler) draws(s *Compiled) {
	given, projects := c.given(s), c.outcomes(s)
	sample, given := c.posterior(s, given)
	t := c.correlations(s, append(slices.Clone(given), projects...))
	s.Uncertainties = slices.Concat(t.factors, sample, given, projects)
	for _, key := range t.order {
		s.Pairs = append(s.Pairs, Pair{key[0], key[1], t.pairs[key].rho})
	}
	s.Copula = t.copula(s.Uncertainties)
	c.cutWithin(s)
}

// given compiles the uncertainties that the scenario lists.
func (c *compiler) given(s *Compiled) (out []ensemble.Uncertainty) {
	for _, v := range c.top.of("uncertainties").each() {
		if v.of("certain").boolean() {
			continue
		}
		u := ensemble.Uncertainty{Name: v.name, Title: title(v), Path: v.of("path").string()}
		var err error
		if u.Set, err = s.Setter(u.Path); err != nil {
			c.report.Mistake(v.of("path").place(v.value), "%v", err)
			continue
		}
		if labels := v.of(labelsKey); labels.given() && !c.report.Found() {
			u.Labels = map[float64]string{}
			for i, at := range numbers(v.of("values")) {
				u.Labels[at] = English(labels.Items[i])
			}
		}
		if u.Distribution = c.drawn(v.value, c.limits(s, u.Path)); u.Distribution != nil {
			out = append(out, u)
		}
	}
	return out
}

// commonFactor is what several uncertainties have in common: a normal score that
// changes nothing by itself.
func commonFactor(name, title string) ensemble.Uncertainty {
	normal, err := random.NewNormal(0, 1)
	if err != nil {
		panic(err) // valid for all time
	}
	return ensemble.Uncertainty{Name: name, Title: title, Distribution: normal, Set: func(*model.Corridor, float64) {}}
}

// specAt returns the spec of the number at a path.
func (c *compiler) specAt(path string) *spec {
	at, s := c.top.Tree, schema
	for step := range strings.SplitSeq(path, ".") {
		s = s.resolve(at).child(step)
		at = at.Get(step)
	}
	return s.resolve(at)
}
