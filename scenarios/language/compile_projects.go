package language

import (
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
)

// project compiles a project or measure, the one of an index, that stands at a path.
func (c *compiler) project(v namedValue, path []string, index int, segments []model.Segment) model.Project {
	p := model.Project{
		Name:     v.name,
		Start:    v.of("start").month(),
		Disabled: !v.of("enabled").boolean(),
		AsOf:     c.top.of("delivery").of("as_of").month(),
		Kind:     1 + slices.Index(projectKinds, v.of("kind").string()),
	}
	c.fill(&p, v.value)
	p.Requires, _ = references(v.of("requires"), c.projects)
	for _, on := range v.of("changes").each() {
		s, ok := c.segments[on.name]
		if !ok {
			if len(c.segments) > 0 && !c.report.Full() {
				c.report.Mistake(on.at, "there is no %q among the segments%s", text.Short(on.name), text.DidYouMean(on.name, c.top.of("segments").names()))
			}
			continue
		}
		c.changes(&p, on, append(path, "changes", on.name), index, s, &segments[s])
	}
	return p
}

// changes compiles what a project, the one of an index, changes on a segment.
func (c *compiler) changes(p *model.Project, on namedValue, path []string, project, index int, segment *model.Segment) {
	capacity := c.parts[index].of("capacity")
	for i := range changes {
		change := &changes[i]
		v := on.of(change.key)
		if !v.given() {
			continue
		}
		if change.supply != "" && capacity.Get(change.supply) == nil {
			if !c.report.Sound(capacity.Tree) {
				continue
			}
			c.report.Mistake(on.PlaceOf(change.key), "%s needs a segment whose capacity is given as %s; that of %s is given otherwise", change.key, change.supply, segment.Name)
			continue
		}
		made := model.Change{Segment: index, Quantity: change.quantity}
		to := changeSlot{change: change}
		switch change.key {
		case "save_days":
			if made.Scale = c.savedDays(p, v, index, segment); made.Scale == 0 {
				continue
			}
		case "add_units_per_year":
			to.unitMt = c.unitMt(capacity.of("units").of("of"))
			fallthrough
		default:
			to.put(&made, v.number())
		}
		n := len(p.Changes)
		p.Changes = append(p.Changes, made)
		c.is(v, to, append(path, change.key), func(c *model.Corridor) any { return &c.Projects[project].Changes[n] })
	}
}

// savedDays is the factor on a segment's time that saves some days of it, 0 for more than
// there are, which is reported.
func (c *compiler) savedDays(p *model.Project, v value, index int, segment *model.Segment) float64 {
	amount := v.number()
	if amount < segment.FreeFlowDays {
		return 1 - amount/segment.FreeFlowDays
	}
	if days := c.parts[index].of("free_flow_days"); c.report.Sound(days.Tree) {
		c.report.Mistake(v.Position, "%s saves %s days, expected less than the %s days of %s", p.Name, plainNumber(amount), plainNumber(segment.FreeFlowDays), segment.Name)
	}
	return 0
}

// circles reports projects that require themselves through others.
func (c *compiler) circles(efforts []namedValue, projects []model.Project) {
	if i := model.RequireCycle(projects); i >= 0 {
		v := efforts[i]
		how := " through others"
		if slices.Contains(projects[i].Requires, i) {
			how = ""
		}
		c.report.Mistake(v.of("requires").place(v.value), "%s requires itself%s", v.name, how)
	}
}

func (c *compiler) shock(v namedValue) model.Shock {
	s := model.Shock{
		From: v.of("from").month(), To: v.of("to").month(),
		Segment: -1, Market: -1,
	}
	c.fill(&s, v.value)
	if s.From > s.To && s.To > 0 {
		c.report.Mistake(changed(v.Tree, v.of("from").Tree, v.of("to").Tree), "the shock ends in %v, before it begins in %v", s.To, s.From)
	}
	if i, ok := c.segments[v.of("segment").string()]; ok {
		s.Segment = i
	}
	if i, ok := c.markets[v.of("market").string()]; ok {
		s.Market = i
	}
	if i, ok := c.rivals[v.of("rival").string()]; ok {
		s.Rival = i
	}
	c.shockEffect(v)
	return s
}

// shockEffect reports a shock that does nothing, or something that does not fit
// what it names.
func (c *compiler) shockEffect(v namedValue) {
	if !c.report.Sound(v.Tree) {
		return
	}
	onRival := v.of("rival").given()
	for _, key := range []string{"factor", "add_cost_usd_per_t", "add_days"} {
		if v.of(key).given() && (key == "factor") == onRival {
			c.report.Mistake(v.PlaceOf(key), "%s does not fit here: a segment or market has a factor, a rival has add_cost_usd_per_t and add_days", key)
			return
		}
	}
	if !onRival && !v.of("factor").given() {
		c.report.Mistake(v.Position, "shock %s has no factor, expected a number from 0 to 100", v.name)
	}
	if onRival && !v.of("add_cost_usd_per_t").given() && !v.of("add_days").given() {
		c.report.Mistake(v.Position, "shock %s needs add_cost_usd_per_t or add_days", v.name)
	}
}
