package scenarios

import "corridor/model"

// hazardSetter changes a number of a hazard. What lasts how long is not among them,
// nor what the figures contain.
func (s *Scenario) hazardSetter(name, kind, key string) Setter {
	i := s.indexOf("hazards", name)
	if i < 0 {
		return nil
	}
	at := func(c *model.Corridor) *model.Hazard { return &c.Hazards[i] }
	switch h := &s.Corridor.Hazards[i]; {
	case h.Kind == model.LevelWalk && kind == "level" && key == "sd_m_per_year":
		return func(c *model.Corridor, v float64) { at(c).SDMPerYear = v }
	case kind != "outage" && kind != "shock":
		return nil
	}
	switch key {
	case "rate_per_year":
		return func(c *model.Corridor, v float64) { at(c).Events.PerYear = v }
	case "severity":
		return func(c *model.Corridor, v float64) { at(c).Severity = v }
	case "factor":
		return func(c *model.Corridor, v float64) { at(c).Factor = v }
	case "add_cost_usd_per_t":
		return func(c *model.Corridor, v float64) { at(c).AddUSDPerT = v }
	case "add_days":
		return func(c *model.Corridor, v float64) { at(c).AddDays = v }
	}
	return nil
}
