package jsonschema

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
)

// Schema is a JSON Schema, or a part of one.
type Schema struct {
	Dialect     string     `json:"$schema,omitempty"`
	ID          string     `json:"$id,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Unit        string     `json:"x-unit,omitempty"` // an annotation, which validators pass over
	Type        Types      `json:"type,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	Minimum     *float64   `json:"minimum,omitempty"`
	AnyOf       []*Schema  `json:"anyOf,omitempty"`
	Items       *Schema    `json:"items,omitempty"`
	MinItems    *int       `json:"minItems,omitempty"`
	MaxItems    *int       `json:"maxItems,omitempty"`
	Properties  Properties `json:"properties,omitempty"`
	Required    []string   `json:"required,omitempty"`
	Additional  any        `json:"additionalProperties,omitempty"` // false, or the schema of what a map holds
}

// Types are the types a value may have: one is written alone.
type Types []string

// MarshalJSON writes one type as a text, several as a list.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Property is a field with its name.
type Property struct {
	Name string
	*Schema
}

// Properties are fields in the order they are written in.
type Properties []Property

// MarshalJSON writes them in their order.
func (p Properties) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(p[i].Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(p[i].Schema)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// Described is a type that says its schema itself, as a map with known keys does.
type Described interface{ JSONSchema() *Schema }

var (
	describedType = reflect.TypeFor[Described]()
	textType      = reflect.TypeFor[encoding.TextMarshaler]()
)

// Of returns the schema of a type, as encoding/json writes its values once they are Filled.
func Of(t reflect.Type) *Schema {
	switch {
	case t.Implements(describedType):
		return reflect.Zero(t).Interface().(Described).JSONSchema()
	case t.Kind() == reflect.Pointer && t.Elem().Kind() != reflect.Pointer && t.Implements(textType):
		return &Schema{Type: Types{"string", "null"}}
	case t.Implements(textType):
		return &Schema{Type: Types{"string"}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		s := Of(t.Elem())
		s.Type = append(s.Type, "null")
		return s
	case reflect.Bool:
		return &Schema{Type: Types{"boolean"}}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &Schema{Type: Types{"integer"}}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &Schema{Type: Types{"integer"}, Minimum: new(float64)}
	case reflect.Float32, reflect.Float64:
		return &Schema{Type: Types{"number"}}
	case reflect.String:
		return &Schema{Type: Types{"string"}}
	case reflect.Slice:
		return &Schema{Type: Types{"array"}, Items: Of(t.Elem())}
	case reflect.Array:
		n := t.Len()
		return &Schema{Type: Types{"array"}, Items: Of(t.Elem()), MinItems: &n, MaxItems: &n}
	case reflect.Map:
		return &Schema{Type: Types{"object"}, Additional: Of(t.Elem())}
	case reflect.Struct:
		s := &Schema{Type: Types{"object"}, Additional: false}
		s.fields(t)
		return s
	}
	panic("jsonschema: " + t.String() + " has no schema")
}

// fields adds the fields of a struct, those of structs within it in their place.
func (s *Schema) fields(t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		if f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct {
			s.fields(f.Type)
			continue
		}
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		kind, optional := f.Type, strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		if optional && kind.Kind() == reflect.Pointer { // what is not there is left out
			kind = kind.Elem()
		}
		of := Of(kind)
		of.Description, of.Unit = f.Tag.Get("doc"), f.Tag.Get("unit")
		if words := f.Tag.Get("enum"); words != "" {
			of.Enum = strings.Split(words, ",")
		}
		s.Properties = append(s.Properties, Property{name, of})
		if !optional {
			s.Required = append(s.Required, name)
		}
	}
}
