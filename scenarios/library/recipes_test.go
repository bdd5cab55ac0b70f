package library_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/library"
)

// recipeClaims say what each recipe does to reference, by hand where that can be.
var recipeClaims = []claim{
	{"more-vessels", func(t *testing.T, base, with *future) {
		// Four of eight are half of 17,000 wagons of 65 t, whatever the weather and the water take of them.
		same := runSet(t, "reference", []string{"segments.rail-ferry.capacity.units.per_year=25500"})
		before := base.on("rail-ferry", "capacity_mt", "2026")
		require.Equal(t, before, with.on("rail-ferry", "capacity_mt", "2026"))
		require.Greater(t, with.on("rail-ferry", "capacity_mt", "2028"), base.on("rail-ferry", "capacity_mt", "2028"))
		require.InEpsilon(t, same.on("rail-ferry", "capacity_mt", "2028"), with.on("rail-ferry", "capacity_mt", "2028"), 1e-12)
		require.Greater(t, with.throughput(2028), base.throughput(2028))
	}},
	{"more-wagons", func(t *testing.T, base, with *future) {
		p := with.corridor.Projects[len(with.corridor.Projects)-1-measures(with)]
		require.Equal(t, "more-wagons", p.Name)
		require.InDelta(t, 20*365*65/1e6, p.Changes[0].Add, 1e-12)
		require.Greater(t, with.throughput(2028), base.throughput(2028))
	}},
	{"new-service", func(t *testing.T, base, with *future) {
		require.Zero(t, with.on("second-feeder", "load_mt", "2026"))
		require.Positive(t, with.on("second-feeder", "load_mt", "2028"))
		require.InDelta(t, 0.5, with.on("second-feeder", "capacity_mt", "2028"), 1e-12)
		require.Less(t, with.on("box-feeder", "load_mt", "2028"), base.on("box-feeder", "load_mt", "2028"), "it takes boxes of the first")
	}},
	{"new-market", func(t *testing.T, base, with *future) {
		require.Zero(t, with.market("fertiliser", 2026))
		require.Positive(t, with.market("fertiliser", 2028))
		require.LessOrEqual(t, with.market("fertiliser", 2028), 0.6*0.3+1e-9)
		require.Greater(t, with.throughput(2028), base.throughput(2028))
	}},
	{"bigger-market", func(t *testing.T, base, with *future) {
		require.Equal(t, base.throughput(2026), with.throughput(2026))
		require.Greater(t, with.offered(2028), base.offered(2028))
	}},
	{"port-shut", func(t *testing.T, base, with *future) {
		for _, segment := range []string{"aktau-boxes", "mangystau-dry-berths", "aktau-oil"} {
			require.InEpsilon(t, 1-14./31, share(base, with, segment, "2027-03"), 1e-9, segment)
			require.InEpsilon(t, 1, share(base, with, segment, "2027-04"), 1e-9, segment)
		}
		require.InEpsilon(t, 1, share(base, with, "kuryk-port", "2027-03"), 1e-9)
		require.Less(t, with.throughput(2027), base.throughput(2027))
	}},
	{"border-shut", func(t *testing.T, base, with *future) {
		require.Zero(t, with.on("khorgos-border", "load_mt", "2027-05"))
		require.Positive(t, base.on("khorgos-border", "load_mt", "2027-05"))
		require.InEpsilon(t, 1, share(base, with, "khorgos-border", "2027-07"), 1e-9)
	}},
	{"country-shut", func(t *testing.T, base, with *future) {
		for _, segment := range []string{"georgian-railway", "georgian-box-berths", "btk", "boyuk-kesik-border", "black-sea-bulk"} {
			require.Zero(t, with.on(segment, "load_mt", "2027-06")+with.on(segment, "load_mt", "2027-07"), segment)
		}
		require.Positive(t, with.on("tankers", "load_mt", "2027-06"), "oil does not pass Georgia")
		require.Less(t, with.throughput(2027), base.throughput(2027))
	}},
	{"tariff-by-date", func(t *testing.T, base, with *future) {
		require.Equal(t, base.throughput(2026), with.throughput(2026))
		require.Less(t, with.cargo("wagons", 2028), base.cargo("wagons", 2028))
	}},
	{"toll", func(t *testing.T, base, with *future) {
		n := 0
		for i, s := range with.corridor.Segments {
			if more := s.CostUSDPerT - base.corridor.Segments[i].CostUSDPerT; more != 0 {
				require.InDelta(t, 5, more, 1e-12, s.Name)
				n++
			}
		}
		require.Equal(t, 3, n)
		require.Less(t, with.throughput(2028), base.throughput(2028))
	}},
	{"delay", func(t *testing.T, base, with *future) {
		later := 0
		for i := range with.corridor.Projects {
			p, was := with.corridor.Projects[i], base.corridor.Projects[i]
			if p.Completion() != was.Completion() && !p.Adoption {
				require.EqualValues(t, 12-was.DelayMonths, p.Completion()-was.Completion(), p.Name)
				later++
			}
		}
		require.Greater(t, later, 15)
		require.Less(t, with.throughput(2028), base.throughput(2028))
	}},
	{"cancelled-project", func(t *testing.T, base, with *future) {
		require.Less(t, spent(with), spent(base))
		require.Less(t, with.on("aktau-boxes", "capacity_mt", "2030"), base.on("aktau-boxes", "capacity_mt", "2030"))
	}},
	{"embargo", func(t *testing.T, base, with *future) {
		require.Less(t, with.market("metals", 2027), 0.1*base.market("metals", 2027), "what waited in December still goes")
		require.Greater(t, with.market("metals", 2029), 0.9*base.market("metals", 2029))
	}},
	{"rival-price", func(t *testing.T, base, with *future) {
		require.Greater(t, with.market("boxes-china-europe", 2029), base.market("boxes-china-europe", 2029))
		require.Equal(t, base.throughput(2026), with.throughput(2026))
	}},
	{"convoy-of-trains", func(t *testing.T, base, with *future) {
		require.LessOrEqual(t, with.market("convoy", 2027), 0.1+1e-9, "50 trains of 2,000 t")
		require.Positive(t, with.market("convoy", 2027))
		require.Zero(t, with.market("convoy", 2026))
	}},
	{"strike", func(t *testing.T, base, with *future) {
		require.InEpsilon(t, 1-10./30*0.8, share(base, with, "kuryk-port", "2027-09"), 1e-9)
		require.InEpsilon(t, 1-10./30*0.8, share(base, with, "alat-boxes", "2027-09"), 1e-9)
		require.InEpsilon(t, 1, share(base, with, "georgian-box-berths", "2027-09"), 1e-9)
	}},
	{"faster-border", func(t *testing.T, base, with *future) {
		require.Less(t, with.days(2029), base.days(2029))
		require.GreaterOrEqual(t, with.throughput(2029), base.throughput(2029))
	}},
}

