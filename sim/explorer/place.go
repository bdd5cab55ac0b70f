package explorer

import (
	"fmt"
	"math"
	"reflect"
	"strings"

	"corridor/model"
)

// Place is where a number stands in a corridor: the steps to it, a field of a struct, one of a
// list or what a pointer leads to, by their numbers. Yes and no are numbers too, 1 and 0, and so
// is a number that may be missing, which is not a number then.
type Place []uint32

// in finds the place in a corridor.
func (p Place) in(c *model.Corridor) reflect.Value {
	v := reflect.ValueOf(c).Elem()
	for _, step := range p {
		if v.Kind() == reflect.Struct {
			v = v.Field(int(step))
		} else {
			v = v.Index(int(step))
		}
	}
	return v
}

// leads reports whether the corridor has such a place, of a number.
func (p Place) leads(c *model.Corridor) bool {
	v := reflect.ValueOf(c).Elem()
	for _, step := range p {
		switch {
		case v.Kind() == reflect.Struct && int(step) < v.NumField():
			v = v.Field(int(step))
		case (v.Kind() == reflect.Slice || v.Kind() == reflect.Array) && int(step) < v.Len():
			v = v.Index(int(step))
		default:
			return false
		}
	}
	return isNumber(v)
}

// Get returns the number at the place.
func (p Place) Get(c *model.Corridor) float64 { return numberIn(p.in(c)) }

// Set puts a number there. Of one that may be missing nothing that others share is changed.
func (p Place) Set(c *model.Corridor, n float64) {
	switch v := p.in(c); v.Kind() {
	case reflect.Float64:
		v.SetFloat(n)
	case reflect.Bool:
		v.SetBool(n != 0)
	case reflect.Pointer:
		if math.IsNaN(n) {
			v.SetZero()
			return
		}
		v.Set(reflect.ValueOf(&n))
	default:
		v.SetInt(int64(n))
	}
}

var optional = reflect.TypeFor[*float64]()

func isNumber(v reflect.Value) bool {
	return v.Kind() == reflect.Float64 || v.Kind() == reflect.Bool || v.CanInt() || v.Type() == optional
}

func numberIn(v reflect.Value) float64 {
	switch {
	case v.Kind() == reflect.Float64:
		return v.Float()
	case v.Kind() == reflect.Bool:
		if v.Bool() {
			return 1
		}
		return 0
	case v.CanInt():
		return float64(v.Int())
	case v.IsNil():
		return math.NaN()
	}
	return v.Elem().Float()
}

// Move is a number that differs between two corridors, with what it is in the second.
type Move struct {
	At Place
	To float64
}

// Moves lists the numbers of a corridor that are others in a second one, in the order of the
// fields. It is an error where the two differ in more than numbers: other names, longer lists.
func Moves(from, to *model.Corridor) ([]Move, error) {
	var d differences
	d.between(reflect.ValueOf(from).Elem(), reflect.ValueOf(to).Elem())
	return d.moves, d.wrong
}

// differences are found field by field; at is where that is.
type differences struct {
	at    Place
	moves []Move
	names []string // of the things that at leads through
	wrong error
}

func (d *differences) between(a, b reflect.Value) {
	if d.wrong != nil {
		return
	}
	if isNumber(a) {
		if x, y := numberIn(a), numberIn(b); math.Float64bits(x) != math.Float64bits(y) {
			d.moves = append(d.moves, Move{append(Place(nil), d.at...), y})
		}
		return
	}
	switch a.Kind() {
	case reflect.String:
		if a.String() != b.String() {
			d.differ("%q and %q", a.String(), b.String())
		}
	case reflect.Struct:
		for i := range a.NumField() {
			d.below(i, a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			d.differ("%d and %d", a.Len(), b.Len())
			return
		}
		for i := range a.Len() {
			d.below(i, nameOf(a.Index(i)), a.Index(i), b.Index(i))
		}
	default:
		d.differ("a kind that cannot be moved")
	}
}

func (d *differences) below(step int, name string, a, b reflect.Value) {
	d.at, d.names = append(d.at, uint32(step)), append(d.names, name)
	d.between(a, b)
	d.at, d.names = d.at[:len(d.at)-1], d.names[:len(d.names)-1]
}

func (d *differences) differ(format string, args ...any) {
	d.wrong = fmt.Errorf("%s: %s", strings.Join(d.names, " "), fmt.Sprintf(format, args...))
}

// nameOf is what a part of a list is called.
func nameOf(v reflect.Value) string {
	if v.Kind() == reflect.Struct {
		if name := v.FieldByName("Name"); name.Kind() == reflect.String {
			return name.String()
		}
	}
	return ""
}
