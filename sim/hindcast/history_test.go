package hindcast

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/testdata"
)

const header = "series,period,value,unit,scope,source_title,source_url,source_date,note\n"

func row(series, period, value, unit, scope string) string {
	return strings.Join([]string{series, period, value, unit, scope, "", "", "2026-03-10", ""}, ",") + "\n"
}

func TestReadHistory(t *testing.T) {
	h, err := ReadHistory(strings.NewReader(header +
		row("throughput-headline", "2024", "4.484", "Mt", "headline") +
		row("throughput-headline", "2024-01/2024-06", "2", "Mt", "headline") + // part of a year
		row("containers", "2024", "56500", "TEU", "headline") +
		row("plan-throughput", "2024", "4.2", "Mt", "headline") +
		row("plan-throughput", "2024", "5", "Mt", "association") + // another scope
		row("water-level", "2024", "-29.2", "m", "")))
	require.NoError(t, err)
	require.Equal(t, 4.484, h.Actual(Headline, 2024))
	require.Equal(t, 56.5, h.Actual(Containers, 2024))
	plan, ok := h.Plan(Headline, 2024)
	require.True(t, ok)
	require.Equal(t, Plan{4.2, calendar.NewMonth(2026, 3)}, plan)
	for _, unknown := range []float64{h.Actual(Headline, 2023), h.Actual(LikeForLike, 2024)} {
		require.True(t, math.IsNaN(unknown))
	}
	_, ok = h.Plan(Containers, 2024)
	require.False(t, ok)
	require.Len(t, h.Observations, 3)
	half := h.Observations[1]
	require.Equal(t, Period{calendar.NewMonth(2024, 1), calendar.NewMonth(2024, 6)}, half.Period)
	require.Equal(t, 3, half.Line)
	require.Equal(t, calendar.NewMonth(2026, 3), half.Known)
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
		{header + strings.Replace(good, "2026-03-10", "", 1), "line 2 of the history: throughput-headline of 2023 is compared, and source_date does not say when it was published"},
		{header + strings.Replace(good, "2026-03-10", "undated", 1), "line 2 of the history: throughput-headline of 2023 is compared, and source_date"},
		{header + row("throughput-headline", "2024-01..2024-06", "2", "Mt", ""), `line 2 of the history: the period is "2024-01..2024-06", expected one such as 2024, 2024-Q1`},
		{header + row("plan-throughput", "2024-Q1", "2", "Mt", "headline"), "line 2 of the history: plan-throughput is for 2024-Q1, expected a year"},
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
	plan, _ := h.Plan(Headline, 2025)
	require.Equal(t, Plan{5.2, calendar.NewMonth(2025, 3)}, plan)
	compared := map[string]int{}
	for _, o := range h.Observations {
		compared[o.Series.Name]++
		require.GreaterOrEqual(t, o.Known, o.From, "%s of %v was published before it", o.Series.Name, o.Period)
	}
	for _, s := range AllSeries {
		require.NotZero(t, compared[s.Name], s.Name)
	}
}

func TestParsePeriod(t *testing.T) {
	month := calendar.NewMonth
	for text, want := range map[string]Period{
		"2024":            {month(2024, 1), month(2024, 12)},
		"2024-Q1":         {month(2024, 1), month(2024, 3)},
		"2024-Q4":         {month(2024, 10), month(2024, 12)},
		"2024-02":         {month(2024, 2), month(2024, 2)},
		"2025-01/2025-08": {month(2025, 1), month(2025, 8)},
		"2024-09/2025-03": {month(2024, 9), month(2025, 3)},
	} {
		got, err := ParsePeriod(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
		require.Equal(t, text, got.String())
		require.Equal(t, text == "2024", got.IsYear())
		require.Equal(t, text != "2025-01/2025-08" && text != "2024-09/2025-03", got.Within(2024), text)
	}
	for _, text := range []string{"", "24", "2024-Q5", "2024-13", "2024-08/2024-01", "2022/2021", "one January", "2024-1"} {
		_, err := ParsePeriod(text)
		require.ErrorContains(t, err, "expected one such as 2024, 2024-Q1", text)
	}
}

func TestPublished(t *testing.T) {
	for text, want := range map[string]calendar.Month{
		"2025-11-24": calendar.NewMonth(2025, 11), "2022-05": calendar.NewMonth(2022, 5), "2025": calendar.NewMonth(2025, 12),
		"2023 or 2024 (page undated)": calendar.NewMonth(2024, 12), "2025-02 or 2026-02": calendar.NewMonth(2026, 2), "late 2023": calendar.NewMonth(2023, 12),
	} {
		got, ok := Published(text)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "undated", "one January", "12-24"} {
		_, ok := Published(text)
		require.False(t, ok, text)
	}
}

// TestNaiveForecasts: the drift is the line through the first and the last year known; a plan
// counts from the month it was published.
func TestNaiveForecasts(t *testing.T) {
	text := header
	for year, mt := range map[string]string{"2018": "9", "2020": "1", "2021": "1.5", "2022": "3", "2023": "7"} {
		text += row("throughput-headline", year, mt, "Mt", "")
	}
	for year, known := range map[string]string{"2023": "2022-12-31", "2024": "2024-01"} {
		text += strings.Replace(row("plan-throughput", year, "5", "Mt", "headline"), "2026-03-10", known, 1)
	}
	h, err := ReadHistory(strings.NewReader(text))
	require.NoError(t, err)
	require.InDelta(t, 4, h.drift(Headline, 2022, 2023), 1e-12, "a mean change of 1; 2018 is cut off by a gap")
	require.InDelta(t, 5, h.drift(Headline, 2022, 2024), 1e-12)
	require.InDelta(t, 9, h.drift(Headline, 2018, 2019), 1e-12, "one year alone does not drift")
	require.True(t, math.IsNaN(h.drift(Headline, 2024, 2025)))
	require.InDelta(t, 4, h.discounted(Headline, 2022, 2023), 1e-12)
	require.True(t, math.IsNaN(h.discounted(Headline, 2023, 2024)), "published after the origin")
	require.True(t, math.IsNaN(h.discounted(Headline, 2021, 2022)))
}
