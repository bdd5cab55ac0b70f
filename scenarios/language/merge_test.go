package language

import (
	"strings"
	"testing"

	"corridor/scenarios/text"
)

// merged lays one text on another under the key projects, and returns it as YAML.
func merged(t *testing.T, base, over string) (out, mistakes string) {
	t.Helper()
	var report text.Report
	read := func(name, content string) *text.Tree {
		return text.Parse(&text.File{Name: name, Text: content}, text.Contents{}, &report)
	}
	below := read("base", base)
	laid := merge(below, below, read("over", over), schema, &report)
	if err := report.Err(); err != nil {
		mistakes = err.Error()
	}
	return strings.Join(strings.Fields(laid.Print()), " "), mistakes
}

func TestMerge(t *testing.T) {
	const base = `projects: {source: assumption, a: {cost_musd: 1, start: 2030-01}, b: {cost_musd: {value: 2, low: 1, source: derived}}}`
	for _, c := range []struct{ over, want, mistakes string }{
		{"projects: {b: {cost_musd: 3}}", "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: 3", ""},
		{"projects: {b: {cost_musd: {value: 3}}}", "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: value: 3", ""},
		{"projects: {a: {start: null}, b: null}", "projects: source: assumption a: cost_musd: 1", ""},
		{"projects: null", "", ""},
		// "*" changes what the base has, in the order written, and no remark.
		{`projects: {"*": {cost_musd: 9}, c: {cost_musd: 8}}`, "projects: source: assumption a: cost_musd: 9 start: 2030-01 b: cost_musd: 9 c: cost_musd: 8", ""},
		{`projects: {c: {cost_musd: 8}, "*": {cost_musd: 9}}`, "projects: source: assumption a: cost_musd: 9 start: 2030-01 b: cost_musd: 9 c: cost_musd: 8", ""},
		{`projects: {"*": {cost_musd: 9}, a: {cost_musd: 8}}`, "projects: source: assumption a: cost_musd: 8 start: 2030-01 b: cost_musd: 9", ""},
		{`projects: {"*": {cost_musd: 9, delay_months: 2}, a: {cost_musd: 8}}`, "projects: source: assumption a: cost_musd: 8 start: 2030-01 delay_months: 2 b: cost_musd: 9 delay_months: 2", ""},
		{`projects: {a: null, "*": {cost_musd: 9}}`, "projects: source: assumption b: cost_musd: 9", ""},
		{`projects: {a: null, b: null, "*": {cost_musd: 9}}`, "projects: source: assumption", ""},
		{`projects: {"*": {delay_months: null}}`, "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: value: 2 low: 1 source: derived", ""},
		// What is new holds no empty value, and nothing is removed that is not there.
		{"projects: {c: {cost_musd: 3, life_months: null}}", "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: value: 2 low: 1 source: derived c: cost_musd: 3", ""},
		{"projects: {ab: null}", "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: value: 2 low: 1 source: derived", `over:1:12: there is no "ab" here to take away, did you mean "a"?`},
		{`shocks: {"*": {factor: 1}}`, "projects: source: assumption a: cost_musd: 1 start: 2030-01 b: cost_musd: value: 2 low: 1 source: derived shocks: {}", `over:1:10: "*" changes every entry, and there is none here to change`},
	} {
		if got, mistakes := merged(t, base, c.over); got != c.want || mistakes != c.mistakes {
			t.Errorf("%s: got\n%s\n%s\nwant\n%s\n%s", c.over, got, mistakes, c.want, c.mistakes)
		}
	}
}

