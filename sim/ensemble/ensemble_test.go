package ensemble_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// alternative is a scenario of the library, with overlays on it.
func alternative(t testing.TB, scenario string, with ...string) ensemble.Alternative {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: scenario, With: with})
	require.NoError(t, err)
	return s.Alternative(s.Name)
}

// long reports whether the long proofs are asked for, as CI does: of the reference network
// over all its years, where a small one does otherwise.
var long = os.Getenv("CORRIDOR_TESTS") == "long"

// trial is an ensemble of the strait; in the long proofs, of the whole reference.
func trial(t testing.TB, draws uint64, workers int) *ensemble.Ensemble {
	if long {
		return ofReference(t, draws, workers)
	}
	return &ensemble.Ensemble{Alternatives: []ensemble.Alternative{strait(t)}, Seed: 7, Draws: draws, Workers: workers}
}

func simulated(t testing.TB, e *ensemble.Ensemble) *ensemble.Tally {
	t.Helper()
	f, err := e.Run(context.Background(), ensemble.RunOptions{})
	require.NoError(t, err)
	return f
}

// text is all that an ensemble tells, as it is written.
func text(t testing.TB, e *ensemble.Ensemble, f *ensemble.Tally) string {
	t.Helper()
	var b bytes.Buffer
	for i := range e.Alternatives {
		for _, table := range e.Tables(f, i, 0.01) {
			require.NoError(t, table.WriteCSV(&b))
		}
		require.NoError(t, e.Findings(f, i).WriteCSV(&b))
	}
	require.NoError(t, e.Differences(f).WriteCSV(&b))
	require.NoError(t, e.PairFindings(f, always).WriteCSV(&b))
	return b.String()
}

func told(t testing.TB, e *ensemble.Ensemble) string { return text(t, e, simulated(t, e)) }

// TestEnsembleWorkers: the result is the same bits for any number of workers, also
// where the last chunk is not full, in every design.
func TestEnsembleWorkers(t *testing.T) {
	for _, design := range random.Designs() {
		e := trial(t, 600, 1)
		e.Design = design
		want := told(t, e)
		for _, workers := range []int{2, 7} {
			e.Workers = workers
			require.Equal(t, want, told(t, e), "%s, %d workers", design, workers)
		}
	}
}

// TestEnsembleDraws: progress counts every draw once, in order.
func TestEnsembleDraws(t *testing.T) {
	e := trial(t, 600, 3)
	var seen []uint64
	f, err := e.Run(context.Background(), ensemble.RunOptions{Progress: func(done uint64) { seen = append(seen, done) }})
	require.NoError(t, err)
	require.Equal(t, []uint64{256, 512, 600}, seen)
	require.EqualValues(t, 600, f.Done())
}

// TestEnsembleStreams: an uncertainty more, about something that changes nothing,
// leaves every other number and so every result as it was, in the designs that say
// so.
func TestEnsembleStreams(t *testing.T) {
	uniform, err := random.NewUniform(0, 1)
	require.NoError(t, err)
	idle := ensemble.Uncertainty{Name: "idle", Distribution: uniform, Set: func(*model.Corridor, float64) {}}
	for _, design := range []string{random.MonteCarlo, random.LatinHypercube} {
		e := trial(t, 300, 2)
		e.Design = design
		want := told(t, e)
		a := &e.Alternatives[0]
		a.Uncertainties = append(a.Uncertainties, idle) // last, so that the places of the copula hold
		require.Equal(t, want, told(t, e), design)

		e.Seed = 8
		require.NotEqual(t, want, told(t, e), "another seed")
	}
}

// TestEnsembleOfOneValue: where nothing is drawn, every future is the
// deterministic run: its figures, its targets, the segment that limits the capacity and
// those that hold cargo back.
func TestEnsembleOfOneValue(t *testing.T) {
	for _, scenario := range []string{"stated", "reference", "teaching"} {
		e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{alternative(t, scenario)}, Draws: 20, Workers: 2, Expected: true}
		f := simulated(t, e)
		list := e.Tables(f, 0, 0.01)
		quantiles, chances, bottlenecks := list[0], list[2], list[4]
		r, err := e.Alternatives[0].Run.Run()
		require.NoError(t, err)
		row := 0
		for _, column := range tables.Metrics() {
			for year := range r.Annual.Len() {
				require.Equal(t, column, tables.Quantiles.Metric.Of(quantiles)[row])
				for _, statistic := range []string{"min", "max"} {
					want, got := r.Annual.Numbers(column)[year], quantiles.Numbers(statistic)[row]
					require.Equal(t, tables.Finite(want), tables.Finite(got), "%s %s", statistic, column) // no value is none
				}
				row++
			}
		}
		require.Equal(t, len(r.Judged), chances.Len())
		for i, j := range r.Judged {
			want := 0.0
			if j.Met {
				want = 1
			}
			require.Equal(t, want, tables.Chances.Met.Share.Of(chances)[i], j.Target.Name)
		}
		limiting, held := map[string]string{}, map[[2]string]bool{}
		for i, month := range tables.Bottlenecks.Month.Of(bottlenecks) {
			if tables.Bottlenecks.Limiting.Share.Of(bottlenecks)[i] == 1 {
				limiting[month] = tables.Bottlenecks.Segment.Of(bottlenecks)[i]
			}
			held[[2]string{month, tables.Bottlenecks.Segment.Of(bottlenecks)[i]}] = tables.Bottlenecks.Holding.Of(bottlenecks)[i] == 1
		}
		for i, month := range tables.Monthly.Month.Of(r.Monthly) {
			require.Equal(t, tables.Monthly.LimitingSegment.Of(r.Monthly)[i], limiting[month], month)
		}
		for i, month := range tables.Segments.Month.Of(r.Segments) {
			segment := tables.Segments.Segment.Of(r.Segments)[i]
			require.Equal(t, findings.HoldsBack(tables.Segments.HeldBackMt.Of(r.Segments)[i]), held[[2]string{month, segment}], "%s in %s", segment, month)
		}
	}
}

