//go:build goexperiment.simd && amd64

package fill

import "corridor/model/lanes"

// scarcestLanes is scarcest in lanes.
func (g *group) scarcestLanes(capacity []lanes.Vec) (scarcest lanes.Ints, least lanes.Vec) {
	scarcest = lanes.SplatInt(int(g.resources[0]))
	least = capacity[g.resources[0]]
	for _, r := range g.resources[1:] {
		less := capacity[r].Less(least)
		scarcest, least = lanes.SplatInt(int(r)).Merge(scarcest, less), capacity[r].Merge(least, less)
	}
	return scarcest, least
}

// loadLanes is load in lanes.
func (g *group) loadLanes(x []lanes.Vec) lanes.Vec {
	sum := lanes.Vec{}
	for i := range g.users {
		u := &g.users[i]
		sum = sum.Add(lanes.Splat(u.weight).Mul(x[u.number]))
	}
	return sum
}

// LoadLanes is Load in lanes.
func (s *System) LoadLanes(groups Groups, x, load []lanes.Vec) {
	for _, i := range groups {
		g := &s.groups[i]
		used := g.loadLanes(x)
		for _, r := range g.resources {
			load[r] = used
		}
	}
}
