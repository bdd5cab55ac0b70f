package plots

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestCatalogue(t *testing.T) {
	require.Equal(t, []string{"throughput", "utilisation", "additions", "map", "map-years", "binding", "cargo", "flows", "legs", "timeline", "hindcast", "errors", "misses", "predictive", "posterior", "pit", "fan", "chance", "attainment", "bottlenecks", "holding", "map-futures", "ranking", "worth", "costs", "plans", "regret", "tradeoff", "box", "difference", "breakdown", "contributions", "shares", "tornado", "matrix"}, Names())
	for _, c := range Charts {
		found, ok := Lookup(c.Name)
		require.True(t, ok)
		require.Equal(t, c.Title, found.Title)
		require.False(t, c.Possible(&tables.Package{}), c.Name)
		_, err := c.Draw(&tables.Package{})
		require.Error(t, err, c.Name)
	}
	_, ok := Lookup("pie")
	require.False(t, ok)

	additions, _ := Lookup("additions")
	require.True(t, additions.Possible(examplePackage(exampleAnnual(), tables.New(tables.Projects))), "a scenario may have no projects")
	require.False(t, additions.Possible(examplePackage(tables.New(tables.Annual), exampleProjects(2))))
}

// TestOddData draws what no sensible run holds. Every case either is drawn or
// ends in an error that says where; none may panic.
func TestOddData(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	annual := func(values ...float64) *tables.Package {
		years := exampleYears[:len(values)]
		return examplePackage(annualTable(years, values, values, values), exampleProjects(1))
	}
	one := func(s tables.Described, cells ...any) *tables.Table {
		table := tables.New(s)
		fill(table, cells...)
		return table
	}
	month := func(name string, utilisation any) *tables.Table {
		return one(tables.Monthly, "a", name, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, utilisation, "s", "", "", 1.0, 1.0, 1.0, 0.0, nil, 1.0, nil)
	}
	segment := func(name string, utilisation any) *tables.Table {
		return one(tables.Segments, "a", name, "s", 1.0, 1.0, utilisation, 0.0, 0.0, 0.0, 1.0)
	}
	cell := func(full, target string, capacity, lost any) *tables.Table {
		return one(tables.Matrix, "a", "growth/low", "", full, target, capacity, lost, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
	}
	project := func(in string, added any) *tables.Table {
		return one(tables.Projects, "a", "p", "", "2024-01", in, "", 1.0, added, 0.0, 1.0, 0.0, 0.0)
	}
	ordinary := annual(1, 2, 3).Tables[0]
	drawOdd(t, []oddCase{
		{"empty", "throughput", examplePackage(tables.New(tables.Annual)), "annual.csv has no rows"},
		{"missing", "throughput", examplePackage(), "there is no annual.csv"},
		{"other columns", "throughput", examplePackage(one(&tables.Schema{Name: "annual", Columns: []tables.Column{{Name: "year", Type: tables.Integer}}}, 2024)), "annual.csv has no column scenario"},
		{"not a number", "throughput", annual(nan, nan, nan), "Every value of throughput_mt in annual.csv is empty."},
		{"gap", "throughput", annual(1, nan, 3, nan, 5, 6), ""},
		{"flat", "throughput", annual(6, 6, 6, 6), ""},
		{"zero", "throughput", annual(0, 0, 0), ""},
		{"tiny", "throughput", annual(1e-12, 2e-12, 3e-12), ""},
		{"large", "throughput", annual(1e9, 2e11), ""},
		{"huge", "throughput", annual(1, 1e300, 3), "demand_mt in annual.csv is too large a number to be drawn."},
		{"infinite", "throughput", annual(1, inf, 3), "demand_mt in annual.csv is too large a number to be drawn."},
		{"negative", "throughput", annual(1, -2, 3), "annual.csv:3: throughput_mt is -2, it cannot be negative"},
		{"one year", "throughput", annual(4.5), ""},
		{"years fall", "throughput", examplePackage(annualTable([]int{2025, 2024}, []float64{1, 2}, []float64{1, 2}, []float64{0, 0})), "annual.csv:3: year 2024 comes after 2025"},
		{"no year", "throughput", examplePackage(annualTable([]int{-7}, []float64{1}, []float64{1}, []float64{0})), "annual.csv:2: -7 is not a year from 1800 to 2200"},
		{"years apart", "throughput", examplePackage(annualTable([]int{1900, 2100}, []float64{1, 2}, []float64{1, 2}, []float64{0, 0})), ""},
		{"two scenarios", "throughput", examplePackage(twoScenarios()), `annual.csv:3: a chart draws one scenario, found "b" after "a"`},

		{"one month", "utilisation", examplePackage(month("2024-05", 0.5), segment("2024-05", 0.5)), ""},
		{"over full", "utilisation", examplePackage(month("2024-05", 1.37), segment("2024-05", 1.37)), ""},
		{"closed", "utilisation", examplePackage(month("2024-05", 0.5), segment("2024-05", nil)), ""},
		{"not a number", "utilisation", examplePackage(month("2024-05", nil), segment("2024-05", 0.5)), "Every value of utilisation in monthly.csv is empty."},
		{"infinite", "utilisation", examplePackage(month("2024-05", inf), segment("2024-05", 0.5)), "utilisation in monthly.csv is too large a number to be drawn."},
		{"huge", "utilisation", examplePackage(month("2024-05", 1e300), segment("2024-05", 0.5)), "utilisation in monthly.csv is too large a number to be drawn."},
		{"no month", "utilisation", examplePackage(month("May", 0.5), segment("2024-05", 0.5)), `monthly.csv:2: "May" is not a month such as 2028-12`},
		{"month 13", "utilisation", examplePackage(month("2024-05", 0.5), segment("2024-13", 0.5)), `segments.csv:2: "2024-13" is not a month`},
		{"no segments", "utilisation", examplePackage(month("2024-05", 0.5), tables.New(tables.Segments)), "segments.csv has no rows"},

		{"no projects", "additions", examplePackage(ordinary, tables.New(tables.Projects)), ""},
		{"one year", "additions", annual(6), ""},
		{"falls", "additions", annual(6, 4, 9, 0, 2), ""},
		{"flat", "additions", annual(6, 6, 6), ""},
		{"zero", "additions", annual(0, 0, 0), ""},
		{"not a number", "additions", annual(nan, nan), "Every value of capacity_mt in annual.csv is empty."},
		{"huge", "additions", annual(1, 1e300), "capacity_mt in annual.csv is too large a number to be drawn."},
		{"adds nothing", "additions", examplePackage(ordinary, project("2024-03", nil)), ""},
		{"adds infinitely", "additions", examplePackage(ordinary, project("2024-03", inf)), "added_capacity_mt in projects.csv is too large a number to be drawn."},
		{"no month", "additions", examplePackage(ordinary, project("soon", 1.0)), `projects.csv:2: in_service "soon" is not a month`},
		{"beyond", "additions", examplePackage(ordinary, project("2099-01", 1.0)), ""},

		{"one cell", "matrix", examplePackage(cell("2027-03", "2028-12", 10.0, 3.2)), ""},
		{"nothing lost", "matrix", examplePackage(cell("", "", 10.0, 0.0)), ""},
		{"no target", "matrix", examplePackage(cell("2027-03", "", nil, 3.2)), ""},
		{"not a number", "matrix", examplePackage(cell("", "", 10.0, nil)), "Every value of diverted_before_target_mt in matrix.csv is empty."},
		{"huge", "matrix", examplePackage(cell("", "", 10.0, 1e300)), "diverted_before_target_mt in matrix.csv is too large a number to be drawn."},
		{"no month", "matrix", examplePackage(cell("2027", "", 10.0, 1.0)), `matrix.csv:2: first_held_back_month "2027" is not a month`},
		{"empty", "matrix", examplePackage(tables.New(tables.Matrix)), "matrix.csv has no rows"},
		{"too many", "matrix", examplePackage(manyPairs(11)), "A table of 11 × 1 is more than a page holds."},
		{"smallest", "matrix", examplePackage(exampleMatrix(2, 2)), ""},
		{"tall", "matrix", examplePackage(exampleMatrix(8, 6)), ""},
		{"wide", "matrix", examplePackage(exampleMatrix(6, 8)), ""},
	})
}

type oddCase struct {
	name, chart string
	run         *tables.Package
	want        string // the error, or what the frame says where there is nothing to show; empty for a chart
}

func drawOdd(t *testing.T, tests []oddCase) {
	for _, test := range tests {
		t.Run(test.chart+"/"+test.name, func(t *testing.T) {
			t.Parallel()
			c, _ := Lookup(test.chart)
			figure, err := c.Draw(test.run)
			if err != nil {
				require.NotEmpty(t, test.want, err)
				require.ErrorContains(t, err, test.want)
				return
			}
			said := saidBy(figure)
			if test.want == "" {
				require.NotContains(t, said, "There is nothing to show.")
			} else {
				require.Contains(t, said, "There is nothing to show.")
				require.Contains(t, said, test.want)
			}
			var svg bytes.Buffer
			require.NoError(t, figure.Write(&svg, SVG))
			require.NotContains(t, drawnIn(svg.Bytes()), "NaN")
			require.NotContains(t, drawnIn(svg.Bytes()), "Inf")
			require.NoError(t, figure.Write(io.Discard, PDF))
		})
	}
}

// requireBlank requires that the chart is a frame that says there is nothing to show.
func requireBlank(t *testing.T, c Chart, p *tables.Package, why string) {
	t.Helper()
	figure, err := c.Draw(p)
	require.NoError(t, err)
	require.Contains(t, saidBy(figure), "There is nothing to show.")
	require.Contains(t, saidBy(figure), why)
}

// saidBy returns what a figure says, in the order it is drawn.
func saidBy(f *Figure) string {
	var out []string
	for _, t := range f.Texts() {
		out = append(out, t.Text)
	}
	return strings.Join(out, " ")
}

func twoScenarios() *tables.Table {
	t := tables.New(tables.Annual)
	for i, name := range []string{"a", "b"} {
		fill(t, name, 2024+i, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, "s", "", "", 1.0, 1.0, 1.0, 0.0, nil, 1.0)
	}
	return t
}

func manyPairs(n int) *tables.Table {
	t := tables.New(tables.Matrix)
	for i := range n {
		t.Append("a", monthName(2000+i, 0), "late", "", "", 10.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, "", "")
	}
	return t
}

// Titles may be missing or far too long.
func TestOddWords(t *testing.T) {
	long := ""
	for range 60 {
		long += "Тасымалдау дәлізі ğüşçöıə "
	}
	for _, words := range []string{"", long} {
		run := examplePackage(exampleAnnual(), exampleProjects(25), exampleMonthly(), exampleSegments(10), exampleMatrix(4, 4), exampleNetwork(), exampleRoutes(), exampleFlows(), exampleHindcast(), exampleExperiments(), manyFutures().Tables[0],
			exampleProbabilities(), exampleAttainment(), exampleBottlenecks(144), exampleDifferences(exampleDraws, "sea-first"), exampleParametersTable(4), exampleSample(4), examplePredictive(), exampleRanking(5).Tables[0], examplePlans("mean throughput_mt_2030", "throughput_mt_2030")[0], examplePlans("mean throughput_mt_2030", "throughput_mt_2030")[1], exampleRegrets(3), exampleSensitivity(), exampleSwings(), exampleBreakdown("sea-first"), exampleContributions("sea-first"))
		run.Tables = append(run.Tables, exampleDiscovery().Tables...)
		run.Name, run.Title, run.Description, run.Program = words, words, words, words
		run.Sources = []tables.Source{{Title: words}, {Title: words}}
		for _, c := range Charts {
			figure, err := c.Draw(run)
			require.NoError(t, err)
			require.NoError(t, figure.Write(io.Discard, SVG))
		}
	}
}

// Of two charts about the same thing one is drawn where none is named; a chart of what projects
// add to the corridor is not drawn of a network, where they add to segments.
func TestUsualCharts(t *testing.T) {
	usual := func(p *tables.Package) (names []string) {
		for _, c := range Charts {
			if c.Usual(p) {
				names = append(names, c.Name)
			}
		}
		return names
	}
	require.Equal(t, []string{"attainment", "holding"}, usual(examplePackage(exampleProbabilities(), exampleAttainment(), exampleBottlenecks(24))))
	require.Equal(t, []string{"chance"}, usual(examplePackage(exampleProbabilities())))
	alone := examplePackage(exampleAnnual(), exampleProjects(2))
	require.Contains(t, usual(alone), "additions")
	alone.Tables = append(alone.Tables, exampleNetwork())
	require.NotContains(t, usual(alone), "additions")
}
