package language

import (
	"slices"

	"corridor/model"
)

// project compiles a project or measure, the one of an index, that stands at a path.
func (c *compiler) project(v namedValue, path []string, index int, segments []model.Segment) model.Project {
	p := model.Project{
		Name:     v.name,
		Disabled: !v.of("enabled").boolean(),
		AsOf:     c.top.of("delivery").of("as_of").month(),
		Kind:     1 + slices.Index(projectKinds, v.of("kind").string()),
	}
	c.fill(&p, v.value)
	c.works(&p, v)
	p.Requires, _ = references(v.of("requires"), c.projects)
	all := c.changedOn(v)
	c.saidTwice(all)
	for _, on := range all {
		c.changes(&p, on, append(path, "changes", on.name), index, &segments[on.segment])
	}
	return p
}

// changes compiles what a project, the one of an index, changes on a segment.
func (c *compiler) changes(p *model.Project, on changedOn, path []string, project int, segment *model.Segment) {
	capacity := c.parts[on.segment].of("capacity")
	for i := range changes {
		change := &changes[i]
		v := on.of(change.key)
		if !v.given() {
			continue
		}
		quantity, per := c.changed(change, on.segment)
		if quantity == none {
			c.unchangeable(change, on, capacity, segment)
			continue
		}
		made := model.Change{Segment: on.segment, Quantity: quantity}
		part := changePart{project: project, index: len(p.Changes), per: 1, part: per != 0}
		switch {
		case part.part:
			part.per = per
			part.put(change, &made, v.number())
		case change.key == "save_days":
			if made.Scale = c.savedDays(p, v, on.segment, segment); made.Scale == 0 {
				continue
			}
		case change.key == "add_units_per_year":
			part.per = c.unitMt(capacity.of("units").of("of"))
			fallthrough
		default:
			part.put(change, &made, v.number())
		}
		p.Changes = append(p.Changes, made)
		c.also(v, changeSlot{change}, append(path, change.key), func(*model.Corridor) any { return &part })
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
