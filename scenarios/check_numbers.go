package scenarios

import (
	"math"
	"regexp"
	"strconv"
)

// decimal is how a number is written: no hexadecimal, no thousands separators.
var decimal = regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)

func parseNumber(t *tree) (float64, bool) {
	if t == nil || t.kind != scalarKind || t.quoted || !decimal.MatchString(t.text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(t.text, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

func (c *checker) number(t *tree, s *spec, name string) {
	if !t.isValue() {
		c.plainNumber(t, s, name)
		return
	}
	if t.get("value") == nil {
		c.report.report(t.Position, "%s has no value beside its range, expected value: %s", name, expected(s))
	}
	for _, e := range t.entries {
		switch e.key {
		case "value", "low", "high":
			c.plainNumber(e.tree, s, name+"'s "+e.key)
		case "source", "note":
			c.check(e.tree, commentary[e.key], e.key)
		default:
			c.report.report(e.at, "unknown key %q beside value%s", short(e.key), didYouMean(e.key, []string{"value", "low", "high", "source", "note"}))
		}
	}
	value, ok := parseNumber(t.get("value"))
	if low, given := parseNumber(t.get("low")); ok && given && low > value {
		c.report.report(t.get("low").Position, "%s's low %v is above its value %v", name, t.get("low").text, t.get("value").text)
	}
	if high, given := parseNumber(t.get("high")); ok && given && high < value {
		c.report.report(t.get("high").Position, "%s's high %v is below its value %v", name, t.get("high").text, t.get("value").text)
	}
}

// Numbers beyond these cannot be meant, and would overflow.
const greatest, smallest = 1e12, 1e-12

func (c *checker) plainNumber(t *tree, s *spec, name string) {
	if t.kind != scalarKind {
		c.report.report(t.Position, "%s is %v, expected %s", name, t.kind, expected(s))
		return
	}
	if t.quoted && decimal.MatchString(t.text) {
		c.report.report(t.Position, "%s is the text %q, expected a number without quotes", name, short(t.text))
		return
	}
	v, ok := parseNumber(t)
	switch {
	case !decimal.MatchString(t.text) || t.quoted:
		c.report.report(t.Position, "%s is %q, expected %s", name, short(t.text), expected(s))
	case !ok || math.Abs(v) > greatest:
		c.report.report(t.Position, "%s is %s, too large to reckon with", name, short(t.text))
	case v < s.least || v > s.most || s.above && v <= s.least || s.whole && v != math.Trunc(v):
		c.report.report(t.Position, "%s is %s, expected %s", name, short(t.text), expected(s))
	case v != 0 && math.Abs(v) < smallest:
		c.report.report(t.Position, "%s is %s, too small to reckon with", name, short(t.text))
	}
}
