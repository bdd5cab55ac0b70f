package sim_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/sample"
	"corridor/sim/stats"
)

func ensemble(t testing.TB, scenario string, draws uint64, workers int) *sim.Ensemble {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: scenario})
	require.NoError(t, err)
	e := &sim.Ensemble{
		Name: s.Name, Corridor: s.Corridor, Seed: 7, Draws: draws, Workers: workers,
		Thresholds: map[string][]float64{"capacity_mt": {10}},
	}
	for _, u := range s.Uncertainties {
		e.Uncertainties = append(e.Uncertainties, sim.Uncertainty{Name: u.Name, Distribution: u.Distribution, Set: u.Set})
	}
	require.NotEmpty(t, e.Uncertainties)
	return e
}

func summarised(t testing.TB, e *sim.Ensemble) *stats.Set {
	t.Helper()
	set, err := e.Run(context.Background(), func(uint64) {})
	require.NoError(t, err)
	return set
}

func text(t testing.TB, set *stats.Set) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, set.Quantiles("x").WriteCSV(&b))
	require.NoError(t, set.Probabilities("x", 0.95).WriteCSV(&b))
	return b.String()
}

// TestEnsembleWorkers: the result is the same bits for any number of workers, also
// where the last chunk is not full.
func TestEnsembleWorkers(t *testing.T) {
	want := text(t, summarised(t, ensemble(t, "reference", 600, 1)))
	for _, workers := range []int{2, 7} {
		require.Equal(t, want, text(t, summarised(t, ensemble(t, "reference", 600, workers))), "%d workers", workers)
	}
}

// TestEnsembleDraws: progress counts every draw once, in order.
func TestEnsembleDraws(t *testing.T) {
	e := ensemble(t, "reference", 600, 3)
	var seen []uint64
	set, err := e.Run(context.Background(), func(done uint64) { seen = append(seen, done) })
	require.NoError(t, err)
	require.Equal(t, []uint64{256, 512, 600}, seen)
	require.EqualValues(t, 600, set.Draws())
}

// TestEnsembleStreams: an uncertainty more, about something that changes nothing,
// leaves every other number and so every result as it was.
func TestEnsembleStreams(t *testing.T) {
	e := ensemble(t, "reference", 300, 2)
	want := text(t, summarised(t, e))
	uniform, err := sample.NewUniform(0, 1)
	require.NoError(t, err)
	idle := sim.Uncertainty{Name: "idle", Distribution: uniform, Set: func(*model.Corridor, float64) {}}
	e.Uncertainties = append([]sim.Uncertainty{idle}, e.Uncertainties...)
	require.Equal(t, want, text(t, summarised(t, e)))

	e.Seed = 8
	require.NotEqual(t, want, text(t, summarised(t, e)), "another seed")
}

// TestEnsembleOfOneValue: where nothing is uncertain but by name, every future is the
// deterministic run.
func TestEnsembleOfOneValue(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	require.NoError(t, err)
	e := &sim.Ensemble{Name: s.Name, Corridor: s.Corridor, Draws: 20, Workers: 2}
	set := summarised(t, e)
	quantiles := set.Quantiles("x")
	r := result(t, "stated")
	row := 0
	for _, column := range []string{"potential_mt", "offered_mt", "throughput_mt"} {
		for year := range r.Annual.Len() {
			require.Equal(t, column, quantiles.Text("metric")[row])
			for _, statistic := range []string{"min", "max"} {
				require.Equal(t, r.Annual.Numbers(column)[year], quantiles.Numbers(statistic)[row], "%s %s", statistic, column)
			}
			row++
		}
	}
}

// TestEnsembleCancelled: a cancelled ensemble ends with the context's error.
func TestEnsembleCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := ensemble(t, "reference", 100_000, 2).Run(ctx, func(uint64) { cancel() })
	require.ErrorIs(t, err, context.Canceled)
}

// TestDrawAllocatesNothing: numbers drawn, model brought up to date, all months and the
// figures of all years.
func TestDrawAllocatesNothing(t *testing.T) {
	draw := ensemble(t, "reference", 1, 1).Drawing()
	number := uint64(0)
	require.Zero(t, testing.AllocsPerRun(20, func() {
		draw(number)
		number++
	}))
}

// BenchmarkDraw times one future of the reference network, its drawn numbers included.
func BenchmarkDraw(b *testing.B) {
	draw := ensemble(b, "reference", 1, 1).Drawing()
	number := uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		draw(number)
		number++
	}
}

// BenchmarkEnsemble times ensembles of sixteen chunks, with the sets of statistics that
// each run makes anew.
func BenchmarkEnsemble(b *testing.B) {
	const draws = 16 * sim.ChunkDraws
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			e := ensemble(b, "reference", draws, workers)
			for b.Loop() {
				summarised(b, e)
			}
			b.ReportMetric(draws*float64(b.N)/b.Elapsed().Seconds(), "draws/s")
		})
	}
}
