package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Every metric of the tables is a measure of the page.
func TestMeasuresAreTheMetrics(t *testing.T) {
	for _, m := range measures {
		found, known := measureOf(m.Name)
		require.True(t, known)
		require.Equal(t, m, found)
	}
	for _, metric := range tables.Metrics() {
		m, known := measureOf(metric)
		require.True(t, known)
		require.Equal(t, metric, m.Name)
	}
	_, known := measureOf("throughput_mt / capacity_mt")
	require.False(t, known)
}

func TestMeasuresAreShown(t *testing.T) {
	for _, c := range []struct {
		measure              measure
		v                    float64
		heading, year, month string
	}{
		{carried, 6.2084, "Carried", "6.21", "6.208"},
		{capacity, 10, "Capacity", "10.00", "10.000"},
		{use, 0.956, "Utilisation", "96", "96"},
		{doorToDoor, 20.44, "Door to door", "20.4", "20.4"},
		{spent, 1234.4, "Capital spent", "1,234", "1,234"},
		{boxes, 0.25, "Containers carried", "0.2", "0.25"},
		{emissions, math.NaN(), "Emissions", "–", "–"},
	} {
		require.Equal(t, c.heading, c.measure.Heading())
		require.Equal(t, c.year, c.measure.year(c.v))
		require.Equal(t, c.month, c.measure.month(c.v))
	}
	require.Equal(t, cell{"96", "0.956"}, use.cell(0.956), "what is read, and what the table holds")
	require.Equal(t, cell{"–", ""}, use.cell(math.NaN()))
}

func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{1.25: "+1.25", -1.25: "−1.25", 0: "0.00", 0.001: "0.00", -0.001: "0.00"} {
		require.Equal(t, want, signed(v, carried.year(v)))
	}
	require.Equal(t, "–", signed(math.NaN(), carried.year(math.NaN())))
}

func TestSpoken(t *testing.T) {
	for period, want := range map[string]string{"2028": "2028", "2028-12": "December 2028", "2024-01": "January 2024", "": "", "soon": "soon", "2028-13": "2028-13"} {
		require.Equal(t, want, spoken(period))
	}
}