// Of keys of which an entry has one, "*" changes the one that it has.
func TestMergeOfEveryOtherwise(t *testing.T) {
	const base = `markets: {a: {growth: {fade_per_year: 1}}, b: {schedule: {c: {mt_per_year: 1}}}}`
	for over, want := range map[string]string{
		`markets: {"*": {growth: {fade_per_year: 0.5}}}`:                 "markets: a: growth: fade_per_year: 0.5 b: schedule: c: mt_per_year: 1",
		`markets: {"*": {growth: {fade_per_year: 0.5}, title: T}}`:       "markets: a: growth: fade_per_year: 0.5 title: T b: schedule: c: mt_per_year: 1 title: T",
		`markets: {"*": {schedule: {"*": {mt_per_year: 2}}}}`:            "markets: a: growth: fade_per_year: 1 b: schedule: c: mt_per_year: 2",
		`markets: {"*": {schedule: null, growth: {fade_per_year: 0.5}}}`: "markets: a: growth: fade_per_year: 0.5 b: growth: fade_per_year: 0.5",
		`markets: {b: {schedule: null, growth: {fade_per_year: 0.5}}}`:   "markets: a: growth: fade_per_year: 1 b: growth: fade_per_year: 0.5",
	} {
		if got, mistakes := merged(t, base, over); got != want || mistakes != "" {
			t.Errorf("%s: got\n%s\n%s\nwant\n%s", over, got, mistakes, want)
		}
	}
}

// When all of a map became known is said of the figures that a file has there, and not of those
// of the file below.
func TestMergeOfKnown(t *testing.T) {
	const base = `markets: {a: {growth: {path_mt_per_year: {2022: 1, 2023: 2}}, season: [1, 2], schedule: {c: {mt_per_year: 1, to: 2030-01}}}}`
	const rest = " season: - 1 - 2 schedule: c: mt_per_year: 1 to: 2030-01"
	for _, c := range []struct{ over, want, mistakes string }{
		{"markets: {a: {growth: {path_mt_per_year: {known: 2022-11, 2023: 3}}}}",
			"markets: a: growth: path_mt_per_year: 2022: 1 2023: value: 3 known: 2022-11" + rest, ""},
		{"{known: 2022-11, markets: {a: {growth: {path_mt_per_year: {2023: {value: 3, known: 2021-01}, 2024: {value: 4, low: 3}}}}}}",
			"markets: a: growth: path_mt_per_year: 2022: 1 2023: value: 3 known: 2021-01 2024: value: 4 low: 3 known: 2022-11" + rest, ""},
		{`markets: {known: 2022-11, "*": {growth: {path_mt_per_year: {2023: 3}}}}`,
			"markets: a: growth: path_mt_per_year: 2022: 1 2023: value: 3 known: 2022-11" + rest, ""},
		{"markets: {known: 2022-11, a: {season: [3, 4], schedule: {c: {to: 2031-01, mt_per_year: 5}}}}",
			"markets: a: growth: path_mt_per_year: 2022: 1 2023: 2 season: - value: 3 known: 2022-11 - value: 4 known: 2022-11 schedule: c: mt_per_year: value: 5 known: 2022-11 to: 2031-01", ""},
		{"markets: {known: 2022-11, a: {schedule: {c: {to: 2031-01}}}}",
			"markets: a: growth: path_mt_per_year: 2022: 1 2023: 2 season: - 1 - 2 schedule: c: mt_per_year: 1 to: 2031-01", ""},
		{"markets: {a: {known: soon}}", "markets: a: growth: path_mt_per_year: 2022: 1 2023: 2" + rest,
			`over:1:22: known is "soon", expected a month such as 2024-01`},
	} {
		if got, mistakes := merged(t, base, c.over); got != c.want || mistakes != c.mistakes {
			t.Errorf("%s: got\n%s\n%s\nwant\n%s\n%s", c.over, got, mistakes, c.want, c.mistakes)
		}
	}
}

// An entry may have a name that looks like a part of a number.
func TestSegmentCalledValue(t *testing.T) {
	got, mistakes := merged(t, "segments: {value: {distance_km: 1, kind: rail}}", "segments: {value: {distance_km: 2}}")
	if want := "segments: value: distance_km: 2 kind: rail"; got != want || mistakes != "" {
		t.Errorf("got %s %s, want %s", got, mistakes, want)
	}
}
