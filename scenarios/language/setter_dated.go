package language

import "corridor/model"

// datedSetter changes the number that holds from the year or month that ends a path on:
// the first of them by a setter of its own, a later one, by its place among those given,
// by put.
func (s *Compiled) datedSetter(first Setter, given []model.Dated, put func(c *model.Corridor, i int, v float64), path ...string) Setter {
	t := s.root
	for _, step := range path {
		t = t.Get(step)
	}
	from, ok := beginning(path[len(path)-1])
	if t == nil || !ok {
		return nil
	}
	for i, d := range given {
		if d.From == from {
			return func(c *model.Corridor, v float64) { put(c, i, v) }
		}
	}
	return first
}
