package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// What differs by less than 1 %, or by less than can be read, does not differ.
func TestApart(t *testing.T) {
	nan, a := math.NaN(), tables.Annual
	for _, c := range []struct {
		metric      tables.MetricColumn
		v, baseline float64
		want        int
	}{
		{a.ThroughputMt, 6.07, 6, 1}, {a.ThroughputMt, 6.05, 6, 0}, {a.ThroughputMt, 5.93, 6, -1}, {a.ThroughputMt, 6, 6, 0},
		{a.DivertedMt, 0.004, 0, 0}, {a.DivertedMt, 0.006, 0, 1}, // two decimals are read
		{a.Utilisation, 0.104, 0.1, 0}, {a.Utilisation, 0.106, 0.1, 1}, // whole percents are
		{a.NetBenefitMUSD, -90, -100, 1}, {a.NetBenefitMUSD, -100.8, -100, 0}, {a.NetBenefitMUSD, -120, -100, -1},
		{a.TransitDays, nan, 20, 0}, {a.TransitDays, 20, nan, 0}, {a.TransitDays, nan, nan, 0},
	} {
		require.Equal(t, c.want, Apart(c.metric, c.v, c.baseline), "%s: %g against %g", c.metric.Name, c.v, c.baseline)
	}
}
