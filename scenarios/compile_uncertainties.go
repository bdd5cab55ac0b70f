package scenarios

import (
	"slices"
	"strings"
)

// uncertainties checks what each uncertainty names and how it is distributed.
func (c *compiler) uncertainties() {
	for _, v := range c.top.of("uncertainties").each() {
		c.numberAt(v.of("path").tree)
		i := slices.Index(distributionNames(), v.of("distribution").string())
		if i < 0 {
			continue // reported
		}
		c.parameters(v, distributions[i].name, distributions[i].parameters)
		c.inOrder(v, distributions[i].parameters)
		if slices.Contains(distributions[i].parameters, "values") {
			c.weighted(v.of("values"), v.of("weights"))
		}
	}
}

// parameters reports what a distribution needs and lacks, or has no use for.
func (c *compiler) parameters(v namedValue, name string, parameters []string) {
	for _, key := range []string{"low", "mode", "high", "mean", "sd", "median", "sigma", "values", "weights"} {
		needed, given := slices.Contains(parameters, key), v.of(key).given()
		if needed && !given {
			c.report.report(v.of("distribution").Position, "a %s distribution needs %s", name, strings.Join(parameters, ", "))
		}
		if given && !needed {
			c.report.report(v.placeOf(key), "a %s distribution has no %s, it needs %s", name, key, strings.Join(parameters, ", "))
		}
	}
}

// weighted reports values that cannot be drawn.
func (c *compiler) weighted(values, weights value) {
	if !values.given() || values.kind != listKind || !c.report.sound(values.tree) || !c.report.sound(weights.tree) {
		return
	}
	sum := 0.0
	if weights.given() {
		for _, w := range weights.items {
			sum += value{w, weights.spec.item}.number()
		}
	}
	switch {
	case len(values.items) == 0:
		c.report.report(values.Position, "no values are given, expected at least one")
	case weights.given() && len(values.items) != len(weights.items):
		c.report.report(weights.Position, "%d weights for %d values", len(weights.items), len(values.items))
	case weights.given() && sum <= 0:
		c.report.report(weights.Position, "the weights add to nothing, expected some above 0")
	}
}

// inOrder reports a low, mode or high that is not below the next.
func (c *compiler) inOrder(v namedValue, parameters []string) {
	if !slices.Contains(parameters, "low") {
		return
	}
	last := value{}
	for _, key := range []string{"low", "mode", "high"} {
		next := v.of(key)
		if !next.given() || !c.report.sound(next.tree) {
			continue
		}
		if last.given() && next.number() < last.number() {
			c.report.report(next.Position, "%s %s is below the %s before it", key, plainNumber(next.number()), plainNumber(last.number()))
		}
		last = next
	}
}

// numberAt finds the number of the scenario that a path leads to, nil for one that
// has its default. It reports a path that leads to none.
func (c *compiler) numberAt(path *tree) (*tree, bool) {
	if path == nil || path.kind != scalarKind {
		return nil, false
	}
	steps := strings.Split(path.text, ".")
	if i, valid := missingStep(c.top.tree, steps); i < len(steps) {
		at := within(path.Position, path.text, 0)
		c.report.report(stepPosition(at, steps, i), "unknown name %q in the path%s", short(steps[i]), didYouMean(steps[i], valid))
		return nil, false
	}
	at, s := c.top.tree, schema
	for i, step := range steps {
		resolved := s.resolve(at)
		if resolved.form == formByYear && at.get(step) == nil {
			place := within(path.Position, path.text, 0)
			c.report.report(stepPosition(place, steps, i), "no value is given for %q here%s", short(step), didYouMean(step, at.names()))
			return nil, false
		}
		at, s = at.get(step), resolved.child(step)
	}
	if s.resolve(at).form != formNumber {
		c.report.report(path.Position, "the path %s does not lead to a number", short(path.text))
		return nil, false
	}
	return at, true
}
