package language

import "corridor/model"

// hazardSetter changes a number of a hazard. What lasts how long is not among them,
// nor what the figures contain.
func (s *Compiled) hazardSetter(name, kind, key string) Setter {
	i := s.indexOf("hazards", name)
	if i < 0 {
		return nil
	}
	at := func(c *model.Corridor) *model.Hazard { return &c.Hazards[i] }
	switch s.Corridor.Hazards[i].Kind {
	case model.LevelWalk:
		if kind == "level" && key == "sd_m_per_year" {
			return func(c *model.Corridor, v float64) { at(c).SDMPerYear = v }
		}
	case model.Outage:
		if kind == "outage" && key == "severity" {
			return func(c *model.Corridor, v float64) { at(c).Severity = v }
		}
	case model.MarketShock:
		if kind == "shock" && key == "factor" {
			return func(c *model.Corridor, v float64) { at(c).Factor = v }
		}
	case model.RivalShock:
		switch kind + "." + key {
		case "shock.add_cost_usd_per_t":
			return func(c *model.Corridor, v float64) { at(c).AddUSDPerT = v }
		case "shock.add_days":
			return func(c *model.Corridor, v float64) { at(c).AddDays = v }
		}
	}
	if key == "rate_per_year" && s.root.Get("hazards").Get(name).Get(kind).Get(key) != nil {
		return func(c *model.Corridor, v float64) { at(c).Events.PerYear = v }
	}
	return nil
}
