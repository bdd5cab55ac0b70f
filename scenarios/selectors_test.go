package scenarios_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim"
)

// written loads a scenario written to a file, or an overlay on one.
func written(t *testing.T, text string, set ...string) (*scenarios.Scenario, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return scenarios.Load(scenarios.Request{Scenario: path, Set: set})
}

// shockedNames are those of the segments that shocks befall, in order.
func shockedNames(c *model.Corridor) (names []string) {
	for _, s := range c.Shocks {
		names = append(names, c.Segments[s.Segment].Name)
	}
	return names
}

// TestShockOfSeveral: an entry for several segments is a shock of each, with the days of a month
// as a share of it: 14 of 31 days at 0.2 are 1 − 14/31 × 0.8. Its factor is set, and drawn, of all.
func TestShockOfSeveral(t *testing.T) {
	base := load(t, scenarios.Request{Scenario: "reference"})
	s, err := written(t, `
scenario: my
extends: reference
shocks:
  shut: {from: 2027-03-10, days: 14, segment: [all of alat, "alat-*"], factor: 0.2}
`)
	require.NoError(t, err)
	n := len(base.Corridor.Shocks)
	c := s.Corridor.Clone()
	c.Shocks = c.Shocks[n:]
	require.Equal(t, []string{"box-feeder", "truck-ferry", "alat-boxes", "alat-trucks", "alat-boyuk-kesik"}, shockedNames(&c))
	set, err := s.Setter("shocks.shut.factor")
	require.NoError(t, err)
	for _, shock := range c.Shocks {
		require.Equal(t, "2027-03", shock.From.String())
		require.Equal(t, shock.From, shock.To)
		require.InDelta(t, 1-14./31*0.8, shock.Factor, 1e-15)
	}
	all := s.Corridor.Clone()
	set(&all, 0)
	again, err := s.Set("shocks.shut.factor=0")
	require.NoError(t, err)
	require.Equal(t, again.Corridor.Shocks, all.Shocks)
	require.Equal(t, 1-14./31, all.Shocks[n].Factor)
}

// TestShockInDays: what a shock says of its time, in months of the model.
func TestShockInDays(t *testing.T) {
	type months struct {
		from, to string
		factor   float64
	}
	for until, want := range map[string][]months{
		"from: 2027-03, to: 2027-04":         {{"2027-03", "2027-04", 0.4}},
		"from: 2027-03, months: 2":           {{"2027-03", "2027-04", 0.4}},
		"from: 2027-03-10, to: 2027-03-23":   {{"2027-03", "2027-03", 1 - 14./31*0.6}},
		"from: 2027-03-10, weeks: 2":         {{"2027-03", "2027-03", 1 - 14./31*0.6}},
		"from: 2027-03-10, months: 1":        {{"2027-03", "2027-03", 1 - 22./31*0.6}, {"2027-04", "2027-04", 1 - 9./30*0.6}},
		"from: 2027-03-31, to: 2027-05":      {{"2027-03", "2027-03", 1 - 1./31*0.6}, {"2027-04", "2027-05", 0.4}},
		"from: '2027-04-16', to: 2027-04-30": {{"2027-04", "2027-04", 0.7}},
	} {
		s, err := written(t, "scenario: my\nextends: teaching\ntime: {end: 2030-12, start: 2027-01}\nbase_year: 2030\nshocks: {a: {"+until+", segment: ships, factor: 0.4}}\n")
		require.NoError(t, err, until)
		require.Len(t, s.Corridor.Shocks, len(want), until)
		for i, shock := range s.Corridor.Shocks {
			require.Equal(t, want[i].from, shock.From.String(), until)
			require.Equal(t, want[i].to, shock.To.String(), until)
			require.InDelta(t, want[i].factor, shock.Factor, 1e-15, until)
		}
	}
}

