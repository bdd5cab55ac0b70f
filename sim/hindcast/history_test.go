package hindcast

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/testdata"
)

const header = "series,period,value,unit,scope,source_title,source_url,source_date,note\n"

func row(series, period, value, unit, scope string) string {
	return strings.Join([]string{series, period, value, unit, scope, "", "", "", ""}, ",") + "\n"
}

func TestReadHistory(t *testing.T) {
	h, err := ReadHistory(strings.NewReader(header +
		row("throughput-headline", "2024", "4.484", "Mt", "headline") +
		row("throughput-headline", "2024-01..2024-06", "2", "Mt", "headline") + // part of a year
		row("containers", "2024", "56500", "TEU", "headline") +
		row("plan-throughput", "2024", "4.2", "Mt", "headline") +
		row("plan-throughput", "2024", "5", "Mt", "association") + // another scope
		row("water-level", "2024", "-29.2", "m", "")))
	require.NoError(t, err)
	require.Equal(t, 4.484, h.Actual(Headline, 2024))
	require.Equal(t, 56.5, h.Actual(Containers, 2024))
	require.Equal(t, 4.2, h.Plan(Headline, 2024))
	for _, unknown := range []float64{h.Actual(Headline, 2023), h.Actual(LikeForLike, 2024), h.Plan(Containers, 2024)} {
		require.True(t, math.IsNaN(unknown))
	}
}

func TestReadHistoryMistakes(t *testing.T) {
	good := row("throughput-headline", "2023", "2.764", "Mt", "headline")
	for _, c := range []struct{ text, want string }{
		{"", "EOF"},
		{"series,period\n", "wrong number of fields"},
		{strings.Replace(header, "unit", "units", 1), "the history has the columns [series period value units"},
		{header + good + row("containers", "2023", "many", "TEU", ""), "line 3 of the history: many TEU of containers, expected a number of TEU"},
		{header + good + row("containers", "2023", "20.5", "kTEU", ""), "line 3 of the history: 20.5 kTEU of containers, expected a number of TEU"},
		{header + row("throughput-headline", "2023", "-1", "Mt", ""), "line 2 of the history: -1 Mt of throughput-headline"},
		{header + row("throughput-headline", "2023", "NaN", "Mt", ""), "line 2 of the history: NaN Mt"},
		{header + row("throughput-headline", "2023", "Inf", "Mt", ""), "line 2 of the history: Inf Mt"},
		{header + good + "\n" + good, "line 4 of the history: throughput-headline of 2023 is given twice"},
		{header + good + "throughput-headline,2022\n", "line 3: wrong number of fields"},
	} {
		_, err := ReadHistory(strings.NewReader(c.text))
		require.ErrorContains(t, err, c.want)
	}
}

// The official figures of the years a hindcast of the library looks at.
func TestObservedHistory(t *testing.T) {
	h, err := ReadHistory(bytes.NewReader(testdata.Observed))
	require.NoError(t, err)
	for _, c := range []struct {
		metric Metric
		year   int
		want   float64
	}{
		{Headline, 2022, 1.485}, {Headline, 2023, 2.764}, {Headline, 2024, 4.484}, {Headline, 2025, 4.119},
		{LikeForLike, 2023, 2.764}, {LikeForLike, 2024, 3.3},
		{Containers, 2022, 33.6}, {Containers, 2023, 20.47}, {Containers, 2024, 56.5},
	} {
		require.InDelta(t, c.want, h.Actual(c.metric, c.year), 1e-9, "%v %d", c.metric, c.year)
	}
	require.Equal(t, 5.2, h.Plan(Headline, 2025))
}
