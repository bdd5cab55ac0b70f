package language

import (
	"fmt"
	"math"

	"corridor/scenarios/text"
)

func parseNumber(t *text.Tree) (float64, bool) {
	if t == nil || t.Kind != text.Scalar || t.Quoted {
		return 0, false
	}
	v, err := text.Number(t.Text)
	return v, err == nil && !math.IsInf(v, 0)
}

func (c *checker) number(t *text.Tree, s *spec, name string) {
	if !isValue(t) {
		c.plainNumber(t, s, name)
		return
	}
	if t.Get("value") == nil {
		c.report.Mistake(t.Position, "%s has no value beside its range, expected value: %s", name, expected(s))
	}
	for _, e := range t.Entries {
		switch e.Key {
		case "value", "low", "high":
			c.plainNumber(e.Tree, s, name+"'s "+e.Key)
		case "source", "note", "known":
			c.check(e.Tree, commentary[e.Key], e.Key)
		default:
			c.report.Mistake(e.At, "unknown key %q beside value%s", text.Short(e.Key), text.DidYouMean(e.Key, []string{"value", "low", "high", "source", "note", "known"}))
		}
	}
	value, ok := parseNumber(t.Get("value"))
	if low, given := parseNumber(t.Get("low")); ok && given && low > value {
		c.report.Mistake(t.Get("low").Position, "%s's low %v is above its value %v", name, t.Get("low").Text, t.Get("value").Text)
	}
	if high, given := parseNumber(t.Get("high")); ok && given && high < value {
		c.report.Mistake(t.Get("high").Position, "%s's high %v is below its value %v", name, t.Get("high").Text, t.Get("value").Text)
	}
}

// Numbers beyond these cannot be meant, and would overflow.
const greatest, smallest = 1e12, 1e-12

func (c *checker) plainNumber(t *text.Tree, s *spec, name string) {
	if t.Kind != text.Scalar {
		c.report.Mistake(t.Position, "%s is %v, expected %s", name, t.Kind, expected(s))
		return
	}
	if t.Quoted && text.IsNumber(t.Text) {
		c.report.Mistake(t.Position, "%s is the text %q, expected a number without quotes", name, text.Short(t.Text))
		return
	}
	v, ok := parseNumber(t)
	switch {
	case !c.report.Sound(t): // reported where it was converted
	case !text.IsNumber(t.Text) || t.Quoted:
		c.report.Mistake(t.Position, "%s is %q, expected %s", name, text.Short(t.Text), expected(s))
	case !ok || math.Abs(v) > greatest:
		c.report.Mistake(t.Position, "%s is %s, expected a number from %g to %g", name, text.Short(t.Text), -greatest, greatest)
	case v < s.least || v > s.most || s.above && v <= s.least || s.whole && v != math.Trunc(v):
		c.report.Mistake(t.Position, "%s is %s, expected %s%s", name, withSaid(t), expected(s), perCent(t, v, s))
	case v != 0 && math.Abs(v) < smallest:
		c.report.Mistake(t.Position, "%s is %s, too close to 0, expected at least %g in size", name, text.Short(t.Text), smallest)
	}
}

// perCent says how a share is written that is given in per cent without saying so, "" for another
// number.
func perCent(t *text.Tree, v float64, s *spec) string {
	const most, least = 2, 5 // of a share that may be more than all, and of what can hardly be one
	if s.unit != "" || s.whole || s.most > most || v < least || v > 100 || t.Said != "" {
		return ""
	}
	return fmt.Sprintf("; write %s %% or %s", plainNumber(v), plainNumber(v/100))
}

// withSaid is a number with what it was worked out from.
func withSaid(t *text.Tree) string {
	if t.Said == "" {
		return text.Short(t.Text)
	}
	return text.Short(t.Text) + " (" + text.Short(t.Said) + ")"
}
