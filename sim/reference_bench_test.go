package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
)

// reference returns the model of the reference network, 144 months.
func reference(t testing.TB) *model.Model {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	m, err := model.New(s.Corridor)
	require.NoError(t, err)
	return m
}

// BenchmarkReference times one future of the reference network, without tables.
func BenchmarkReference(b *testing.B) {
	m := reference(b)
	s, out := m.NewState(), m.NewTotals()
	b.ReportAllocs()
	for b.Loop() {
		m.Reset(s)
		for range m.Corridor().Months {
			m.Step(s, out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*m.Corridor().Months), "ns/month")
}

// BenchmarkChangeReference times what a draw asks for before its first month: all that
// follows from numbers of the corridor, found anew.
func BenchmarkChangeReference(b *testing.B) {
	m := reference(b)
	b.ReportAllocs()
	for b.Loop() {
		m.Change(func(*model.Corridor) {})
	}
}

// TestReferenceAllocatesNothing: a future is stepped in the space of its state.
func TestReferenceAllocatesNothing(t *testing.T) {
	m := reference(t)
	s, out := m.NewState(), m.NewOutcome()
	require.Zero(t, testing.AllocsPerRun(5, func() {
		m.Reset(s)
		for range m.Corridor().Months {
			m.Step(s, out)
		}
	}))
}

// TestResetIsANewState: a state that was used gives the same future again.
func TestResetIsANewState(t *testing.T) {
	m := reference(t)
	future := func(s *model.State) (carried []float64) {
		out := m.NewOutcome()
		for range m.Corridor().Months {
			m.Step(s, out)
			carried = append(carried, out.ThroughputMt)
		}
		return carried
	}
	s := m.NewState()
	first := future(s)
	m.Reset(s)
	require.Equal(t, first, future(s))
	require.Equal(t, first, future(m.NewState()))
}
