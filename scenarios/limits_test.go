package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"corridor/scenarios/text"
)

// Texts made to fill memory or time are refused soon.
func TestLimits(t *testing.T) {
	var keys, segments, route strings.Builder
	for i := range text.MaxNodes {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
	}
	for i := range 2900 {
		fmt.Fprintf(&segments, "  s%d: {capacity: {fixed_mt_per_year: 1}}\n", i)
		fmt.Fprintf(&route, "z%d, ", i)
	}
	for name, c := range map[string]struct{ text, want string }{
		"brackets": {strings.Repeat("[", text.MaxFileBytes), "not YAML: exceeded max depth"},
		"keys":     {keys.String(), "more than 200000 values"},
		"a key":    {strings.Repeat("x", text.MaxFileBytes-10) + ": 1", `unknown key "xxx`},
		"a quote":  {strings.Repeat(`"`, text.MaxFileBytes-1), "does not end"},
		"names": {
			"scenario: x\ntime: {start: 2030-01, end: 2030-12}\ncargo: {c: {}}\nsegments:\n" + segments.String() +
				"markets: {m: {cargo: c, growth: {path_mt_per_year: {2030: 1}}, routes: {r: {segments: [" + route.String() + "]}}}}\n",
			`there is no "z0" among the segments`,
		},
	} {
		_, err := Parse(name, c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: want %s", name, c.want)
		}
	}
}

// segments writes so many of them.
func segments(prefix string, n int, more string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  %s%d: {capacity: {fixed_mt_per_year: 6}%s}\n", prefix, i, more)
	}
	return b.String()
}

func chain(segments string) string {
	return "scenario: chain\ntime: {start: 2030-01, end: 2030-12}\ncargo: {c: {}}\n" +
		"markets: {m: {cargo: c, growth: {path_mt_per_year: {2030: 5}}, routes: {r: {segments: [s0]}}}}\nsegments:\n" + segments
}

