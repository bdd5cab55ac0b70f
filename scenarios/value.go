package scenarios

import (
	"strconv"

	"corridor/model/calendar"
)

// value reads a checked tree by its spec. What is missing has the default of the
// schema; what is broken has been reported by the checker and reads as zero.
type value struct {
	*tree
	spec *spec
}

// of returns the value of a key.
func (v value) of(key string) value {
	s := v.spec
	if s != nil {
		s = s.resolve(v.tree).child(key)
	}
	return value{v.get(key), s}
}

func (v value) given() bool { return v.tree != nil }

// named is an entry of a named map, a map by year or a list.
type namedValue struct {
	name string
	at   Position
	value
}

// each returns the entries of a named map or a map by year, without remarks.
func (v value) each() []namedValue {
	if v.tree == nil || v.kind != mapKind {
		return nil
	}
	var out []namedValue
	for _, e := range v.entries {
		if commentary[e.key] == nil {
			out = append(out, namedValue{e.key, e.at, value{e.tree, v.spec.resolve(v.tree).item}})
		}
	}
	return out
}

func (v value) number() float64 {
	if v.tree == nil {
		n, _ := strconv.ParseFloat(v.standard(), 64)
		return n
	}
	t := v.tree
	if t.isValue() {
		t = t.get("value")
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
	if v.tree == nil || v.kind != scalarKind {
		return v.standard()
	}
	return v.text
}

func (v value) boolean() bool { return v.string() == "true" }

func (v value) month() calendar.Month {
	m, _ := parseMonth(v.string())
	return m
}

// place returns where the value stands, or where the map around it does.
func (v value) place(around value) Position {
	if v.tree != nil {
		return v.Position
	}
	if around.tree != nil {
		return around.Position
	}
	return Position{}
}