// TestEnsembleAttainment: what is reached stays reached, and a target is met at its
// date no more often than it was reached by then.
func TestEnsembleAttainment(t *testing.T) {
	e := trial(t, 256, 2)
	list := e.Tables(simulated(t, e), 0, 0.01)
	chances, attainment := list[2], list[3]
	last := map[string]float64{}
	by := map[string]map[int]float64{}
	for i, event := range tables.Attainment.Event.Of(attainment) {
		reached := tables.Attainment.Reached.Share.Of(attainment)[i]
		require.GreaterOrEqual(t, reached, last[event])
		last[event] = reached
		if by[event] == nil {
			by[event] = map[int]float64{}
		}
		by[event][int(tables.Attainment.Year.Of(attainment)[i])] = reached
	}
	require.Contains(t, by, findings.HeldBackAllYear)
	require.Positive(t, last[findings.HeldBackAllYear])
	for i, target := range tables.Chances.Target.Of(chances) {
		require.LessOrEqual(t, tables.Chances.Met.Share.Of(chances)[i], by[target][2028])
	}
}

// TestEnsembleCancelled: a cancelled ensemble ends with the context's error.
func TestEnsembleCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := trial(t, 100_000, 2).Run(ctx, ensemble.RunOptions{Progress: func(uint64) { cancel() }})
	require.ErrorIs(t, err, context.Canceled)
}

// TestDraw: a draw run alone has the figures it has in the ensemble, bit for bit.
func TestDraw(t *testing.T) {
	for _, design := range random.Designs() {
		e := trial(t, 300, 2)
		e.Design, e.Keep = design, true
		var rows []float64
		_, err := e.Run(context.Background(), ensemble.RunOptions{Rows: func(r []float64) error {
			rows = append(rows, r...)
			return nil
		}})
		require.NoError(t, err)
		inputs := len(e.Alternatives[0].Uncertainties)
		width := len(rows) / 300
		for _, draw := range []int{0, 1, 255, 256, 299} {
			alone, err := e.Draw(uint64(draw))
			require.NoError(t, err)
			row := rows[draw*width : (draw+1)*width]
			require.Equal(t, row[:inputs], tables.Inputs.Value.Of(alone.Inputs))
			r, err := alone.Run.Run()
			require.NoError(t, err)
			at := inputs
			for _, metric := range tables.Metrics() {
				for _, v := range r.Annual.Numbers(metric) {
					require.Equal(t, math.Float64bits(v), math.Float64bits(row[at]), "%s, draw %d, %s", design, draw, metric)
					at++
				}
			}
		}
	}
}

// TestFailures: a future that comes to no finite number is counted, listed with what
// was drawn for it, and in nothing else.
func TestFailures(t *testing.T) {
	e := trial(t, 400, 2)
	want := told(t, e)
	uniform, err := random.NewUniform(0, 1)
	require.NoError(t, err)
	a := &e.Alternatives[0]
	potential := a.Corridor.Markets[0].Season[3]
	a.Uncertainties = append(a.Uncertainties, ensemble.Uncertainty{
		Name: "breaks", Distribution: uniform,
		Set: func(c *model.Corridor, v float64) {
			c.Markets[0].Season[3] = potential
			if v < 0.05 {
				c.Markets[0].Season[3] = math.Inf(1)
			}
		},
	})
	f := simulated(t, e)
	failed := f.Failed()
	require.InDelta(t, 20, float64(failed), 3*4.4, "3 standard deviations of a binomial of 400 with 0.05")
	require.EqualValues(t, 400, f.Done())
	require.EqualValues(t, 400-failed, f.Alternatives[0].Draws())
	list := e.Tables(f, 0, 0.01)
	failures := list[len(list)-1]
	require.Equal(t, tables.Failures.Schema, failures.Schema)
	require.Equal(t, int(failed)*len(a.Uncertainties), failures.Len())
	for i, input := range tables.Failures.Input.Of(failures) {
		if input == "breaks" {
			require.Less(t, tables.Failures.Value.Of(failures)[i], 0.05)
			require.Equal(t, "potential_mt", tables.Failures.Metric.Of(failures)[i])
		}
	}
	require.NotEqual(t, want, text(t, e, f))
}

