package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// otherwise changes every kind of number that a model follows.
func otherwise(c *Corridor) {
	for i := range c.Segments {
		s := &c.Segments[i]
		s.Effectiveness *= 0.9
		s.FreeFlowDays *= 1.1
		s.CostUSDPerT *= 1.2
		for j := range s.Supply.Fixed.MtPerYear {
			s.Supply.Fixed.MtPerYear[j] *= 0.8
		}
	}
	for i := range c.Rivals {
		for j := range c.Rivals[i].CostUSDPerT.Values {
			c.Rivals[i].CostUSDPerT.Values[j] *= 1.3
		}
	}
	for i := range c.Markets {
		m := &c.Markets[i]
		m.Sensitivity *= 1.5
		m.GiveUp *= 0.5
		for j := range m.Growth.Rates {
			m.Growth.Rates[j].PerYear += 0.03
		}
		m.PathSize *= 0.5
		for j := range m.Nests {
			m.Nests[j].Dissimilarity *= 0.8
		}
		for j := range m.Routes {
			m.Routes[j].CostUSDPerT += 3
		}
	}
	for i := range c.Projects {
		p := &c.Projects[i]
		p.DelayFactor *= 1.4
		p.CostMUSD *= 1.2
		for j := range p.Changes {
			p.Changes[j].Add *= 0.7
		}
	}
	for i := range c.Shocks {
		c.Shocks[i].Factor *= 0.9
	}
}

// TestChangeIsNew: a model whose numbers were changed in place gives the bits of one
// made anew, and its first corridor is left as it was.
func TestChangeIsNew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		first := must(c)
		before := digest(first, first.NewState(), c.Months)

		m := must(c.Clone())
		state := m.NewState()
		m.Change(otherwise)
		m.Reset(state)

		changed := c.Clone()
		otherwise(&changed)
		anew := must(changed)
		require.Equal(t, digest(anew, anew.NewState(), c.Months), digest(m, state, c.Months))
		require.Equal(t, before, digest(first, first.NewState(), c.Months), "the clone shares numbers")
	})
}

func TestChangeAllocatesNothing(t *testing.T) {
	m := must(network())
	require.Zero(t, testing.AllocsPerRun(10, func() { m.Change(func(c *Corridor) { c.Markets[0].GiveUp = 0.1 }) }))
}

func BenchmarkRefresh(b *testing.B) {
	m := must(network())
	b.ReportAllocs()
	for b.Loop() {
		m.refresh()
	}
}
