package language

import (
	"encoding/json"
	"math"
	"strings"
)

// JSONSchema returns the JSON Schema (draft 2020-12) of scenario files, for
// editors. It follows from the same schema as the checks. A file may extend
// another or be an overlay: so nothing need be there that a whole scenario must
// have, and any key may be null, which takes it away.
func JSONSchema() []byte {
	top := jsonOf(schema)
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["title"] = "Scenario of the corridor model"
	definitions := map[string]any{}
	for key, s := range commentary {
		definitions[key] = jsonOf(s)
	}
	for key, doc := range tableKeys {
		definitions[tablePrefix+key] = map[string]any{"type": "string", "description": doc}
	}
	for s, key := range shared {
		definitions[key] = jsonForm(s)
	}
	top["$defs"] = definitions
	jsonFigures(definitions)
	definitions[toldName] = map[string]any{"anyOf": []any{map[string]any{"type": anyText}, jsonOf(inLanguages)}}
	definitions[wordedName] = map[string]any{"anyOf": []any{map[string]any{"type": wordedText}, jsonOf(inLanguages)}}
	text, err := json.MarshalIndent(top, "", " ")
	if err != nil {
		panic(err) // plain maps and strings always encode
	}
	return append(text, '\n')
}

// shared are forms that stand in many places, by the name of their definition.
var shared = map[*spec]string{distributionSpec: "distribution", partSpec: "part", classSpec: "class", kindSpec: "kind", inLanguages: "languages"}

// toldName is the definition of a text that readers are told, and wordedName that of one which is no
// number.
const toldName, wordedName = "told", "told_in_words"

// anyText are the types of a text: YAML may read one as any of them.
var anyText = []string{"string", "number", "boolean", "null"}

// wordedText are those of a text that is no number.
var wordedText = []string{"string", "null"}

// jsonOf returns the schema of a form, or where it is defined.
func jsonOf(s *spec) map[string]any {
	if name := shared[s]; name != "" {
		return map[string]any{"$ref": "#/$defs/" + name}
	}
	return jsonForm(s)
}

func jsonForm(s *spec) map[string]any {
	if s.told {
		name := toldName
		if s.worded != "" {
			name = wordedName
		}
		return map[string]any{"description": describe(s), "$ref": "#/$defs/" + name}
	}
	if s.forms != nil {
		return map[string]any{"description": describe(s), "anyOf": []any{jsonOf(s.forms[0]), jsonOf(s.forms[1])}}
	}
	out := map[string]any{"description": describe(s)}
	switch s.form {
	case formObject:
		jsonObject(out, s)
	case formNamed:
		names := namePattern
		if s.drawn {
			names = drawnPattern
		}
		jsonNamed(out, s, `^(\*|`+bare(names.String())+`|`+selectorKeys+`)$`)
	case formByYear:
		month := ""
		if s.dates {
			month = `(-(0[1-9]|1[0-2]))?`
		}
		jsonNamed(out, s, `^(\*|`+bare(yearPattern)+month+`)$`)
		jsonFromTable(out["properties"].(map[string]any))
		if s.item.form == formNumber { // a change of all of them may stand in their place
			out["type"], out["pattern"] = []string{"object", "string", "null"}, jsonSigned
		}
	case formList:
		out["type"], out["items"] = []string{"array", "null"}, jsonOf(s.item)
		if s.count > 0 {
			out["minItems"], out["maxItems"] = s.count, s.count
		}
		if s.isTabular() {
			table := map[string]any{}
			jsonFromTable(table)
			return map[string]any{"anyOf": []any{out, map[string]any{"type": "object", "properties": table, "required": []string{fromKey}, "additionalProperties": false}}}
		}
	case formNumber:
		jsonNumber(out, s)
	case formMonth:
		out["type"], out["pattern"] = []string{"string", "null"}, `^`+bare(yearPattern)+`-(0[1-9]|1[0-2])$`
	case formDay:
		out["type"], out["pattern"] = []string{"string", "null"}, `^`+bare(yearPattern)+`-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$`
	case formPeriod:
		out["type"], out["pattern"] = []string{"string", "integer", "null"}, `^`+bare(yearPattern)+`(-(0[1-9]|1[0-2]))?$`
		out["minimum"], out["maximum"] = firstYear, lastYear
	case formYear:
		out["type"], out["pattern"] = []string{"string", "integer", "null"}, `^`+bare(yearPattern)+`$`
		out["minimum"], out["maximum"] = firstYear, lastYear
	case formBoolean:
		out["type"] = []string{"boolean", "null"}
	case formChoice:
		out["type"], out["enum"] = []string{"string", "null"}, append(anys(s.words), nil)
	case formName:
		out["type"], out["pattern"], out["maxLength"] = []string{"string", "number", "boolean"}, namePattern.String(), maxName
	case formPattern:
		out["type"], out["pattern"] = "string", patternPattern.String()
	case formCountry:
		out["type"], out["pattern"] = []string{"string", "null"}, countryPattern.String()
	case formSource:
		out["anyOf"] = []any{
			map[string]any{"type": []string{"string", "null"}},
			map[string]any{"type": "array", "items": map[string]any{"type": "string"}, "minItems": 1},
		}
	default:
		out["type"] = anyText
		if s.worded != "" {
			out["type"] = wordedText
		}
	}
	return out
}

