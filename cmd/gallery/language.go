package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// keys lists what may stand at the top of a scenario file, from the JSON Schema.
func (t *trials) keys() (string, error) {
	text, err := t.run("schema")
	if err != nil {
		return "", err
	}
	type key struct {
		Description string
		Ref         string `json:"$ref"`
	}
	var schema struct {
		Properties map[string]key
		Defs       map[string]key `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(text), &schema); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("| key | says |\n|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(schema.Properties)) {
		k := schema.Properties[name]
		if k.Ref != "" {
			k = schema.Defs[strings.TrimPrefix(k.Ref, "#/$defs/")]
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", name, k.Description)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