// The limits hold for a scenario with all it extends and all overlays, and what they
// let pass can be read again as it is printed, with or without places.
func TestLimitsOfTheWhole(t *testing.T) {
	limited(t, 30_000, 1<<20)
	dir := filepath.Join(t.TempDir(), strings.Repeat("a long way/", 30))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		write(t, path, text)
		return path
	}
	for name, c := range map[string]struct{ base, above, over, want string }{
		"as much as goes":   {chain(segments("s", 4000, "")), "segments:\n" + segments("t", 5930, ""), "", ""},
		"values":            {chain(segments("s", 4000, "")), "segments:\n" + segments("t", 6030, ""), "", "overlays have 30112 values, expected at most 30000"},
		"values of overlay": {chain(segments("s", 4000, "")), "segments:\n" + segments("t", 100, ""), segments("u", 5930, ""), "values, expected at most 30000"},
		"values of all":     {chain(segments("s", 4000, "")), "segments:\n  \"*\": {title: T, cost_usd_per_t: 1, free_flow_days: 1, distance_km: 1, effectiveness: 1}", "", "overlays the scenario has 44021 values"},
		"bytes":             {chain(segments("s", 10, ", title: "+strings.Repeat("x", 80_000))), "segments:\n" + segments("t", 10, ", title: "+strings.Repeat("x", 80_000)), "", "bytes, expected at most 1048576"},
		"long signs":        {chain(segments("s", 10, ", title: '"+strings.Repeat(`"`, 60_000)+"'")), "title: long", "", "bytes, expected at most 1048576"},
		"an alias":          {chain("  s0: {capacity: {fixed_mt_per_year: 6}, title: &long " + strings.Repeat("x", 100_000) + "}\n" + segments("t", 20, ", title: *long")), "title: long", "", "bytes, expected at most 1048576"},
	} {
		t.Run(name, func(t *testing.T) {
			file("base.yaml", c.base)
			r := Request{Scenario: file("above.yaml", "scenario: above\nextends: base.yaml\n"+c.above+"\n")}
			if c.over != "" {
				r.With = []string{file("over.yaml", "overlay: more\nsegments:\n"+c.over)}
			}
			s, err := Load(r)
			if c.want != "" {
				if err == nil || !strings.Contains(err.Error(), c.want) || strings.Count(err.Error(), "\n") > 0 {
					t.Errorf("got %s, want %s", fmt.Sprintf("%.1000v", err), c.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			again, err := Parse("above", s.Effective())
			if err != nil || again.Effective() != s.Effective() {
				t.Errorf("what is run cannot be read again: %v", err)
			}
			shown := s.Show()
			if len(shown) < text.MaxFileBytes {
				t.Errorf("%d bytes are no test", len(shown))
			}
			again, err = Load(Request{Scenario: file("shown.yaml", shown)})
			if err != nil || again.Effective() != s.Effective() {
				t.Errorf("what is shown cannot be read again: %v", err)
			}
		})
	}
}

// limited sets limits that need no large texts.
func limited(t *testing.T, values, bytes int) {
	nodes, most := text.MaxNodes, text.MaxFileBytes
	t.Cleanup(func() { text.MaxNodes, text.MaxFileBytes = nodes, most })
	text.MaxNodes, text.MaxFileBytes = values, bytes
}

// A chain of files is bounded as a whole, though each of them and what they come to is small.
func TestLimitsOfAllFiles(t *testing.T) {
	limited(t, 2_000, 40_000)
	long := ", title: " + strings.Repeat("x", 1_000)
	for name, c := range map[string]struct {
		files int
		above string // of each file above the first
		over  bool   // files are overlays
		want  string
	}{
		"few":    {files: 3, above: segments("s", 120, "")},
		"values": {files: 6, above: segments("s", 120, ""), want: "f1.yaml:2:10: with this file the scenario, all it extends and all overlays have 2198 values, expected at most 2000"},
		"over":   {files: 6, above: segments("s", 120, ""), over: true, want: "--with f5.yaml: with this file the scenario, all it extends and all overlays have 2193 values, expected at most 2000"},
		"bytes":  {files: 6, above: segments("s", 9, long), want: "with this file the scenario, all it extends and all overlays have 46"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "f0.yaml", chain(segments("s", 120, "")))
			r := Request{Scenario: "f0.yaml"}
			for i := 1; i < c.files; i++ {
				file := fmt.Sprintf("f%d.yaml", i)
				if c.over {
					write(t, file, "overlay: more\nsegments:\n"+c.above)
					r.With = append(r.With, file)
				} else {
					write(t, file, fmt.Sprintf("scenario: above\nextends: f%d.yaml\nsegments:\n%s", i-1, c.above))
					r.Scenario = file
				}
			}
			_, err := Load(r)
			if got := fmt.Sprint(err); err != nil && (c.want == "" || !strings.Contains(got, c.want) || strings.Count(got, "\n") > 0) || err == nil && c.want != "" {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestLimitsOfNamesAndMonths(t *testing.T) {
	long := strings.Repeat("x", 200)
	for text, want := range map[string]string{
		chain("  s0: {capacity: {fixed_mt_per_year: 6}}\n  " + long + ": {capacity: {fixed_mt_per_year: 6}}\n"):        "",
		chain("  s0: {capacity: {fixed_mt_per_year: 6}}\n  ? " + long + "x\n  : {capacity: {fixed_mt_per_year: 6}}\n"): "expected small letters and digits joined by - or _, at most 200 of them",
		strings.Replace(chain(segments("s", 1, "")), "scenario: chain", "scenario: "+long+"x", 1):                      "at most 200 of them",
		strings.Replace(chain(segments("s", 1249, "")), "2030-12", "2129-12", 1):                                       "",
		strings.Replace(chain(segments("s", 1250, "")), "2030-12", "2129-12", 1):                                       "chain:2:29: 1200 months of 1250 segments and 1 routes are 1501200 rows of tables, expected at most 1500000: take fewer months",
	} {
		_, err := Parse("chain", text)
		if got := fmt.Sprint(err); err != nil && (want == "" || !strings.HasSuffix(got, want)) || err == nil && want != "" {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
