package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// exampleBoxes is a box of two limits.
func exampleBoxes() []*tables.Table {
	boxes, limits := tables.New(tables.Boxes), tables.New(tables.Limits)
	boxes.Append("stated", "throughput_mt_2030 < 5.5", "prim", 1, 2, 1000, 250, 300, 200, 2.0/3, 0.8, 1000, 240, 310, 190, 0.613, 0.56, 0.66, 0.792, 0.74, 0.84, 0.31, "box.yaml")
	limits.Append("stated", 1, "oil", "the <oil>", "Mt/yr", "markets.oil", tables.AtMost, 1.5, "", 0.41, 1e-9, 0.36, 0.9, 1.0, 0.9, 0.1, 0.5, 1.0, 1.4, 1.7, 2.0, 2.2, "", "", "")
	limits.Append("stated", 1, "stall/port", "whether The port stalls", "", "projects.port", tables.Among, nil, "1", 0.65, 1e-5, 0.4, 0.8, nil, nil, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, "", "", "")
	return []*tables.Table{boxes, limits}
}

func TestDiscovery(t *testing.T) {
	require.Nil(t, discoveryOf(subjectsOf([]Run{stated(t)})))
	got := discoveryOf(subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: "stated", Tables: exampleBoxes()})}))
	require.Equal(t, "stated, discovery", got.Label)
	require.Len(t, got.Boxes, 1)
	require.Equal(t, "throughput_mt_2030 < 5.5 where the <oil> is below 1.5 Mt/yr and The port stalls.", got.Boxes[0].Sentence)
	require.Equal(t, []boxRow{
		{"the <oil> is below 1.5 Mt/yr", []cell{{"41", "0.41"}, {"36", "0.36"}, {"100", "1"}}},
		{"The port stalls", []cell{{"65", "0.65"}, {"40", "0.4"}, {Text: none}}},
	}, got.Boxes[0].Rows)
	require.Equal(t, "What the box does not explain: 20.8 % of the futures that meet it lie outside, where 7.2 % meet it (24 % of all do); and 38.7 % of those inside do not. Hazards are in no box, nor what many figures do together by a little each.", got.Rest)
}
