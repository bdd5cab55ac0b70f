package fill

// part is some users with all the groups they use, and which no others use: what the others
// are given is nothing to them, and they are filled by themselves.
type part struct {
	groups []int32 // in their order
	users  []int32 // likewise
}

// divide finds the parts: the connected components of users and groups, in the order of
// their first groups. A group that nobody uses is in none.
func (s *System) divide() {
	whole := make([]int32, len(s.groups)) // the first group of the same part, or one nearer to it
	for g := range whole {
		whole[g] = int32(g)
	}
	first := func(g int32) int32 {
		for whole[g] != g {
			whole[g] = whole[whole[g]]
			g = whole[g]
		}
		return g
	}
	for _, claims := range s.claims {
		for i := 1; i < len(claims); i++ {
			a, b := first(claims[0].group), first(claims[i].group)
			whole[max(a, b)] = min(a, b)
		}
	}
	index := make([]int32, len(s.groups)) // of the part, by its first group
	for g := range s.groups {
		if len(s.groups[g].users) == 0 {
			continue
		}
		of := first(int32(g))
		if of == int32(g) {
			index[g] = int32(len(s.parts))
			s.parts = append(s.parts, part{})
		}
		p := &s.parts[index[of]]
		p.groups = append(p.groups, int32(g))
	}
	for u, claims := range s.claims {
		if len(claims) > 0 {
			p := &s.parts[index[first(claims[0].group)]]
			p.users = append(p.users, int32(u))
		}
	}
}
