package model

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// nestedLogit is the nested logit from utilities (McFadden 1978; Train 2009, ch. 4), the
// oracle: it knows no base and no pivot. nests hold every alternative once.
func nestedLogit(v []float64, nests [][]int, lambda []float64) []float64 {
	p, inclusive, all := make([]float64, len(v)), make([]float64, len(nests)), 0.0
	for n, of := range nests {
		for _, i := range of {
			inclusive[n] += math.Exp(v[i] / lambda[n])
		}
		all += math.Pow(inclusive[n], lambda[n])
	}
	for n, of := range nests {
		for _, i := range of {
			p[i] = math.Exp(v[i]/lambda[n]) / inclusive[n] * math.Pow(inclusive[n], lambda[n]) / all
		}
	}
	return p
}

// nestedMarket is a market on rivals with base shares, nests and, from 2025 on, dearer
// ways. Its sensitivity is 0.05.
func nestedMarket(shares, dearer []float64, nests ...Nest) Market {
	m := market("boxes", 12)
	m.Sensitivity, m.Nests = 0.05, nests
	for i, share := range shares {
		r := rival("way", share)
		r.CostUSDPerT = 100 + 10*float64(i)
		if dearer != nil {
			r.CostFrom = []Dated{{calendar.NewMonth(2025, 1), r.CostUSDPerT + dearer[i]}}
		}
		m.Routes = append(m.Routes, r)
	}
	return m
}

func sharesOf(m Market, months int) []float64 {
	return must(corridor([]Segment{fixed("idle", 1)}, m)).sharesAfter(months)
}

// TestNestsByHand: sea alone, corridor and north in a nest with λ = 0.6. In the base year
// V = (1, 0, 0.3): exp(V/λ) of the nest is 1 and 1.6487, their sum to the power of λ 1.7940
// beside e of the sea, so that the sea has 0.6025, the corridor 0.1501, the north 0.2475.
// At θ = 0.05 and north dearer by 20, V of the north is −0.7: 1 and 0.3114, 1.1766 beside e.
func TestNestsByHand(t *testing.T) {
	base := []float64{0.602419, 0.150103, 0.247478}
	base[0] = 1 - base[1] - base[2] // of six digits
	land := Nest{Name: "land", Dissimilarity: 0.6, Routes: []int{1, 2}}
	m := nestedMarket(base, []float64{0, 0, 20}, land)
	require.InDeltaSlice(t, base, sharesOf(m, 12), 1e-12)
	require.InDeltaSlice(t, []float64{0.697905, 0.230360, 0.071735}, sharesOf(m, 13), 2e-6)

	nests, lambda := [][]int{{0}, {1, 2}}, []float64{1, 0.6}
	require.InDeltaSlice(t, base, nestedLogit([]float64{1, 0, 0.3}, nests, lambda), 1e-6)
	exact := nestedMarket(nestedLogit([]float64{1, 0, 0.3}, nests, lambda), []float64{0, 0, 20}, land)
	require.InDeltaSlice(t, nestedLogit([]float64{1, 0, 0.3 - 20*0.05}, nests, lambda), sharesOf(exact, 13), 1e-14)
}

// TestNestsOfOne: λ = 1 has the bits of no nest, and is what λ near 1 tends to.
func TestNestsOfOne(t *testing.T) {
	shares, dearer := []float64{0.41, 0.22, 0.37}, []float64{9, -14, 3}
	plain := sharesOf(nestedMarket(shares, dearer), 24)
	require.Equal(t, plain, sharesOf(nestedMarket(shares, dearer, Nest{Dissimilarity: 1, Routes: []int{0, 2}}), 24))
	for _, near := range []float64{1e-3, 1e-6, 1e-9} {
		require.InDeltaSlice(t, plain, sharesOf(nestedMarket(shares, dearer, Nest{Dissimilarity: 1 - near, Routes: []int{0, 2}}), 24), near)
	}
	alone := Nest{Dissimilarity: 0.3, Routes: []int{1}}
	require.InDeltaSlice(t, plain, sharesOf(nestedMarket(shares, dearer, alone), 24), 1e-14, "one way has nothing to be close to")
}