// TestChangesOfSeveral: an entry of changes for several segments is a change of each; what a
// segment's own entry says holds before it; its amount is set of all.
func TestChangesOfSeveral(t *testing.T) {
	s, err := written(t, `
scenario: my
extends: teaching
projects:
  calm:
    cost_musd: 1
    start: 2030-02
    duration_months: 1
    changes:
      all of kind sea: {scale_closure: 0.5}
      "*s": {add_storage_mt: 0.1}
      all: {scale_availability: 0.9, scale_cost: 0.8}
      border: {scale_cost: 0.7}
`)
	require.NoError(t, err)
	require.Equal(t, []model.Change{
		{Segment: 1, Quantity: model.Closure, Scale: 0.5},
		{Segment: 1, Quantity: model.StorageMt, Add: 0.1},
		{Segment: 0, Quantity: model.CostUSDPerT, Scale: 0.8}, {Segment: 0, Quantity: model.Availability, Scale: 0.9},
		{Segment: 1, Quantity: model.CostUSDPerT, Scale: 0.8}, {Segment: 1, Quantity: model.Availability, Scale: 0.9},
		{Segment: 2, Quantity: model.Availability, Scale: 0.9},
		{Segment: 2, Quantity: model.CostUSDPerT, Scale: 0.7},
	}, project(t, &s.Corridor, "calm").Changes)

	const path = "projects.calm.changes.all.scale_availability"
	set, err := s.Setter(path)
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 0.6)
	again, err := s.Set(path + "=0.6")
	require.NoError(t, err)
	require.Equal(t, again.Corridor.Projects, c.Projects)
	require.NotEqual(t, s.Corridor.Projects, c.Projects)

	printed, err := written(t, s.Effective())
	require.NoError(t, err)
	require.Equal(t, s.Corridor.Projects, printed.Corridor.Projects)
}

// TestSetOfSeveral: a selector in a path sets the number of all that it names, and of no other.
func TestSetOfSeveral(t *testing.T) {
	base := load(t, scenarios.Request{Scenario: "reference"})
	s, err := base.Set("segments.alat-*.effectiveness=0.9", "segments.all of kind border.distance_km=3")
	require.NoError(t, err)
	n := 0
	for i, segment := range s.Corridor.Segments {
		was := base.Corridor.Segments[i]
		switch name := segment.Name; name {
		case "alat-boxes", "alat-trucks", "alat-boyuk-kesik":
			require.Equal(t, 0.9, segment.Effectiveness, name)
			n++
		case "khorgos-border", "dostyk-border", "boyuk-kesik-border":
			require.Equal(t, 3., segment.DistanceKm, name)
			n++
		default:
			require.Equal(t, was.Effectiveness, segment.Effectiveness, name)
			require.Equal(t, was.DistanceKm, segment.DistanceKm, name)
		}
	}
	require.Equal(t, 6, n)
	require.Equal(t, []string{"segments.alat-boxes.effectiveness", "segments.alat-trucks.effectiveness", "segments.alat-boyuk-kesik.effectiveness"},
		base.Paths("segments.alat-*.effectiveness"))
}

// TestServesFrom: works that begin in January 2030 and take 24 months serve from January 2032, said
// in any two of the three; delays come on top, and so does a drawn duration.
func TestServesFrom(t *testing.T) {
	of := func(dates string, set ...string) *model.Project {
		s, err := written(t, "scenario: my\nextends: teaching\nprojects: {wider-border: null, p: {cost_musd: 1, "+dates+", changes: {border: {add_capacity_mt_per_year: 1}}}}\ntime: {end: 2035-12}\n", set...)
		require.NoError(t, err, dates)
		return project(t, &s.Corridor, "p")
	}
	want := of("start: 2030-01, duration_months: 24")
	require.Equal(t, "2032-01", want.Completion().String())
	for _, dates := range []string{
		"start: 2030-01, serves_from: 2032-01", "serves_from: 2032-01, duration_months: 24", "start: 2030-01, serves_from: 2032-01, duration_months: 24",
	} {
		require.Equal(t, want, of(dates), dates)
		require.Equal(t, "2033-05", of(dates, "projects.p.delay_factor=1.5", "projects.p.delay_months=4").Completion().String(), dates)
	}
	s, err := written(t, "scenario: my\nextends: teaching\nprojects: {wider-border: {start: null, serves_from: 2030-03}}\n")
	require.NoError(t, err)
	set, err := s.Setter("projects.wider-border.duration_months")
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 5)
	require.Equal(t, "2030-06", project(t, &c, "wider-border").Completion().String(), "planned from January on, it takes five months")
}

