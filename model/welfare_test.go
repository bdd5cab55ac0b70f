package model

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// counted counts a corridor in money; cargo that can go nowhere is worth 1000 USD/t.
func counted(c Corridor) Corridor {
	c.Economics = Economics{Given: true, OperatingShare: 1, LostCargoUSDPerT: 1000}
	return c
}

// later is a route that costs another price from 2025 on.
func later(r Route, usd float64) Route {
	r.CostFrom = []Dated{{calendar.NewMonth(2025, 1), usd}}
	return r
}

// gains steps a model and returns what a tonne of market 0 gained by month, USD.
func gains(m *Model) (list []float64) {
	s, out := m.NewState(), m.NewOutcome()
	for range m.corridor.Months {
		m.Step(s, out)
		list = append(list, s.markets.gain[0])
	}
	return list
}

// choice is a market of 12 Mt a year with three ways that have room for all.
func choice(change func(k *Market)) Corridor {
	k := market("m", 12, route("a", 0.2, 0), route("b", 0.3, 1), rival("out", 0.5))
	k.Sensitivity, k.ValueOfTimeUSD = 0.05, 4
	change(&k)
	return counted(corridor([]Segment{fixed("one", 900), fixed("two", 900)}, k))
}

// TestGainIsTheLogsum: with the costs of the base year nothing is gained; after a change it is
// the logarithm of Σ s exp(−θ Δg), over θ, and near the change of cost by the rule of half.
func TestGainIsTheLogsum(t *testing.T) {
	for _, dearer := range []float64{-30, -3, -0.3, 5, 40} {
		got := gains(must(choice(func(k *Market) { k.Routes[0] = later(k.Routes[0], dearer) })))
		require.InDelta(t, 0, got[11], 1e-12)
		sum := 0.2*math.Exp(-0.05*dearer) + 0.3 + 0.5
		require.InDelta(t, math.Log(sum)/0.05, got[12], 1e-10, "%v", dearer)
		half := -dearer * (0.2 + 0.2*math.Exp(-0.05*dearer)/sum) / 2
		require.InDelta(t, half, got[12], 0.2*math.Pow(0.05, 2)*math.Pow(math.Abs(dearer), 3)/10, "the rule of half leaves a term of third order")
	}
}

// TestGainInNests: the logsum of the nested logit, by the utilities ln s_N + λ ln(s_r/s_N) − θ Δg.
func TestGainInNests(t *testing.T) {
	const theta, lambda, dearer = 0.05, 0.4, 12.0
	got := gains(must(choice(func(k *Market) {
		k.Nests = []Nest{{Name: "land", Dissimilarity: lambda, Routes: []int{1, 2}}}
		k.Routes[1] = later(k.Routes[1], dearer)
	})))
	require.InDelta(t, 0, got[11], 1e-12)
	utility := func(share, change float64) float64 {
		return math.Log(0.8) + lambda*math.Log(share/0.8) - theta*change
	}
	nest := math.Pow(math.Exp(utility(0.3, dearer)/lambda)+math.Exp(utility(0.5, 0)/lambda), lambda)
	require.InDelta(t, math.Log(0.2+nest)/theta, got[12], 1e-10)
}

// TestHabitCosts: each month a part of the shippers looks anew, and has what the logit of that
// month gives; the others have what they chose.
func TestHabitCosts(t *testing.T) {
	const theta, inertia, dearer = 0.05, 0.25, 60.0
	got := gains(must(choice(func(k *Market) { k.Inertia, k.Routes[0] = inertia, later(k.Routes[0], dearer) })))
	old, anew := []float64{0.2, 0.3, 0.5}, []float64{0.2 * math.Exp(-theta*dearer), 0.3, 0.5}
	sum := anew[0] + 0.8
	utility := []float64{math.Log(0.2) - theta*dearer, math.Log(0.3), math.Log(0.5)}
	left := 1.0
	for month := 12; month < 24; month++ {
		left *= 1 - inertia
		want := 0.0
		for r := range old {
			want += left * old[r] * (utility[r] - math.Log(old[r]))
			want += (1 - left) * anew[r] / sum * (utility[r] - math.Log(anew[r]/sum))
		}
		require.InDelta(t, want/theta, got[month], 1e-9, "%d", month)
		require.Less(t, got[month], math.Log(sum)/theta)
	}
	require.Greater(t, got[12], -dearer*0.2, "some have left what is dear")
}

// TestGainOfANewWay: a way that opens adds its weight to the sum; one that is on the map
// already, to shippers who count ways by what they share, adds nothing.
func TestGainOfANewWay(t *testing.T) {
	opens := fixed("new", 0)
	opens.Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{0, 900}}
	for size, want := range map[float64]float64{0: math.Log(1+0.25) / 0.05, 1: 0} {
		k := market("m", 12, route("a", 0.25, 0), rival("out", 0.75), route("again", 0.25, 0, 1))
		k.Sensitivity, k.PathSize = 0.05, size
		k.Routes[2].Later = true
		twice := fixed("one", 900)
		twice.CostUSDPerT = 10
		got := gains(must(counted(corridor([]Segment{twice, opens}, k))))
		require.InDelta(t, 0, got[11], 1e-12)
		require.InDelta(t, want, got[12], 1e-10)
	}
}

