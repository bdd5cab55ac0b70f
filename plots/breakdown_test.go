package plots

import (
	"fmt"
	"math"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/page"
	"corridor/sim/tables"
)

func ExampleChart_breakdown() {
	chart, _ := Lookup("breakdown")
	figure, err := chart.Draw(exampleTaken("sea-first"))
	fmt.Println(figure.Title(), err)
	// Output: Largest difference in 2035, +0.52 Mt, more in 97 % of futures: Rail ferries Kuryk–Alat <nil>
}

// takenBy draws a breakdown by parts.
func takenBy(t *testing.T, p *tables.Package, by string) *Figure {
	t.Helper()
	c, _ := Lookup("breakdown")
	figure, err := c.DrawAs(p, Options{By: by})
	require.NoError(t, err)
	return figure
}

// Parts stand in the order of their differences, next to nothing is left out, and the last row is
// what the markets come to: 0.31 + 0.22 − 0.04.
func TestBreakdownShowsWhatDiffers(t *testing.T) {
	figure := takenBy(t, exampleTaken("sea-first"), "")
	said := saidBy(figure)
	require.Regexp(t, "Rail ferries.* 97 .*Tankers.* 70 .*Baku–Tbilisi–Kars.*Container feeders.*Road Alat.*The corridor as a whole .*0.49 85 ", said)
	require.NotContains(t, said, "Border at Dostyk")
	require.Contains(t, said, "What is carried in 2035, by segment.")
	require.Contains(t, said, "A tonne counts in each part that it passes")
	require.Contains(t, figure.Description(), "Baku–Tbilisi–Kars: −0.21 Mt.")

	said = saidBy(takenBy(t, exampleTaken("sea-first"), "market"))
	require.Contains(t, said, "What is carried in 2035, by market.")
	require.Contains(t, said, "Not said")
	require.NotContains(t, said, "A tonne counts", "by markets it counts once")
	require.Contains(t, saidBy(takenBy(t, exampleTaken("sea-first"), "country")), "Kazakhstan")
	c, _ := Lookup("breakdown")
	figure, err := c.DrawAs(exampleTaken("sea-first"), Options{By: "country", Lang: "ru"})
	require.NoError(t, err)
	require.Contains(t, saidBy(figure), "Казахстан")
}

// The interval of the whole is of the same futures, or there is none.
func TestBreakdownOfTheWhole(t *testing.T) {
	for draws, want := range map[int]string{1000: `\+0\.49 85 `, 2000: `\+0\.49 – `} {
		p := examplePackage(exampleBreakdown("sea-first"), exampleDifferences(draws, "sea-first"))
		require.Regexp(t, want, saidBy(takenBy(t, p, "")), draws)
	}
	alone := exampleBreakdown("sea-first")
	without := alone.Where(func(row int) bool { return tables.Breakdown.Dimension.Of(alone)[row] != "market" })
	require.NotContains(t, saidBy(takenBy(t, examplePackage(without), "")), "as a whole")
}

// A title says how surely a part carries more or less, and that it is undecided where nine of ten
// futures do not agree with the mean.
func TestBreakdownFinds(t *testing.T) {
	for _, c := range []struct {
		mean, higher, lower float64
		want                string
	}{
		{0.3, 0.9, 0.1, "Largest difference in 2035, +0.30 Mt, more in 90 % of futures: Ferry"},
		{-0.3, 0.04, 0.96, "Largest difference in 2035, −0.30 Mt, less in 96 % of futures: Ferry"},
		{0.3, 0.89, 0.1, "Undecided in 2035, more in 89 % and less in 10 % of futures, where the difference is largest: Ferry"},
		{-0.3, 0.95, 0.05, "Undecided in 2035, more in 95 % and less in 5 % of futures, where the difference is largest: Ferry"},
	} {
		require.Equal(t, c.want, takenBy(t, onePart(c.mean, c.higher, c.lower), "").Title())
	}
	chart, _ := Lookup("contributions")
	expected, err := chart.Draw(examplePackage(exampleContributions("sea-first")))
	require.NoError(t, err)
	require.Equal(t, "Largest difference in 2035, +0.52 Mt: Rail ferries Kuryk–Alat", expected.Title())
	require.NotContains(t, saidBy(expected), "of futures")
}

