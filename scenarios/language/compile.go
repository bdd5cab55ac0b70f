package language

import (
	"maps"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/model/network"
	"corridor/scenarios/text"
)

// compiler builds a model from a checked tree and reports what no single value
// shows: things that do not fit each other.
type compiler struct {
	report             *text.Report
	top                value
	known              Names // of the library
	corridor           *model.Corridor
	parts              []namedValue   // the segments
	segments, projects map[string]int // name to index
	things             map[string]*thing
	markets, rivals    map[string]int
	shocks             []datedShocks // by entry
	links              []network.Link
	linked             *network.Network // by them
	whole              bool             // nothing is wrong with what they are made of
	observed           []carriedYear
	baseYear           int
	built              []bool                      // by segment: in the base year
	wasBuilt           []bool                      // the same, as it was when the base shares were found
	keptOf             map[string]map[string]value // what is kept of the calibration, by section and name
	passed             map[string]*passable        // segments by cargo class
	first, last        calendar.Month              // of the horizon; 0 where that is broken
}

func (c *compiler) compile(s *Compiled) {
	c.build(s)
	c.uncertainties()
	c.sample()
	c.delivery()
	s.Levers = c.levers()
	c.tests(s)
	s.Metrics = c.metrics()
	s.Targets = c.targets(&s.Corridor, s.Metrics)
	s.Expectations = c.expectations(s)
}

// build builds what a run needs.
func (c *compiler) build(s *Compiled) {
	corridor := &s.Corridor
	c.corridor = corridor
	c.time(corridor)
	s.Labels = c.labels()
	s.Countries = c.countriesOfPlaces()
	c.network(corridor)
	corridor.Classes = c.emptied()
	for i, v := range c.top.of("markets").each() {
		c.markets[v.name] = i
		corridor.Markets = append(corridor.Markets, c.market(v, i))
	}
	c.rows(corridor)
	c.efforts(corridor)
	c.economics(corridor)
	s.Financing = c.financing()
	for _, v := range c.top.of("shocks").each() {
		c.shock(v)
	}
	c.hazards(corridor)
	c.pools(corridor)
}

// kept returns what the calibration has kept of a segment, market or rival.
func (c *compiler) kept(section, name string) value {
	names, known := c.keptOf[section]
	if !known {
		if c.keptOf == nil {
			c.keptOf = map[string]map[string]value{}
		}
		names = map[string]value{}
		for _, v := range c.top.of("calibration").of(section).each() {
			names[v.name] = v.value
		}
		c.keptOf[section] = names
	}
	return names[name]
}

// emptied lists the cargo classes of which units go back empty.
func (c *compiler) emptied() (classes []model.Class) {
	for _, v := range c.top.of("cargo").each() {
		if back := v.of("empty_return").number(); back > 0 {
			classes = append(classes, model.Class{Name: v.name, EmptyReturn: back, EmptyPlace: v.of("empty_place").number()})
		}
	}
	return classes
}

// network builds what markets choose among: segments, the water their ships float
// on, links, rivals.
func (c *compiler) network(corridor *model.Corridor) {
	c.baseYear = corridor.Start.Year()
	if year := c.top.of("base_year"); year.given() {
		c.baseYear = year.whole()
		corridor.BaseYear = c.baseYear
	}
	water := c.top.of("water_level")
	c.fill(&corridor.Water, water)
	c.is(water, nil, []string{"water_level"}, func(c *model.Corridor) any { return &c.Water })
	c.calibration()
	c.parts = c.top.of("segments").each()
	for i, v := range c.parts {
		c.segments[v.name] = i
		segment := c.segment(v)
		corridor.Segments = append(corridor.Segments, segment)
		c.is(v.value, nil, []string{"segments", v.name}, func(c *model.Corridor) any { return &c.Segments[i] })
		built := segment.Built(c.baseYear)
		c.built = append(c.built, built)
		if was := c.kept("segments", v.name).of("built"); was.given() {
			built = was.boolean()
		}
		c.wasBuilt = append(c.wasBuilt, built)
	}
	c.links = c.linksOf(corridor.Segments)
	c.linked = network.New(c.links)
	c.whole = c.isWhole("segments", "nodes", "cargo")
	for i, v := range c.top.of("rivals").each() {
		c.rivals[v.name] = i
		rival := model.Rival{Name: v.name, Base: baseTermsOf(c.kept("rivals", v.name), "days")}
		c.fill(&rival, v.value)
		corridor.Rivals = append(corridor.Rivals, rival)
		c.is(v.value, nil, []string{"rivals", v.name}, func(c *model.Corridor) any { return &c.Rivals[i] })
	}
}

