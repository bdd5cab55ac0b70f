package ensemble_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// TestEnsembleHazardStreams: a hazard more, which does nothing, leaves the numbers of
// the others and so every result as it was, and the uncertainties leave the hazards'.
func TestEnsembleHazardStreams(t *testing.T) {
	e := trial(t, 300, 2)
	a := &e.Alternatives[0]
	want := told(t, e)
	idle := model.Hazard{
		Name: "idle", Kind: model.Outage, Segments: []int{0},
		Events: model.Events{PerYear: 2, Lasting: model.Days{Shortest: 1, Longest: 90}},
	}
	hazards := a.Corridor.Hazards
	a.Corridor.Hazards = append([]model.Hazard{idle}, hazards...)
	require.Equal(t, want, told(t, e))

	a.Corridor.Hazards = nil
	require.NotEqual(t, want, told(t, e), "without hazards")

	a.Uncertainties, a.Copula = nil, nil
	require.NotPanics(t, func() { simulated(t, e) })
	a.Corridor.Hazards = hazards
	varied := simulated(t, e).Alternatives[0].Metrics.At(slices.Index(tables.Metrics(), "throughput_mt"), 3)
	require.Greater(t, varied.Quantile(0.95), varied.Quantile(0.05), "hazards alone differ from future to future")
}

// TestHazardsSpreadTheFutures: hazards make futures differ more, and carry less, where no
// figure is drawn: beside drawn figures they also cut what the fullest futures carry.
func TestHazardsSpreadTheFutures(t *testing.T) {
	spread := func(hazards bool) (sd, mean []float64) {
		e := trial(t, 400, 2)
		e.Alternatives[0].Uncertainties, e.Alternatives[0].Copula = nil, nil
		if !hazards {
			e.Alternatives[0].Corridor.Hazards = nil
		}
		quantiles := e.Tables(simulated(t, e), 0, 0.01)[0]
		rows := quantiles.Where(func(row int) bool {
			return tables.Quantiles.Metric.Of(quantiles)[row] == tables.Annual.ThroughputMt.Name
		})
		return tables.Quantiles.SD.Of(rows), tables.Quantiles.Mean.Of(rows)
	}
	with, meanWith := spread(true)
	without, meanWithout := spread(false)
	for year := range with {
		require.Greater(t, with[year], without[year], "year %d", year)
		require.Less(t, meanWith[year], meanWithout[year], "year %d", year)
	}
}

// reference returns the model of the reference network, 144 months.
func reference(t testing.TB) *model.Model {
	t.Helper()
	m, err := model.New(alternative(t, "reference").Corridor)
	require.NoError(t, err)
	return m
}

// TestStormsOfManyFutures draws the storms of the reference from their stream and steps
// the network through them: in every month each service is open in the mean for as much
// of it as its availability says, within 4.5 standard errors.
func TestStormsOfManyFutures(t *testing.T) {
	const futures = 300
	m := reference(t)
	storms := slices.IndexFunc(m.Corridor().Hazards, func(h model.Hazard) bool { return h.Kind == model.StormClosure })
	stream := random.NewStream(1, "hazard/"+m.Corridor().Hazards[storms].Name)
	s, out, w := m.NewState(), m.NewOutcome(), m.NewWeather()
	s.Weather = w
	months := 24 // before closures are shortened by a measure
	sum, squares := make([]float64, months), make([]float64, months)
	ferry := m.Corridor().Hazards[storms].Segments[0]
	for draw := range uint64(futures) {
		numbers := stream.At(draw)
		w.Reset()
		m.Realise(storms, &numbers, w)
		m.Reset(s)
		for month := range months {
			m.Step(s, out)
			open := out.Availability[ferry]
			sum[month] += open
			squares[month] += open * open
		}
	}
	for month := range months {
		mean := sum[month] / futures
		sd := math.Sqrt((squares[month]/futures - mean*mean) / futures)
		require.Positive(t, sd)
		require.InDelta(t, m.Corridor().Segments[ferry].Availability[month%12], mean, 4.5*sd, "month %d", month)
	}
}

// TestEnsembleOfHazardsWorkers: hazards alone, the same bits for any number of workers.
func TestEnsembleOfHazardsWorkers(t *testing.T) {
	run := func(workers int) string {
		e := trial(t, 600, workers)
		e.Alternatives[0].Uncertainties, e.Alternatives[0].Copula = nil, nil
		return told(t, e)
	}
	want := run(1)
	for _, workers := range []int{2, 7} {
		require.Equal(t, want, run(workers), "%d workers", workers)
	}
}

// BenchmarkRealise times the hazards of the reference in one future of 144 months.
func BenchmarkRealise(b *testing.B) {
	m := reference(b)
	var streams []random.Stream
	for _, h := range m.Corridor().Hazards {
		streams = append(streams, random.NewStream(1, "hazard/"+h.Name))
	}
	w, draw := m.NewWeather(), uint64(0)
	numbers := new(random.Numbers)
	b.ReportAllocs()
	for b.Loop() {
		w.Reset()
		for i := range streams {
			*numbers = streams[i].At(draw)
			m.Realise(i, numbers, w)
		}
		draw++
	}
}

// BenchmarkReferenceWithWeather times one future of the reference network, as
// BenchmarkReference does, in a weather of its own.
func BenchmarkReferenceWithWeather(b *testing.B) {
	m := reference(b)
	s, out := m.NewState(), m.NewOutcome()
	s.Weather = m.NewWeather()
	for i, h := range m.Corridor().Hazards {
		numbers := random.NewStream(1, "hazard/"+h.Name).At(0)
		m.Realise(i, &numbers, s.Weather)
	}
	b.ReportAllocs()
	for b.Loop() {
		m.Reset(s)
		for range m.Corridor().Months {
			m.Step(s, out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*m.Corridor().Months), "ns/month")
}
