//go:build goexperiment.simd && amd64

package fill

import "corridor/model/lanes"

// holdsLanes is holds in every lane.
func (h *sheltering) holdsLanes(capacity []lanes.Vec) bool {
	for i := range h.wide {
		if !h.coversLanes(&h.wide[i], capacity) {
			return false
		}
	}
	return h.known
}

// coversLanes is covers in every lane.
func (h *sheltering) coversLanes(wide *sheltered, capacity []lanes.Vec) bool {
	most := lanes.Vec{}
	by := h.by[wide.first:wide.end]
	for i := range by {
		most = most.Add(lanes.Splat(by[i].ratio).Mul(capacity[by[i].group]))
	}
	return lanes.Every(most.Less(lanes.Splat(bearsOut).Mul(capacity[wide.group])))
}

// In lanes a group counts as sheltered that is so in all of them, by the same narrow groups. Any that
// a user uses will do: it is the narrowest of the first lane.
func (w *WorkspaceLanes) narrowest(claims []claim) claim { return narrowestOfFirst(claims, w.capacity) }

func (w *WorkspaceLanes) cover(h *sheltering, wide sheltered) bool {
	covered := h.coversLanes(&wide, w.capacity)
	lanes.Scalar()
	return covered
}

// narrowestOfFirst is narrowest in the first lane.
func narrowestOfFirst(claims []claim, capacity []lanes.Vec) claim {
	narrow := claims[0]
	least := *lanes.Lane(&capacity[narrow.group], 0) / narrow.weight
	for _, p := range claims[1:] {
		if most := *lanes.Lane(&capacity[p.group], 0) / p.weight; most < least {
			narrow, least = p, most
		}
	}
	return narrow
}
