package library_test

import (
	"math"
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
