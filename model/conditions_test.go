package model

import (
	"math"
	"testing"

	"corridor/model/calendar"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestConditionsForgetNothing: what is kept from month to month and changed where
// something has moved is what is found for the month alone.
func TestConditionsForgetNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, out, alone := m.NewState(), m.NewOutcome(), m.NewState()
		for range m.corridor.Months {
			m.Step(s, out)
			alone.Month, alone.at = out.Month, math.MinInt
			m.conditionsOf(alone)
			require.Equal(t, alone.now, s.now, out.Month)
			require.Equal(t, alone.nameplate, s.nameplate, out.Month)
			require.Equal(t, alone.storage, s.storage, out.Month)
			require.Equal(t, alone.opening, s.opening, out.Month)
			require.Equal(t, alone.meanOpening, s.meanOpening, out.Month)
			require.Equal(t, alone.price, s.price, out.Month)
			require.Equal(t, alone.days, s.days, out.Month)
			require.Equal(t, alone.open, s.open, out.Month)
		}
	})
}

// TestWeightsForgetNothing: exponentials kept from month to month are those of the
// month.
func TestWeightsForgetNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := must(randomCorridor(t))
		s, out := m.NewState(), m.NewOutcome()
		for range m.corridor.Months {
			before := append([]float64{}, s.Perceived...)
			m.Step(s, out)
			kept := append([]float64{}, s.preferred...)
			after := append([]float64{}, s.Perceived...)
			copy(s.Perceived, before)
			for market := range s.best {
				s.best[market] = math.NaN()
			}
			m.eachMarket(func(market, first, end int) { m.prefer(market, first, end, s) })
			require.Equal(t, kept, s.preferred, out.Month)
			copy(s.Perceived, after)
		}
	})
}

func BenchmarkConditions(b *testing.B) {
	m := must(network())
	s := m.NewState()
	end := m.corridor.Start + calendar.Month(m.corridor.Months)
	b.ReportAllocs()
	for b.Loop() {
		if s.Month++; s.Month == end {
			s.Month = m.corridor.Start
		}
		m.conditionsOf(s)
	}
}
