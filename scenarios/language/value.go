package language

import (
	"strconv"

	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// value reads a checked tree by its spec. What is missing has the default of the
// schema; what is broken has been reported by the checker and reads as zero.
type value struct {
	*text.Tree
	spec *spec
}

// of returns the value of a key.
func (v value) of(key string) value {
	s := v.spec
	if s != nil {
		s = s.resolve(v.Tree).child(key)
	}
	return value{v.Get(key), s}
}

func (v value) given() bool { return v.Tree != nil }

// named is an entry of a named map, a map by year or a list.
type namedValue struct {
	name string
	at   text.Position
	value
}

// each returns the entries of a named map or a map by year, without remarks and those without a
// value, which have been reported.
func (v value) each() []namedValue {
	if v.Tree == nil || v.Kind != text.Map {
		return nil
	}
	var out []namedValue
	for _, e := range v.Entries {
		if commentary[e.Key] == nil && e.Kind != text.Null {
			out = append(out, namedValue{e.Key, e.At, value{e.Tree, v.spec.resolve(v.Tree).item}})
		}
	}
	return out
}

func (v value) number() float64 {
	if v.Tree == nil {
		n, _ := strconv.ParseFloat(v.standard(), 64)
		return n
	}
	t := v.Tree
	if isValue(t) {
		t = t.Get("value")
	}
	n, _ := parseNumber(t)
	return n
}

func (v value) standard() string {
	if v.spec == nil {
		return ""
	}
	return v.spec.standard
}

func (v value) whole() int { return int(v.number()) }

func (v value) string() string {
	if v.spec != nil && v.spec.told && v.given() {
		return English(v.Tree)
	}
	if v.Tree == nil || v.Kind != text.Scalar {
		return v.standard()
	}
	return v.Text
}

func (v value) boolean() bool { return v.string() == "true" }

func (v value) month() calendar.Month {
	m, _ := parseMonth(v.string())
	return m
}

// place returns where the value stands, or where the map around it does.
func (v value) place(around value) text.Position {
	if v.Tree != nil {
		return v.Position
	}
	if around.Tree != nil {
		return around.Position
	}
	return text.Position{}
}

// isValue reports whether a map is a number with its range and source. It is one
// without its value too: that mistake is reported as such.
func isValue(t *text.Tree) bool {
	return t != nil && t.Kind == text.Map && (t.Get("value") != nil || t.Get("low") != nil || t.Get("high") != nil)
}

func (v value) isValue() bool { return isValue(v.Tree) }

// names returns the names of the entries, without remarks.
func (v value) names() []string { return namesIn(v.Tree) }

// plain reports whether the value is one number and not a map by date, or is not given.
func (v value) plain() bool { return !v.given() || v.Kind == text.Scalar || v.isValue() }