// TestNestsThatAreTheSame: as λ falls to 0, all of a nest go by what is cheapest of it,
// and the nest as a whole counts as that way.
func TestNestsThatAreTheSame(t *testing.T) {
	same := Nest{Dissimilarity: 1e-4, Routes: []int{0, 1}}
	require.InDeltaSlice(t, []float64{0.63, 0, 0.37}, sharesOf(nestedMarket([]float64{0.41, 0.22, 0.37}, []float64{0, 20, 0}, same), 13), 1e-3)
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, sharesOf(nestedMarket([]float64{0.41, 0.22, 0.37}, nil, same), 13), 1e-12)
}

// TestIrrelevantAlternatives are irrelevant within a nest and among nests, not across: how
// two ways stand to each other does not depend on a third that is as far from both.
func TestIrrelevantAlternatives(t *testing.T) {
	base := []float64{0.3, 0.1, 0.2, 0.15, 0.25}
	land := Nest{Dissimilarity: 0.5, Routes: []int{0, 1, 2}}
	after := func(way int) []float64 {
		dearer := make([]float64, len(base))
		dearer[way] = 12
		return sharesOf(nestedMarket(base, dearer, land), 13)
	}
	ratio := func(s []float64, i, j int) float64 { return s[i] / s[j] }
	within, outside := after(2), after(4)
	require.InDelta(t, ratio(base, 0, 1), ratio(within, 0, 1), 1e-12)
	require.InDelta(t, ratio(base, 3, 4), ratio(within, 3, 4), 1e-12)
	for _, pair := range [][2]int{{0, 1}, {1, 2}, {0, 3}, {2, 3}} {
		require.InDelta(t, ratio(base, pair[0], pair[1]), ratio(outside, pair[0], pair[1]), 1e-12, pair)
	}
	require.Greater(t, ratio(within, 0, 3), 1.05*ratio(base, 0, 3), "who leaves a way goes to those of its nest first")
}

// TestNestedMarkets: on any market shares add to 1, the base is exact, utilities of which
// the base shares come give the shares after any change, the order of routes is nothing,
// and a way that becomes dearer loses while no other does.
func TestNestedMarkets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(t, "routes")
		v := rapid.SliceOfN(rapid.Float64Range(-3, 3), n, n).Draw(t, "utilities")
		dearer := rapid.SliceOfN(rapid.Float64Range(-40, 40), n, n).Draw(t, "dearer")
		of := rapid.SliceOfN(rapid.IntRange(0, 2), n, n).Draw(t, "nest") // 2: none
		var nests []Nest
		var groups [][]int
		var lambda []float64
		for k := range 2 {
			nest := Nest{Dissimilarity: rapid.Float64Range(0.05, 1).Draw(t, "λ")}
			for i := range of {
				if of[i] == k {
					nest.Routes = append(nest.Routes, i)
				}
			}
			nests, groups, lambda = append(nests, nest), append(groups, nest.Routes), append(lambda, nest.Dissimilarity)
		}
		for i := range of {
			if of[i] == 2 {
				groups, lambda = append(groups, []int{i}), append(lambda, 1)
			}
		}
		base := nestedLogit(v, groups, lambda)
		require.InDeltaSlice(t, base, sharesOf(nestedMarket(base, dearer, nests...), 12), 1e-12)

		changed := slices.Clone(v)
		for i := range changed {
			changed[i] -= 0.05 * dearer[i]
		}
		after := sharesOf(nestedMarket(base, dearer, nests...), 13)
		require.InDeltaSlice(t, nestedLogit(changed, groups, lambda), after, 1e-11)
		sum := 0.0
		for _, share := range after {
			sum += share
		}
		require.InDelta(t, 1, sum, 1e-14)

		turn := rapid.IntRange(0, n-1).Draw(t, "turn")
		turned := nestedMarket(base, dearer, nests...)
		turned.Routes = append(slices.Clone(turned.Routes[turn:]), turned.Routes[:turn]...)
		turned.Nests = slices.Clone(nests)
		for k := range turned.Nests {
			turned.Nests[k].Routes = slices.Clone(turned.Nests[k].Routes)
			for i := range turned.Nests[k].Routes {
				turned.Nests[k].Routes[i] = (turned.Nests[k].Routes[i] + n - turn) % n
			}
		}
		require.InDeltaSlice(t, append(slices.Clone(after[turn:]), after[:turn]...), sharesOf(turned, 13), 1e-13)

		way := rapid.IntRange(0, n-1).Draw(t, "way")
		dearer[way] += rapid.Float64Range(0.1, 30).Draw(t, "more")
		for i, share := range sharesOf(nestedMarket(base, dearer, nests...), 13) {
			if i == way {
				require.LessOrEqual(t, share, after[i]+1e-13)
			} else {
				require.GreaterOrEqual(t, share, after[i]-1e-13)
			}
		}
	})
}

