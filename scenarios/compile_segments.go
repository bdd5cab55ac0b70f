package scenarios

import (
	"math"

	"corridor/model"
)

func (c *compiler) segment(v namedValue) model.Segment {
	c.accepted(v.of("accepts"))
	s := model.Segment{
		Name:          v.name,
		Supply:        c.supply(v.of("capacity")),
		Availability:  twelve(v.of("availability"), 1),
		Effectiveness: v.of("effectiveness").number(),
		FreeFlowDays:  v.of("free_flow_days").number(),
		CostUSDPerT:   v.of("cost_usd_per_t").number(),
		DistanceKm:    v.of("distance_km").number(),
		EmissionsG:    v.of("emissions_g_per_tkm").number(),
		StorageMt:     math.Inf(1),
	}
	if storage := v.of("storage_mt"); storage.given() {
		s.StorageMt = storage.number()
	}
	if congestion := v.of("congestion"); congestion.given() {
		s.Congestion = model.Congestion{Alpha: congestion.of("alpha").number(), Beta: congestion.of("beta").number()}
	}
	return s
}

func (c *compiler) supply(v value) (s model.Supply) {
	if fixed := v.of("fixed_mt_per_year"); fixed.given() {
		if fixed.kind == mapKind && !fixed.isValue() {
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

// accepted reports cargo classes that a segment accepts and nobody defines.
func (c *compiler) accepted(accepts value) {
	cargo := c.top.of("cargo")
	if cargo.given() && cargo.kind != mapKind {
		return // reported
	}
	for _, v := range accepts.each() {
		if cargo.get(v.name) == nil {
			c.report.report(v.at, "there is no %q among the cargo%s", short(v.name), didYouMean(v.name, cargo.names()))
		}
	}
}
