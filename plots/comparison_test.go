package plots

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// exampleRuns are runs of as many scenarios, each carrying a little more than
// the one before.
func exampleRuns(n int) []*tables.Package {
	titles := []string{
		"The Middle Corridor as a network, 2024 to 2035", "Ships, dredging and ports first", "Railways first, the sea as it is",
		"Nothing is built", "Everything on the announced dates, in full", "Soft measures alone",
	}
	var out []*tables.Package
	for i := range n {
		potential := make([]float64, len(exampleYears))
		for y, v := range examplePotential {
			potential[y] = float64(v * (0.7 + float64(0.06*float64(i))))
		}
		p := examplePackage(annualTable(exampleYears, potential, exampleCapacity, exampleSpending))
		p.Name, p.Title = fmt.Sprintf("scenario-%d", i+1), titles[i]
		out = append(out, p)
	}
	return out
}

// goldenComparisons are pictures that were looked at and found good.
var goldenComparisons = []struct {
	name, chart string
	runs        int
	metric      string
}{
	{"compare", "compare", 3, ""},
	{"compare-six", "compare", 6, "utilisation"},
	{"multiples", "multiples", 5, ""},
	{"multiples-two", "multiples", 2, "transit_days"},
	{"minus", "difference", 3, ""},
}

func compared(t *testing.T, chart string, runs int, o Options, format string) []byte {
	c, ok := LookupComparison(chart)
	require.True(t, ok)
	figure, err := c.DrawAs(exampleRuns(runs), o)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, figure.Write(&out, format))
	return out.Bytes()
}

func TestGoldenComparisons(t *testing.T) {
	for _, g := range goldenComparisons {
		golden(t, g.name+".svg", compared(t, g.chart, g.runs, Options{Metric: g.metric}, SVG))
	}
}

func TestComparisonsInAllLanguages(t *testing.T) {
	for i, lang := range Languages {
		for _, c := range Comparisons {
			figure, err := c.DrawAs(exampleRuns(4), Options{Lang: lang, Size: Sizes[i%len(Sizes)]})
			require.NoError(t, err)
			require.True(t, figure.Fits())
			require.NoError(t, figure.Write(io.Discard, PDF))
		}
	}
}

func TestComparisonNamesItsRuns(t *testing.T) {
	runs := exampleRuns(2)
	require.Equal(t, []string{"The Middle Corridor as a network, 2024 to 2035", "Ships, dredging and ports first"}, runNames(runs, nil))
	runs[1].Title = runs[0].Title
	require.Equal(t, []string{"scenario-1", "scenario-2"}, runNames(runs, nil))
	require.Equal(t, []string{"a", "b"}, runNames(runs, []string{"a", "b"}))
	labels := texts(compared(t, "compare", 2, Options{Runs: []string{"Before", "After"}}, SVG))
	require.Subset(t, labels, []string{"Before", "After", "Most in 2035: After, 10.0\u00a0Mt"})
}

func TestComparisonRefuses(t *testing.T) {
	c, _ := LookupComparison("difference")
	broken := exampleRuns(2)
	broken[1].Tables = nil
	for want, test := range map[string]struct {
		runs []*tables.Package
		o    Options
	}{
		"the chart difference compares 2 to 7 runs, got 1": {exampleRuns(1), Options{}},
		"3 names for 2 runs": {exampleRuns(2), Options{Runs: []string{"a", "b", "c"}}},
		`there is no metric "speed"; valid: potential_mt, offer`: {exampleRuns(2), Options{Metric: "speed"}},
		"there is no annual.csv":                                 {broken, Options{}},
	} {
		_, err := c.DrawAs(test.runs, test.o)
		require.ErrorContains(t, err, want)
	}
}

// Runs without a value are named, and keep no others from being compared.
func TestComparisonOfNothing(t *testing.T) {
	none := exampleRuns(3)
	empty := func(p *tables.Package) {
		days := tables.Annual.TransitDays.Of(p.Table(tables.Annual))
		for i := range days {
			days[i] = math.NaN()
		}
	}
	empty(none[1])
	for _, c := range Comparisons {
		figure, err := c.DrawAs(none, Options{Metric: "transit_days"})
		require.NoError(t, err)
		require.Contains(t, saidBy(figure), "Ships, dredging and ports first", c.Name)
		require.NotContains(t, saidBy(figure), "NaN")
		require.NotContains(t, saidBy(figure), "There is nothing to show.")
	}
	empty(none[0])
	empty(none[2])
	apart := exampleRuns(2)
	apart[1].Tables[0] = annualTable([]int{1950}, []float64{1}, []float64{1}, []float64{0})
	for _, c := range Comparisons {
		figure, err := c.DrawAs(none, Options{Metric: "transit_days"})
		require.NoError(t, err)
		require.Contains(t, saidBy(figure), "Every value of transit_days in annual.csv is empty.")
		figure, err = c.DrawAs(apart, Options{})
		require.NoError(t, err)
		require.Equal(t, c.Name == "difference", strings.Contains(saidBy(figure), "The runs have no value of the same year."))
	}
}

// Small charts hold more runs than lines of one chart do.
func TestManyRuns(t *testing.T) {
	var many []*tables.Package
	for len(many) < mostMultiples {
		many = append(many, exampleRuns(min(6, mostMultiples-len(many)))...)
	}
	for n := 2; n <= mostMultiples+1; n++ {
		for _, c := range Comparisons {
			if n > c.Most {
				require.ErrorContains(t, c.Holds(n), fmt.Sprintf("got %d", n))
				continue
			}
			require.NoError(t, c.Holds(n))
			figure, err := c.DrawAs(many[:n], Options{Size: Sizes[n%len(Sizes)]})
			require.NoError(t, err)
			require.Empty(t, figure.Misplaced(), "%s of %d", c.Name, n)
		}
	}
}

// Endings stand apart and in the order of their values, whatever these are.
func TestEndingsKeepApart(t *testing.T) {
	labels := texts(compared(t, "compare", 6, Options{}, SVG))
	require.Contains(t, labels, "Soft measures alone")
	require.Contains(t, labels, "Nothing is built")
}

func ExampleComparison_DrawAs() {
	c, _ := LookupComparison("compare")
	figure, err := c.DrawAs(exampleRuns(3), Options{Metric: "capacity_mt", Lang: "ru", Size: Slide})
	if err != nil {
		fmt.Println(err)
		return
	}
	width, height := figure.Size()
	fmt.Println(figure.Title(), float64(width), float64(height))
	// Output: The Middle Corridor as a network, 2024 to 2035 и Ships, dredging and ports first в 2035 г. почти равны: 10,0 млн т/год и 10,0 млн т/год 960 540
}
