package sim

import (
	"slices"

	"corridor/model"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// movement gathers the year of one cargo class on one segment, in both directions.
type movement struct {
	segment                          int
	class                            model.Class
	west, east, emptyWest, emptyEast stats.Sum
}

// movementsOf lists the classes that go both ways or come back empty, on each segment they pass,
// class by class in the order of the flows.
func movementsOf(m *model.Model) (list []movement) {
	c := m.Corridor()
	eastbound := slices.ContainsFunc(c.Markets, func(m model.Market) bool { return m.Eastbound })
	if !eastbound && len(c.Classes) == 0 {
		return nil
	}
	for _, of := range classesOf(m) {
		class := model.Class{Name: of.cargo}
		if i := slices.IndexFunc(c.Classes, func(c model.Class) bool { return c.Name == of.cargo }); i >= 0 {
			class = c.Classes[i]
		}
		for i := range c.Segments {
			if m.Passes(of.cargo, i) {
				list = append(list, movement{segment: i, class: class})
			}
		}
	}
	return list
}

func (v *movement) add(m *model.Model, out *model.Outcome) {
	moved := m.Movements(out, v.segment, v.class)
	v.west.Add(moved.West)
	v.east.Add(moved.East)
	v.emptyWest.Add(moved.EmptyWest)
	v.emptyEast.Add(moved.EmptyEast)
}

// append writes the row of the year and begins the next.
func (v *movement) append(t *tables.Table, r *recorder, year int) {
	thousands := func(mt float64) float64 {
		return model.Ratio(mt, r.labels.Cargo[v.class.Name].TonnesPerUnit) * 1000 // Mt of t each: millions, in thousands
	}
	west, east, emptyWest, emptyEast := v.west.Value(), v.east.Value(), v.emptyWest.Value(), v.emptyEast.Value()
	t.Append(r.name, year, r.segmentName(v.segment), v.class.Name, west, east,
		thousands(west), thousands(east), thousands(emptyWest), thousands(emptyEast), thousands(west+east+emptyWest+emptyEast))
	*v = movement{segment: v.segment, class: v.class}
}
