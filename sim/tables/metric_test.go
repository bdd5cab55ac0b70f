package tables

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Every number that annual.csv and monthly.csv share is a metric, described for readers.
func TestMetricsAreTheNumbersOfBothTables(t *testing.T) {
	var shared []string
	for _, c := range Monthly.Columns {
		if c.numeric() {
			shared = append(shared, c.Name)
		}
	}
	require.Equal(t, shared, Metrics())
	for _, m := range MetricColumns() {
		require.NotEmpty(t, m.Label, m.Name)
		require.NotEmpty(t, m.UnitInWords, m.Name)
		require.NotEmpty(t, m.YearUnit, m.Name)
		require.NotEmpty(t, m.MonthUnit, m.Name)
		require.Positive(t, m.Scale, m.Name)
		require.GreaterOrEqual(t, m.MonthDecimals, m.YearDecimals, "a month's share of a year is shown no coarser")
		found, ok := Metric(m.Name)
		require.True(t, ok)
		require.Equal(t, m, found)
	}
	_, ok := Metric("held_back_months")
	require.False(t, ok, "not by month")
	require.Equal(t, "Throughput, Mt per year", Annual.ThroughputMt.Axis())
	require.Equal(t, "Throughput, Mt per year", Annual.ThroughputMt.Difference().Axis())
	require.Equal(t, "Utilisation, percentage points", Annual.Utilisation.Difference().Axis())
	require.Equal(t, 0.005, Annual.ThroughputMt.Rounding(), "two decimals of Mt")
	require.Equal(t, 0.005, Annual.Utilisation.Rounding(), "whole percents of a share")
}

// What is handed out is the caller's own.
func TestMetricsAreCopies(t *testing.T) {
	Metrics()[0], MetricColumns()[0].Label = "", ""
	require.Equal(t, "potential_mt", Metrics()[0])
	require.Equal(t, "Potential", MetricColumns()[0].Label)
}

// TestMeantMetric: a name in the words of readers leads to the metric that is called so.
func TestMeantMetric(t *testing.T) {
	for name, want := range map[string]string{
		"turned_away_mt": "diverted_mt", "turned_away": "diverted_mt", "waiting_mt": "queue_mt", "door-to-door_time": "transit_days",
		"turned_away_musd": "", "turned_awaymt": "", "turned_away_kt": "", "queue": "", "": "",
	} {
		meant, found := MeantMetric(name)
		require.Equal(t, want, meant, name)
		require.Equal(t, want != "", found, name)
	}
}
