package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/sim/disk"
)

func TestNamesOfResults(t *testing.T) {
	for _, c := range []struct {
		request Request
		want    string
	}{
		{Request{}, "reference"},
		{Request{With: []string{"growth/high", "investment/none"}}, "reference+growth-high+investment-none"},
		{Request{With: []string{"dir/my.yaml", "./other.yml"}}, "reference+my+other"},
		{Request{Set: []string{"segments.rail-ferry.effectiveness=0.8"}}, "reference+segments.rail-ferry.effectiveness=0.8"},
		{Request{With: []string{"growth/high"}, Set: []string{"a.b=1", "a.c=2028-12"}}, "reference+growth-high+a.b=1+a.c=2028-12"},
		{Request{Set: []string{"markets.*.inertia_per_month=0.5"}}, "reference+markets.all.inertia_per_month=0.5~6a3c09d1"},
		{Request{Set: []string{"title=What if? A/B: \"x\""}}, "reference+title=what-if--a-b---x~b184b064"},
		{Request{With: []string{"Мой.yaml"}}, "reference+мой~ff986e0f"},
	} {
		require.Equal(t, c.want, c.request.name("reference"))
	}
	for _, name := range []string{"con", "aux", "com1", "lpt9", "nul"} {
		got := (Request{}).name(name)
		require.Regexp(t, "^"+name+"~[0-9a-f]{8}$", got)
	}
	require.Equal(t, "con+growth-high", (Request{With: []string{"growth/high"}}).name("con"))
	require.Equal(t, "console", (Request{}).name("console"))
}

// TestNamesAreFileNames holds the names of any requests to what every system allows,
// also where Aktau and aktau are one, and other requests to other names.
func TestNamesAreFileNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(
			rapid.StringMatching(`[a-zA-Z0-9.*+=;()_-]{1,30}`), rapid.String().Filter(func(s string) bool { return s != "" }),
			rapid.SampledFrom([]string{"a.*=1", "a.all=1", "a=1+b=2", "a=1", "b=2", "A=1", "a=1.", "a=1 ", "title=é", "title=é", "con"}),
		)
		request := func(name string) Request {
			return Request{Set: rapid.SliceOfN(word, 0, 8).Draw(t, name)}
		}
		a, b := request("a"), request("b")
		for _, r := range []Request{a, b} {
			name := r.name("reference")
			require.Equal(t, name, r.name("reference"))
			require.LessOrEqual(t, len(name), mostName)
			require.NotContains(t, ". ", name[len(name)-1:])
			require.False(t, strings.ContainsAny(name, "<>:\"/\\|?* \x00\n\t"), name)
			require.Equal(t, strings.ToLower(name), name)
			require.Empty(t, disk.NotOnWindows(name))
		}
		same := strings.Join(a.Set, "\x00") == strings.Join(b.Set, "\x00") && len(a.Set) == len(b.Set)
		require.Equal(t, same, strings.EqualFold(a.name("reference"), b.name("reference")), "%q and %q", a.Set, b.Set)
	})
}

func TestLongNamesAreCut(t *testing.T) {
	long := FileName(strings.Repeat("ж", 200), 60)
	require.LessOrEqual(t, len(long), 60)
	require.Regexp(t, `^ж+~[0-9a-f]{8}$`, long)
	require.NotEqual(t, long, FileName(strings.Repeat("ж", 201), 60))
}

func TestVariantsAreSaidInWords(t *testing.T) {
	r := Request{With: []string{"growth/high", "dir/my.yaml"}, Set: []string{"a.b=1"}}
	titles := []string{"Growth as hoped, 9 % a year", ""}
	require.Equal(t, "Growth as hoped, 9 % a year; my.yaml; a.b=1", r.variant(titles))
	for range 30 {
		r.Set = append(r.Set, "segments.rail-ferry.effectiveness=0.8")
	}
	require.Equal(t, "Growth as hoped, 9 % a year; my.yaml; a.b=1; segments.rail-ferry.effectiveness=0.8; segments.rail-ferry.effectiveness=0.8; segments.rail-ferry.effectiveness=0.8; …", r.variant(titles))
	require.Empty(t, (&Request{Scenario: "reference"}).variant(nil))
}
