package scenarios

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim/tables"
)

// twoWays has boxes west and east over a port and a ferry, whose capacity is 12,000 boxes in
// a month, both ways together.
const twoWays = `
scenario: two-ways
time: {start: 2030-01, end: 2030-12}
cargo:
  boxes: {title: Boxes, unit: TEU, tonnes_per_unit: 10, empty_return: 0.5, empty_place: 0.8}
  ore: {title: Ore, empty_return: 0}
nodes: {east: {}, quay: {}, west: {}}
segments:
  port: {from: east, to: quay, capacity: {fixed_mt_per_year: 9}}
  ferry: {from: quay, to: west, counts: both-ways, capacity: {units: {per_year: 144000, of: boxes}}}
markets:
  exports: {cargo: boxes, from: east, to: west, growth: {path_mt_per_year: {2030: 1.2}}, give_up_per_month: 1, routes: {corridor: {find: 1}}}
  imports: {cargo: boxes, from: west, to: east, direction: eastbound, growth: {path_mt_per_year: {2030: 0.24}}, give_up_per_month: 1, routes: {corridor: {find: 1}}}
`

func loadTwoWays(t *testing.T) *Scenario {
	t.Helper()
	path := filepath.Join(t.TempDir(), "two-ways.yaml")
	require.NoError(t, os.WriteFile(path, []byte(twoWays), 0o644))
	s, err := Load(Request{Scenario: path})
	require.NoError(t, err)
	return s
}

// TestEastboundFindsItsWayBack: against the direction of segments, in the order it passes them.
func TestEastboundFindsItsWayBack(t *testing.T) {
	c := loadTwoWays(t).Corridor
	require.Equal(t, []model.Class{{Name: "boxes", EmptyReturn: 0.5, EmptyPlace: 0.8}}, c.Classes, "ore sends none back")
	require.Equal(t, []int{0, 1}, c.Markets[0].Routes[0].Segments)
	require.Equal(t, []int{1, 0}, c.Markets[1].Routes[0].Segments)
	require.Equal(t, []bool{false, true}, []bool{c.Markets[0].Eastbound, c.Markets[1].Eastbound})
	require.Equal(t, []bool{false, true}, []bool{c.Segments[0].BothWays, c.Segments[1].BothWays})
}

// TestDirectionsTable: 0.1 Mt a month go west and 0.02 east, as far as 1.4 W + 0.6 E is no more than
// 0.12: λ (0.14 + 0.012) = 0.12. Of the boxes that find no load back half go back empty.
func TestDirectionsTable(t *testing.T) {
	r, err := loadTwoWays(t).Run().Run()
	require.NoError(t, err)
	d := tables.Directions
	require.Equal(t, 2, r.Directions.Len(), "boxes on the port and on the ferry")
	part := 0.12 / 0.152
	for row, segment := range d.Segment.Of(r.Directions) {
		require.Equal(t, []string{"port", "ferry"}[row], segment)
		require.InDelta(t, 1.2*part, d.LoadedWestMt.Of(r.Directions)[row], 1e-9)
		require.InDelta(t, 0.24*part, d.LoadedEastMt.Of(r.Directions)[row], 1e-9)
		require.InDelta(t, 120*part, d.LoadedWestKunits.Of(r.Directions)[row], 1e-9)
		require.InDelta(t, 24*part, d.LoadedEastKunits.Of(r.Directions)[row], 1e-9)
		require.Zero(t, d.EmptyWestKunits.Of(r.Directions)[row])
		require.InDelta(t, 48*part, d.EmptyEastKunits.Of(r.Directions)[row], 1e-9)
		require.InDelta(t, 192*part, d.AllKunits.Of(r.Directions)[row], 1e-9)
	}
	require.Contains(t, r.Tables(), r.Directions)
}

// TestNoDirectionsTable where all goes west and nothing back.
func TestNoDirectionsTable(t *testing.T) {
	s, err := Load(Request{Scenario: "teaching"})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)
	require.Nil(t, r.Directions)
}
