package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// TestAims: what is near enough and what is not, of years that no fit knew, a year ahead.
func TestAims(t *testing.T) {
	p := tables.New(tables.Predictive)
	row := func(kind, series, period string, horizon int, judged bool, observed, low, middle, high float64) {
		p.Append("s", "2023", kind, series, series, "", period, period[:4]+"-01", period[:4]+"-12", "Mt", 2023, horizon, false, judged, observed, 0.01, 0.1,
			low, middle, middle, middle, high, 0.5)
	}
	row(tables.Conditional, "throughput-headline", "2023", 1, true, 100, 80, 109, 130)
	row(tables.Conditional, "throughput-headline", "2024", 1, true, 100, 80, 91, 99)
	row(tables.Conditional, "throughput-headline", "2024", 1, false, 100, 80, 50, 99)   // known to the fit
	row(tables.Conditional, "throughput-headline", "2025", 2, true, 100, 80, 50, 99)    // two years ahead
	row(tables.Conditional, "throughput-headline", "2025-Q1", 1, true, 100, 80, 50, 99) // part of a year
	row(tables.Conditional, "containers", "2024", 1, true, 100, 80, 50, 120)
	row(tables.Conditional, "containers", "2025", 1, true, 100, 80, 121, 130)
	row(tables.Forecast, "containers", "2025", 1, true, 100, 80, 121, 130)
	q := tables.New(tables.Parameters)
	for _, fit := range []string{"2023", "2023–2024"} {
		q.Append("s", fit, "a", "", "", 0, 0, 0, 0, 0, 0, 0, 0, true, fit == "2023")
		q.Append("s", fit, "b", "", "", 0, 0, 0, 0, 0, 0, 0, 0, true, true)
	}
	skill := tables.New(tables.Skill)
	for f, crps := range map[string]float64{"model": 0.31, "last_value": 0.4, "drift": 0.3} {
		skill.Append("s", tables.Forecast, tables.AllYears, nil, f, 9, crps, nil, nil, 0.5, 0.9)
	}
	got := Aims(p, q, skill)
	require.Equal(t, []Aim{
		{"tonnes of every year within 10 %, given its rates, water and closures", true, "+9 % (2023), -9 % (2024)"},
		{"boxes of the last year within 20 %, given these", false, "+21 % (2025)"},
		{"intervals of 90 % that hold 80 to 100 % of what came, as forecasts", true, "100 % (1 of 1)"},
		{"intervals of 90 % that hold 80 to 100 % of what came, as conditional hindcasts", false, "75 % (3 of 4)"},
		{"forecasts whose CRPS is below that of the best naive ones", false, "0.31 against 0.30 of a random walk with drift"},
		{"no parameter at the end of its prior", false, "b"},
	}, got)
	require.Empty(t, Aims(tables.New(tables.Predictive), tables.New(tables.Parameters), tables.New(tables.Skill)))
}
