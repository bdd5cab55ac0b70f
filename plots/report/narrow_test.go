package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
)

// The charts of the first page stand twice in it, for wide screens and for narrow ones, under names
// of their own; a map and the charts that follow stand once.
func TestNarrowCharts(t *testing.T) {
	for name, run := range map[string]Run{"throughput": stated(t), "fan": futures(t)} {
		drawn := chartsOf(subjectsOf([]Run{run}), plots.Charts, chartLimit, nil)
		require.NotEmpty(t, drawn.Front)
		for _, f := range drawn.Front {
			if strings.HasSuffix(f.ID, "-map") {
				require.Empty(t, f.Narrow)
				continue
			}
			require.Contains(t, string(f.Narrow), `viewBox="0 0 330 `, name)
			require.Contains(t, string(f.Narrow), `aria-labelledby="`+f.ID+`-narrow-title"`)
			require.NotContains(t, string(f.Picture), "-narrow")
		}
		for _, f := range drawn.Figures {
			require.Empty(t, f.Narrow)
		}
	}
	without := chartsOf(subjectsOf([]Run{stated(t)}), plots.Charts, 40_000, nil)
	for _, f := range without.Front {
		require.LessOrEqual(t, len(f.Picture)+len(f.Narrow), 40_000)
	}
}
