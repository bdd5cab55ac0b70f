package text

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"cost_usd_per_t", "duration_months", "delay_months", "growth/low", "growth/high", "stated", "rail", "road"}
	for wrong, want := range map[string]string{
		"sttaed":         "stated",          // neighbours swapped
		"Stated":         "stated",          // letters differ in case
		"stat":           "",                // two of four letters are missing
		"raid":           "rail",            // as near as road: the first
		"ral":            "rail",            // one letter of three
		"ra":             "",                // two letters of two
		"duration":       "duration_months", // words left out
		"months":         "delay_months",    // the shortest that has them
		"cost-t":         "cost_usd_per_t",
		"low":            "growth/low",
		"growth/hi":      "growth/high",
		"cost_usd_per_d": "cost_usd_per_t",
		"capacity":       "",
		"":               "",
	} {
		if got := Nearest(wrong, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", wrong, got, want)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "rail", 4}, {"rail", "rail", 0}, {"rial", "rail", 1},
		{"rail", "trail", 1}, {"rail", "mail", 1}, {"kitten", "sitting", 3}, {"ü", "u", 1},
		{"ca", "abc", 3}, // the optimal string alignment distance; Damerau–Levenshtein has 2
	} {
		if got, back := edits(c.a, c.b), edits(c.b, c.a); got != c.want || back != c.want {
			t.Errorf("edits(%q, %q) = %d and back %d, want %d", c.a, c.b, got, back, c.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	many := []string{"a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1", "i1", "j1", "k1", "l1", "m1"}
	for _, c := range []struct {
		valid []string
		want  string
	}{
		{nil, ""},
		{[]string{"storage", "xylophone"}, `, did you mean "storage"?`},
		{[]string{"port", "rail"}, "; valid: port, rail"},
		{many, "; valid: a1, b1, c1, d1, e1, f1, g1, h1, i1, j1 and 3 more"},
	} {
		if got := DidYouMean("storrage", c.valid); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
