package fill

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestTournament: of many groups, some of which move between the looks, the winner is the one
// that is found by looking at all, ties and groups that never fill included.
func TestTournament(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(few+1, 4*few).Draw(t, "n")
		amount := rapid.Map(rapid.IntRange(0, 6), func(i int) float64 { return float64(i) })
		group := rapid.Custom(func(t *rapid.T) pressed {
			return pressed{
				capacity: amount.Draw(t, "capacity"), pressure: 1 + amount.Draw(t, "pressure"), rising: int32(rapid.IntRange(0, 2).Draw(t, "rising")),
			}
		})
		p := filling{fills: make([]float64, n), won: make([]int32, 0, 2*n)}
		for i, place := range rand.New(rand.NewPCG(1, 1)).Perm(n) {
			p.on = append(p.on, group.Draw(t, "group"))
			p.on[i].scarcest = int32(place)
		}
		p.rank()
		for range 4 {
			require.Equal(t, p.best(), p.lookThrough())
			for range rapid.IntRange(0, 5).Draw(t, "moves") {
				i := rapid.IntRange(0, n-1).Draw(t, "moved")
				moved := group.Draw(t, "to")
				moved.scarcest = p.on[i].scarcest
				p.on[i] = moved
				p.moved = append(p.moved, int32(i))
				p.fills[i] = unfound
			}
		}
	})
}

// TestManyGroups: users of a network of many groups get what they get with the groups looked
// through one by one.
func TestManyGroups(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 0))
	for range 20 {
		const resources, users = 60, 90
		paths, asked, capacity := make([][]int, users), make([]float64, users), make([]float64, resources)
		for u := range paths {
			paths[u], asked[u] = random.Perm(resources)[:1+random.IntN(8)], random.Float64()
		}
		for r := range capacity {
			capacity[r] = float64(random.IntN(5))
		}
		a := allocate(resources, usersOf(paths, nil), asked, capacity)
		require.Greater(t, len(a.system.groups), few)
		want := naive(resources, a.users, asked, capacity)
		require.InDeltaSlice(t, want.Given, a.Given, 1e-9)
		require.Equal(t, want.Binding, a.Binding)
	}
}
