package language

import "corridor/model"

// removed warns of a project that takes away all there is of something, or more.
func (w *warner) removed(v namedValue) {
	for _, on := range w.changedOn(v) {
		i := on.segment
		for n := range changes {
			taken := on.of(changes[n].key)
			if changes[n].scale || !taken.given() || taken.number() >= 0 {
				continue
			}
			quantity, _ := w.changed(&changes[n], i)
			if left := w.left(i, quantity); left <= 0 {
				w.report.Warn(taken.Position, "%s takes so much from %s that nothing is left: %s with all that projects add and take",
					w.effort(v), w.parts[i].name, withUnit(figure(left), quantityUnits[quantity]))
			}
		}
	}
}

// left is what a segment has of a quantity at most, with all that projects add and take.
func (w *warner) left(segment int, q model.Quantity) float64 {
	s := &w.s.Corridor.Segments[segment]
	have := 0.0
	switch q {
	case model.Capacity:
		have = w.capacity(segment)
		if effectiveness := s.OpenEffectiveness(); effectiveness > 0 { // what projects add is nameplate
			have /= effectiveness
		}
	case model.TrainsPerDay:
		have = s.Supply.Rail.TrainsPerDay
	case model.NetTonnes:
		have = s.Supply.Rail.NetTonnes
	case model.Vessels:
		have = s.Supply.Fleet.Vessels
	case model.PayloadT:
		have = s.Supply.Fleet.PayloadT
	case model.LoadFactor:
		have = s.Supply.Fleet.LoadFactor
	case model.StorageMt:
		have = s.StorageMt
	}
	base := have
	for i := range w.s.Corridor.Projects {
		p := &w.s.Corridor.Projects[i]
		for _, made := range p.Changes {
			if made.Segment == segment && made.Quantity == q && !p.Disabled && p.Start <= w.last {
				have += float64((made.Add + float64(made.Part*base)) * p.EffectiveShare)
			}
		}
	}
	return have
}

// quantityUnits are those of the quantities that a project can take away.
var quantityUnits = map[model.Quantity]string{
	model.Capacity: "Mt/yr", model.TrainsPerDay: "trains/day", model.NetTonnes: "t", model.Vessels: "vessels", model.PayloadT: "t", model.StorageMt: "Mt",
}
