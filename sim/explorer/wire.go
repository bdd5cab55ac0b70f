package explorer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
)

// The file is the fields of a value one after the other, in the order of their types: whole
// numbers as varints, numbers as their eight bytes, texts, lists and maps with their length
// before them, maps in the order of their keys. Nothing says which field is which, so that it
// is read only by a program with the same types: the file begins with a sum of these.

// Shape tells the files of programs with the same types from those of others.
func Shape() string { return fmt.Sprintf("%016x", shapeOf(reflect.TypeFor[Corridor]())) }

// Append adds the file of a corridor to b.
func Append(b []byte, c *Corridor) []byte {
	v := reflect.ValueOf(c).Elem()
	b = binary.LittleEndian.AppendUint64(b, shapeOf(v.Type()))
	return appendValue(b, v)
}

// Read reads a file.
func Read(b []byte) (*Corridor, error) {
	c := new(Corridor)
	v := reflect.ValueOf(c).Elem()
	if len(b) < 8 || binary.LittleEndian.Uint64(b) != shapeOf(v.Type()) {
		return nil, errors.New("this is no corridor of this program")
	}
	r := reader{rest: b[8:]}
	r.value(v)
	if r.short || len(r.rest) > 0 {
		return nil, errors.New("the file of the corridor is damaged")
	}
	return c, nil
}

// shapeOf is a sum over a type and all in it (FNV-1a, G. Fowler, L. C. Noll and K.-P. Vo).
func shapeOf(t reflect.Type) uint64 {
	sum := uint64(14695981039346656037)
	add := func(s string) {
		for i := range len(s) {
			sum = (sum ^ uint64(s[i])) * 1099511628211
		}
	}
	met := map[reflect.Type]bool{} // a type may have parts of its own kind
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		add(t.Kind().String())
		switch t.Kind() {
		case reflect.Struct:
			if met[t] {
				return
			}
			met[t] = true
			for i := range t.NumField() {
				add(t.Field(i).Name)
				walk(t.Field(i).Type)
			}
			add(";")
		case reflect.Array:
			add(fmt.Sprint(t.Len()))
			walk(t.Elem())
		case reflect.Slice, reflect.Pointer, reflect.Map:
			walk(t.Elem())
		}
	}
	walk(t)
	return sum
}

func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.String:
		return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		for i := range v.NumField() {
			b = appendValue(b, v.Field(i))
		}
		return b
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendValue(append(b, 1), v.Elem())
	case reflect.Map:
		names := sortedKeys(v)
		b = binary.AppendUvarint(b, uint64(len(names)))
		for _, name := range names {
			b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
			b = appendValue(b, v.MapIndex(reflect.ValueOf(name)))
		}
		return b
	}
	panic(fmt.Sprintf("explorer: a corridor has a %v, which no file holds", v.Type())) // a test has every type
}

func sortedKeys(v reflect.Value) []string {
	names := make([]string, 0, v.Len())
	for _, k := range v.MapKeys() {
		names = append(names, k.String())
	}
	slices.Sort(names)
	return names
}

// reader reads what is left of a file. Once it is short it reads nothing more.
type reader struct {
	rest  []byte
	short bool
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.short, r.rest = true, nil
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) whole() int64 {
	v, n := binary.Varint(r.rest)
	r.take(uint64(max(n, 0)))
	r.short = r.short || n <= 0
	return v
}

// count reads the length of something of which every part takes a byte at least.
func (r *reader) count() int {
	v, n := binary.Uvarint(r.rest)
	r.take(uint64(max(n, 0)))
	if n <= 0 || v > uint64(len(r.rest)) {
		r.short, r.rest = true, nil
		return 0
	}
	return int(v)
}

func (r *reader) value(v reflect.Value) {
	if r.short {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		b := r.take(1)
		v.SetBool(!r.short && b[0] != 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.whole())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, size := binary.Uvarint(r.rest)
		r.take(uint64(max(size, 0)))
		r.short = r.short || size <= 0
		v.SetUint(n)
	case reflect.Float64:
		if b := r.take(8); !r.short {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
		}
	case reflect.String:
		v.SetString(string(r.take(uint64(r.count()))))
	case reflect.Slice:
		n := r.count()
		if n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			r.value(v.Field(i))
		}
	case reflect.Pointer:
		if b := r.take(1); !r.short && b[0] != 0 {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Map:
		n := r.count()
		if n > 0 {
			v.Set(reflect.MakeMapWithSize(v.Type(), n))
		}
		for range n {
			key := reflect.New(v.Type().Key()).Elem()
			r.value(key)
			of := reflect.New(v.Type().Elem()).Elem()
			r.value(of)
			if r.short {
				return
			}
			v.SetMapIndex(key, of)
		}
	}
}
