package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

func TestCompletion(t *testing.T) {
	for _, test := range []struct {
		name string
		p    Project
		want calendar.Month // months after start
	}{
		{"on time", Project{DurationMonths: 24, DelayFactor: 1}, 24},
		{"half as long again", Project{DurationMonths: 24, DelayFactor: 1.5}, 36},
		{"and a year more", Project{DurationMonths: 24, DelayFactor: 1.5, DelayMonths: 12}, 48},
		{"to the nearest month", Project{DurationMonths: 7, DelayFactor: 1.1}, 8}, // 7.7
		{"at once", Project{DelayFactor: 3}, 0},
	} {
		test.p.Start = 100
		require.Equal(t, 100+test.want, test.p.Completion(), test.name)
	}
	disabled := Project{Disabled: true}
	require.Equal(t, calendar.Never, disabled.Completion())
}

// TestStops: a project that stops never serves, nor does what requires it, and the
// money of the months before is spent; one that serves by then does not stop.
func TestStops(t *testing.T) {
	p := Project{Start: 100, DurationMonths: 20, DelayFactor: 1, CostMUSD: 80, AnnualMUSD: 12}
	goesAhead := p
	p.Stops = 110
	require.Equal(t, calendar.Never, p.Completion())
	require.Equal(t, []calendar.Month{calendar.Never, calendar.Never}, served([]Project{p, {Requires: []int{0}, DelayFactor: 1}}))
	spent := 0.0
	for m := calendar.Month(90); m < 200; m++ {
		got := p.spentIn(m, calendar.Never)
		if m < p.Stops {
			require.Equal(t, goesAhead.spentIn(m, 120), got)
		}
		spent += got
		require.Zero(t, p.Effect(m, calendar.Never))
	}
	require.InDelta(t, 40, spent, 1e-12, "half of the S-curve")

	p.Stops = 99
	require.Zero(t, p.spentIn(100, calendar.Never), "before it begins")
	p.Stops = 120
	require.EqualValues(t, 120, p.Completion(), "done by then")
	require.Equal(t, goesAhead.spentIn(119, 120), p.spentIn(119, 120))
}

// TestRequirements: 0 takes 10 months, 1 takes 2 and requires 0, 2 takes 30 and
// requires 1, 3 requires 2; 4 requires 5, which is not built. Listed last to
// first as well.
func TestRequirements(t *testing.T) {
	projects := []Project{
		{DurationMonths: 10}, {DurationMonths: 2, Requires: []int{0}}, {DurationMonths: 30, Requires: []int{1}},
		{Requires: []int{2, 0}}, {Requires: []int{5}}, {Disabled: true},
	}
	for i := range projects {
		projects[i].DelayFactor = 1
	}
	require.Equal(t, []calendar.Month{10, 10, 30, 30, calendar.Never, calendar.Never}, served(projects))
	require.Equal(t, -1, RequireCycle(projects))

	backwards := []Project{{Requires: []int{1}}, {Requires: []int{2}}, {Requires: []int{3}}, {DurationMonths: 7, DelayFactor: 1}}
	require.Equal(t, []calendar.Month{7, 7, 7, 7}, served(backwards))
	backwards[3].Requires = []int{1}
	require.GreaterOrEqual(t, RequireCycle(backwards), 0)
	require.Zero(t, RequireCycle([]Project{{Requires: []int{0}}}))
	require.Equal(t, -1, RequireCycle(nil))
}

func TestEffect(t *testing.T) {
	const service = 100
	for _, test := range []struct {
		name string
		p    Project
		want map[calendar.Month]float64
	}{
		{"at once", Project{EffectiveShare: 1}, map[calendar.Month]float64{99: 0, 100: 1, 900: 1}},
		{"less than was claimed", Project{EffectiveShare: 0.7}, map[calendar.Month]float64{99: 0, 100: 0.7}},
		{"in four steps", Project{EffectiveShare: 0.8, RampMonths: 4}, map[calendar.Month]float64{99: 0, 100: 0.2, 101: 0.4, 102: 0.6, 103: 0.8, 104: 0.8}},
		// 3τ² − 2τ³ at 1/4, 1/2, 3/4: 5/32, 1/2, 27/32.
		{"adopted in four", Project{EffectiveShare: 1, RampMonths: 4, Adoption: true}, map[calendar.Month]float64{99: 0, 100: 5. / 32, 101: 0.5, 102: 27. / 32, 103: 1}},
		{"silting up over ten", Project{EffectiveShare: 1, LifeMonths: 10}, map[calendar.Month]float64{100: 1, 101: 0.9, 109: 0.1, 110: 0, 200: 0}},
		{"both", Project{EffectiveShare: 0.5, RampMonths: 2, LifeMonths: 10}, map[calendar.Month]float64{100: 0.25, 101: 0.45, 105: 0.25}},
	} {
		for month, want := range test.want {
			require.InDelta(t, want, test.p.Effect(month, service), 1e-12, "%s in %d", test.name, month)
		}
	}
	p := Project{EffectiveShare: 1}
	require.Zero(t, p.Effect(calendar.Never, calendar.Never))
}

func served(projects []Project) []calendar.Month {
	service := make([]calendar.Month, len(projects))
	inService(projects, service)
	return service
}
