package language

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

func (c *compiler) segment(v namedValue) model.Segment {
	c.accepted(v.of("accepts"))
	s := model.Segment{
		Name:          v.name,
		Supply:        c.supply(v.of("capacity")),
		Availability:  twelve(v.of("availability"), 1),
		Effectiveness: v.of("effectiveness").number(),
		DistanceKm:    v.of("distance_km").number(),
		EmissionsG:    v.of("emissions_g_per_tkm").number(),
		StorageMt:     math.Inf(1),
		Base:          baseTermsOf(c.top.of("calibration").of("segments").of(v.name), "free_flow_days"),
	}
	s.CostUSDPerT, s.CostFrom = c.dated(v.of("cost_usd_per_t"))
	s.FreeFlowDays, s.DaysFrom = c.dated(v.of("free_flow_days"))
	s.OtherTraffic = seriesOf(v.of("other_traffic_mt_per_year"))
	s.DraftLossPerM, s.DraftFullM = v.of("draft").of("loss_per_m").number(), v.of("draft").of("full_at_m").number()
	if v.of("includes_weather").boolean() {
		s.Effectiveness /= c.meanAvailability(v, s.Availability)
	}
	if storage := v.of("storage_mt"); storage.given() {
		s.StorageMt = storage.number()
	}
	if congestion := v.of("congestion"); congestion.given() {
		s.Congestion = model.Congestion{Alpha: congestion.of("alpha").number(), Beta: congestion.of("beta").number()}
	}
	return s
}

// meanAvailability is the mean of the calendar, by which a capacity that contains
// its closures is divided to find what passes while the segment is open.
func (c *compiler) meanAvailability(v namedValue, availability [calendar.MonthsPerYear]float64) float64 {
	sum := 0.0
	for _, share := range availability {
		sum += share
	}
	if sum <= 0 {
		if at := v.of("availability"); c.report.Sound(at.Tree) {
			c.report.Mistake(at.place(v.value), "segment %s is open in no month, so its capacity cannot include the weather", v.name)
		}
		return 1
	}
	return sum / calendar.MonthsPerYear
}

// seriesOf reads a number, or numbers by year.
func seriesOf(v value) model.Series {
	switch {
	case !v.given():
		return model.Series{}
	case v.Kind == text.Map && !v.isValue():
		years, values := steps(v)
		return model.Series{Years: years, Values: values}
	}
	return model.Constant(v.number())
}

func (c *compiler) supply(v value) (s model.Supply) {
	if units := v.of("units"); units.given() {
		s.Fixed = model.Fixed{Years: []int{firstYear}, MtPerYear: []float64{units.of("per_year").number() * c.unitMt(units.of("of"))}}
	}
	if fixed := v.of("fixed_mt_per_year"); fixed.given() {
		if fixed.Kind == text.Map && !fixed.isValue() {
			s.Fixed.Years, s.Fixed.MtPerYear = steps(fixed)
		} else {
			s.Fixed = model.Fixed{Years: []int{firstYear}, MtPerYear: []float64{fixed.number()}}
		}
	}
	if rail := v.of("rail"); rail.given() {
		s.Rail = model.Rail{TrainsPerDay: rail.of("trains_per_day").number(), NetTonnes: rail.of("net_tonnes").number()}
	}
	if fleet := v.of("fleet"); fleet.given() {
		s.Fleet = model.Fleet{
			Vessels:     fleet.of("vessels").number(),
			PayloadT:    fleet.of("payload_t").number(),
			LoadFactor:  fleet.of("load_factor").number(),
			SailingDays: fleet.of("sailing_days").number(),
			PortDays:    fleet.of("port_days").number(),
		}
	}
	return s
}

const tonnesPerMt = 1e6

// unitMt is the mass of a unit of a cargo class, in Mt.
func (c *compiler) unitMt(class value) float64 {
	if !class.given() {
		return 0 // reported
	}
	cargo := c.top.of("cargo").of(class.string())
	tonnes := cargo.of("tonnes_per_unit")
	if cargo.given() && !tonnes.given() && c.report.Sound(cargo.Tree) {
		c.report.Mistake(class.Position, "%s has no tonnes_per_unit, so units of it have no mass", class.string())
	}
	return tonnes.number() / tonnesPerMt
}

// accepted reports cargo classes that a segment accepts and nobody defines.
func (c *compiler) accepted(accepts value) {
	cargo := c.top.of("cargo")
	if cargo.given() && cargo.Kind != text.Map {
		return // reported
	}
	for _, v := range accepts.each() {
		if cargo.Get(v.name) == nil {
			c.report.Mistake(v.at, "there is no %q among the cargo%s", text.Short(v.name), text.DidYouMean(v.name, cargo.names()))
		}
	}
}
