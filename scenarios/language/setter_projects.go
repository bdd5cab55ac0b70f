package language

import (
	"math"
	"slices"

	"corridor/model"
)

// projectIndex finds a project or measure in the compiled corridor, or returns −1.
func (s *Compiled) projectIndex(name string) int {
	return slices.IndexFunc(s.Corridor.Projects, func(p model.Project) bool { return p.Name == name })
}

func (s *Compiled) projectSetter(name, key string) Setter {
	i := s.projectIndex(name)
	if i < 0 {
		return nil
	}
	at := func(c *model.Corridor) *model.Project { return &c.Projects[i] }
	switch key {
	case "cost_musd":
		return func(c *model.Corridor, v float64) { at(c).CostMUSD, at(c).EstimateMUSD = v, v }
	case "cost_musd_per_year":
		return func(c *model.Corridor, v float64) { at(c).AnnualMUSD = v }
	case "duration_months":
		return func(c *model.Corridor, v float64) { at(c).DurationMonths = wholeMonths(v) }
	case "delay_factor":
		return func(c *model.Corridor, v float64) { at(c).DelayFactor = v }
	case "delay_months":
		return func(c *model.Corridor, v float64) { at(c).DelayMonths = wholeMonths(v) }
	case "ramp_months", "adoption_months":
		if s.Corridor.Projects[i].Adoption == (key == "adoption_months") {
			return func(c *model.Corridor, v float64) { at(c).RampMonths = wholeMonths(v) }
		}
	case "effective_share":
		return func(c *model.Corridor, v float64) { at(c).EffectiveShare = v }
	case "life_months":
		return func(c *model.Corridor, v float64) { at(c).LifeMonths = wholeMonths(v) }
	}
	return nil
}

// wholeMonths is the nearest number of months.
func wholeMonths(v float64) int { return int(math.Round(v)) }

// changeSetter changes what a project does to a segment. Days saved are a factor on
// the segment's days, which may be uncertain too: they cannot be set here, the
// project's effective share can.
func (s *Compiled) changeSetter(section, name, segment, key string) Setter {
	i, next := s.projectIndex(name), 0
	for _, on := range (value{s.root, schema}).of(section).of(name).of("changes").each() {
		for _, ch := range changes {
			if !on.of(ch.key).given() {
				continue
			}
			if j := next; on.name == segment && ch.key == key {
				return s.changed(ch, i, j)
			}
			next++
		}
	}
	return nil
}

func (s *Compiled) changed(ch change, project, index int) Setter {
	at := func(c *model.Corridor) *model.Change { return &c.Projects[project].Changes[index] }
	switch {
	case ch.key == "save_days":
		return nil
	case ch.key == "add_units_per_year":
		segment := s.Corridor.Segments[at(&s.Corridor).Segment].Name
		scale := s.unitMt(segment)
		return func(c *model.Corridor, v float64) { at(c).Add = float64(v * scale) }
	case ch.scale:
		return func(c *model.Corridor, v float64) { at(c).Scale = v }
	}
	return func(c *model.Corridor, v float64) { at(c).Add = v }
}

// unitMt is the mass of a unit of what a segment's capacity counts, in Mt.
func (s *Compiled) unitMt(segment string) float64 {
	class := s.root.Get("segments").Get(segment).Get("capacity").Get("units").TextOf("of")
	return s.Labels.Cargo[class].TonnesPerUnit / tonnesPerMt
}
