package library_test

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
	scenario *scenarios.Scenario
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
	f := &future{r, &s.Corridor, s}
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
	var outlets []bool // by flow
	for _, market := range c.Markets {
		for _, r := range market.Routes {
			outlets = append(outlets, r.Outlet)
		}
	}
	s, out := m.NewState(), m.NewOutcome()
	before := make([]float64, len(s.Backlog))
	for range m.Corridor().Months {
		copy(before, s.Backlog)
		m.Step(s, out)
		month := out.Month.String()
		checkFinite(t, month, out, s)
		fresh := 0.0            // demand of the month
		for f := range before { // without require, which is slow where nothing is wrong
			offered, carried := out.FlowOfferedMt[f], out.CarriedMt[f]
			if left := offered - carried - out.FlowDivertedMt[f] - s.Backlog[f]; math.Abs(left) > within {
				t.Fatalf("%s: %v Mt of flow %d vanish", month, left, f)
			}
			if carried > offered {
				t.Fatalf("%s: flow %d carries %v Mt of %v", month, f, carried, offered)
			}
			if !outlets[f] { // it carries what others divert
				fresh += offered - before[f]
			}
		}
		require.InDelta(t, out.PotentialMt, fresh, within, "%s: demand that goes nowhere", month)
		require.GreaterOrEqual(t, out.CapacityMt, out.ThroughputMt-within, month)
		waiting := make([]float64, len(m.Corridor().Segments))
		for f, at := range out.FlowBinding {
			switch {
			case at >= 0:
				waiting[at] += s.Backlog[f]
			case s.Backlog[f] != 0:
				t.Fatalf("%s: flow %d waits nowhere", month, f)
			}
		}
		for i := range waiting {
			segment := &m.Corridor().Segments[i]
			if out.LoadMt[i] > out.SegmentCapacityMt[i]+within {
				t.Fatalf("%s: %s carries %v Mt of %v", month, segment.Name, out.LoadMt[i], out.SegmentCapacityMt[i])
			}
			if most := segment.StorageMt + added(c, i); waiting[i] > most+within || math.Abs(waiting[i]-out.WaitingMt[i]) > within {
				t.Fatalf("%s: %v Mt wait for %s, which has room for %v and says %v", month, waiting[i], segment.Name, most, out.WaitingMt[i])
			}
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
			if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
				t.Fatalf("%s: %v", month, numbers)
			}
		}
	}
}
