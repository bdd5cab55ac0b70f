package explorer_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/explorer"
	"corridor/sim/tables"
)

// TestFile: what was written is read as it was, numbers that are none and missing ones too, and
// the same corridor makes the same bytes.
func TestFile(t *testing.T) {
	was := 3.5
	c := &explorer.Corridor{
		Name:  "strait",
		Model: model.Corridor{Months: 12, Segments: []model.Segment{{Name: "pier", StorageMt: math.Inf(1), Base: model.BaseTerms{CostUSDPerT: &was}}}},
		Labels: tables.Labels{Nodes: map[string]tables.NodeLabel{
			"b": {Title: "Beyond", Latitude: 43.7, Longitude: -0.25}, "a": {Title: "Актау"}, "c": {}, "d": {}, "e": {},
		}},
		Levers: []explorer.Lever{{Name: "price", Positions: []explorer.Position{{Value: 1, Moves: []explorer.Move{{At: explorer.Place{3, 0, 1}, To: -7}}}}}},
	}
	file := explorer.Append(nil, c)
	for range 20 { // maps have no order
		require.Equal(t, file, explorer.Append(nil, c))
	}
	again, err := explorer.Read(file)
	require.NoError(t, err)
	require.Equal(t, c.Labels, again.Labels)
	require.Equal(t, c.Levers, again.Levers)
	require.Equal(t, c.Model.Segments, again.Model.Segments)
	require.Equal(t, file, explorer.Append(nil, again))
}

// TestDamagedFiles are refused, or read as another corridor, and never more than that.
func TestDamagedFiles(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	require.NoError(t, err)
	e, err := s.Explorer("stated")
	require.NoError(t, err)
	file := explorer.Append(nil, e.Corridor)
	_, err = explorer.Read(nil)
	require.Error(t, err)
	for _, end := range []int{7, 8, 9, len(file) / 2, len(file) - 1} {
		_, err := explorer.Read(file[:end])
		require.Error(t, err, "%d bytes of %d", end, len(file))
	}
	_, err = explorer.Read(append(file[:len(file):len(file)], 0))
	require.Error(t, err, "a byte more")
	rapid.Check(t, func(t *rapid.T) {
		damaged := append([]byte(nil), file...)
		for range rapid.IntRange(1, 4).Draw(t, "bytes") {
			damaged[rapid.IntRange(0, len(file)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		if c, err := explorer.Read(damaged); err == nil {
			_, _ = explorer.NewMachine(c)
		}
	})
}

// TestMoves: numbers that differ are listed, and what is not a number is an error that says where.
func TestMoves(t *testing.T) {
	before, after := 1.0, 2.0
	a := model.Corridor{Segments: []model.Segment{{Name: "pier", BothWays: true, CostUSDPerT: 3}}, Projects: []model.Project{{Name: "crane", DelayMonths: 2}}}
	b := a.Clone()
	b.Segments[0].BothWays, b.Segments[0].CostUSDPerT, b.Projects[0].DelayMonths = false, 4, 14
	b.Segments[0].Base.Days = &after
	moves, err := explorer.Moves(&a, &b)
	require.NoError(t, err)
	require.Len(t, moves, 4)
	for _, m := range moves {
		m.At.Set(&a, m.To)
	}
	require.Equal(t, b, a)
	moves, err = explorer.Moves(&a, &b)
	require.NoError(t, err)
	require.Empty(t, moves)

	c := b.Clone()
	c.Segments[0].Base.Days = &before
	moves, err = explorer.Moves(&b, &c)
	require.NoError(t, err)
	moves[0].At.Set(&b, math.NaN())
	require.Nil(t, b.Segments[0].Base.Days)
	require.Equal(t, 2.0, after, "what others share is as it was")

	c.Segments[0].Supply.Fixed.MtPerYear = []float64{1}
	_, err = explorer.Moves(&b, &c)
	require.ErrorContains(t, err, "Segments pier Supply Fixed MtPerYear: 0 and 1")
	c = b.Clone()
	c.Projects[0].Name = "cranes"
	_, err = explorer.Moves(&b, &c)
	require.ErrorContains(t, err, "crane")
}

// TestNearestPosition: between two positions the nearer holds, the lower of two as near.
func TestNearestPosition(t *testing.T) {
	l := explorer.Lever{As: 1, Positions: []explorer.Position{{Value: 0}, {Value: 0.3}, {Value: 1}, {Value: 2}}}
	for value, want := range map[float64]float64{-9: 0, 0.1: 0, 0.2: 0.3, 0.7: 1, 1.4: 1, 99: 2, math.NaN(): 0.3} {
		require.Equal(t, want, l.At(value).Value, "%v", value)
	}
}
