package scenarios

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
)

var update = flag.Bool("update", false, "write scenario.schema.json anew")

const schemaFile = "scenario.schema.json"

// The library's files name the checked-in copy, so that editors find it.
func TestSchemaFileIsCurrent(t *testing.T) {
	if *update {
		if err := os.WriteFile(schemaFile, language.JSONSchema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(have, language.JSONSchema()) {
		t.Errorf("%s is not current (%v); go test ./scenarios -update writes it", schemaFile, err)
	}
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(language.JSONSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schemaFile, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// asJSON reads YAML as an editor does that checks it with a JSON Schema.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var content any
	if err := yaml.Unmarshal([]byte(text), &content); err != nil {
		t.Fatal(err)
	}
	var convert func(any) any
	convert = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for key := range v {
				v[key] = convert(v[key])
			}
		case map[any]any:
			out := map[string]any{}
			for key := range v {
				out[fmt.Sprint(key)] = convert(v[key])
			}
			return out
		case []any:
			for i := range v {
				v[i] = convert(v[i])
			}
		case time.Time:
			return v.Format(time.DateOnly)
		}
		return v
	}
	return convert(content)
}

func TestSchemaAcceptsTheLibrary(t *testing.T) {
	compiled := compiledSchema(t)
	for _, name := range append(library.Names(), library.Bibliography) {
		file, _ := library.File(name)
		if err := compiled.Validate(asJSON(t, file.Text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range scenarioNames() {
		s, err := Load(Request{Scenario: name})
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(asJSON(t, s.Effective())); err != nil {
			t.Errorf("%s in full: %v", name, err)
		}
	}
	text, err := Starter("mine")
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(asJSON(t, text)); err != nil {
		t.Errorf("the starter: %v", err)
	}
}

// What an editor can see, it shows while the file is written.
func TestSchemaRejectsMistakesOfForm(t *testing.T) {
	compiled := compiledSchema(t)
	for _, name := range []string{
		"top-is-a-list", "top-is-a-text", "unknown-key-top", "unknown-key-in-segment", "unknown-key-in-fleet",
		"unknown-key-in-changes", "unknown-key-in-value", "unknown-key-in-time", "star-unknown-key",
		"map-for-number", "list-for-number", "list-for-map", "map-for-list", "text-for-list", "text-for-map",
		"map-for-text", "number-for-years", "number-as-text", "number-quoted", "number-with-unit",
		"range-without-value", "range-without-value-or-years", "negative-capacity", "share-above-1", "zero-tonnes", "whole-number",
		"month-13", "month-of-year-0", "year-key", "year-key-far", "unknown-kind", "season-of-eleven",
		"availability-of-four", "name-of-segment", "name-of-scenario", "distribution-unknown", "lever-is-a-text",
		"correlation-beyond-1", "correlation-pattern-with-a-blank", "delivery-dates", "delivery-class-unknown",
		"distribution-beta-shape", "distribution-mixture-in-mixture", "project-kind",
		"posterior-row-of-text", "posterior-rows-of-numbers", "source-is-a-map", "sources-is-a-list", "null-for-unknown-key", "star-among-keys",
	} {
		text, err := os.ReadFile(badDir + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if compiled.Validate(asJSON(t, string(text))) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// TestSchemaAcceptsFiguresAsSaid: an editor lets figures stand with their units, and shows those
// of another form.
func TestSchemaAcceptsFiguresAsSaid(t *testing.T) {
	compiled := compiledSchema(t)
	for said, accepted := range map[string]bool{
		"segments: {a: {cost_usd_per_t: USD 800/FEU}}":                                                true,
		"segments: {a: {cost_usd_per_t: {value: -5 USD/t, low: -10 %, high: 30 USD/t}}}":              true,
		"segments: {a: {cost_usd_per_t: {2030: +20 %}, effectiveness: 80 %}}":                         true,
		"segments: {a: {capacity: {fixed_mt_per_year: {\"*\": +500 t/day}}, availability: -10 %}}":    true,
		"markets: {\"*\": {growth: {path_mt_per_year: +20 %, rate_per_year: +2 points}}}":             true,
		"projects: {a: {delay_months: 2 years, cost_musd: $300m, changes: {b: {scale_cost: -20 %}}}}": true,
		"uncertainties: {a: {low: -20 %, high: 30 USD/t}}":                                            true,
		"segments: {a: {cost_usd_per_t: 800 USD}}":                                                    false,
		"segments: {a: {cost_usd_per_t: \"2,5\"}}":                                                    false,
		"segments: {a: {effectiveness: cheap}}":                                                       false,
		"markets: {a: {growth: {path_mt_per_year: 20}}}":                                              false,
		"base_year: 2030 years": false,
	} {
		err := compiled.Validate(asJSON(t, said))
		if (err == nil) != accepted {
			t.Errorf("%s: %v", said, err)
		}
	}
}
