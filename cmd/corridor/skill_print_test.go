package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// TestPrintSkill: whole years by horizon, then each year and series, of one kind.
func TestPrintSkill(t *testing.T) {
	skill := tables.New(tables.Skill)
	add := func(kind, over string, horizon any, model float64) {
		skill.Append("s", kind, over, horizon, "model", 12, model, 1-model/0.4, nil, 0.5, 1.0)
		skill.Append("s", kind, over, horizon, "last_value", 12, 0.4, nil, nil, 0.5, 0.75)
		skill.Append("s", kind, over, horizon, "drift", 12, 0.6, nil, nil, 0.25, 0.75)
	}
	add(tables.Forecast, tables.AllYears, nil, 0.3)
	add(tables.Forecast, tables.AllYears, 1, 0.2)
	add(tables.Forecast, "2025", nil, 0.5)
	add(tables.Forecast, "2025", 1, 9)
	add(tables.Forecast, "trucks", nil, 0.1)
	add(tables.Conditional, tables.AllYears, nil, 9)
	var out strings.Builder
	require.NoError(t, printSkill(&out, skill, hindcast.Forecast))
	lines := strings.Split(out.String(), "\n")
	for i, want := range []string{
		"Over Compared Model Prior Last value Drift Skill 50 % 90 %",
		"All whole years 12 0.30 0.40 0.60 +25 % 50 % 100 %",
		"1 year ahead 12 0.20 0.40 0.60 +50 % 50 % 100 %",
		"2025 12 0.50 0.40 0.60 -25 % 50 % 100 %",
		"Vehicles by Kuryk 12 0.10 0.40 0.60 +75 % 50 % 100 %",
	} {
		require.Equal(t, want, strings.Join(strings.Fields(lines[i+1]), " "))
	}
	require.Contains(t, strings.Join(lines[6:], " "), "is undecided: CRPS of ln(value) 0.30 and 0.40")
}
