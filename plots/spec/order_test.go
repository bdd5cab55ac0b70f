package spec

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/sim/tables"
)

// run is the tables of a run, with a row each.
func run(name string, schemas ...*tables.Schema) *tables.Package {
	p := &tables.Package{Name: name, Title: name}
	for _, schema := range schemas {
		var row []any
		for _, c := range schema.Columns {
			row = append(row, map[tables.Type]any{
				tables.String: "a", tables.Integer: 2024, tables.Number: 1.0, tables.Boolean: true, tables.Month: "2024-01",
			}[c.Type])
		}
		t := tables.New(schema)
		t.Append(row...)
		p.Tables = append(p.Tables, t)
	}
	return p
}

func single(name string) *tables.Package {
	return run(name, tables.Annual.Schema, tables.Monthly.Schema, tables.Segments.Schema, tables.Projects.Schema)
}

func files(orders []Order) []string {
	var names []string
	for _, o := range orders {
		names = append(names, o.File)
	}
	return names
}

// A chart that is asked for by its name is drawn with the options that hold for all, and
// what is not as usual stands in the name of its file.
func TestNamed(t *testing.T) {
	one := []*tables.Package{single("a")}
	orders, err := Named([]string{"throughput", "utilisation"}, plots.Options{}, []string{"svg"}, one)
	require.NoError(t, err)
	require.Equal(t, []string{"throughput", "utilisation"}, files(orders))
	require.True(t, orders[0].OfRun, "as the run draws it")
	require.Equal(t, []string{"svg"}, orders[0].Formats)

	orders, err = Named([]string{"throughput"}, plots.Options{Lang: "kk", Size: plots.Slide}, nil, one)
	require.NoError(t, err)
	require.Equal(t, []string{"throughput-slide-kk"}, files(orders))
	require.False(t, orders[0].OfRun)

	orders, err = Named([]string{"throughput"}, plots.Options{Observed: map[int]float64{2024: 4}}, nil, one)
	require.NoError(t, err)
	require.False(t, orders[0].OfRun, "what happened is not of the run")

	two := []*tables.Package{single("a"), single("b")}
	orders, err = Named([]string{"throughput"}, plots.Options{Metric: "capacity_mt"}, nil, two)
	require.NoError(t, err)
	require.Equal(t, []string{"throughput-capacity_mt"}, files(orders))
	require.False(t, orders[0].OfRun, "charts of several runs are of none of them")
}

// Without names all charts are drawn that the tables allow.
func TestUsualCharts(t *testing.T) {
	several := []*tables.Package{single("a"), single("b")}
	orders, err := Named(nil, plots.Options{}, nil, several)
	require.NoError(t, err)
	require.Equal(t, plots.ComparisonNames(), files(orders))

	_, err = Named(nil, plots.Options{}, nil, []*tables.Package{run("a")})
	require.EqualError(t, err, "the tables hold nothing that a chart is drawn from")
	require.ErrorAs(t, err, new(*TablesError))
}

func TestRefusedOrders(t *testing.T) {
	one, two := []*tables.Package{single("a")}, []*tables.Package{single("a"), single("b")}
	var many []*tables.Package
	for range 99 {
		many = append(many, single("a"))
	}
	for _, c := range []struct {
		name, metric string
		packages     []*tables.Package
		want         string
		ofTables     bool
	}{
		{"trougput", "", one, `there is no chart "trougput", did you mean "throughput"?`, false},
		{"multiples", "", one, "the chart multiples needs at least two run directories", false},
		{"throughput", "capacity_mt", one, "the chart throughput has no choice of metrics", false},
		{"map", "", one, "the chart map needs network.csv and segments.csv", true},
		{"fan", "", two, `there is no chart "fan" of several runs`, false},
		{"compare", "capacity", two, `there is no metric "capacity", did you mean "capacity_mt"?`, false},
		{"", "", many, "99 directories are more than a chart compares", false},
		{"", "capacity_mt", one, "no chart of these tables has a choice of metrics", false},
	} {
		var names []string
		if c.name != "" {
			names = append(names, c.name)
		}
		_, err := Named(names, plots.Options{Metric: c.metric}, nil, c.packages)
		require.ErrorContains(t, err, c.want)
		if c.ofTables {
			require.ErrorAs(t, err, new(*TablesError))
		}
	}
}

// Parts are chosen for charts of parts alone; without names of charts those are drawn.
func TestOrdersByParts(t *testing.T) {
	compared := []*tables.Package{run("a", tables.Contributions.Schema, tables.Breakdown.Schema, tables.Differences.Schema)}
	for _, part := range compared[0].Tables {
		part.Text("metric")[0] = "carried_mt"
	}
	orders, err := Named(nil, plots.Options{By: "market"}, nil, compared)
	require.NoError(t, err)
	require.Equal(t, []string{"breakdown-market"}, files(orders))
	for _, c := range []struct {
		names    []string
		packages []*tables.Package
		want     string
	}{
		{[]string{"difference"}, compared, "the chart difference has no choice of parts"},
		{nil, []*tables.Package{single("a")}, "no chart of these tables has a choice of parts: --by is for comparisons"},
		{nil, []*tables.Package{single("a"), single("b")}, "a chart of several runs has no choice of parts"},
	} {
		_, err := Named(c.names, plots.Options{By: "market"}, nil, c.packages)
		require.EqualError(t, err, c.want)
	}
}

// Runs are called by their directories where their scenarios have the same name.
func TestLabels(t *testing.T) {
	require.Nil(t, Labels([]*tables.Package{single("a"), single("b")}, []string{"out/a", "out/b"}))
	require.Equal(t, []string{"a", "late"}, Labels([]*tables.Package{single("a"), single("a")}, []string{"out/a", "out/late/"}))
}
