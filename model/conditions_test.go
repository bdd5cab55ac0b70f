package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// TestConditionsForgetNothing: what is kept from month to month and changed where
// something has moved is what is found for the month alone.
func TestConditionsForgetNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Pools = nil // where ships are is a matter of the months before
		m := must(c)
		s, out, alone := m.NewState(), m.NewOutcome(), m.NewState()
		for range m.corridor.Months {
			m.Step(s, out)
			alone.Month, alone.segments.at = out.Month, math.MinInt
			m.conditionsOf(alone)
			require.Equal(t, alone.segments.now, s.segments.now, out.Month)
			require.Equal(t, alone.segments.nameplate, s.segments.nameplate, out.Month)
			require.Equal(t, alone.segments.storage, s.segments.storage, out.Month)
			require.Equal(t, alone.segments.opening, s.segments.opening, out.Month)
			require.Equal(t, alone.segments.meanOpening, s.segments.meanOpening, out.Month)
			require.Equal(t, alone.flows.price, s.flows.price, out.Month)
			require.Equal(t, alone.flows.days, s.flows.days, out.Month)
			require.Equal(t, alone.flows.open, s.flows.open, out.Month)
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
			kept := append([]float64{}, s.flows.preferred...)
			after := append([]float64{}, s.Perceived...)
			copy(s.Perceived, before)
			for market := range s.markets.best {
				s.markets.best[market] = math.NaN()
			}
			m.eachMarket(func(market, first, end int) { m.prefer(market, first, end, s) })
			require.Equal(t, kept, s.flows.preferred, out.Month)
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
