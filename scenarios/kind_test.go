package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/language"
)

func TestKindOfAFigure(t *testing.T) {
	for _, test := range []struct {
		sources []string
		kind    string
		works   []string
	}{
		{nil, "assumed", nil},
		{[]string{"assumption", "ktz-2025"}, "assumed", []string{"ktz-2025"}},
		{[]string{"derived", "ktz-2025"}, "derived", []string{"ktz-2025"}},
		{[]string{"derived", "assumption"}, "assumed", nil},
		{[]string{"ktz-2025", "ey-2024"}, "published", []string{"ktz-2025", "ey-2024"}},
	} {
		f := language.Figure{Sources: test.sources}
		require.Equal(t, test.kind, f.Kind())
		require.Equal(t, test.kind != "published", f.Assumed())
		require.ElementsMatch(t, test.works, f.Works())
	}
}

// A figure keeps the range and the note its author gives.
func TestFiguresKeepTheirRange(t *testing.T) {
	s, err := Load(Request{Scenario: "stated"})
	require.NoError(t, err)
	for _, f := range s.Figures() {
		if f.Path == "segments.corridor.cost_usd_per_t" {
			require.Equal(t, []string{"103", "89", "116"}, []string{f.Value, f.Low, f.High})
			require.Equal(t, "derived", f.Kind())
			return
		}
	}
	t.Fatal("the figure is not listed")
}