// isWhole reports whether nothing is wrong with some sections: what they come to together is
// checked where each is as it was meant.
func (c *compiler) isWhole(sections ...string) bool {
	return !slices.ContainsFunc(sections, func(name string) bool {
		return !c.report.Sound(c.top.Get(name))
	})
}

// efforts builds the projects and the measures, which can require each other.
func (c *compiler) efforts(corridor *model.Corridor) {
	all := c.top.of("projects").each()
	projects := len(all)
	all = append(all, c.top.of("measures").each()...)
	for i, v := range all {
		if first, twice := c.projects[v.name]; twice && !c.report.Told(all[first].at) {
			c.report.Mistake(v.at, "%q is the name of a project already", v.name)
		}
		c.projects[v.name] = i
	}
	for i, v := range all {
		section := "projects"
		if i >= projects {
			section = "measures"
		}
		corridor.Projects = append(corridor.Projects, c.project(v, []string{section, v.name}, i, corridor.Segments))
		c.is(v.value, nil, []string{section, v.name}, func(c *model.Corridor) any { return &c.Projects[i] })
	}
	c.circles(all, corridor.Projects)
}

func (c *compiler) time(corridor *model.Corridor) {
	t := c.top.of("time")
	start, end := t.of("start").month(), t.of("end").month()
	if start == 0 || end == 0 {
		return // reported
	}
	at := changed(t.Tree, t.of("start").Tree, t.of("end").Tree)
	if end < start {
		c.report.Mistake(at, "the end %v is before the start %v", end, start)
		return
	}
	if end-start >= maxMonths {
		c.report.Mistake(at, "%d months are simulated, expected at most %d", end-start+1, maxMonths)
		return
	}
	corridor.Start, corridor.Months = start, int(end-start)+1
	c.first, c.last = start, end
}

// changed returns the place of the last of some values that do not fit each other,
// of those that were changed since the map around them was written.
func changed(around *text.Tree, values ...*text.Tree) text.Position {
	at := values[len(values)-1].Position
	for _, v := range values {
		if v.File != around.File {
			at = v.Position
		}
	}
	return at
}

// steps reads a map by year in the order of the years.
func steps(v value) (years []int, numbers []float64) {
	byYear := map[int]float64{}
	for _, e := range v.each() {
		if year, err := parseYear(e.name); err == nil {
			byYear[year] = e.number()
		}
	}
	years = slices.Sorted(maps.Keys(byYear))
	for _, year := range years {
		numbers = append(numbers, byYear[year])
	}
	return years, numbers
}

// twelve reads one number for every month of the year, or a list of them.
func twelve(v value, standard float64) (out [calendar.MonthsPerYear]float64) {
	for i := range out {
		switch {
		case v.Tree == nil:
			out[i] = standard
		case v.Kind == text.List && i < len(v.Items):
			out[i] = value{v.Items[i], v.spec.resolve(v.Tree).item}.number()
		default:
			out[i] = v.number()
		}
	}
	return out
}

// references reads a list of names and finds their indices.
func references(v value, index map[string]int) (indices []int, places []text.Position) {
	if v.Tree == nil {
		return nil, nil
	}
	for _, item := range v.Items {
		if i, ok := index[item.Text]; ok {
			indices, places = append(indices, i), append(places, item.Position)
		}
	}
	return indices, places
}
