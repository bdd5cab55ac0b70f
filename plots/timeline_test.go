package plots

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_timeline() {
	run := examplePackage(exampleAnnual(), exampleManyProjects())
	chart, _ := Lookup("timeline")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: When projects are built and enter service true <nil>
}

func TestWorksComeInOrderOfService(t *testing.T) {
	list, err := readProjects(examplePackage(exampleManyProjects()))
	require.NoError(t, err)
	require.Len(t, list, 25)
	for i := 1; i < len(list); i++ {
		require.True(t, list[i].never || list[i-1].service <= list[i].service && !list[i-1].never)
	}
	require.True(t, list[23].never)
	require.Less(t, list[23].start, list[24].start)
}

func TestTimelineHoldsFortyProjects(t *testing.T) {
	run := examplePackage(exampleAnnual(), exampleProjects(55))
	require.Contains(t, strings.Join(texts(mustWrite(t, "timeline", run, SVG)), " "), "Projects shown, those that cost most: 40 of 55. "+ownSegmentsSaid)
	chart, _ := Lookup("timeline")
	require.False(t, chart.Possible(examplePackage(exampleAnnual(), tables.New(tables.Projects))), "no projects, no timeline")
}
