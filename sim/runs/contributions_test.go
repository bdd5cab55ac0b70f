package runs

import (
	"bytes"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/parts"
	"corridor/sim/tables"
)

// contributed adds up a column of contributions.csv over the parts of a dimension that are kept.
func contributed(t *tables.Table, of tables.NumberColumn, dimension, metric string, year float64, keep func(part string) bool) (sum float64) {
	c := &tables.Contributions
	for row, value := range of.Of(t) {
		if c.Dimension.Of(t)[row] == dimension && c.Metric.Of(t)[row] == metric && c.Year.Of(t)[row] == year && keep(c.Part.Of(t)[row]) {
			sum += value
		}
	}
	return sum
}

func compared(t *testing.T, words ...string) (*Comparison, *tables.Table) {
	t.Helper()
	p, err := NewComparison(t.Context(), words, nil, nil, Sampling{Draws: 1})
	require.NoError(t, err)
	require.NoError(t, p.check())
	_, err = p.do(t.Context(), &means{How: &How{}, workers: 1})
	require.NoError(t, err)
	return p, p.Ensemble.Differences(p.Futures)
}

// TestContributionsByHand follows the teaching scenario to April, without the wider border and
// with it, with the pencil of TestTeachingByHand. Until March both are the same: the border,
// full, holds 0.1 and 0.15 Mt of bulk back in January and February, and the railway 0.05 and
// 0.09 of boxes, and in March something of both. In April 0.6 of bulk pass the narrow
// border and leave the railway 0.4 for boxes; the wider border has room for all of its bulk,
// and the railway divides its 1 Mt as the two are offered.
func TestContributionsByHand(t *testing.T) {
	const marchBoxes, marchBulk = 0.522 / 1.272, 0.75 / 1.272
	const boxes, bulk = 0.45 + (0.522-marchBoxes)*0.8, 0.7 + (0.75 - marchBulk) // offered in April
	const wideBoxes, wideBulk = boxes / (boxes + bulk), bulk / (boxes + bulk)
	const boxesWait = (boxes - wideBoxes) * 0.8 // a fifth gives up; then 0.3 may stay of what waits for the railway
	const wait = boxesWait + bulk - wideBulk

	p, _ := compared(t, "narrow=teaching+set(time.end=2030-04;targets=null;projects.wider-border.enabled=false)", "teaching+set(time.end=2030-04;targets=null)")
	for _, want := range []struct {
		dimension, part, metric string
		from, to                float64
	}{
		{"segment", "railway", "carried_mt", 4, 4},
		{"segment", "railway", "utilisation", 1, 1},
		{"segment", "railway", "held_back_mt", 0.05 + 0.09 + 0.272 + boxes - 0.4, 0.05 + 0.09 + 0.272 + boxes + bulk - 1},
		{"segment", "railway", "turned_away_mt", 0.01 + 0.018 + (0.522-marchBoxes)*0.2 + (boxes-0.4)*0.2, 0.01 + 0.018 + (0.522-marchBoxes)*0.2 + boxes + bulk - 1 - 0.3},
		{"segment", "ships", "utilisation", (0.4 + 0.4 + marchBoxes + 0.4) * 1.25 / 2.4, (0.4 + 0.4 + marchBoxes + wideBoxes) * 1.25 / 2.4},
		{"segment", "border", "carried_mt", 0.6 + 0.6 + marchBulk + 0.6, 0.6 + 0.6 + marchBulk + wideBulk},
		{"segment", "border", "utilisation", (0.6 + 0.6 + marchBulk + 0.6) / 2.4, (0.6 + 0.6 + marchBulk + wideBulk) / 2.7},
		{"segment", "border", "held_back_mt", 0.1 + 0.15 + bulk - 0.6, 0.1 + 0.15},
		{"segment", "border", "turned_away_mt", 0.05 + 0.1 + bulk - 0.6 - 0.05, 0.05 + 0.1},
		{"market", "boxes", "carried_mt", 1.2 + marchBoxes, 0.8 + marchBoxes + wideBoxes},
		{"class", "bulk", "held_back_mt", 0.1 + 0.15 + 0.75 - marchBulk + bulk - 0.6, 0.1 + 0.15 + 0.75 - marchBulk + bulk - wideBulk},
		{"class", "boxes", "turned_away_mt", 0.028 + (0.522-marchBoxes)*0.2 + (boxes-0.4)*0.2, 0.028 + (0.522-marchBoxes)*0.2 + boxes - wideBoxes - boxesWait*0.3/wait},
		{"project", "wider-border", "spent_musd", 0, 120},
	} {
		is := func(part string) bool { return part == want.part }
		c := &tables.Contributions
		for column, value := range map[*tables.NumberColumn]float64{&c.BaselineValue: want.from, &c.ScenarioValue: want.to, &c.Difference: want.to - want.from} {
			got := contributed(p.Contributions, *column, want.dimension, want.metric, 2030, is)
			require.InDelta(t, value, got, 1e-12, "%s of %s %s: %s", want.metric, want.dimension, want.part, column.Name)
		}
	}
}