// TestGainAfterAClosure: the month a way closes, those who had it take the best of the rest,
// and all together have the logsum of the rest, nested or not.
func TestGainAfterAClosure(t *testing.T) {
	closes := fixed("one", 0)
	closes.Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{900, 0}}
	const lambda = 0.4
	for name, want := range map[string]float64{"alike": 0.8, "nested": 0.3 + 0.7*math.Pow(0.5/0.7, lambda)} {
		c := choice(func(k *Market) {
			k.Inertia = 0.3
			if name == "nested" {
				k.Nests = []Nest{{Name: "pair", Dissimilarity: lambda, Routes: []int{0, 2}}}
			}
		})
		c.Segments[0] = closes
		got := gains(must(c))
		require.InDelta(t, 0, got[11], 1e-12)
		require.InDelta(t, math.Log(want)/0.05, got[12], 1e-10, name)
	}
}

// TestBeliefsThatAreWrong: those who expect a delay that does not come have chosen by it; what
// they gain is counted at what they meet.
func TestBeliefsThatAreWrong(t *testing.T) {
	const theta, day, fear = 0.05, 4.0, 9.0
	m := must(choice(func(k *Market) { k.PerceptionLag = 0 }))
	s, out := m.NewState(), m.NewOutcome()
	s.Perceived[0] = fear
	m.Step(s, out)
	weights := []float64{0.2 * math.Exp(-theta*day*fear), 0.3, 0.5}
	sum := weights[0] + 0.8
	want := math.Log(sum)/theta + weights[0]/sum*day*fear // Leggett 2002: the logsum of beliefs and what they were wrong by
	require.InDelta(t, want, s.markets.gain[0], 1e-10)
	require.Less(t, s.markets.gain[0], 0.0)
	require.InDelta(t, want, out.SurplusMUSD, 1e-10, "a million tonnes in the month")
}

// TestWaitingCosts: what waits at the end of a month has lost its days, whatever becomes of it.
func TestWaitingCosts(t *testing.T) {
	k := market("m", 24, route("a", 1, 0))
	k.ValueOfTimeUSD = 3
	m := must(counted(corridor([]Segment{fixed("narrow", 12)}, k)))
	s, out := m.NewState(), m.NewOutcome()
	for month := range 5 {
		m.Step(s, out)
		waits := float64(month + 1)
		require.InDelta(t, waits*3*calendar.DaysPerMonth, out.WaitingMUSD, 1e-9)
		require.InDelta(t, -out.WaitingMUSD, out.SurplusMUSD, 1e-9)
	}
}

// gumbels are tastes, as the logit takes them.
func gumbel(r *rand.Rand) float64 { return -math.Log(r.ExpFloat64()) }

// stable is a positive stable variable of an index below 1 (Kanter 1975): Gumbel tastes of
// routes plus its logarithm, times λ, are those of a nest with λ.
func stable(r *rand.Rand, index float64) float64 {
	u := math.Pi * r.Float64()
	return math.Sin(index*u) / math.Pow(math.Sin(u), 1/index) * math.Pow(math.Sin((1-index)*u)/r.ExpFloat64(), (1-index)/index)
}

// TestRationing: shippers with tastes of their own, of whom some who chose the corridor are
// refused at random and take the best of the rest, lose in the mean what the formula says.
func TestRationing(t *testing.T) {
	const theta, lambda, draws = 0.05, 0.5, 400_000
	for _, nested := range []bool{false, true} {
		c := choice(func(k *Market) {
			if nested {
				k.Nests = []Nest{{Name: "land", Dissimilarity: lambda, Routes: []int{1, 2}}}
			}
		})
		m := must(c)
		s, out := m.NewState(), m.NewOutcome()
		m.Step(s, out)
		r := rand.New(rand.NewPCG(1, 2))
		lost, chose := 0.0, 0
		for range draws {
			u := []float64{math.Log(0.2) + gumbel(r), math.Log(0.3) + gumbel(r), math.Log(0.5) + gumbel(r)}
			if nested {
				common := lambda * math.Log(stable(r, lambda))
				u[1] = math.Log(0.8) + lambda*math.Log(0.3/0.8) + lambda*gumbel(r) + common
				u[2] = math.Log(0.8) + lambda*math.Log(0.5/0.8) + lambda*gumbel(r) + common
			}
			if own := max(u[0], u[1]); own > u[2] {
				chose++
				lost += (own - u[2]) / theta
			}
		}
		require.InDelta(t, 0.5, float64(chose)/draws, 0.003)
		refused := m.refusal(0, s)
		require.InEpsilon(t, lost/float64(chose), refused.perT(0, m, s), 0.01, "nested: %v", nested)
	}
}

