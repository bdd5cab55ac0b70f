package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// form is a JSON Schema as its text has it.
type form struct {
	Description string
	Type        any
	Enum        []any
	Minimum     *float64
	AnyOf       []*form
	Items       *form
	MinItems    *int
	MaxItems    *int
	Properties  map[string]*form
	Required    []string
	Additional  any `json:"additionalProperties"`
}

// types lists what a value may be.
func (f *form) types() []string {
	if one, is := f.Type.(string); is {
		return []string{one}
	}
	var list []string
	for _, t := range f.Type.([]any) {
		list = append(list, t.(string))
	}
	return list
}

// check returns what is wrong with a value, as a validator would.
func (f *form) check(at string, v any) error {
	if len(f.AnyOf) > 0 {
		var err error
		for _, one := range f.AnyOf {
			if err = one.check(at, v); err == nil {
				return nil
			}
		}
		return err
	}
	if !slices.ContainsFunc(f.types(), func(t string) bool { return isOf(t, v) }) {
		return fmt.Errorf("%s is %v, expected %v", at, v, f.types())
	}
	if f.Enum != nil && !slices.Contains(f.Enum, v) {
		return fmt.Errorf("%s is %v, expected one of %v", at, v, f.Enum)
	}
	switch v := v.(type) {
	case float64:
		if f.Minimum != nil && v < *f.Minimum {
			return fmt.Errorf("%s is %v, expected at least %v", at, v, *f.Minimum)
		}
	case []any:
		if f.MinItems != nil && len(v) < *f.MinItems || f.MaxItems != nil && len(v) > *f.MaxItems {
			return fmt.Errorf("%s has %d items", at, len(v))
		}
		for i := range v {
			if err := f.Items.check(fmt.Sprintf("%s[%d]", at, i), v[i]); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, name := range f.Required {
			if _, there := v[name]; !there {
				return fmt.Errorf("%s has no %s", at, name)
			}
		}
		for name, inside := range v {
			of := f.Properties[name]
			if of == nil {
				if f.Additional == false {
					return fmt.Errorf("%s has %s, which the schema does not know", at, name)
				}
				of = f.additional()
			}
			if err := of.check(at+"."+name, inside); err != nil {
				return err
			}
		}
	}
	return nil
}

// additional is the schema of what a map holds.
func (f *form) additional() *form {
	text, err := json.Marshal(f.Additional)
	var of form
	if err != nil || json.Unmarshal(text, &of) != nil {
		panic(string(text))
	}
	return &of
}

func isOf(kind string, v any) bool {
	switch v := v.(type) {
	case nil:
		return kind == "null"
	case bool:
		return kind == "boolean"
	case string:
		return kind == "string"
	case float64:
		return kind == "number" || kind == "integer" && v == math.Trunc(v)
	case []any:
		return kind == "array"
	}
	return kind == "object"
}

// undescribed returns the first field that says nothing of itself.
func (f *form) undescribed(at string) string {
	for _, inner := range append(slices.Clone(f.AnyOf), f.Items) {
		if inner != nil {
			if name := inner.undescribed(at); name != "" {
				return name
			}
		}
	}
	for name, of := range f.Properties {
		if of.Description == "" {
			return at + "." + name
		}
		if inner := of.undescribed(at + "." + name); inner != "" {
			return inner
		}
	}
	return ""
}

func formOf(t *testing.T, command string) *form {
	t.Helper()
	var text bytes.Buffer
	require.Zero(t, run(t.Context(), []string{"schema", "--of", command}, &text, os.Stderr), command)
	var f form
	require.NoError(t, json.Unmarshal(text.Bytes(), &f))
	return &f
}

// TestSchemaOfWhatIsPrinted: every command with --json has a schema in which every field is
// described, and what it prints fits it.
func TestSchemaOfWhatIsPrinted(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("line.yaml", []byte(line), 0o600))
	require.NoError(t, os.WriteFile("works.yaml", []byte(line+"projects: {track: {cost_musd: 3, start: 2030-01, duration_months: 6, changes: {line: {add_capacity_mt_per_year: 1}}}}\n"), 0o600))
	require.NoError(t, os.WriteFile("checks.yaml", []byte(line+"expect: {some: throughput_mt 2030 > 0, much: throughput_mt 2030 > 99 in some year, all: throughput_mt 2030 > 0 in 1 % of futures}\n"), 0o600))
	succeeds(t, "ensemble", "line.yaml", "--draws", "10", "--shard", "1/1", "--out", "part")
	succeeds(t, "run", "line.yaml", "--charts", "none", "--out", "r")
	succeeds(t, "run", "line.yaml", "--charts", "none", "--out", "altered")
	require.NoError(t, os.WriteFile("altered/annual.csv", nil, 0o600))
	require.NoError(t, os.WriteFile("wrong.yaml", []byte(line+"segmnts: {}\n"), 0o600))
	require.NoError(t, os.WriteFile("odd.yaml", []byte(line+"shocks: {late: {segment: line, factor: 0, from: 2090-01, to: 2090-02}}\n"), 0o600))
	const seek = "seek line.yaml --figure segments.line.effectiveness --metric throughput_mt_2030 --at 9 --from 0.2 --to 1"
	lines := map[string][]string{
		"appraise":    {"stated --draws 10 --charts none", "works.yaml --charts none --draws 10"},
		"calibrate":   {"reference --points 64 --rows 8 --charts none"},
		"check":       {"checks.yaml line.yaml", "checks.yaml --draws 20"},
		"compare":     {"works.yaml works.yaml+set(projects.track.enabled=false) --by segment,project --metrics all --charts none", "reference sea-first --draws 4 --by country --charts none"},
		"discover":    {"line.yaml --draws 300 --where throughput_mt_2030<10 --charts none"},
		"ensemble":    {"line.yaml --draws 10 --charts none", "reference --draws 20 --design sobol --replicates 4 --charts none"},
		"evidence":    {"line.yaml --draws 20 --charts none"},
		"explain":     {"segments.*.capacity", "segments.line.effectiveness line.yaml", "markets"},
		"hindcast":    {"reference --charts none"},
		"indicators":  {"r"},
		"list":        {"", "line.yaml", "reference"},
		"matrix":      {"stated --charts none"},
		"merge":       {"part --charts none"},
		"plan":        {"works.yaml --draws 20 --trial-draws 20 --charts none"},
		"routes":      {"line.yaml", "reference"},
		"run":         {"stated teaching --charts none", "line.yaml --charts none", "reference --set time.end=2029-12 --charts none"},
		"seek":        {strings.TrimPrefix(seek, "seek "), strings.TrimPrefix(seek, "seek ") + " --draws 10"},
		"sensitivity": {"line.yaml --method given --draws 100 --charts none"},
		"show":        {"line.yaml", "reference markets", "line.yaml --set segments.line.effectiveness=80%"},
		"sources":     {"line.yaml", "reference"},
		"validate":    {"line.yaml growth/high wrong.yaml", "odd.yaml line.yaml", "odd.yaml --strict"},
		"verify":      {"r", "altered"},
	}
	for _, c := range newRoot().Commands() {
		if c.Flags().Lookup("json") == nil {
			require.Nil(t, schemaOf(c.Name()), c.Name())
			continue
		}
		f := formOf(t, c.Name())
		require.Empty(t, f.undescribed(c.Name()))
		require.NotEmpty(t, lines[c.Name()], "%s needs a line here", c.Name())
		for n, line := range lines[c.Name()] {
			args := append(append([]string{c.Name()}, strings.Fields(line)...), "--json")
			if c.Flags().Lookup("out") != nil && !strings.Contains(line, "teaching") {
				args = append(args, "--out", fmt.Sprintf("out-%s-%d", c.Name(), n))
			}
			var text, told bytes.Buffer
			code := run(t.Context(), args, &text, &told)
			require.Contains(t, []int{exitDone, exitMissed, exitInvalid, exitMismatch}, code, "%v: %s", args, &told)
			var printed any
			require.NoError(t, json.Unmarshal(text.Bytes(), &printed), args)
			require.NoError(t, f.check(c.Name(), printed), args)
		}
	}
}

