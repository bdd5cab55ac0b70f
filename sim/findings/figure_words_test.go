package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// TestFigureTitle: a figure is called as the scenario does, or by its path with the unit of its
// numbers as they are.
func TestFigureTitle(t *testing.T) {
	labels := &tables.Labels{
		Segments: map[string]tables.SegmentLabel{"feeder": {Title: "Feeders"}},
		Markets:  map[string]tables.MarketLabel{"oil": {Title: "Oil"}},
		Projects: map[string]tables.ProjectLabel{"port": {Title: "The port"}},
	}
	for _, c := range []struct{ name, title, path, want string }{
		{"oil", "the oil agreed on, Mt/yr", "markets.oil.schedule.renewed.mt_per_year", "the oil agreed on, Mt/yr"},
		{"feeder", "feeder", "segments.feeder.capacity.units.per_year", "the capacity of Feeders, units a year"},
		{"growth", "", "markets.oil.growth.rate_per_year", "the growth of Oil, a year"},
		{"stall/port", "stall of The port", "projects.port.enabled", "whether The port stalls"},
		{"water", "", "elsewhere.0", "elsewhere.0"},
	} {
		require.Equal(t, c.want, FigureTitle(c.name, c.title, c.path, labels))
	}
}

// TestLimitsInWords: a value that stands for something is said as that.
func TestLimitsInWords(t *testing.T) {
	for want, l := range map[string]*Limited{
		"the railway through Iran in 2028 is open again": {Title: "the railway through Iran in 2028", Among: []float64{0}, Labels: []string{"open again"}},
		"the ships is one or two":                        {Title: "the ships", Among: []float64{4, 5}, Labels: []string{"one", "two"}},
		"the fee is 0 USD/t or −5 USD/t":                 {Title: "the fee", Unit: "USD/t", Among: []float64{0, -5}},
		"The port does not stall":                        {Name: "stall/port", Title: "whether The port stalls", Among: []float64{0}},
	} {
		require.Equal(t, want, l.Says(English))
	}
}
