package model

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestNetworkBits holds a run of the network to the bits it had on amd64; they
// are the same on every processor. Whoever changes an equation changes them.
func TestNetworkBits(t *testing.T) {
	m := must(network())
	require.Equal(t, "6da284d74727e6cb", digest(m, m.NewState(), m.corridor.Months))
}

func TestStepAllocatesNothing(t *testing.T) {
	m := must(network())
	s, out := m.NewState(), m.NewOutcome()
	require.Zero(t, testing.AllocsPerRun(m.corridor.Months-2, func() { m.Step(s, out) }))
	require.Zero(t, testing.AllocsPerRun(10, func() { m.YearlyCapacityMt(s, out) }))
}

func BenchmarkStep(b *testing.B) {
	for _, bench := range []struct {
		name     string
		corridor Corridor
	}{{"single", single()}, {"network", network()}} {
		b.Run(bench.name, func(b *testing.B) {
			m := must(bench.corridor)
			s, out := m.NewState(), m.NewOutcome()
			end := m.corridor.Start + calendar.Month(m.corridor.Months)
			b.ReportAllocs()
			for b.Loop() {
				if s.Month == end {
					m.Reset(s)
				}
				m.Step(s, out)
			}
		})
	}
}

// digest runs some months and digests every number that came out of them.
func digest(m *Model, s *State, months int) string {
	h, out := sha256.New(), m.NewOutcome()
	for range months {
		m.Step(s, out)
		digestOutcome(h, out)
		write(h, s.Share...)
		write(h, s.Backlog...)
		write(h, s.Perceived...)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func digestOutcome(h hash.Hash, out *Outcome) {
	write(h, float64(out.Month), out.PotentialMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt,
		out.CapacityMt, float64(out.Limiting), out.TransitDays, out.CostUSDPerT, out.EmissionsKt, out.CapexMUSD)
	for _, column := range [][]float64{
		out.SegmentCapacityMt, out.LoadMt, out.WaitingMt, out.Availability,
		out.FlowOfferedMt, out.CarriedMt, out.FlowDivertedMt,
	} {
		write(h, column...)
	}
	for _, segment := range out.FlowBinding {
		write(h, float64(segment))
	}
}

func write(h hash.Hash, values ...float64) {
	for _, v := range values {
		binary.Write(h, binary.LittleEndian, math.Float64bits(v))
	}
}
