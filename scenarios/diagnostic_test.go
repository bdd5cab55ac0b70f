package scenarios

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"corridor/scenarios/text"
)

// Mistakes of all kinds, of form, of reference and of fit, come together and in
// the order of the lines.
func TestAllMistakesAtOnce(t *testing.T) {
	_, err := Parse("many", `
scenario: many
tilte: Many mistakes
time: {start: 2030-01, end: 2030-12}
cargo: {ore: {}}
segments:
  line: {capacity: {fixed_mt_per_year: -1}, free_flow_days: two}
  port: {}
markets:
  ore:
    cargo: oar
    growth: {path_mt_per_year: {2030: 1}}
    routes:
      a: {segments: [line, prot], share: 0.6}
      b: {segments: [line], share: 0.6}
targets:
  most: {metric: througput_mt, at: 2040, at_least: 1}
`)
	want := strings.TrimSpace(`
many:3:1: unknown key "tilte" in the scenario, did you mean "title"?
many:7:40: fixed_mt_per_year is -1, expected a number in Mt/yr of at least 0
many:7:61: free_flow_days is "two", expected a number in days of at least 0
many:8:9: port has no capacity, expected the keys fixed_mt_per_year, units, rail, fleet
many:11:12: there is no "oar" among the cargo; valid: ore
many:14:28: there is no "prot" among the segments, did you mean "port"?
many:15:36: the shares of market ore add to 1.2, expected 1
many:17:18: there is no result column or metric "througput_mt", did you mean "throughput_mt"?
many:17:36: the target most is set for 2040, outside the months simulated, 2030-01 to 2030-12`)
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestRender(t *testing.T) {
	lines := "first: line\n\tТүркия: 2 # two\r\n\n"
	file := &text.File{Name: "trade.yaml", Text: lines}
	for _, c := range []struct {
		line, column int
		want         string
	}{
		{1, 8, "trade.yaml:1:8: wrong\n    1 | first: line\n      |        ^"},
		{2, 10, "trade.yaml:2:10: wrong\n    2 | \tТүркия: 2 # two\n      | \t        ^"},
		{1, 12, "trade.yaml:1:12: wrong\n    1 | first: line\n      |            ^"}, // after the end
		{3, 1, "trade.yaml:3:1: wrong"},                                              // nothing to show
		{9, 1, "trade.yaml:9:1: wrong"},
		{0, 0, "trade.yaml: wrong"},
	} {
		d := text.Diagnostic{Position: text.Position{File: file, Line: c.line, Column: c.column}, Message: "wrong"}
		if got := d.Render(); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestDiagnosticsAreBounded(t *testing.T) {
	many := "scenario: many\n" + strings.Repeat("x", 100) + ": 1\n"
	for i := range 3000 {
		many += "k" + strconv.Itoa(i) + ": 1\n"
	}
	_, err := Parse("many", many)
	var all *text.Error
	if !errors.As(err, &all) || len(all.Diagnostics) != 1000 {
		t.Fatalf("got %v", err)
	}
	for _, d := range all.Diagnostics {
		if len(d.Message) > 300 {
			t.Errorf("a message of %d letters", len(d.Message))
		}
	}
}
