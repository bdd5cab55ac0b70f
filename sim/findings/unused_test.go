package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim/tables"
)

// TestUnused: a project is unused where it costs something and all that it changes carries nothing
// from the month that it serves, whatever passed before, and no other.
func TestUnused(t *testing.T) {
	c := &model.Corridor{
		Segments: []model.Segment{{Name: "line"}, {Name: "branch"}, {Name: "port"}},
		Projects: []model.Project{
			{Name: "all", CostMUSD: 1, Changes: []model.Change{{Segment: 0}}},
			{Name: "part", CostMUSD: 1, Changes: []model.Change{{Segment: 1}, {Segment: 0}}},
			{Name: "none", AnnualMUSD: 1, Changes: []model.Change{{Segment: 1}, {Segment: 1}}},
			{Name: "late", CostMUSD: 1, Changes: []model.Change{{Segment: 2}}},
			{Name: "early", CostMUSD: 1, Changes: []model.Change{{Segment: 2}}},
			{Name: "unbuilt", CostMUSD: 1, Changes: []model.Change{{Segment: 1}}},
			{Name: "empty", CostMUSD: 1},
			{Name: "free", Changes: []model.Change{{Segment: 1}}},
		},
	}
	segments, projects := tables.New(tables.Segments), tables.New(tables.Projects)
	for _, row := range []struct {
		month, segment string
		load           float64
	}{
		{"2030-01", "line", 1}, {"2030-01", "branch", 0}, {"2030-01", "port", 1},
		{"2030-02", "line", 1}, {"2030-02", "branch", 0}, {"2030-02", "port", 0},
	} {
		segments.Append("s", row.month, row.segment, 1, row.load, 0, 0, 0, 0, 1)
	}
	for name, from := range map[string]string{
		"all": "2030-01", "part": "2030-01", "none": "2030-01", "late": "2030-02", "early": "2030-01", "unbuilt": "", "empty": "2030-01", "free": "2030-01",
	} {
		projects.Append("s", name, "The "+name, "2029-01", from, from, 1, nil, 0, 0, 0, 0)
	}
	found := map[string][]string{}
	for _, u := range UnusedIn(c, projects, segments) {
		found[u.Project] = u.Segments
		require.Equal(t, "The "+u.Project+" serves from "+u.InService+", and nothing passes what it changes: "+u.Segments[0]+".", u.Sentence())
	}
	require.Equal(t, map[string][]string{"none": {"branch"}, "late": {"port"}}, found)
}
