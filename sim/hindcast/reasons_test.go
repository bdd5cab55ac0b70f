package hindcast

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
)

// ferry carries less than the 12 Mt a year that come in 2024 and 2025, for four reasons:
// it makes 9 Mt, is shut half of every January and February, loses a tenth of its load to
// fallen water, and is halved by a shock in June 2025. All that waits gives up.
func ferry() sim.Run {
	run := lane(1)
	run.Name = "ferry"
	c := &run.Corridor
	c.Start, c.Months = calendar.NewMonth(2024, 1), 24
	s := &c.Segments[0]
	s.Supply.Fixed.MtPerYear = []float64{9}
	s.Availability[0], s.Availability[1] = 0.5, 0.5
	s.DraftLossPerM, s.StorageMt = 0.1, 0
	c.Water = model.WaterLevel{Given: model.Constant(-1)}
	c.Shocks = []model.Shock{{From: calendar.NewMonth(2025, 6), To: calendar.NewMonth(2025, 6), Segment: 0, Market: -1, Factor: 0.5}}
	c.Markets[0].Growth = model.Growth{Years: []int{2024}, MtPerYear: []float64{12}, Fade: 1}
	return run
}

// TestReasons: each limit is taken away alone, and what it cost is reckoned here by hand.
// A month has a capacity of 9/12 = 0.75 Mt, of which the water leaves nine tenths.
func TestReasons(t *testing.T) {
	const month, water = 0.75, 0.9
	run := ferry()
	before := run.Corridor.Clone()
	reasons, err := Reasons(t.Context(), run, 2024, 2025)
	require.NoError(t, err)
	want := []float64{
		month * water * (9 + 2*0.5 + 0.5),
		month * water * (11 + 0.5) * 11 / 12, // open 11/12 of every month
		month * (9 + 2*0.5 + 0.5),
		month * water * (10 + 2*0.5),
		12, // all that comes
	}
	require.Len(t, reasons, len(want))
	for i, r := range reasons {
		require.InDelta(t, want[i], r.HeadlineMt, 1e-9, r.If)
	}
	require.Equal(t, "as it was", reasons[0].If)
	require.Equal(t, before, run.Corridor, "the run that is asked about is not changed")
}

// TestReasonsGrowFromTheOrigin: a run is as it was known, and each reason grows from there.
func TestReasonsGrowFromTheOrigin(t *testing.T) {
	run := ferry()
	run.Corridor.Markets[0].Growth = model.Growth{Years: []int{2024, 2025}, MtPerYear: []float64{3, 12}, Fade: 1}
	run.Corridor = Cut(run.Corridor, 2024)
	reasons, err := Reasons(t.Context(), run, 2024, 2025)
	require.NoError(t, err)
	require.InDelta(t, 3, reasons[len(reasons)-1].HeadlineMt, 1e-9)
}

func TestReasonsEndWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Reasons(ctx, ferry(), 2024, 2025)
	require.ErrorIs(t, err, context.Canceled)
	_, err = lanes(t, func([]float64) (sim.Run, error) { return lane(1), nil }).Run(ctx)
	require.ErrorIs(t, err, context.Canceled)
}
