package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// uncertainties checks what each uncertainty names and how it is distributed.
func (c *compiler) uncertainties() {
	about := map[string]string{}
	for _, v := range c.top.of("uncertainties").each() {
		path := v.of("path")
		if !v.of("certain").boolean() { // what replaced the number may be no number
			c.numberAt(path.Tree)
		}
		if other, twice := about[path.string()]; twice && path.string() != "" {
			c.report.Mistake(path.Position, "%s is uncertain already, as %s", text.Short(path.string()), other)
		}
		about[path.string()] = v.name
		c.distribution(v.value)
		c.labelled(v.value)
	}
}

// labelled reports labels that are not one of each value that may be drawn.
func (c *compiler) labelled(v value) {
	labels, values := v.of(labelsKey), v.of("values")
	if !labels.given() || !c.report.Sound(labels.Tree) || !c.report.Sound(v.of("distribution").Tree) {
		return
	}
	if name := v.of("distribution").string(); name != "discrete" {
		c.report.Mistake(v.PlaceOf(labelsKey), "%s distribution has no %s, a discrete one has", articled(name), labelsKey)
		return
	}
	if len(labels.Items) != len(values.Items) {
		c.report.Mistake(labels.Position, "%s for %s, expected one of each", tables.Counted(len(labels.Items), "label"), tables.Counted(len(values.Items), "value"))
	}
	for _, item := range labels.Items {
		if label := English(item); strings.Contains(label, ";") {
			c.report.Mistake(item.Position, "the label %q has a semicolon, which stands between labels in tables", text.Short(label))
		}
	}
}

// delivery checks how projects of each class and kind may turn out.
func (c *compiler) delivery() {
	delivery := c.top.of("delivery")
	for _, class := range projectClasses {
		for _, key := range []string{"delay", "cost"} {
			c.distribution(delivery.of("classes").of(class).of(key))
		}
	}
	for _, kind := range projectKinds {
		for _, key := range []string{"cost", "effect"} {
			c.distribution(delivery.of("kinds").of(kind).of(key))
		}
	}
}

// distribution checks the parameters of a distribution.
func (c *compiler) distribution(v value) {
	name := v.of("distribution")
	i := slices.Index(distributionNames(), name.string())
	if i < 0 || !c.report.Sound(name.Tree) {
		return // reported
	}
	d := distributions[i]
	c.parameters(v, d.name, d.needed, d.optional)
	c.inOrder(v, "low", "mode", "high")
	c.cuts(v)
	if slices.Contains(d.needed, "values") {
		c.weighted(v.of("values"), v.of("weights"))
	}
	for _, part := range v.of("parts").each() {
		c.distribution(part.value)
	}
}

// parameters reports what a distribution needs and lacks, or has no use for.
func (c *compiler) parameters(v value, name string, needed, optional []string) {
	for _, key := range []string{"low", "mode", "high", "alpha", "beta", "mean", "sd", "median", "sigma", "mean_excess", "values", "weights", "parts"} {
		needs, given := slices.Contains(needed, key), v.of(key).given()
		if needs && !given {
			c.report.Mistake(v.of("distribution").Position, "%s distribution needs %s", articled(name), strings.Join(needed, ", "))
		}
		if given && !needs && !slices.Contains(optional, key) {
			c.report.Mistake(v.PlaceOf(key), "%s distribution has no %s, it needs %s", articled(name), key, strings.Join(needed, ", "))
		}
	}
}

// articled puts a or an before the name of a distribution.
func articled(name string) string {
	if strings.HasPrefix(name, "e") {
		return "an " + name
	}
	return "a " + name
}

// cuts reports ends between which nothing lies, and two ways to treat what is below.
func (c *compiler) cuts(v value) {
	c.inOrder(v, "at_least", "at_most")
	c.inOrder(v, "floor", "at_most")
	if v.of("floor").given() && v.of("at_least").given() {
		c.report.Mistake(v.PlaceOf("floor"), "what is below is either drawn anew (at_least) or raised (floor), expected only one of them")
	}
}

// weighted reports values that cannot be drawn.
func (c *compiler) weighted(values, weights value) {
	if !values.given() || values.Kind != text.List || !c.report.Sound(values.Tree) || !c.report.Sound(weights.Tree) {
		return
	}
	sum := 0.0
	if weights.given() {
		for _, w := range weights.Items {
			sum += value{w, weights.spec.item}.number()
		}
	}
	switch {
	case len(values.Items) == 0:
		c.report.Mistake(values.Position, "no values are given, expected at least one")
	case weights.given() && len(values.Items) != len(weights.Items):
		c.report.Mistake(weights.Position, "%d weights for %d values", len(weights.Items), len(values.Items))
	case weights.given() && sum <= 0:
		c.report.Mistake(weights.Position, "all weights are 0, expected some above 0")
	}
}

// inOrder reports one of several keys whose number is below that of the key before.
func (c *compiler) inOrder(v value, keys ...string) {
	last := value{}
	for _, key := range keys {
		next := v.of(key)
		if !next.given() || !c.report.Sound(next.Tree) {
			continue
		}
		if last.given() && next.number() < last.number() {
			c.report.Mistake(next.Position, "%s %s is below the %s before it", key, plainNumber(next.number()), plainNumber(last.number()))
		}
		last = next
	}
}

// numberAt finds the number of the scenario that a path leads to, nil for one that
// has its default. It reports a path that leads to none.
func (c *compiler) numberAt(path *text.Tree) (*text.Tree, bool) {
	if path == nil || path.Kind != text.Scalar {
		return nil, false
	}
	steps := strings.Split(path.Text, ".")
	if i, valid := missingStep(c.top.Tree, steps); i < len(steps) {
		at := within(path.Position, path.Text, 0)
		hint := takenAway(c.top.Tree, steps)
		if hint == "" {
			hint = text.DidYouMean(steps[i], valid)
		}
		c.report.Mistake(stepPosition(at, steps, i), "unknown name %q in the path%s", text.Short(steps[i]), hint)
		return nil, false
	}
	at, s := c.top.Tree, schema
	for i, step := range steps {
		resolved := s.resolve(at)
		if resolved.form == formByYear && at.Get(step) == nil {
			place := within(path.Position, path.Text, 0)
			c.report.Mistake(stepPosition(place, steps, i), "no value is given for %q here%s", text.Short(step), text.DidYouMean(step, namesIn(at)))
			return nil, false
		}
		at, s = at.Get(step), resolved.child(step)
	}
	if s.resolve(at).form != formNumber {
		c.report.Mistake(path.Position, "the path %s does not lead to a number", text.Short(path.Text))
		return nil, false
	}
	return at, true
}

// takenAway says where a file takes away what a path leads through, or nothing.
func takenAway(t *text.Tree, steps []string) string {
	for _, step := range steps {
		next := t.Get(step)
		if next == nil {
			if at, ok := t.Removal(step); ok {
				return fmt.Sprintf(": %v takes it away; take away what names it too", at)
			}
			return ""
		}
		t = next
	}
	return ""
}