// nestedChooser is chooser with both of the corridor's ways in a nest.
func nestedChooser(lambda float64, change func(*Market)) *Model {
	return chooser(func(m *Market) {
		m.Nests = []Nest{{Name: "land", Dissimilarity: lambda, Routes: []int{0, 1}}}
		if change != nil {
			change(m)
		}
	})
}

// TestNestWithAWayClosed: from the nest's share s to the power of 1 − λ, what is left of it
// to that of λ, whatever the sensitivity; what was freed goes there at once, however slow
// habits are.
func TestNestWithAWayClosed(t *testing.T) {
	const lambda = 0.5
	left := math.Pow(0.63, 1-lambda) * math.Pow(0.41, lambda) // of 0.63, with 0.37 outside
	for _, sensitivity := range []float64{0, 0.07} {
		m := nestedChooser(lambda, func(m *Market) { m.Sensitivity, m.Inertia = sensitivity, 0.25 })
		m.corridor.Segments[1].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{10, 0}}
		require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(12), 1e-12)
		first := 0.41 + 0.22*left/(left+0.37) // those of the closed way choose anew
		first += 0.25 * (left/(left+0.37) - first)
		require.InDelta(t, first, m.sharesAfter(13)[0], 1e-12)
		require.Zero(t, m.sharesAfter(13)[1])
		require.Greater(t, left/(left+0.37), 0.41/0.78, "more than the logit leaves to it")
	}
}

// TestNestClosed: where all of a nest closes, its share goes to the others as theirs are.
func TestNestClosed(t *testing.T) {
	m := nestedChooser(0.5, func(m *Market) { m.Inertia = 0.25 })
	for i := range 2 {
		m.corridor.Segments[i].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{10, 0}}
	}
	require.InDeltaSlice(t, []float64{0, 0, 1}, m.sharesAfter(13), 1e-12)

	all := nestedChooser(0.5, func(m *Market) { m.Routes, m.Nests[0].Routes = []Route{route("only", 1, 0)}, []int{0} })
	all.corridor.Segments[0].Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{10, 0}}
	require.Equal(t, []float64{1}, all.sharesAfter(12))
	require.Equal(t, []float64{0}, all.sharesAfter(13), "nowhere to go")
}

// TestNestOpenedLater: a nest that is built in 2025 comes to its shares as inertia lets it.
func TestNestOpenedLater(t *testing.T) {
	m := nestedChooser(0.5, func(m *Market) {
		m.Inertia = 0.25
		m.Routes[0].Segments, m.Routes[1].Segments = []int{2}, []int{2}
	})
	require.InDeltaSlice(t, []float64{0, 0, 1}, m.sharesAfter(12), 1e-12)
	for n := 1; n <= 12; n++ {
		require.InDelta(t, 0.22*(1-math.Pow(0.75, float64(n))), m.sharesAfter(12 + n)[1], 1e-12)
	}
}