// TestDatesFrom: a plan that begins a project later says so by the dates that the project has.
func TestDatesFrom(t *testing.T) {
	begins := calendar.NewMonth(2031, 1)
	for dates, want := range map[string][]language.Date{
		"start: 2030-01, duration_months: 24":       {{Key: "start", Month: begins}},
		"serves_from: 2032-01, duration_months: 24": {{Key: "serves_from", Month: begins + 24}},
		"start: 2030-01, serves_from: 2032-01":      {{Key: "start", Month: begins}, {Key: "serves_from", Month: begins + 24}},
	} {
		s, err := written(t, "scenario: my\nextends: teaching\ntime: {end: 2035-12}\nprojects: {p: {cost_musd: 1, "+dates+", changes: {border: {save_days: 0.1}}}}\n")
		require.NoError(t, err, dates)
		got := s.DatesFrom("p", begins)
		require.Equal(t, want, got, dates)
		var set []string
		for _, d := range got {
			set = append(set, "projects.p."+d.Key+"="+d.Month.String())
		}
		later, err := s.Set(set...)
		require.NoError(t, err, dates)
		require.Equal(t, "2033-01", project(t, &later.Corridor, "p").Completion().String(), dates)
	}
}

// TestUsesOfSeveral: who names several segments at once uses each of them.
func TestUsesOfSeveral(t *testing.T) {
	s, err := written(t, `
scenario: my
extends: teaching
shocks: {shut: {from: 2030-03-10, days: 14, segment: all of kind sea, factor: 0.2}}
projects: {calm: {cost_musd: 1, start: 2030-02, serves_from: 2030-04, changes: {"s*": {scale_cost: 0.5}}}}
`)
	require.NoError(t, err)
	for segment, want := range map[string][]string{"ships": {"markets boxes", "projects calm", "shocks shut"}, "railway": {"markets boxes", "markets bulk"}} {
		e, err := s.Explain("segments." + segment)
		require.NoError(t, err)
		var uses []string
		for _, u := range e.Uses {
			uses = append(uses, u.Section+" "+u.Name)
		}
		require.Equal(t, want, uses, segment)
	}
}

// TestMadeOf: two more of eight are a quarter of what is stated, in every year; of a railway or a
// fleet, a quarter of its trains or ships. What a fleet says itself is added exactly.
func TestMadeOf(t *testing.T) {
	s, err := written(t, `
scenario: my
extends: teaching
time: {end: 2032-12}
segments:
  border: {capacity: {fixed_mt_per_year: {2030: 8, 2032: 12}}, made_of: {berths: 8, trains_per_day: 4}}
  ships: {made_of: {cranes: 4}}
projects:
  wider-border: null
  more:
    cost_musd: 1
    start: 2030-01
    serves_from: 2031-01
    changes:
      border: {add_berths: 2, add_trains_per_day: 1}
      ships: {add_vessels: 3, add_cranes: 1}
`)
	require.NoError(t, err)
	require.Equal(t, []model.Change{
		{Segment: 2, Quantity: model.Capacity, Part: 0.25}, {Segment: 2, Quantity: model.Capacity, Part: 0.25},
		{Segment: 1, Quantity: model.Vessels, Add: 3}, {Segment: 1, Quantity: model.Vessels, Part: 0.25},
	}, project(t, &s.Corridor, "more").Changes)
	r, err := s.Run().Run()
	require.NoError(t, err)
	for month, want := range map[string]float64{"2030-12": 8, "2031-01": 12, "2032-01": 18} {
		require.InDelta(t, want/12, capacityOf(t, r, month, "border"), 1e-12, month)
	}
	// Six ships of the fleet, three more, and a quarter of six.
	require.InDelta(t, 10.5/6, capacityOf(t, r, "2031-01", "ships")/capacityOf(t, r, "2030-01", "ships"), 1e-12)

	const path = "projects.more.changes.border.add_berths"
	set, err := s.Setter(path)
	require.NoError(t, err)
	c := s.Corridor.Clone()
	set(&c, 4)
	again, err := s.Set(path + "=4")
	require.NoError(t, err)
	require.Equal(t, again.Corridor.Projects, c.Projects)
}

// capacityOf is the capacity of a segment in a month, Mt.
func capacityOf(t *testing.T, r *sim.Result, month, segment string) float64 {
	t.Helper()
	months, segments := r.Segments.Text("month"), r.Segments.Text("segment")
	for row, mt := range r.Segments.Numbers("capacity_mt") {
		if months[row] == month && segments[row] == segment {
			return mt
		}
	}
	require.Fail(t, "no row", "%s in %s", segment, month)
	return 0
}
