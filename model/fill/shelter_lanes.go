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

// shelterLanes is shelter in lanes: a group counts as sheltered that is so in all of them, by the
// same narrow groups. Any that a user uses will do: it is the narrowest of the first lane.
func (s *System) shelterLanes(w *shelter, h *fillingLanes, of *part, capacity []lanes.Vec) {
	lanes.Scalar()
	for _, g := range of.groups {
		w.stays[g] = false
	}
	for _, u := range of.users {
		w.narrow[u] = narrowestOfFirst(s.claims[u], capacity)
		w.stays[w.narrow[u].group] = true
	}
	h.wide, h.by, h.exposed, h.claims = h.wide[:0], h.by[:0], h.exposed[:0], h.claims[:0]
	for _, g := range of.groups {
		if !w.stays[g] && !h.addLanes(w, g, s.groups[g].users, capacity) {
			w.stays[g] = true
		}
		if w.stays[g] {
			h.exposed = append(h.exposed, g)
		}
	}
	for i, g := range h.exposed {
		w.place[g] = int32(i)
	}
	for _, u := range of.users {
		first := len(h.claims)
		for _, p := range s.claims[u] {
			if w.stays[p.group] {
				h.claims = append(h.claims, claim{w.place[p.group], p.weight})
			}
		}
		w.through[u] = h.claims[first:]
	}
	h.known = true
}

// addLanes counts a group among the sheltered ones if it is sheltered in every lane.
func (h *sheltering) addLanes(w *shelter, group int32, users []user, capacity []lanes.Vec) bool {
	lanes.Scalar()
	first := len(h.by)
	for _, u := range users {
		narrow := &w.narrow[u.number]
		ratio := u.weight / narrow.weight
		if i := int(w.place[narrow.group]); i >= first && i < len(h.by) && h.by[i].group == narrow.group {
			h.by[i].ratio = max(h.by[i].ratio, ratio)
			continue
		}
		w.place[narrow.group] = int32(len(h.by))
		h.by = append(h.by, narrower{narrow.group, ratio})
	}
	wide := sheltered{group, int32(first), int32(len(h.by))}
	if !h.coversLanes(&wide, capacity) {
		h.by = h.by[:first]
		return false
	}
	h.wide = append(h.wide, wide)
	return true
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
