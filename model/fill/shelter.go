package fill

// A wide group is sheltered when each of its users uses a narrow one too, and those
// together let through less than it can take: it cannot fill, whatever is asked for, and
// the filling need not look at it. Which groups are sheltered, and by which, is looked up
// only when the capacities no longer bear out what was found last.
type sheltering struct {
	known   bool
	exposed []int32 // groups of the part that can fill, in their order
	wide    []sheltered
	by      []narrower // the narrow groups of each wide one
	claims  []claim    // those of all its users on exposed groups
}

// shelter is what is found, and the space to find it in, of all parts together.
type shelter struct {
	through [][]claim // by user: its claims on exposed groups, by their places among them
	narrow  []claim   // by user: on the narrowest group it uses
	stays   []bool    // by group: it is exposed
	place   []int32   // by group: its place among the exposed ones, or among those that shelter one
}

// sheltered is a group that cannot fill.
type sheltered struct {
	group      int32
	first, end int32 // those that shelter it
}

// narrower is a narrow group that users of a wide one use.
type narrower struct {
	group int32
	ratio float64 // the most a user takes of the wide one for what it takes of this
}

// bearsOut is the part of its capacity that a sheltered group may be filled to: less
// than all by more than rounding, so that leaving it out changes no bit of the result.
const bearsOut = 1 - 1e-9

func (s *System) newShelter() shelter {
	users, groups := len(s.claims), len(s.groups)
	return shelter{through: make([][]claim, users), narrow: make([]claim, users), stays: make([]bool, groups), place: make([]int32, groups)}
}

func (s *System) newSheltering(of *part) sheltering {
	claims := 0
	for _, u := range of.users {
		claims += len(s.claims[u])
	}
	n := len(of.groups)
	return sheltering{
		exposed: make([]int32, 0, n), wide: make([]sheltered, 0, n), by: make([]narrower, 0, claims), claims: make([]claim, 0, claims),
	}
}

// holds reports whether the capacities bear out what is known.
func (h *sheltering) holds(capacity []float64) bool {
	for i := range h.wide {
		if !h.covers(&h.wide[i], capacity) {
			return false
		}
	}
	return h.known
}

// covers reports whether those that shelter a group let through less than it takes.
func (h *sheltering) covers(wide *sheltered, capacity []float64) bool {
	return letThrough(h.by[wide.first:wide.end], capacity) < float64(bearsOut*capacity[wide.group])
}

// letThrough is the most that the narrow groups let through to the wide one. It is
// not inlined: where it was, its loop ran out of registers.
//
//go:noinline
func letThrough(by []narrower, capacity []float64) float64 {
	most := 0.0
	for i := range by {
		most += float64(by[i].ratio * capacity[by[i].group])
	}
	return most
}

// capacities are those of the groups, of one allocation or of several side by side.
type capacities interface {
	narrowest(claims []claim) claim           // of what a user takes
	cover(h *sheltering, wide sheltered) bool // as covers, in all of them
}

func (w *Workspace) narrowest(claims []claim) claim           { return narrowest(claims, w.capacity) }
func (w *Workspace) cover(h *sheltering, wide sheltered) bool { return h.covers(&wide, w.capacity) }

// shelter finds the groups of a part that can fill at these capacities, and the claims of
// each of its users on them.
func (s *System) shelter(c capacities, w *shelter, h *sheltering, of *part) {
	for _, g := range of.groups {
		w.stays[g] = false
	}
	for _, u := range of.users {
		w.narrow[u] = c.narrowest(s.claims[u])
		w.stays[w.narrow[u].group] = true
	}
	h.wide, h.by, h.exposed, h.claims = h.wide[:0], h.by[:0], h.exposed[:0], h.claims[:0]
	for _, g := range of.groups {
		if !w.stays[g] && !h.add(c, w, g, s.groups[g].users) {
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

// add counts a group among the sheltered ones if it is sheltered.
func (h *sheltering) add(c capacities, w *shelter, group int32, users []user) bool {
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
	if !c.cover(h, wide) {
		h.by = h.by[:first]
		return false
	}
	h.wide = append(h.wide, wide)
	return true
}

// narrowest returns the claim on the group that lets the least through.
func narrowest(claims []claim, capacity []float64) claim {
	narrow := claims[0]
	least := capacity[narrow.group] / narrow.weight
	for _, p := range claims[1:] {
		if most := capacity[p.group] / p.weight; most < least {
			narrow, least = p, most
		}
	}
	return narrow
}
