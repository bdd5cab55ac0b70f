package scenarios

import (
	"slices"
	"strings"
)

// uncertainties checks what each uncertainty names and how it is distributed.
func (c *compiler) uncertainties() {
	for _, v := range c.top.of("uncertainties").each() {
		c.uncertainPath(v)
		i := slices.Index(distributionNames(), v.of("distribution").string())
		if i < 0 {
			continue // reported
		}
		d := distributions[i]
		for _, key := range []string{"low", "mode", "high", "mean", "sd", "median", "sigma", "values", "weights"} {
			needed, given := slices.Contains(d.parameters, key), v.of(key).given()
			if needed && !given {
				c.report.report(v.of("distribution").Position, "a %s distribution needs %s", d.name, strings.Join(d.parameters, ", "))
			}
			if given && !needed {
				c.report.report(v.of(key).Position, "a %s distribution has no %s, it needs %s", d.name, key, strings.Join(d.parameters, ", "))
			}
		}
		c.inOrder(v, d.parameters)
		if values, weights := v.of("values"), v.of("weights"); values.given() && weights.given() && len(values.items) != len(weights.items) {
			c.report.report(weights.Position, "%d weights for %d values", len(weights.items), len(values.items))
		}
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
		if !next.given() {
			continue
		}
		if last.given() && next.number() < last.number() {
			c.report.report(next.Position, "%s %s is below the %s before it", key, plainNumber(next.number()), plainNumber(last.number()))
		}
		last = next
	}
}

// uncertainPath checks that a path leads to a number of the scenario.
func (c *compiler) uncertainPath(v namedValue) {
	path := v.of("path")
	if path.tree == nil || path.kind != scalarKind {
		return
	}
	steps := strings.Split(path.text, ".")
	if missing, valid := missingStep(c.top.tree, steps); missing != "" {
		c.report.report(path.Position, "unknown name %q in the path %s%s", missing, path.text, didYouMean(missing, valid))
		return
	}
	at, s := c.top.tree, schema
	for _, step := range steps {
		resolved := s.resolve(at)
		if at, s = at.get(step), resolved.item; resolved.form == formObject {
			s = resolved.field(step)
		}
	}
	if s = s.resolve(at); s.form != formNumber {
		c.report.report(path.Position, "the path %s does not lead to a number", path.text)
	}
}