// TestWayAddedToANest: one that comes later has, with those that were there, the shares of
// their utilities; it takes more from its nest than from outside.
func TestWayAddedToANest(t *testing.T) {
	for _, lambda := range []float64{0.4, 1} {
		was := nestedLogit([]float64{0.2, -0.5, 1}, [][]int{{0, 1}, {2}}, []float64{lambda, 1})
		m := nestedChooser(lambda, func(m *Market) {
			for i := range m.Routes {
				m.Routes[i].Share = was[i]
			}
			later := route("later", was[0]*math.Exp((0.7-0.2)/lambda), 2)
			later.Later = true
			m.Routes = append(m.Routes, later)
			m.Nests[0].Routes = append(m.Nests[0].Routes, 3)
		})
		require.InDeltaSlice(t, append(slices.Clone(was), 0), m.sharesAfter(12), 1e-12)
		want := nestedLogit([]float64{0.2, -0.5, 1, 0.7}, [][]int{{0, 1, 3}, {2}}, []float64{lambda, 1})
		require.InDeltaSlice(t, want, m.sharesAfter(13), 1e-12)
	}
}

// TestNestOfWaysToCome: where none of a nest was there, what each would draw by itself
// together is what the nest draws.
func TestNestOfWaysToCome(t *testing.T) {
	m := nestedChooser(0.5, func(m *Market) {
		m.Routes = []Route{route("new", 0.3, 2), route("newer", 0.2, 2), rival("sea", 1)}
		m.Routes[0].Later, m.Routes[1].Later = true, true
	})
	require.InDeltaSlice(t, []float64{0, 0, 1}, m.sharesAfter(12), 1e-12)
	require.InDeltaSlice(t, []float64{0.2, 0.2 / 1.5, 1 / 1.5}, m.sharesAfter(13), 1e-12)
}

// TestNestsSeeDelays: a day of perceived delay is a day, also in a nest.
func TestNestsSeeDelays(t *testing.T) {
	late, slow := nestedChooser(0.5, nil), nestedChooser(0.5, func(m *Market) { m.Routes[1].DaysFrom = []Dated{{calendar.NewMonth(2024, 2), 3}} })
	s, out := late.NewState(), late.NewOutcome()
	late.Step(s, out)
	s.Perceived[1] = 3
	late.Step(s, out)
	require.InDeltaSlice(t, slow.sharesAfter(2), s.Share, 1e-14)
	require.Less(t, s.Share[1], 0.22)
}

func TestNestsWithoutSensitivity(t *testing.T) {
	m := nestedChooser(0.5, func(m *Market) { m.Sensitivity = 0 })
	m.corridor.Segments[0].CostUSDPerT *= 3
	require.InDeltaSlice(t, []float64{0.41, 0.22, 0.37}, m.sharesAfter(24), 1e-12)
}

func TestNestsAllocateNothing(t *testing.T) {
	m := nestedChooser(0.5, func(m *Market) { m.PathSize = 1 })
	s, out := m.NewState(), m.NewOutcome()
	require.Zero(t, testing.AllocsPerRun(20, func() { m.Step(s, out) }))
	require.Zero(t, testing.AllocsPerRun(10, m.refresh))
}

func TestNestsThatAreNone(t *testing.T) {
	for want, nests := range map[string][]Nest{
		"dissimilarity of 0":   {{Name: "land", Routes: []int{0, 1}}},
		"dissimilarity of 1.2": {{Name: "land", Dissimilarity: 1.2, Routes: []int{0, 1}}},
		"has route 7":          {{Name: "land", Dissimilarity: 0.5, Routes: []int{7}}},
		"in a nest already":    {{Dissimilarity: 0.5, Routes: []int{0, 1}}, {Dissimilarity: 0.5, Routes: []int{1}}},
	} {
		_, err := New(corridor([]Segment{fixed("idle", 1)}, nestedMarket([]float64{0.5, 0.5}, nil, nests...)))
		require.ErrorContains(t, err, want)
	}
}

func BenchmarkChooseInNests(b *testing.B) {
	c := network()
	for i := range c.Markets {
		c.Markets[i].Nests = []Nest{{Dissimilarity: 0.6, Routes: []int{0, 1}}}
	}
	m := must(c)
	s, out := m.NewState(), m.NewOutcome()
	for range 120 {
		m.Step(s, out)
	}
	b.ReportAllocs()
	for b.Loop() {
		for f := range s.Perceived {
			s.Perceived[f] += 1e-9 // nothing is as it was
		}
		m.choose(s)
	}
}
