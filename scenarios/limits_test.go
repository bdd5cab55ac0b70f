package scenarios

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Texts made to fill memory or time are refused soon.
func TestLimits(t *testing.T) {
	var keys, segments, route strings.Builder
	for i := 0; keys.Len() < maxFileBytes-20; i++ {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
	}
	for i := range 2900 {
		fmt.Fprintf(&segments, "  s%d: {capacity: {fixed_mt_per_year: 1}}\n", i)
		fmt.Fprintf(&route, "z%d, ", i)
	}
	for name, c := range map[string]struct{ text, want string }{
		"brackets": {strings.Repeat("[", maxFileBytes), "not YAML: exceeded max depth"},
		"keys":     {keys.String(), "more than 20000 values"},
		"a key":    {strings.Repeat("x", maxFileBytes-10) + ": 1", `unknown key "xxx`},
		"a quote":  {strings.Repeat(`"`, maxFileBytes-1), "does not end"},
		"names": {
			"scenario: x\ntime: {start: 2030-01, end: 2030-12}\ncargo: {c: {}}\nsegments:\n" + segments.String() +
				"markets: {m: {cargo: c, growth: {path_mt_per_year: {2030: 1}}, routes: {r: {segments: [" + route.String() + "]}}}}\n",
			`there is no "z0" among the segments`,
		},
	} {
		begin := time.Now()
		_, err := Parse(name, c.text)
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%s: refused after %v", name, took)
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: want %s", name, c.want)
		}
	}
}