// TestRecipes: each recipe, under the name of a file of its own, runs without warnings, and does
// what it is for.
func TestRecipes(t *testing.T) {
	base := runOf(t, "reference")
	var claimed []string
	for _, c := range recipeClaims {
		claimed = append(claimed, c.name)
		t.Run(c.name, func(t *testing.T) {
			text, err := scenarios.FromRecipe(c.name, "mine")
			require.NoError(t, err)
			path := filepath.Join(t.TempDir(), "mine.yaml")
			require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
			with := runOf(t, path)
			require.Equal(t, "mine", with.scenario.Name)
			require.Empty(t, with.scenario.Warnings())
			c.holds(t, base, with)
		})
	}
	require.ElementsMatch(t, library.Recipes(), claimed)
}

// share is what is left of the capacity of a segment in a month.
func share(base, with *future, segment, month string) float64 {
	return with.on(segment, "capacity_mt", month) / base.on(segment, "capacity_mt", month)
}

// spent is what projects cost in the months simulated, USD million.
func spent(f *future) float64 {
	sum := 0.0
	for _, musd := range f.Projects.Numbers("spent_musd") {
		sum += musd
	}
	return sum
}

// measures is how many of what changes the corridor are no projects.
func measures(f *future) (n int) {
	for _, label := range f.scenario.Labels.Projects {
		if label.Soft {
			n++
		}
	}
	return n
}
