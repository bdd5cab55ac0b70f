package model

// AddedCapacityMt is the capacity project i adds to its segments at full effect,
// in Mt per year: their practical capacity with it less without it, in the year
// of month t, other projects left out. A project on several segments of one route
// counts with the most it adds to any of them.
func (m *Model) AddedCapacityMt(i int, t Month) float64 {
	p := &m.Projects[i]
	if t == Never {
		t = m.Start
	}
	now, factor := make([]conditions, len(m.Segments)), make([]conditions, len(m.Segments))
	m.unchanged(t.Year(), now)
	before := make([]float64, len(m.Segments))
	for s := range now {
		before[s], factor[s] = now[s].capacity(), ones
	}
	p.apply(p.EffectiveShare, now, factor)
	most := 0.0
	for s := range now {
		now[s].scale(&factor[s])
		most = max(most, now[s].capacity()-before[s])
	}
	return most
}
