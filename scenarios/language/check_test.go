package language

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

// What a number, a name or a word of each form may be, and what is said of one that is not.
func TestCheckedValues(t *testing.T) {
	for _, c := range []struct {
		s       *spec
		value   string
		mistake string
	}{
		{amount("A mass", "Mt"), "0", ""},
		{amount("A mass", "Mt"), "1e6", ""},
		{amount("A mass", "Mt"), "{value: 3, low: 2, high: 4}", ""},
		{amount("A mass", "Mt"), "-1", "f:1:4: x is -1, expected a number in Mt of at least 0"},
		{amount("A mass", "Mt"), "1,000", `f:1:4: x is "1,000", expected a number in Mt of at least 0`},
		{amount("A mass", "Mt"), "0x10", `f:1:4: x is "0x10", expected a number in Mt of at least 0`},
		{amount("A mass", "Mt"), "'1'", `f:1:4: x is the text "1", expected a number without quotes`},
		{amount("A mass", "Mt"), "[1]", "f:1:4: x is a list, expected a number in Mt of at least 0"},
		{amount("A mass", "Mt"), "{low: 2}", "f:1:4: x has no value beside its range, expected value: a number in Mt of at least 0"},
		{amount("A mass", "Mt"), "{value: 3, low: 4}", "f:1:20: x's low 4 is above its value 3"},
		{amount("A mass", "Mt"), "{value: 3, high: 2}", "f:1:21: x's high 2 is below its value 3"},
		{amount("A mass", "Mt"), "{value: 3, hihg: 4}", `f:1:15: unknown key "hihg" beside value, did you mean "high"?`},
		{positive("A speed", ""), "0", "f:1:4: x is 0, expected a number above 0"},
		{share("A share"), "1.5", "f:1:4: x is 1.5, expected a number from 0 to 1"},
		{months("A time", 12), "1.5", "f:1:4: x is 1.5, expected a whole number in months from 0 to 12"},
		{signed("A change", "per year"), "-3", ""},
		{number("A year", "year", 1900, 2200).integer(), "2201", "f:1:4: x is 2201, expected a year from 1900 to 2200"},
		{plain(formMonth, "A month"), "2030-13", `f:1:4: x is "2030-13", expected a month such as 2024-01`},
		{plain(formPeriod, "A date"), "2030", ""},
		{plain(formPeriod, "A date"), "2030-13", `f:1:4: x is "2030-13", expected a year such as 2028 or a month such as 2028-12`},
		{plain(formYear, "A year"), "30", `f:1:4: x is "30", expected a year such as 2028`},
		{plain(formBoolean, "A switch"), "yes", `f:1:4: x is "yes", expected true or false; write true`},
		{plain(formCountry, "A country"), "Kz", `f:1:4: x is "Kz", expected a two-letter code such as KZ`},
		{plain(formName, "A name"), "Two words", `f:1:4: x is "Two words", expected a name of small letters and digits joined by - or _`},
		{plain(formEntry, "A file"), "growth/low", ""},
		{plain(formEntry, "A file"), "Growth", `f:1:4: x is "Growth", expected a name of the library such as growth/low, or a path to a .yaml file`},
		{plain(formText, "A text"), `"a\tb"`, "f:1:4: x has a line break or a tab in it, expected a text of one line"},
		{prose("A text"), `"a\nb"`, ""},
		{words("A word", "rail", "road"), "rial", `f:1:4: x is "rial", expected one of rail, road, did you mean "rail"?`},
		{list("Numbers", amount("A number", "")), "[1, -2]", "f:1:8: x is -2, expected a number of at least 0"},
		{monthly("Shares", share("A share")), "[1, 1]", "f:1:4: x has 2 items, expected 12"},
		{dated("A price", "USD/t"), "{2030: 1, 2031-06: 2}", ""},
		{dated("A price", "USD/t"), "{soon: 1}", `f:1:5: "soon" is neither a year nor a month, expected one such as 2027 or 2027-03, from 1900 to 2200`},
		{series("A price", "USD/t"), "{2031-06: 2}", `f:1:5: "2031-06" is not a year, expected one from 1900 to 2200`},
		{named("Things", amount("A number", "")), "{}", "f:1:4: x is empty, expected at least one entry"},
		{section("Things", amount("A number", "")), "{}", ""},
		{object("A thing", must("a", share("A share")), may("b", share("A share"))), "{b: 1}", "f:1:4: x has no a, expected a number from 0 to 1"},
		{object("A thing", may("a", share("A share")), may("b", share("A share"))).exactlyOne("a", "b"), "{a: 1, b: 1}", "f:1:11: x has a and b, expected only one of them"},
		{object("A thing", may("a", share("A share")), may("b", share("A share"))).exactlyOne("a", "b"), "{}", "f:1:4: x needs one of a, b"},
	} {
		root := document(t, "x: "+c.value+"\n")
		root.Entries[0].Position.File.Name = "f"
		var report text.Report
		(&checker{root: root, report: &report}).check(root.Get("x"), c.s, "x")
		if c.mistake == "" {
			require.NoError(t, report.Err(), c.value)
		} else {
			require.EqualError(t, report.Err(), c.mistake, c.value)
		}
	}
}

// A default stands where nothing is given, and stands up to the check itself.
func TestDefaultsAreAllowed(t *testing.T) {
	var visit func(s *spec, name string)
	seen := map[*spec]bool{}
	visit = func(s *spec, name string) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		if s.standard != "" && s.form == formNumber {
			var report text.Report
			at := &text.Tree{Text: s.standard}
			(&checker{root: at, report: &report}).check(at, s, name)
			require.NoError(t, report.Err(), name)
		}
		require.NotEmpty(t, s.doc, name)
		require.NotContains(t, s.doc[len(s.doc)-1:], ".", "a sentence without its full stop: %s", name)
		for _, f := range s.fields {
			visit(f.spec, f.name)
		}
		for _, inner := range append(s.forms, s.item) {
			visit(inner, name)
		}
	}
	visit(schema, "the scenario")
}
