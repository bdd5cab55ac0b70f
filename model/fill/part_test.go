package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestParts(t *testing.T) {
	s := New(7, usersOf([][]int{{6}, {0, 1}, {3}, {1, 2}, {}, {4, 3}}, nil))
	require.Equal(t, []part{
		{groups: []int32{0, 1, 2}, users: []int32{1, 3}},
		{groups: []int32{3, 4}, users: []int32{2, 5}},
		{groups: []int32{6}, users: []int32{0}},
	}, s.parts)
}

// beside returns two systems as one that are nothing to each other, the users of one between
// those of the other.
func beside(a, b allocated) allocated {
	both := allocated{capacity: append(append([]float64{}, a.capacity...), b.capacity...)}
	for u := range max(len(a.users), len(b.users)) {
		if u < len(a.users) {
			both.users, both.asked = append(both.users, a.users[u]), append(both.asked, a.asked[u])
		}
		if u < len(b.users) {
			var uses []Use
			for _, use := range b.users[u] {
				uses = append(uses, Use{use.Resource + len(a.capacity), use.Weight})
			}
			both.users, both.asked = append(both.users, uses), append(both.asked, b.asked[u])
		}
	}
	return allocate(len(both.capacity), both.users, both.asked, both.capacity)
}

// TestPartsAreNothingToEachOther: beside another system each has the bits it has alone.
func TestPartsAreNothingToEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := filled(t, 6, 8, 1e-9), filled(t, 6, 8, 1e-9)
		both := beside(a, b)
		at := 0
		for u := range max(len(a.users), len(b.users)) {
			for of, one := range []allocated{a, b} {
				if u >= len(one.users) {
					continue
				}
				require.Equal(t, one.Given[u], both.Given[at])
				require.Equal(t, one.Reach[u], both.Reach[at])
				if binding := one.Binding[u]; binding != None {
					require.Equal(t, binding+of*len(a.capacity), both.Binding[at])
				}
				at++
			}
		}
	})
}
