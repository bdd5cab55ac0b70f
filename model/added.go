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
	fall := m.Water.FallM(t.Year())
	most := 0.0
	for s := range m.Segments {
		before := m.Segments[s].base(t.Year(), fall)
		now, factor := before, ones
		for j := range p.Changes {
			if c := &p.Changes[j]; c.Segment == s {
				now[c.Quantity], factor[c.Quantity] = c.apply(p.EffectiveShare, now[c.Quantity], factor[c.Quantity])
			}
		}
		for q := range now {
			now[q] = float64(now[q] * factor[q])
		}
		most = max(most, now.capacity()-before.capacity())
	}
	return most
}

// ones are factors that change nothing.
var ones = func() (q conditions) {
	for i := range q {
		q[i] = 1
	}
	return q
}()
