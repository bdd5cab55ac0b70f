package model

// A wide stretch is sheltered when each of its flows passes a narrow one too, and
// those together let through less than it can take: it cannot fill, whatever is
// offered, and the filling need not look at it. Which stretches are sheltered, and by
// which, is looked up only when the capacities no longer bear out what was found last.
type shelter struct {
	known    bool
	exposed  []int32 // stretches that can fill, in their order
	wide     []sheltered
	by       []sheltering // the narrow stretches of each wide one
	through  [][]passage  // by flow: the exposed stretches it passes, by their places among them
	passages []passage    // all of these

	narrow []passage // by flow: the narrowest it passes
	stays  []bool    // by stretch: it is exposed
	place  []int32   // by exposed stretch, numbered as all are: its place among the exposed
}

// sheltered is a stretch that cannot fill.
type sheltered struct {
	stretch    int32
	first, end int32 // those that shelter it
}

// sheltering is a narrow stretch that flows of a wide one pass.
type sheltering struct {
	stretch int32
	ratio   float64 // the most a flow takes of the wide one for what it takes of this
}

// bearsOut is the part of its capacity that a sheltered stretch may be filled to: less
// than all by more than rounding, so that leaving it out changes no bit of the result.
const bearsOut = 1 - 1e-9

func (m *Model) newShelter() shelter {
	passages := 0
	for f := range m.passages {
		passages += len(m.passages[f])
	}
	return shelter{
		exposed: make([]int32, 0, len(m.stretches)), wide: make([]sheltered, 0, len(m.stretches)),
		by: make([]sheltering, 0, passages), passages: make([]passage, 0, passages), through: make([][]passage, len(m.flows)),
		narrow: make([]passage, len(m.flows)), stays: make([]bool, len(m.stretches)), place: make([]int32, len(m.stretches)),
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

// covers reports whether those that shelter a stretch let through less than it takes.
func (h *shelter) covers(wide *sheltered, capacity []float64) bool {
	return letThrough(h.by[wide.first:wide.end], capacity) < float64(bearsOut*capacity[wide.stretch])
}

// letThrough is the most that the narrow stretches let through to the wide one. It is
// not inlined: where it was, its loop ran out of registers.
//
//go:noinline
func letThrough(by []sheltering, capacity []float64) float64 {
	most := 0.0
	for i := range by {
		most += float64(by[i].ratio * capacity[by[i].stretch])
	}
	return most
}

// shelter finds the stretches that can fill at these capacities, and the passages of
// each flow through them.
func (m *Model) shelter(h *shelter, capacity []float64) {
	clear(h.stays)
	for _, f := range m.bounded {
		h.narrow[f] = narrowPassage(m.passages[f], capacity)
		h.stays[h.narrow[f].stretch] = true
	}
	h.wide, h.by, h.exposed = h.wide[:0], h.by[:0], h.exposed[:0]
	for i := range m.stretches {
		if !h.stays[i] && !h.add(int32(i), m.stretches[i].users, capacity) {
			h.stays[i] = true
		}
		if h.stays[i] {
			h.place[i] = int32(len(h.exposed))
			h.exposed = append(h.exposed, int32(i))
		}
	}
	h.passages = h.passages[:0]
	for _, f := range m.bounded {
		first := len(h.passages)
		for _, p := range m.passages[f] {
			if h.stays[p.stretch] {
				h.passages = append(h.passages, passage{h.place[p.stretch], p.weight})
			}
		}
		h.through[f] = h.passages[first:]
	}
	h.known = true
}

// add takes a stretch up among the sheltered ones, if it is.
func (h *shelter) add(stretch int32, users []user, capacity []float64) bool {
	first := len(h.by)
next:
	for _, u := range users {
		narrow := &h.narrow[u.flow]
		ratio := u.weight / narrow.weight
		for i := range h.by[first:] {
			if s := &h.by[first+i]; s.stretch == narrow.stretch {
				s.ratio = max(s.ratio, ratio)
				continue next
			}
		}
		h.by = append(h.by, sheltering{narrow.stretch, ratio})
	}
	wide := sheltered{stretch, int32(first), int32(len(h.by))}
	if !h.covers(&wide, capacity) {
		h.by = h.by[:first]
		return false
	}
	h.wide = append(h.wide, wide)
	return true
}

// narrowPassage returns the passage that lets the least through.
func narrowPassage(passages []passage, capacity []float64) passage {
	narrow := passages[0]
	least := capacity[narrow.stretch] / narrow.weight
	for _, p := range passages[1:] {
		if mt := capacity[p.stretch] / p.weight; mt < least {
			narrow, least = p, mt
		}
	}
	return narrow
}
