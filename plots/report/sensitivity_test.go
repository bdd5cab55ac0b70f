package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// exampleSensitivity has a metric that is shown, and one of another year that is not.
func exampleSensitivity() []*tables.Table {
	t, swings := tables.New(tables.Sensitivity), tables.New(tables.Swings)
	for _, at := range []string{"2030", "2031"} {
		add := func(input, title, index string, v, low, high float64) {
			t.Append("stated", "throughput_mt_"+at, "Throughput in "+at, "throughput_mt", at, tables.SobolMethod, input, title, input, index, v, low, high, nil)
		}
		add("oil", "the <oil>", tables.FirstIndex, 0.3, 0.25, 0.35)
		add("oil", "the <oil>", tables.TotalIndex, 0.42, 0.4, 0.45)
		add("idle", "idle", tables.FirstIndex, -0.01, -0.02, 0.01)
		add("idle", "idle", tables.TotalIndex, 0.002, 0.001, 0.003)
		add("weather", "weather", tables.FirstIndex, 0.5, 0.4, 0.6)
		add("weather", "weather", tables.TotalIndex, 0.6, 0.5, 0.7)
		add("", "", tables.InteractionIndex, 0.21, 0.1, 0.3)
	}
	swings.Append("stated", "throughput_mt_2030", "throughput_mt", "2030", 5.0, nil, "oil", "the <oil>", "markets.oil", 0.0, 4.0, nil, 2.0, 6.0, nil, "", "")
	return []*tables.Table{t, swings}
}

func TestSensitivity(t *testing.T) {
	require.Nil(t, sensitivityOf(subjectsOf([]Run{stated(t)})))
	got := sensitivityOf(subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: "stated", Tables: exampleSensitivity()})}))
	require.Equal(t, &sensitivityPart{
		Label: "stated, sensitivity",
		Metrics: []metricMatters{{
			Title:    "Throughput in 2030",
			Sentence: "What inputs do only together makes 21 % (10 to 30 %) of the variance; one of the 3 does not matter: all that each does is surely below 1 %.",
			Rows: []influenceRow{
				{"weather", []cell{{"50.0", "0.5"}, {"40.0", "0.4"}, {"60.0", "0.6"}, {"60.0", "0.6"}, {"50.0", "0.5"}, {"70.0", "0.7"}}},
				{"the <oil>", []cell{{"30.0", "0.3"}, {"25.0", "0.25"}, {"35.0", "0.35"}, {"42.0", "0.42"}, {"40.0", "0.4"}, {"45.0", "0.45"}}},
			},
		}},
	}, got)
}

// TestSensitivityInThePage: it stands in the page, its words as text.
func TestSensitivityInThePage(t *testing.T) {
	run := stated(t)
	require.NotContains(t, written(t, Options{}, run), "Which uncertainties matter")
	run.Package.Tables = append(run.Package.Tables, exampleSensitivity()...)
	page := written(t, Options{}, runOf(t, run.Package))
	require.Contains(t, page, `<a href="#sensitivity">Which uncertainties matter</a>`)
	require.Contains(t, page, "the &lt;oil&gt;")
}
