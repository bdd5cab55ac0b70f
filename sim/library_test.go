package sim_test

import (
	"cmp"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim"
)

// future is a run of a scenario of the library with overlays on it.
type future struct {
	*sim.Result
	corridor *model.Corridor
}

var futures sync.Map // by name; a run is made once for all tests

func runOf(t testing.TB, scenario string, with ...string) *future {
	t.Helper()
	return runSet(t, scenario, nil, with...)
}

// runSet runs a scenario with overlays and with values set on top.
func runSet(t testing.TB, scenario string, set []string, with ...string) *future {
	t.Helper()
	name := strings.Join(append(append([]string{scenario}, with...), set...), " ")
	if f, ok := futures.Load(name); ok {
		return f.(*future)
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: scenario, With: with, Set: set})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)
	f := &future{r, &s.Corridor}
	futures.Store(name, f)
	return f
}

// entry runs a scenario of the library, or an overlay on the scenario it is for,
// the reference where it is for any.
func entry(t testing.TB, e scenarios.Entry) *future {
	t.Helper()
	if e.Overlay() {
		return runOf(t, cmp.Or(e.For, "reference"), e.Name)
	}
	return runOf(t, e.Name)
}

// TestLibraryRuns steps every scenario and overlay of the library, month by month:
// all numbers are finite, nothing vanishes, nothing exceeds its capacity or storage.
func TestLibraryRuns(t *testing.T) {
	for _, e := range scenarios.Library() {
		t.Run(e.Name, func(t *testing.T) { checkMonths(t, entry(t, e).corridor) })
	}
}

// within is how far sums of many terms may stray, Mt.
const within = 1e-9

func checkMonths(t *testing.T, c *model.Corridor) {
	m, err := model.New(*c)
	require.NoError(t, err)
	s, out := m.NewState(), m.NewOutcome()
	before := make([]float64, len(s.Backlog))
	for range m.Corridor().Months {
		copy(before, s.Backlog)
		m.Step(s, out)
		month := out.Month.String()
		checkFinite(t, month, out, s)
		fresh := 0.0 // demand of the month
		for f := range before {
			require.InDelta(t, out.FlowOfferedMt[f], out.CarriedMt[f]+out.FlowDivertedMt[f]+s.Backlog[f], within, "%s: flow %d", month, f)
			require.GreaterOrEqual(t, out.FlowOfferedMt[f], out.CarriedMt[f], "%s: flow %d", month, f)
			fresh += out.FlowOfferedMt[f] - before[f]
		}
		require.InDelta(t, out.PotentialMt, fresh, within, "%s: demand that goes nowhere", month)
		require.GreaterOrEqual(t, out.CapacityMt, out.ThroughputMt-within, month)
		waiting := make([]float64, len(m.Corridor().Segments))
		for f, at := range out.FlowBinding {
			if at < 0 {
				require.Zero(t, s.Backlog[f], "%s: flow %d waits nowhere", month, f)
				continue
			}
			waiting[at] += s.Backlog[f]
		}
		for i := range m.Corridor().Segments {
			name := m.Corridor().Segments[i].Name
			require.LessOrEqual(t, out.LoadMt[i], out.SegmentCapacityMt[i]+within, "%s: %s", month, name)
			require.LessOrEqual(t, waiting[i], m.Corridor().Segments[i].StorageMt+added(c, i)+within, "%s: %s", month, name)
			require.InDelta(t, waiting[i], out.WaitingMt[i], within, "%s: %s", month, name)
		}
	}
}

// added is the storage that all projects add to a segment.
func added(c *model.Corridor, segment int) float64 {
	mt := 0.0
	for i := range c.Projects {
		for _, change := range c.Projects[i].Changes {
			if change.Segment == segment && change.Quantity == model.StorageMt {
				mt += change.Add
			}
		}
	}
	return mt
}

func checkFinite(t *testing.T, month string, out *model.Outcome, s *model.State) {
	t.Helper()
	for _, numbers := range [][]float64{
		{out.PotentialMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt, out.CapacityMt, out.TransitDays, out.CostUSDPerT, out.EmissionsKt, out.CapexMUSD},
		out.SegmentCapacityMt, out.LoadMt, out.WaitingMt, out.Availability,
		out.FlowOfferedMt, out.CarriedMt, out.FlowDivertedMt, s.Share, s.Backlog, s.Perceived,
	} {
		for _, v := range numbers {
			require.False(t, math.IsNaN(v) || math.IsInf(v, 0) || v < 0, "%s: %v", month, numbers)
		}
	}
}