// TestEnsembleEnough: an ensemble stops at the first chunk that will do, wherever
// the workers are by then.
func TestEnsembleEnough(t *testing.T) {
	var first string
	for _, workers := range []int{1, 3} {
		e := trial(t, 20_000, workers)
		f, err := e.Run(context.Background(), ensemble.RunOptions{Enough: func(f *ensemble.Tally) bool { return e.Enough(f, 0.05) }})
		require.NoError(t, err)
		require.Less(t, f.Done(), uint64(20_000))
		require.Zero(t, f.Done()%e.ChunkDraws())
		if first == "" {
			first = text(t, e, f)
		}
		require.Equal(t, first, text(t, e, f))
		for _, half := range tables.Precision.Relative.Of(e.Tables(f, 0, 0.05)[5]) {
			require.LessOrEqual(t, half, 0.05)
		}
	}
}

// TestAlternatives: the same scenario twice differs in nothing; another one differs
// by what its own ensemble says, draw by draw.
func TestAlternatives(t *testing.T) {
	e := trial(t, 300, 2)
	none := e.Alternatives[0]
	none.Corridor = none.Corridor.Clone()
	for i := range none.Corridor.Projects {
		none.Corridor.Projects[i].Disabled = true
	}
	e.Alternatives = append(e.Alternatives, e.Alternatives[0], none)
	f := simulated(t, e)
	d := e.Differences(f)
	half := d.Len() / 2
	for row := range half {
		require.Zero(t, tables.Differences.Min.Of(d)[row])
		require.Zero(t, tables.Differences.Max.Of(d)[row])
		require.Zero(t, tables.Differences.Higher.Share.Of(d)[row])
		require.Zero(t, tables.Differences.MateriallyHigher.Share.Of(d)[row])
		require.Zero(t, tables.Differences.MateriallyLower.Of(d)[row])
	}
	material := 0.0
	for row := half; row < d.Len(); row++ {
		if tables.Differences.Draws.Of(d)[row] == 0 {
			continue
		}
		higher, lower := tables.Differences.MateriallyHigher.Share.Of(d)[row], tables.Differences.MateriallyLower.Of(d)[row]
		require.LessOrEqual(t, higher, tables.Differences.Higher.Share.Of(d)[row], "what is material is there")
		require.LessOrEqual(t, lower, tables.Differences.Lower.Of(d)[row])
		material += higher + lower
	}
	require.Positive(t, material)
	alone := &ensemble.Ensemble{Alternatives: e.Alternatives[2:], Seed: 7, Draws: 300, Workers: 2}
	quantiles := alone.Tables(simulated(t, alone), 0, 0.01)[0]
	for row := half; row < d.Len(); row++ {
		require.Equal(t, tables.Quantiles.Mean.Of(quantiles)[row-half], tables.Differences.ScenarioMean.Of(d)[row])
		if mean := tables.Differences.Mean.Of(d)[row]; !math.IsNaN(mean) {
			require.InDelta(t, tables.Differences.ScenarioMean.Of(d)[row]-tables.Differences.BaselineMean.Of(d)[row], mean, 1e-9*(1+math.Abs(tables.Differences.BaselineMean.Of(d)[row])))
		}
	}
}

// TestDrawAllocatesNothing: numbers drawn, model brought up to date, all months and the
// figures of all years, summarised.
func TestDrawAllocatesNothing(t *testing.T) {
	for _, side := range []uint64{1, uint64(max(1, ensemble.Lanes()))} {
		draw := trial(t, 1000, 1).Drawing(side)
		number := uint64(0)
		for ; number < 256; number += side {
			draw(number) // until the summaries have met what values there are
		}
		require.Zero(t, testing.AllocsPerRun(4, func() {
			for range 64 / side { // they are added in blocks
				draw(number % 256)
				number += side
			}
		}))
	}
}

// ofReference is an ensemble of the reference network, over all its years.
func ofReference(t testing.TB, draws uint64, workers int) *ensemble.Ensemble {
	t.Helper()
	return &ensemble.Ensemble{Alternatives: []ensemble.Alternative{alternative(t, "reference")}, Seed: 7, Draws: draws, Workers: workers}
}

// BenchmarkDraw times one future of the reference network, its drawn numbers included.
func BenchmarkDraw(b *testing.B) {
	draw := ofReference(b, 1<<30, 1).Drawing(1)
	number := uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		draw(number)
		number++
	}
}

// BenchmarkDraws times as many of them as are simulated side by side.
func BenchmarkDraws(b *testing.B) {
	side := uint64(ensemble.Lanes())
	if side == 0 {
		b.Skip("one after the other")
	}
	draw := ofReference(b, 1<<30, 1).Drawing(side)
	number := uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		draw(number)
		number += side
	}
}

// BenchmarkEnsemble times ensembles of sixteen chunks, with the sets of statistics that
// each run makes anew.
func BenchmarkEnsemble(b *testing.B) {
	const draws = 16 * 256
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			e := ofReference(b, draws, workers)
			for b.Loop() {
				simulated(b, e)
			}
			b.ReportMetric(draws*float64(b.N)/b.Elapsed().Seconds(), "draws/s")
		})
	}
}
