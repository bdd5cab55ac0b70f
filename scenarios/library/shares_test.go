package library_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
)

// At the costs of the base year, before any project or delay, shippers choose the
// base shares: the constants of the choice are solved for that, but for what the delays of
// that year are found to have cost. Routes that open later have no part in them.
func TestBaseSharesAreReproduced(t *testing.T) {
	for _, e := range scenarios.Library() {
		s := entry(t, e).scenario
		if s.Corridor.BaseYear > 0 {
			var err error
			if s, err = s.Set("time.start=" + calendar.NewMonth(s.Corridor.BaseYear, 1).String()); err != nil {
				t.Fatal(err)
			}
		}
		c := s.Corridor.Clone()
		for i := range c.Markets {
			c.Markets[i].BaseShiftUSDPerT = 0
		}
		m, err := model.New(c)
		if err != nil {
			t.Fatal(err)
		}
		shares, f := m.NewState().Share, 0
		for i := range s.Corridor.Markets {
			market := &s.Corridor.Markets[i]
			for j := range market.Routes {
				route := &market.Routes[j]
				want := route.Share
				if route.Later {
					want = 0
				}
				if math.Abs(shares[f]-want) > 1e-9 {
					t.Errorf("%s: %s by %s has %v of its market, in the file %v", s.Name, market.Name, route.Name, shares[f], want)
				}
				f++
			}
		}
	}
}

// What the reference carried in 2024 sums to the two official figures of that year.
func TestReferenceSumsToTheOfficialSeries(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]float64{}
	for i := range s.Corridor.Markets {
		m := &s.Corridor.Markets[i]
		scope, _, _ := strings.Cut(s.Labels.Markets[m.Name].Scope, " ")
		if at := slices.IndexFunc(s.Observed, func(o model.Observed) bool { return o.Market == i && o.Year == 2024 }); at >= 0 {
			sums[scope] += s.Observed[at].Mt
			continue
		}
		for _, r := range m.Routes {
			if !r.Rival && !r.Later {
				sums[scope] += m.Growth.Path(2024, 1)[0] * r.Share
			}
		}
	}
	// Ministry of Transport of Kazakhstan and the association, testdata/observed.csv.
	for _, c := range []struct {
		series    string
		got, want float64
	}{
		{"headline", sums["headline"] + sums["like-for-like"], 4.484},
		{"like-for-like", sums["like-for-like"], 3.3},
	} {
		if math.Abs(c.got-c.want) > 0.0005 {
			t.Errorf("%s: %.6f Mt, expected %v", c.series, c.got, c.want)
		}
	}
}
