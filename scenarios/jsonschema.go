package scenarios

import (
	"encoding/json"
	"math"
	"strings"
)

// JSONSchema returns the JSON Schema (draft 2020-12) of scenario files, for
// editors. It follows from the same schema as the checks.
func JSONSchema() []byte {
	top := jsonOf(schema)
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["title"] = "Scenario of the corridor model"
	// A file may extend another or be an overlay: what the whole scenario must
	// have, a single file need not.
	delete(top, "required")
	text, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		panic(err) // plain maps and strings always encode
	}
	return append(text, '\n')
}

func jsonOf(s *spec) map[string]any {
	if s.forms != nil {
		return map[string]any{"description": describe(s), "anyOf": []any{jsonOf(s.forms[0]), jsonOf(s.forms[1])}}
	}
	out := map[string]any{"description": describe(s)}
	switch s.form {
	case formObject:
		jsonObject(out, s)
	case formNamed:
		out["type"] = "object"
		out["additionalProperties"] = jsonOf(s.item)
		out["properties"] = jsonCommentary()
	case formByYear:
		out["type"] = "object"
		out["patternProperties"] = map[string]any{`^[12][0-9]{3}$`: jsonOf(s.item)}
		out["properties"] = jsonCommentary()
		out["additionalProperties"] = false
	case formList:
		out["type"], out["items"] = "array", jsonOf(s.item)
		if s.count > 0 {
			out["minItems"], out["maxItems"] = s.count, s.count
		}
	case formNumber:
		jsonNumber(out, s)
	case formMonth:
		out["type"], out["pattern"] = "string", `^[12][0-9]{3}-(0[1-9]|1[0-2])$`
	case formPeriod:
		out["type"], out["pattern"] = []string{"string", "integer"}, `^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$`
	case formBoolean:
		out["type"] = "boolean"
	case formChoice:
		out["enum"] = s.words
	case formSource:
		out["anyOf"] = []any{
			map[string]any{"type": "string"},
			map[string]any{"type": "array", "items": map[string]any{"type": "string"}, "minItems": 1},
		}
	default:
		out["type"] = []string{"string", "number", "boolean"} // YAML may read a text as any of them
	}
	return out
}

func jsonObject(out map[string]any, s *spec) {
	properties := jsonCommentary()
	var required []string
	for _, f := range s.fields {
		properties[f.name] = jsonOf(f.spec)
		if f.required {
			required = append(required, f.name)
		}
	}
	out["type"], out["properties"], out["additionalProperties"] = "object", properties, false
	if required != nil {
		out["required"] = required
	}
}

// jsonNumber accepts a plain number, or one with its range and source.
func jsonNumber(out map[string]any, s *spec) {
	plain := map[string]any{"type": "number"}
	if s.whole {
		plain["type"] = "integer"
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
	out["anyOf"] = []any{plain, map[string]any{
		"type": "object", "properties": properties, "required": []string{"value"}, "additionalProperties": false,
	}}
}

func jsonCommentary() map[string]any {
	out := map[string]any{}
	for key, s := range commentary {
		out[key] = jsonOf(s)
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