// selectorKeys are the keys that select several entries of a map with names.
const selectorKeys = `[a-z0-9*_-]*\*[a-z0-9*_-]*|all( of .+)?`

func jsonObject(out map[string]any, s *spec) {
	properties := jsonCommentary()
	for _, f := range s.fields {
		properties[f.name] = jsonOf(f.spec)
	}
	out["type"], out["properties"], out["additionalProperties"] = []string{"object", "null"}, properties, false
}

// jsonNamed accepts items under keys of the given pattern.
func jsonNamed(out map[string]any, s *spec, pattern string) {
	out["type"], out["properties"] = []string{"object", "null"}, jsonCommentary()
	out["patternProperties"], out["additionalProperties"] = map[string]any{pattern: jsonOf(s.item)}, false
}

// jsonFromTable adds the keys of a map that takes its entries from a table.
func jsonFromTable(properties map[string]any) {
	for key := range tableKeys {
		properties[key] = map[string]any{"$ref": "#/$defs/" + tablePrefix + key}
	}
}

// tablePrefix begins the names of the definitions of those keys.
const tablePrefix = "table_"

// yearPattern accepts firstYear to lastYear.
const yearPattern = `^(19[0-9]{2}|2[01][0-9]{2}|2200)$`

// bare strips a pattern of its anchors.
func bare(pattern string) string {
	return strings.TrimSuffix(strings.TrimPrefix(pattern, "^"), "$")
}

func anys(words []string) (out []any) {
	for _, word := range words {
		out = append(out, word)
	}
	return out
}

// jsonNumber accepts a plain number, or one with its range and source.
func jsonNumber(out map[string]any, s *spec) {
	plain := jsonFigure(s)
	if s.whole {
		plain["multipleOf"] = 1
	}
	if !math.IsInf(s.least, 0) {
		key := "minimum"
		if s.above {
			key = "exclusiveMinimum"
		}
		plain[key] = s.least
	}
	if !math.IsInf(s.most, 0) {
		plain["maximum"] = s.most
	}
	properties := jsonCommentary()
	for _, key := range []string{"value", "low", "high"} {
		properties[key] = plain
	}
	out["anyOf"] = []any{plain, map[string]any{"type": "null"}, map[string]any{
		"type": "object", "properties": properties, "required": []string{"value"}, "additionalProperties": false,
	}}
}

// jsonCommentary refers to the keys that any group may have.
func jsonCommentary() map[string]any {
	out := map[string]any{}
	for key := range commentary {
		out[key] = map[string]any{"$ref": "#/$defs/" + key}
	}
	return out
}

// describe is the meaning, unit and default of a value in a sentence.
func describe(s *spec) string {
	parts := []string{s.doc}
	if s.unit != "" {
		parts = append(parts, "unit: "+s.unit)
	}
	if s.standard != "" {
		parts = append(parts, "default "+s.standard)
	}
	return strings.Join(parts, "; ")
}
