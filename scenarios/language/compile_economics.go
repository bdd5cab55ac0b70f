package language

import (
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
)

// economics builds what results are worth in money.
func (c *compiler) economics(corridor *model.Corridor) {
	v := c.top.of("economics")
	if !v.given() {
		return
	}
	d := &corridor.Discounting
	_, simulated := corridor.Years()
	d.Years = simulated
	c.fill(corridor, v)
	c.is(v, nil, []string{"economics"}, func(c *model.Corridor) any { return c })
	corridor.Economics.Given = true
	d.Constant = v.of(beyondKey).string() == constantBeyond
	d.NoResidual = v.of("residual_value").string() == "none"
	c.lostCargo(v.of("lost_cargo_usd_per_t_by_class"), &corridor.Economics)
	if d.Constant && d.Years > simulated && c.last != 0 && !c.last.IsDecember() {
		c.report.Mistake(v.PlaceOf(beyondKey), "the months simulated end in %v, and what a part of a year comes to cannot go on for years; expected an end in December, or %s: none", c.last, beyondKey)
	}
}

// lostCargo reads what is lost with a tonne of cargo classes.
func (c *compiler) lostCargo(v value, e *model.Economics) {
	classes := c.top.of("cargo").names()
	for _, of := range v.each() {
		if !slices.Contains(classes, of.name) {
			c.report.Mistake(of.at, "there is no %q among the cargo classes%s", text.Short(of.name), text.DidYouMean(of.name, classes))
			continue
		}
		i := len(e.LostCargo)
		e.LostCargo = append(e.LostCargo, model.LostCargo{Cargo: of.name, USDPerT: of.number()})
		c.is(of.value, lostSlot, []string{"economics", "lost_cargo_usd_per_t_by_class", of.name}, func(c *model.Corridor) any { return &c.Economics.LostCargo[i] })
	}
}

var lostSlot = in(func(l *model.LostCargo) *float64 { return &l.USDPerT })

// sharedSlot is the part of their cost that is the corridor's, of all projects that do not say
// their own.
type sharedSlot struct{}

func (sharedSlot) compile(c *compiler, owner any, v value) {
	if set := (sharedSlot{}).setter(&site{top: c.top, corridor: owner.(*model.Corridor), v: v}); set != nil {
		set(owner.(*model.Corridor), owner, v.number())
	}
}

func (sharedSlot) setter(at *site) put {
	if len(at.rest) > 0 || !at.v.given() {
		return nil
	}
	silent := silentProjects(at.top, at.corridor)
	return func(c *model.Corridor, _ any, n float64) {
		for _, i := range silent {
			c.Projects[i].OthersShare = 1 - n
		}
	}
}

// silentProjects are those that do not say which part of their cost is the corridor's.
func silentProjects(top value, corridor *model.Corridor) (list []int) {
	for i := range corridor.Projects {
		name := corridor.Projects[i].Name
		if !top.of("projects").of(name).of("corridor_share").given() && !top.of("measures").of(name).of("corridor_share").given() {
			list = append(list, i)
		}
	}
	return list
}

// shareCosts splits what works cost between the corridor and other traffic where neither the
// projects nor the scenario say how.
func (c *compiler) shareCosts(s *Compiled) {
	corridor := &s.Corridor
	if !corridor.Economics.Given || c.top.of("economics").of("corridor_share").given() {
		return
	}
	s.Shared = silentProjects(c.top, corridor)
	_ = corridor.ShareCosts(s.Shared) // where it is not a corridor whoever runs it is told
}
