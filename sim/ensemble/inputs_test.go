package ensemble_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/random"
)

// inputs are what makes the inputs of a draw of the reference network.
func inputs(t testing.TB, design string) (*scenarios.Scenario, random.Design) {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	var names []string
	for _, u := range s.Uncertainties {
		names = append(names, u.Name)
	}
	d, err := random.NewDesign(design, 7, 1<<20, 1, names)
	require.NoError(t, err)
	return s, d
}

// BenchmarkDrawInputs times the inputs of one draw of the reference network: the
// point of the design, the copula, and the quantiles put into the corridor.
func BenchmarkDrawInputs(b *testing.B) {
	s, design := inputs(b, random.MonteCarlo)
	c := s.Corridor.Clone()
	u := make([]float64, len(s.Uncertainties))
	for _, part := range []struct {
		name string
		run  func()
	}{
		{"point", func() {}},
		{"copula", func() { s.Copula.Apply(u) }},
		{"all", func() {
			s.Copula.Apply(u)
			for i := range s.Uncertainties {
				s.Uncertainties[i].Set(&c, s.Uncertainties[i].Distribution.Quantile(u[i]))
			}
		}},
	} {
		b.Run(part.name, func(b *testing.B) {
			b.ReportAllocs()
			draw := uint64(0)
			for b.Loop() {
				design.Point(draw, u)
				part.run()
				draw++
			}
		})
	}
}

// BenchmarkDrawInputsWithoutBeta leaves the beta distributions out, whose quantile is
// solved for.
func BenchmarkDrawInputsWithoutBeta(b *testing.B) {
	s, design := inputs(b, random.MonteCarlo)
	c := s.Corridor.Clone()
	u := make([]float64, len(s.Uncertainties))
	b.ReportAllocs()
	draw := uint64(0)
	for b.Loop() {
		design.Point(draw, u)
		s.Copula.Apply(u)
		for i := range s.Uncertainties {
			if _, beta := s.Uncertainties[i].Distribution.(random.Beta); !beta {
				s.Uncertainties[i].Set(&c, s.Uncertainties[i].Distribution.Quantile(u[i]))
			}
		}
		draw++
	}
}

// TestDrawInputsAllocateNothing: the inputs of a draw are made in place.
func TestDrawInputsAllocateNothing(t *testing.T) {
	s, design := inputs(t, random.Sobol)
	c := s.Corridor.Clone()
	u := make([]float64, len(s.Uncertainties))
	draw := uint64(0)
	require.Zero(t, testing.AllocsPerRun(50, func() {
		design.Point(draw, u)
		s.Copula.Apply(u)
		for i := range s.Uncertainties {
			s.Uncertainties[i].Set(&c, s.Uncertainties[i].Distribution.Quantile(u[i]))
		}
		draw++
	}))
}
