package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/parts"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// contributed is a table of contributions of markets in 2030, three of which differ as much as
// another but for the sign.
func contributedTable() *tables.Table {
	t := tables.New(tables.Contributions)
	add := func(scenario, part, metric string, year int, from, to float64) {
		t.Append("base", scenario, "market", part, "Market "+part, metric, year, from, to, to-from)
	}
	add("new", "d", "carried_mt", 2030, 1, 1.001)
	add("new", "c", "carried_mt", 2030, 2, 2.5)
	add("new", "b", "carried_mt", 2030, 3, 2.5)
	add("new", "a", "carried_mt", 2030, 4, 4.25)
	add("new", "e", "held_back_mt", 2030, 0, 0.75)
	add("new", "a", "carried_mt", 2031, 4, 9)
	add("other", "a", "carried_mt", 2030, 0, 9)
	return t
}

func TestBreakdowns(t *testing.T) {
	markets, _ := parts.DimensionOf("market")
	for _, c := range []struct {
		name         string
		view         view
		shown        []string
		rest, same   int
		others, held float64 // carried and held back by all that are not shown
	}{
		{"most first, ties by name, and what shows in another metric last", view{top: 10}, []string{"b", "c", "a", "e"}, 0, 1, 0.001, 0},
		{"the first of them", view{top: 2}, []string{"b", "c"}, 2, 1, 0.251, 0.75},
		{"chosen ones", view{top: 10, only: []string{"a", "[c-d]"}}, []string{"c", "a"}, 2, 1, -0.499, 0.75},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := breakdownOf(&runs.Comparison{Contributions: contributedTable()}, "new", markets, &c.view, []string{"2030"})
			var names []string
			carried, held := b.others.figures[0][0].difference(), b.others.figures[1][0].difference()
			require.InDelta(t, c.others, carried, 1e-12)
			require.InDelta(t, c.held, held, 1e-12)
			for _, s := range b.shown {
				names = append(names, s.name)
				carried, held = carried+s.figures[0][0].difference(), held+s.figures[1][0].difference()
			}
			require.Equal(t, c.shown, names)
			require.Equal(t, c.rest, b.rest)
			require.Equal(t, c.same, b.same)
			require.InDelta(t, 0.251, carried, 1e-12, "all add up")
			require.InDelta(t, 0.251, b.all.figures[0][0].difference(), 1e-12)
			require.InDelta(t, 0.75, b.all.figures[1][0].difference(), 1e-12)
			require.InDelta(t, 0.75, held, 1e-12)
		})
	}
}

func TestBreakdownPrinted(t *testing.T) {
	markets, _ := parts.DimensionOf("market")
	var text bytes.Buffer
	b := breakdownOf(&runs.Comparison{Contributions: contributedTable()}, "new", markets, &view{top: 1}, []string{"2030"})
	require.Equal(t, []int{0, 1}, b.differing())
	b.print(&text, b.differing())
	require.Equal(t, `
                Carried  Held back
                     Mt         Mt
                   2030       2030
      Market b    −0.50       0.00
      3 others    +0.75      +0.75
  All together    +0.25      +0.75

The same in the years shown: 1 of the markets.

`[1:], text.String())
}

// TestBreakdownByMetric: of one metric alone its parts stand in its order, and those that do not
// differ in it are not there.
func TestBreakdownByMetric(t *testing.T) {
	markets, _ := parts.DimensionOf("market")
	var shown [][]string
	for _, one := range byMetric(markets) {
		var names []string
		for _, c := range breakdownOf(&runs.Comparison{Contributions: contributedTable()}, "new", one, &view{top: 10}, []string{"2030", "2031"}).shown {
			names = append(names, c.name)
		}
		shown = append(shown, names)
	}
	require.Equal(t, [][]string{{"a", "b", "c"}, {"e"}, nil}, shown)
}

func TestYearsOfFlags(t *testing.T) {
	years, err := parseYears([]string{"2032", "2028-2030", "2029"})
	require.NoError(t, err)
	require.Equal(t, []int{2028, 2029, 2030, 2032}, years)
	for text, want := range map[string]string{
		"28":         `--years has "28", expected a year such as 2030, or years such as 2030-2032`,
		"2030-":      `--years has "2030-", expected a year such as 2030, or years such as 2030-2032`,
		"2030-31":    `--years has "2030-31", expected a year such as 2030, or years such as 2030-2032`,
		"2032-2030":  `--years has "2032-2030", expected the first year before the last, as 2030-2032`,
		"-203":       `--years has "-203", expected a year such as 2030, or years such as 2030-2032`,
		"2030-2031-": `--years has "2030-2031-", expected a year such as 2030, or years such as 2030-2032`,
	} {
		_, err := parseYears([]string{text})
		require.EqualError(t, err, want)
	}
}