// TestTurnedAway: cargo that is refused loses its way to a rival, no more than all its value,
// all of it where there is no rival, and nobody knows how much where that is not said. An
// outlet costs what it costs.
func TestTurnedAway(t *testing.T) {
	full := func(most float64, change func(k *Market)) *Outcome {
		k := market("m", 24, route("a", 0.5, 0), rival("out", 0.5))
		k.Sensitivity, k.GiveUp, k.PerceptionLag = 0.05, 1, 0
		change(&k)
		c := corridor([]Segment{fixed("narrow", 6)}, k)
		c.Economics = Economics{Given: true, LostCargoUSDPerT: most}
		m := must(c)
		out := m.NewOutcome()
		m.Step(m.NewState(), out)
		require.Equal(t, math.IsNaN(out.TurnedAwayMUSD), math.IsNaN(out.SurplusMUSD))
		require.False(t, math.Abs(out.SurplusMUSD+out.TurnedAwayMUSD) > 1e-12, "nothing else costs anything")
		return out
	}
	alone := func(k *Market) { k.Routes = []Route{route("a", 1, 0)} }
	require.InDelta(t, 0.5*2*math.Log(2)/0.05, full(0, func(*Market) {}).TurnedAwayMUSD, 1e-9, "−ln(1 − ½)/½θ of half a million tonnes")
	require.InDelta(t, 0.5*11, full(11, func(*Market) {}).TurnedAwayMUSD, 1e-9)
	require.InDelta(t, 1.5*700, full(700, alone).TurnedAwayMUSD, 1e-9)
	require.True(t, math.IsNaN(full(0, alone).TurnedAwayMUSD))
	outlet := func(cost float64) func(k *Market) {
		return func(k *Market) {
			k.Sensitivity = 0
			k.Routes = []Route{route("a", 1, 0), rival("o", 0)}
			k.Routes[0].CostUSDPerT, k.Routes[1].Outlet, k.Routes[1].CostUSDPerT = 20, true, cost
		}
	}
	require.InDelta(t, 1.5*35, full(0, outlet(55)).TurnedAwayMUSD, 1e-9)
	require.Zero(t, full(0, outlet(5)).TurnedAwayMUSD, "what goes the dear way is worth its price to somebody")
	require.InDelta(t, 0.5*15, full(0, func(k *Market) {
		k.Sensitivity, k.Routes[1].CostUSDPerT = 0, 15
	}).TurnedAwayMUSD, 1e-9, "without a sensitivity the rival costs what it costs")
}

// TestNoWayOpen: cargo with no way to go loses its value, or what its outlet costs more.
func TestNoWayOpen(t *testing.T) {
	k := market("m", 24, route("a", 1, 0), rival("o", 0))
	k.Routes[0].CostUSDPerT, k.Routes[1].Outlet, k.Routes[1].CostUSDPerT = 20, true, 50
	for _, want := range []float64{2 * 30, 2 * 1000} {
		m := must(counted(corridor([]Segment{fixed("never", 0)}, k)))
		out := m.NewOutcome()
		m.Step(m.NewState(), out)
		require.InDelta(t, want, out.TurnedAwayMUSD, 1e-9)
		require.InDelta(t, -want, out.SurplusMUSD, 1e-9)
		k.Routes = k.Routes[:1]
	}
}

// TestCountingDisturbsNothing: a run that is counted in money goes as one that is not, and
// its shippers gain no more than the best of what is there would give them.
func TestCountingDisturbsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		c.Economics.Given = false
		plain := must(c)
		c.Economics.Given = true
		m := must(c.Clone())
		s, out, alone, without := m.NewState(), m.NewOutcome(), plain.NewState(), plain.NewOutcome()
		for range c.Months {
			m.Step(s, out)
			plain.Step(alone, without)
			require.Equal(t, alone.Share, s.Share)
			require.Equal(t, without.CarriedMt, out.CarriedMt)
			require.True(t, math.IsNaN(without.SurplusMUSD))
			require.False(t, out.WaitingMUSD < 0 || out.TurnedAwayMUSD < 0)
			m.eachMarket(func(market, first, end int) {
				theta, best, sum := m.corridor.Markets[market].Sensitivity, math.Inf(-1), 0.0
				if theta == 0 || m.nested(market) {
					return
				}
				for f := first; f < end; f++ {
					best = max(best, s.flows.routes[f].utility-theta*s.flows.routes[f].generalisedCost(m.corridor.Markets[market].ValueOfTimeUSD, 0))
				}
				for f := first; f < end; f++ {
					sum += math.Exp(s.flows.routes[f].utility - theta*s.flows.routes[f].generalisedCost(m.corridor.Markets[market].ValueOfTimeUSD, 0) - best)
				}
				require.False(t, s.markets.gain[market] > (best+math.Log(sum)+1e-6)/theta)
			})
		}
	})
}

// TestRunningLogarithm: it stays within rounding of the logarithm, by small steps and large.
func TestRunningLogarithm(t *testing.T) {
	var l logarithm
	l.forget()
	r, x := rand.New(rand.NewPCG(3, 4)), 1.0
	for i := range 2000 {
		step := 0.003
		if i%100 == 0 {
			step = 2
		}
		x = max(0.01, x*(1+step*(r.Float64()-0.5)))
		require.InDelta(t, math.Log(x), l.of(x), 1e-13)
	}
}
