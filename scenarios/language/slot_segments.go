package language

import "corridor/model"

// freeFlowDays sets a segment's first or only time, and with it the factors that the days
// saved there by projects were turned into.
var freeFlowDays = limited{
	inDated(func(s *model.Segment) *float64 { return &s.FreeFlowDays }, func(s *model.Segment) *[]model.Dated { return &s.DaysFrom }),
	func(at *site, otherwise slot) put {
		segment := at.owner.(*model.Segment)
		set := otherwise.setter(at)
		if i, ok := at.dated(segment.DaysFrom); !ok || i >= 0 {
			return set
		}
		saved := savingsOn(at.corridor, segment)
		at.loose = len(saved) > 0
		return func(c *model.Corridor, owner any, n float64) {
			set(c, owner, n)
			for _, s := range saved {
				c.Projects[s.project].Changes[s.change].Scale = max(0, 1-s.days/n)
			}
		}
	},
}

// saving is what a project takes off the time of a segment.
type saving struct {
	project, change int
	days            float64
}

func savingsOn(c *model.Corridor, segment *model.Segment) (list []saving) {
	for i, p := range c.Projects {
		for j, change := range p.Changes {
			if &c.Segments[change.Segment] == segment && change.Quantity == model.FreeFlowDays {
				list = append(list, saving{i, j, (1 - change.Scale) * segment.FreeFlowDays})
			}
		}
	}
	return list
}

// isCrowded reports whether a segment slows down as it fills: one that does not is laid out
// as such, and cannot begin to in some futures.
func isCrowded(at *site) bool { return at.owner.(*model.Segment).Congestion.Alpha > 0 }

// availabilitySlot is the share of each calendar month a segment is open. In a capacity
// that contains its closures it only shapes the year, and is not set.
type availabilitySlot struct{}

func (availabilitySlot) compile(_ *compiler, owner any, v value) {
	owner.(*model.Segment).Availability = twelve(v, 1)
}

func (availabilitySlot) setter(at *site) put {
	if len(at.rest) > 0 || !at.v.plain() || at.around.of("includes_weather").boolean() {
		return nil
	}
	at.loose = true // closures must fit the spells of hazards
	return func(_ *model.Corridor, owner any, n float64) {
		open := &owner.(*model.Segment).Availability
		for month := range open {
			open[month] = n
		}
	}
}

// unitsSlot is a capacity in units of a cargo class.
type unitsSlot struct{}

func (unitsSlot) compile(c *compiler, owner any, v value) {
	if v.given() {
		owner.(*model.Segment).Supply.Fixed = model.Fixed{Years: []int{firstYear}, MtPerYear: []float64{v.of("per_year").number() * c.unitMt(v.of("of"))}}
	}
}

func (unitsSlot) setter(at *site) put {
	if len(at.rest) != 1 || at.rest[0] != "per_year" {
		return nil
	}
	unit := at.unitMt(at.v.of("of"))
	return func(_ *model.Corridor, owner any, n float64) {
		owner.(*model.Segment).Supply.Fixed.MtPerYear[0] = n * unit
	}
}

// unitMt is the mass of a unit of a cargo class, in Mt.
func (at *site) unitMt(class value) float64 {
	return at.top.of("cargo").of(class.string()).of("tonnes_per_unit").number() / tonnesPerMt
}
