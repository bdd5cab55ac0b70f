package jsonschema

import "reflect"

// Filled returns a value in which every list that there is none of is an empty one, so that it is
// written as [] and not as null.
func Filled[T any](v T) T {
	out := reflect.New(reflect.TypeFor[T]()).Elem()
	if of := reflect.ValueOf(v); of.IsValid() {
		out.Set(of)
	}
	fill(out)
	return out.Interface().(T)
}

// fill fills what can be set.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	}
}
