package ensemble_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// always lets what a tonne costs be said of every year.
func always(int, int) bool { return true }

// alone runs the first draws of an ensemble's first alternative one by one.
func alone(t *testing.T, e *ensemble.Ensemble) (all []*sim.Result) {
	t.Helper()
	for draw := range e.Draws {
		d, err := e.Draw(draw)
		require.NoError(t, err)
		r, err := d.Run.Run()
		require.NoError(t, err)
		all = append(all, r)
	}
	return all
}

// Of 40 futures run one by one as many say a thing as findings.csv says.
func TestFindingsCountFutures(t *testing.T) {
	e := trial(t, 40, 2)
	want := map[[3]string]int{} // by finding, subject and period
	for _, r := range alone(t, e) {
		for i, j := range r.Judged {
			if j.Met {
				want[[3]string{findings.TargetMet, j.Target.Name, r.Judged[i].Target.At.String()}]++
			}
			if !math.IsNaN(j.Unlimited) && j.Target.Met(j.Unlimited) {
				want[[3]string{findings.TargetInReach, j.Target.Name, j.Target.At.String()}]++
			}
		}
		for row, year := range tables.Annual.Year.Of(r.Annual) {
			period := fmt.Sprint(year)
			want[[3]string{findings.LimitsCapacity, tables.Annual.LimitingSegment.Of(r.Annual)[row], period}]++
			if by := tables.Annual.HeldBackBy.Of(r.Annual)[row]; by != "" {
				want[[3]string{findings.HoldsBackMost, by, period}]++
			} else {
				want[[3]string{findings.HoldsNothingBack, "", period}]++
			}
		}
	}
	got := map[[3]string]int{}
	for _, f := range findings.FindingsOf(e.Findings(simulated(t, e), 0)) {
		require.Equal(t, 40, f.Draws)
		require.Equal(t, f.Share.Verdict(), f.Says)
		require.Equal(t, f.Share.Open(), f.Wide)
		if n := int(40*f.Of + 0.5); n > 0 && f.Finding != findings.TargetReached {
			got[[3]string{f.Finding, f.Subject, f.Period}] = n
		}
	}
	require.Equal(t, want, got)
	require.Greater(t, len(got), 12, "segments differ from future to future")
}

// A target reached by a year was so in that year or before: as attainment.csv says it.
func TestFindingsOfTargetsReached(t *testing.T) {
	e := trial(t, 64, 2)
	f := simulated(t, e)
	attainment := e.Tables(f, 0, 0.01)[3]
	share := map[string]float64{}
	for row, event := range tables.Attainment.Event.Of(attainment) {
		share[event+fmt.Sprint(tables.Attainment.Year.Of(attainment)[row])] = tables.Attainment.Reached.Share.Of(attainment)[row]
	}
	said := 0
	for _, found := range findings.FindingsOf(e.Findings(f, 0)) {
		if found.Finding == findings.TargetReached {
			require.Equal(t, share[found.Subject+found.Period], found.Of)
			said++
		}
	}
	require.Positive(t, said)
}

// Of two plans in 40 futures, each run by itself, as many say a thing as findings.csv says.
func TestPairFindingsCountPairs(t *testing.T) {
	e := trial(t, 40, 2)
	none := e.Alternatives[0]
	none.Name, none.Corridor = "none", none.Corridor.Clone()
	for i := range none.Corridor.Projects {
		none.Corridor.Projects[i].Disabled = true
	}
	without := *e
	without.Alternatives = []ensemble.Alternative{none}
	plan, other := alone(t, e), alone(t, &without)
	e.Alternatives = append(e.Alternatives, none)

	type key struct{ finding, scenario, period string }
	want := map[key]int{}
	for draw := range plan {
		var mt, musd [2]float64
		for row, year := range tables.Annual.Year.Of(plan[draw].Annual) {
			var now [2]float64
			for i, r := range []*sim.Result{plan[draw], other[draw]} {
				now[i] = tables.Annual.ThroughputMt.Of(r.Annual)[row]
				mt[i] += now[i]
				musd[i] += tables.Annual.CapexMUSD.Of(r.Annual)[row]
			}
			for a, name := range []string{e.Alternatives[0].Name, "none"} {
				b := 1 - a
				for finding, holds := range map[string]bool{
					findings.CarriesAsMuch: now[a] >= 0.95*now[b], findings.CarriesMore: now[a] > now[b],
					findings.SpendsLess: musd[a] < musd[b], findings.CostsLessPerTonne: musd[a]/mt[a] < musd[b]/mt[b],
				} {
					if holds {
						want[key{finding, name, fmt.Sprint(year)}]++
					}
				}
			}
		}
	}
	f := simulated(t, e)
	got := map[key]int{}
	for _, found := range findings.FindingsOf(e.PairFindings(f, always)) {
		require.NotEqual(t, found.Scenario, found.Baseline)
		if n := int(40*found.Of + 0.5); n > 0 {
			got[key{found.Finding, found.Scenario, found.Period}] = n
		}
	}
	require.Equal(t, want, got)
	require.Positive(t, got[key{findings.CarriesMore, e.Alternatives[0].Name, "2028"}])
	require.Equal(t, 40, got[key{findings.SpendsLess, "none", "2028"}])

	// Where either cannot be set against tonnes, nothing is said of a tonne.
	only := func(alternative, year int) bool { return alternative == 0 || year < 2026 }
	for _, found := range findings.FindingsOf(e.PairFindings(f, only)) {
		require.False(t, found.Finding == findings.CostsLessPerTonne && found.Period >= "2026")
	}
}

// The same plan twice carries as much as itself, and no more.
func TestPairFindingsOfOnePlan(t *testing.T) {
	e := trial(t, 20, 1)
	e.Alternatives = append(e.Alternatives, e.Alternatives[0])
	for _, f := range findings.FindingsOf(e.PairFindings(simulated(t, e), always)) {
		want := 0.0
		if f.Finding == findings.CarriesAsMuch {
			want = 1
		}
		require.Equal(t, want, f.Of, f.Finding)
	}
}

// Findings of a design with replicates have intervals by their spread.
func TestFindingsOfReplicates(t *testing.T) {
	e := trial(t, 512, 2)
	e.Design = "sobol"
	f := simulated(t, e)
	chances := e.Tables(f, 0, 0.01)[2]
	for _, found := range findings.FindingsOf(e.Findings(f, 0)) {
		if found.Finding == findings.TargetMet && found.Subject == "carried" {
			require.Equal(t, tables.Chances.Met.Low.Of(chances)[0], found.Low)
			require.Equal(t, tables.Chances.Met.High.Of(chances)[0], found.High)
		}
	}
}
