package fill

import (
	"encoding/binary"
	"math"
	"slices"
)

// group is all the resources that the same users take of, each user at one weight for
// all of them, such as the segments of a line without a junction. What the users take
// of one of them they take of each, so that only the scarcest can fill.
type group struct {
	resources []int32 // in their order
	users     []user  // in their order
}

// user is one that takes of a group.
type user struct {
	number int32
	weight float64 // taken for each unit given
}

// claim is a user's use of one group: a user, seen from itself.
type claim struct {
	group  int32
	weight float64
}

// join gathers the resources to groups, in the order of their first ones. Resources that
// nobody uses make one too.
func (s *System) join(using [][]user) {
	known := map[string]int{} // groups by their users
	for r, users := range using {
		key := keyOf(users)
		i, found := known[key]
		if !found {
			i = len(s.groups)
			known[key] = i
			s.groups = append(s.groups, group{users: users})
		}
		s.groups[i].resources = append(s.groups[i].resources, int32(r))
	}
	for i := range s.groups {
		for _, u := range s.groups[i].users {
			s.claims[u.number] = append(s.claims[u.number], claim{int32(i), u.weight})
		}
	}
}

// keyOf returns what tells lists of users apart.
func keyOf(users []user) string {
	var key []byte
	for _, u := range users {
		key = binary.NativeEndian.AppendUint32(key, uint32(u.number))
		key = binary.NativeEndian.AppendUint64(key, math.Float64bits(u.weight))
	}
	return string(key)
}

// scarcest returns the resource of the least capacity, of equal ones the first, and its
// capacity.
func (g *group) scarcest(capacity []float64) (scarcest int32, least float64) {
	scarcest = g.resources[0]
	least = capacity[scarcest]
	for _, r := range g.resources[1:] {
		if c := capacity[r]; c < least {
			scarcest, least = r, c
		}
	}
	return scarcest, least
}

// load is what users given x take: Σ weight × x. It is not inlined: where it was, its
// loop ran out of registers.
//
//go:noinline
func (g *group) load(x []float64) float64 {
	sum := 0.0
	for _, u := range g.users {
		sum += float64(u.weight * x[u.number])
	}
	return sum
}

// Groups are groups of resources, to find the load of.
type Groups []int32

// All returns the groups of all resources.
func (s *System) All() Groups { return s.With(func(int) bool { return true }) }

// With returns the groups in which there is a resource that is asked for.
func (s *System) With(asked func(resource int) bool) Groups {
	var groups Groups
	for i := range s.groups {
		if slices.ContainsFunc(s.groups[i].resources, func(r int32) bool { return asked(int(r)) }) {
			groups = append(groups, int32(i))
		}
	}
	return groups
}

// Load writes what users given x take of each resource of the groups, Σ weight × x, over
// load, by resource, and leaves the others as they are.
func (s *System) Load(groups Groups, x, load []float64) {
	for _, i := range groups {
		g := &s.groups[i]
		used := g.load(x)
		for _, r := range g.resources {
			load[r] = used
		}
	}
}
