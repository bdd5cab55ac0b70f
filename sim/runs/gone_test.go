package runs

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGone: what results take along that no run makes anew is told, and what the next run has too
// is not.
func TestGone(t *testing.T) {
	before := &Manifest{
		Charts:  []string{"svg", "png"},
		Report:  &Report{Title: "For the board", Lang: "kk"},
		Outputs: []Output{{Path: "annual.csv"}, {Path: "charts/fan.svg"}, {Path: "charts/fan.png"}, {Path: ReportFile}},
		Drawn:   []Output{{Path: "charts/fan-slide.svg"}, {Path: "charts/a.svg"}, {Path: "charts/b.svg"}, {Path: "charts/c.svg"}, {Path: "charts/d.svg"}},
	}
	require.Equal(t, "gone from out/my b with the results before: report.html; charts in png; charts/fan-slide.svg; charts/a.svg; charts/b.svg; 2 more charts drawn beside "+
		"(corridor report 'out/my b' --title 'For the board' --lang kk makes the page anew)",
		(&Manifest{Charts: []string{"svg"}, Outputs: []Output{{Path: "other.csv"}}}).gone("out/my b", before))

	before.Drawn, before.Charts = before.Drawn[:1], nil
	require.Equal(t, "gone from b with the results before: charts/fan-slide.svg", (&Manifest{Outputs: []Output{{Path: ReportFile}}}).gone("b", before))
	require.Empty(t, (&Manifest{Outputs: []Output{{Path: ReportFile}, {Path: "charts/fan-slide.svg"}}}).gone("b", before))
}
