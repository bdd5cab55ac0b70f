package language

import (
	"strings"

	"corridor/model"
)

func (s *Compiled) segmentSetter(name string, steps []string) Setter {
	i := s.indexOf("segments", name)
	if i < 0 {
		return nil
	}
	at := func(c *model.Corridor) *model.Segment { return &c.Segments[i] }
	switch strings.Join(steps, ".") {
	case "effectiveness":
		scale := 1.0 // a capacity that contains its closures is kept as it is while open
		if own := s.figureAt("segments", name, "effectiveness", 1); own > 0 {
			scale = s.Corridor.Segments[i].Effectiveness / own
		}
		return func(c *model.Corridor, v float64) { at(c).Effectiveness = v * scale }
	case "free_flow_days":
		if s.plainAt("segments", name, steps[0]) {
			return s.daysSetter(i)
		}
	case "cost_usd_per_t":
		if s.plainAt("segments", name, steps[0]) {
			return func(c *model.Corridor, v float64) { at(c).CostUSDPerT = v }
		}
	case "storage_mt":
		return func(c *model.Corridor, v float64) { at(c).StorageMt = v }
	case "draft.loss_per_m":
		return func(c *model.Corridor, v float64) { at(c).DraftLossPerM = v }
	case "draft.full_at_m":
		return func(c *model.Corridor, v float64) { at(c).DraftFullM = v }
	case "availability":
		// In a capacity that contains its closures they only shape the year.
		if own := s.root.Get("segments").Get(name); s.plainAt("segments", name, steps[0]) && own.TextOf("includes_weather") != "true" {
			return func(c *model.Corridor, v float64) {
				for month := range at(c).Availability {
					at(c).Availability[month] = v
				}
			}
		}
	case "congestion.alpha":
		if s.Corridor.Segments[i].Congestion.Alpha > 0 {
			return func(c *model.Corridor, v float64) { at(c).Congestion.Alpha = v }
		}
	case "congestion.beta":
		return func(c *model.Corridor, v float64) { at(c).Congestion.Beta = v }
	case "capacity.fixed_mt_per_year":
		if s.plainAt("segments", name, "capacity", "fixed_mt_per_year") {
			return func(c *model.Corridor, v float64) { at(c).Supply.Fixed.MtPerYear[0] = v }
		}
	case "capacity.units.per_year":
		tonnes := s.Labels.Cargo[s.root.Get("segments").Get(name).Get("capacity").Get("units").TextOf("of")].TonnesPerUnit
		return func(c *model.Corridor, v float64) { at(c).Supply.Fixed.MtPerYear[0] = v * (tonnes / tonnesPerMt) }
	case "capacity.rail.trains_per_day":
		return func(c *model.Corridor, v float64) { at(c).Supply.Rail.TrainsPerDay = v }
	case "capacity.rail.net_tonnes":
		return func(c *model.Corridor, v float64) { at(c).Supply.Rail.NetTonnes = v }
	case "capacity.fleet.vessels":
		return func(c *model.Corridor, v float64) { at(c).Supply.Fleet.Vessels = v }
	case "capacity.fleet.payload_t":
		return func(c *model.Corridor, v float64) { at(c).Supply.Fleet.PayloadT = v }
	case "capacity.fleet.load_factor":
		return func(c *model.Corridor, v float64) { at(c).Supply.Fleet.LoadFactor = v }
	case "capacity.fleet.sailing_days":
		return func(c *model.Corridor, v float64) { at(c).Supply.Fleet.SailingDays = v }
	case "capacity.fleet.port_days":
		return func(c *model.Corridor, v float64) { at(c).Supply.Fleet.PortDays = v }
	}
	switch {
	case len(steps) == 2 && steps[0] == "cost_usd_per_t":
		first := func(c *model.Corridor, v float64) { at(c).CostUSDPerT = v }
		put := func(c *model.Corridor, j int, v float64) { at(c).CostFrom[j].Value = v }
		return s.datedSetter(first, s.Corridor.Segments[i].CostFrom, put, "segments", name, steps[0], steps[1])
	case len(steps) == 2 && steps[0] == "free_flow_days":
		put := func(c *model.Corridor, j int, v float64) { at(c).DaysFrom[j].Value = v }
		return s.datedSetter(s.daysSetter(i), s.Corridor.Segments[i].DaysFrom, put, "segments", name, steps[0], steps[1])
	case steps[0] == "other_traffic_mt_per_year":
		return seriesSetter(func(c *model.Corridor) *model.Series { return &at(c).OtherTraffic }, s.Corridor.Segments[i].OtherTraffic, steps[1:])
	case len(steps) == 3 && steps[0] == "capacity" && steps[1] == "fixed_mt_per_year":
		fixed := s.Corridor.Segments[i].Supply.Fixed
		if j := yearIndex(fixed.Years, steps[2]); j >= 0 {
			return func(c *model.Corridor, v float64) { at(c).Supply.Fixed.MtPerYear[j] = v }
		}
	}
	return nil
}

// daysSetter changes a segment's time, and with it the factors that projects which
// save days there were turned into.
func (s *Compiled) daysSetter(segment int) Setter {
	type saving struct {
		project, change int
		days            float64
	}
	before := s.Corridor.Segments[segment].FreeFlowDays
	var savings []saving
	for i, p := range s.Corridor.Projects {
		for j, ch := range p.Changes {
			if ch.Segment == segment && ch.Quantity == model.FreeFlowDays {
				savings = append(savings, saving{i, j, (1 - ch.Scale) * before})
			}
		}
	}
	return func(c *model.Corridor, v float64) {
		c.Segments[segment].FreeFlowDays = v
		for _, saved := range savings {
			c.Projects[saved.project].Changes[saved.change].Scale = max(0, 1-saved.days/v)
		}
	}
}

// figureAt returns the number the file gives at a path, or a default.
func (s *Compiled) figureAt(section, name, key string, standard float64) float64 {
	v := value{s.root.Get(section).Get(name).Get(key), nil}
	if !v.given() {
		return standard
	}
	return v.number()
}