// TestContributionsAddUp to the differences of the corridor, wherever parts are such that they
// do, in networks with cargo of both directions, closures and other projects.
func TestContributionsAddUp(t *testing.T) {
	all := func(string) bool { return true }
	for _, words := range [][]string{
		{"reference", "reference+investment/none", "sea-first"},
		{"reference+structure/directions", "reference+structure/directions+shock/georgia-blocked+demand/high"},
		{"stated", "stated+growth/high"},
	} {
		p, differences := compared(t, words...)
		d, c := &tables.Differences, &tables.Contributions
		rows := 0
		for row, metric := range d.Metric.Of(differences) {
			as := map[string]string{"throughput_mt": "carried_mt", "diverted_mt": "turned_away_mt", "capex_musd": "spent_musd"}[metric]
			year, err := strconv.ParseFloat(d.Period.Of(differences)[row], 64)
			require.NoError(t, err)
			scenario := d.Scenario.Of(differences)[row]
			of := p.Contributions.Where(func(row int) bool { return c.Scenario.Of(p.Contributions)[row] == scenario })
			for _, dimension := range parts.Dimensions() {
				for _, m := range dimension.Metrics {
					known := len(parts.List(dimension, &p.Scenarios[0].Corridor, wordsOf(p.Scenarios[0]))) > 0
					if m.Name != as || !dimension.Adds(m) || !known {
						continue
					}
					rows++
					for column, want := range map[*tables.NumberColumn]*tables.NumberColumn{&c.BaselineValue: &d.BaselineMean, &c.ScenarioValue: &d.ScenarioMean, &c.Difference: &d.Mean} {
						sum := want.Of(differences)[row]
						require.InDelta(t, sum, contributed(of, *column, dimension.Name, m.Name, year, all), 1e-9*max(1, math.Abs(sum)), "%s by %s in %v: %s", metric, dimension.Name, year, column.Name)
					}
				}
			}
		}
		require.Positive(t, rows)
	}
}

// TestContributionsOfDraws are those of the expected futures, draws or none.
func TestContributionsOfDraws(t *testing.T) {
	expected, _ := compared(t, "reference", "sea-first")
	p, err := NewComparison(t.Context(), []string{"reference", "sea-first"}, nil, nil, Sampling{Draws: 4, Seed: 7, Design: "monte-carlo"})
	require.NoError(t, err)
	require.NoError(t, p.check())
	_, err = p.do(t.Context(), &means{How: &How{}, workers: 1})
	require.NoError(t, err)
	var want, got bytes.Buffer
	require.NoError(t, expected.Contributions.WriteCSV(&want))
	require.NoError(t, p.Contributions.WriteCSV(&got))
	require.True(t, bytes.Equal(want.Bytes(), got.Bytes()))
}