// The validator of the test above finds what is wrong.
func TestValidatorOfTheTest(t *testing.T) {
	f := formOf(t, "check")
	good := `{"draws":0,"seed":0,"scenarios":[],"outcomes":{"passed":0,"failed":0,"undecided":0,"unasked":0}}`
	for text, wrong := range map[string]string{
		good: "",
		strings.Replace(good, `"draws":0,`, "", 1):                     "has no draws",
		strings.Replace(good, `"draws":0`, `"draws":-1`, 1):            "at least 0",
		strings.Replace(good, `"draws":0`, `"draws":0.5`, 1):           "expected [integer]",
		strings.Replace(good, `"draws":0`, `"draws":null`, 1):          "expected [integer]",
		strings.Replace(good, `"draws":0`, `"draws":0,"more":1`, 1):    "does not know",
		strings.Replace(good, `"scenarios":[]`, `"scenarios":null`, 1): "expected [array]",
		strings.Replace(good, `[]`, `[{"scenario":"a","title":"a","checks":[{"check":"a","title":"a","expected":"a","outcome":"odd","found":"a","value":null,"compared_with":1}]}]`, 1): "expected one of",
	} {
		var v any
		require.NoError(t, json.Unmarshal([]byte(text), &v))
		err := f.check("check", v)
		if wrong == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorContains(t, err, wrong, text)
	}
	require.Equal(t, exitUsage, run(t.Context(), []string{"schema", "--of", "rnu"}, io.Discard, io.Discard))
}