func onePart(mean, higher, lower any) *tables.Package {
	table := tables.New(tables.Breakdown)
	table.Append("a", "b", "segment", "ferry", "Ferry", carriedMetric, 2035, 500, 1.0, 1.0, mean, mean, mean, mean, higher, lower)
	return examplePackage(table)
}

// Of a comparison in futures the expected ones are drawn when they are asked for alone.
func TestUsualBreakdown(t *testing.T) {
	drawn, _ := Lookup("breakdown")
	expected, _ := Lookup("contributions")
	both := exampleTaken("sea-first")
	require.True(t, drawn.Usual(both))
	require.True(t, expected.Possible(both))
	require.False(t, expected.Usual(both))
	require.True(t, expected.Usual(examplePackage(exampleContributions("sea-first"))))
	require.False(t, drawn.Possible(onePart(1e-9, 1.0, 0.0)), "rounding is no difference")
	requireBlank(t, drawn, onePart(0.0, 0.0, 0.0), "Each part carries the same as in the baseline.")
}

func TestOddBreakdown(t *testing.T) {
	twice := onePart(1.0, 1.0, 0.0)
	twice.Tables[0].Append("a", "b", "segment", "ferry", "Ferry", carriedMetric, 2035, 500, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0)
	other := onePart(1.0, 1.0, 0.0)
	tables.Breakdown.Metric.Of(other.Tables[0])[0] = "utilisation"
	drawOdd(t, []oddCase{
		{"no rows", "breakdown", examplePackage(tables.New(tables.Breakdown)), "breakdown.csv has no rows"},
		{"no mean", "breakdown", onePart(nil, nil, nil), "Each part carries the same as in the baseline."},
		{"no shares", "breakdown", onePart(1.0, nil, nil), ""},
		{"as often more as less", "breakdown", aroundNothing(), ""},
		{"infinite", "breakdown", onePart(math.Inf(1), 1.0, 0.0), "mean in breakdown.csv is too large a number to be drawn."},
		{"no such share", "breakdown", onePart(1.0, 1.5, 0.0), "higher_share is 1.5, expected a share from 0 to 1"},
		{"twice", "breakdown", twice, "breakdown.csv:3: ferry comes twice"},
		{"of another metric", "breakdown", other, "breakdown.csv has no rows of carried_mt by segment, market, class, country, place"},
	})
	chart, _ := Lookup("breakdown")
	_, err := chart.DrawAs(onePart(1.0, 1.0, 0.0), Options{By: "country"})
	require.EqualError(t, err, "breakdown.csv has no rows of carried_mt by country; it has them by segment")
	_, err = chart.DrawAs(onePart(1.0, 1.0, 0.0), Options{By: "countries"})
	require.EqualError(t, err, `nothing is taken apart by "countries"; valid: segment, market, class, country, place`)
}

// aroundNothing is a part that carries as often more as less.
func aroundNothing() *tables.Package {
	p := onePart(0.0, 0.5, 0.5)
	tables.Breakdown.P10.Of(p.Tables[0])[0], tables.Breakdown.P90.Of(p.Tables[0])[0] = -1, 1
	tables.Breakdown.Mean.Of(p.Tables[0])[0] = 1e-5
	return p
}

// Bars, and what is pale of them, have their colours on a dark page.
func TestBreakdownInTheDark(t *testing.T) {
	svg := string(mustWrite(t, "breakdown", exampleTaken("sea-first", "late", "half"), SVG))
	colours := regexp.MustCompile(`(?:fill|stroke)="(#[0-9a-f]{6})"`).FindAllStringSubmatch(svg, -1)
	require.NotEmpty(t, colours)
	for _, m := range colours {
		_, found := page.DarkTwin(m[1])
		require.True(t, found, m[1])
	}
}
