package fill

// A wide group is sheltered when each of its users uses a narrow one too, and those
// together let through less than it can take: it cannot fill, whatever is asked for, and
// the filling need not look at it. Which groups are sheltered, and by which, is looked up
// only when the capacities no longer bear out what was found last.
type shelter struct {
	known   bool
	exposed []int32 // groups that can fill, in their order
	wide    []sheltered
	by      []sheltering // the narrow groups of each wide one
	through [][]claim    // by user: its claims on exposed groups, by their places among them
	claims  []claim      // all of these

	narrow []claim // by user: on the narrowest group it uses
	stays  []bool  // by group: it is exposed
	place  []int32 // by exposed group, numbered as all are: its place among the exposed
}

// sheltered is a group that cannot fill.
type sheltered struct {
	group      int32
	first, end int32 // those that shelter it
}

// sheltering is a narrow group that users of a wide one use.
type sheltering struct {
	group int32
	ratio float64 // the most a user takes of the wide one for what it takes of this
}

// bearsOut is the part of its capacity that a sheltered group may be filled to: less
// than all by more than rounding, so that leaving it out changes no bit of the result.
const bearsOut = 1 - 1e-9

func (s *System) newShelter() shelter {
	claims := 0
	for u := range s.claims {
		claims += len(s.claims[u])
	}
	return shelter{
		exposed: make([]int32, 0, len(s.groups)), wide: make([]sheltered, 0, len(s.groups)),
		by: make([]sheltering, 0, claims), claims: make([]claim, 0, claims), through: make([][]claim, len(s.claims)),
		narrow: make([]claim, len(s.claims)), stays: make([]bool, len(s.groups)), place: make([]int32, len(s.groups)),
	}
}

// holds reports whether the capacities bear out what is known.
func (h *shelter) holds(capacity []float64) bool {
	for i := range h.wide {
		if !h.covers(&h.wide[i], capacity) {
			return false
		}
	}
	return h.known
}

// covers reports whether those that shelter a group let through less than it takes.
func (h *shelter) covers(wide *sheltered, capacity []float64) bool {
	return letThrough(h.by[wide.first:wide.end], capacity) < float64(bearsOut*capacity[wide.group])
}

// letThrough is the most that the narrow groups let through to the wide one. It is
// not inlined: where it was, its loop ran out of registers.
//
//go:noinline
func letThrough(by []sheltering, capacity []float64) float64 {
	most := 0.0
	for i := range by {
		most += float64(by[i].ratio * capacity[by[i].group])
	}
	return most
}

// shelter finds the groups that can fill at these capacities, and the claims of each
// user on them.
func (s *System) shelter(h *shelter, capacity []float64) {
	clear(h.stays)
	for _, u := range s.bound {
		h.narrow[u] = narrowest(s.claims[u], capacity)
		h.stays[h.narrow[u].group] = true
	}
	h.wide, h.by, h.exposed = h.wide[:0], h.by[:0], h.exposed[:0]
	for i := range s.groups {
		if !h.stays[i] && !h.add(int32(i), s.groups[i].users, capacity) {
			h.stays[i] = true
		}
		if h.stays[i] {
			h.place[i] = int32(len(h.exposed))
			h.exposed = append(h.exposed, int32(i))
		}
	}
	h.claims = h.claims[:0]
	for _, u := range s.bound {
		first := len(h.claims)
		for _, p := range s.claims[u] {
			if h.stays[p.group] {
				h.claims = append(h.claims, claim{h.place[p.group], p.weight})
			}
		}
		h.through[u] = h.claims[first:]
	}
	h.known = true
}

// add counts a group among the sheltered ones if it is sheltered.
func (h *shelter) add(group int32, users []user, capacity []float64) bool {
	first := len(h.by)
next:
	for _, u := range users {
		narrow := &h.narrow[u.number]
		ratio := u.weight / narrow.weight
		for i := range h.by[first:] {
			if s := &h.by[first+i]; s.group == narrow.group {
				s.ratio = max(s.ratio, ratio)
				continue next
			}
		}
		h.by = append(h.by, sheltering{narrow.group, ratio})
	}
	wide := sheltered{group, int32(first), int32(len(h.by))}
	if !h.covers(&wide, capacity) {
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
