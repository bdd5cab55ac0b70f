package language

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

var tonne, _ = units.Of("t")

// load returns the tonnes that one of what a figure counts carries: as the figure says itself,
// a train as its segment does, and all else as the class of cargo does that is counted so.
func (c *converter) load(counted string, f units.Figure, m measure) (*big.Rat, error) {
	switch {
	case f.Load != nil:
		factor, _ := f.Load.Unit.In(tonne)
		return factor.Mul(factor, f.Load.Number), nil
	case counted == "train" && !c.alone:
		return c.train(m.path)
	case counted == "train" || counted == "vessel" || counted == "unit" || c.alone:
		return nil, unsaid(counted)
	}
	classes := c.classes(m.path)
	var names []string
	var loads []*big.Rat
	for _, class := range classes {
		if sameName(c.unitOfClass(class), counted) {
			load := c.loadAt("cargo", class, "tonnes_per_unit")
			if load == nil {
				return nil, fmt.Errorf("the cargo class %s has no tonnes_per_unit, which says what a %s carries", class, counted)
			}
			names, loads = append(names, class), append(loads, load)
		}
	}
	switch {
	case len(loads) == 0:
		return nil, c.uncounted(counted, classes, f, m)
	case slices.ContainsFunc(loads, func(l *big.Rat) bool { return l.Cmp(loads[0]) != 0 }):
		return nil, several(counted, names, loads)
	}
	return loads[0], nil
}

func unsaid(counted string) error {
	return fmt.Errorf("nothing says here what a %s carries: say it as in 3 %[1]ss/day of 1200 t", counted)
}

// several is the mistake of a unit that is of several classes.
func several(counted string, names []string, loads []*big.Rat) error {
	each := make([]string, len(names))
	for i, name := range names {
		each[i] = fmt.Sprintf("of %s t for %s", decimal(loads[i]), name)
	}
	return fmt.Errorf("a %s is a unit of several classes of cargo: say what one carries, %s", counted, strings.Join(each, " or "))
}

// uncounted is the mistake of a unit that no class is counted in.
func (c *converter) uncounted(counted string, classes []string, f units.Figure, m measure) error {
	var valid []string
	for _, class := range classes {
		if unit := c.unitOfClass(class); unit != "" {
			valid = append(valid, unit)
		}
	}
	hint := units.Unclear(counted)
	switch {
	case hint != "":
		return fmt.Errorf("%s", hint)
	case slices.Contains(units.Names(), counted):
		if len(valid) == 0 {
			return fmt.Errorf("no cargo here is counted in %s: give its class a unit and tonnes_per_unit, or say what one carries, as in of 14 t", counted)
		}
		return fmt.Errorf("the unit of the cargo here is %s, and not %s", strings.Join(slices.Compact(slices.Sorted(slices.Values(valid))), ", "), counted)
	}
	return fmt.Errorf("there is no unit %q%s", text.Short(counted), text.DidYouMean(counted, slices.Concat(valid, m.fitting(f.Unit))))
}

// fitting lists the units that could stand in the place of a word that is none.
func (m *measure) fitting(u units.Unit) (names []string) {
	one := big.NewRat(1, 1)
	for _, name := range units.Names() {
		meant := u.Spelled(name).Carrying(one)
		if slices.ContainsFunc(m.units, func(is units.Unit) bool { _, ok := meant.In(is.Uncounted()); return ok }) {
			names = append(names, name)
		}
	}
	return names
}

// classes lists the cargo classes that may be meant at a path: that of a market, those that a
// segment accepts, those of the markets that go by a rival, those of what a shock or hazard is on,
// or all.
func (c *converter) classes(path []string) []string {
	all := namesIn(c.is.Get("cargo"))
	var some []string
	switch name := path[min(1, len(path)-1)]; path[0] {
	case "markets", "rivals":
		some = c.classesIn(path[0], name)
	case "shocks":
		some = c.classesOf(c.is.Get("shocks").Get(name))
	case "hazards":
		some = c.classesOf(c.is.Get("hazards").Get(name).Get("shock"))
	case "economics":
		if last := path[len(path)-1]; slices.Contains(all, last) {
			some = []string{last}
		}
	default:
		some = c.classesIn("segments", segmentOf(path))
	}
	if len(some) == 0 || some[0] == "" {
		return all
	}
	return some
}

// classesIn lists the cargo classes of a market, of a rival those of the markets that go by it, and
// of a segment those that it accepts.
func (c *converter) classesIn(section, name string) []string {
	switch section {
	case "markets":
		return []string{c.is.Get("markets").Get(name).TextOf("cargo")}
	case "rivals":
		return c.carriedBy(name)
	}
	return namesIn(c.is.Get("segments").Get(name).Get("accepts"))
}

// classesOf lists the cargo classes of what a disturbance is on, each once.
func (c *converter) classesOf(disturbance *text.Tree) (classes []string) {
	for _, section := range []string{"segments", "markets", "rivals"} {
		for _, key := range []string{section, strings.TrimSuffix(section, "s")} {
			for _, selector := range oneOrMore(disturbance.Get(key)) {
				names, _ := selected(c.is, section, selector.Text)
				for _, name := range names {
					classes = append(classes, c.classesIn(section, name)...)
				}
			}
		}
	}
	slices.Sort(classes)
	return slices.Compact(classes)
}

// oneOrMore lists the values of a list, or the one that stands in the place of it.
func oneOrMore(t *text.Tree) []*text.Tree {
	switch {
	case t == nil || t.Kind == text.Map || t.Kind == text.Null:
		return nil
	case t.Kind == text.List:
		return t.Items
	}
	return []*text.Tree{t}
}

// carriedBy lists the cargo classes of the markets that have a route by a rival.
func (c *converter) carriedBy(rival string) (classes []string) {
	markets := c.is.Get("markets")
	for _, name := range namesIn(markets) {
		market := markets.Get(name)
		routes := market.Get("routes")
		if slices.ContainsFunc(namesIn(routes), func(route string) bool { return routes.Get(route).TextOf("rival") == rival }) {
			classes = append(classes, market.TextOf("cargo"))
		}
	}
	return classes
}

// segmentOf returns the segment that a path speaks of, "" for none: in segments, in what a
// project or measure changes, and in a pool.
func segmentOf(path []string) string {
	switch {
	case path[0] == "segments" && len(path) > 1:
		return path[1]
	case len(path) > 3 && (path[2] == "changes" || path[2] == "segments"):
		return path[3]
	}
	return ""
}

// unitOfClass returns the word for what a cargo class is counted in, "" for none.
func (c *converter) unitOfClass(class string) string {
	return English(c.is.Get("cargo").Get(class).Get("unit"))
}

// unitAt returns what the units of a segment are, or just unit.
func (c *converter) unitAt(path []string) string {
	of := c.is.Get("segments").Get(segmentOf(path)).Get("capacity").Get("units").TextOf("of")
	if unit := c.unitOfClass(of); unit != "" {
		return unit
	}
	return "unit"
}

// train returns the net tonnes of a train of the segment that a path speaks of, with those that
// the project adds to one.
func (c *converter) train(path []string) (*big.Rat, error) {
	load := c.loadAt("segments", segmentOf(path), "capacity", "rail", "net_tonnes")
	if load == nil {
		return nil, unsaid("train")
	}
	if len(path) > 3 && path[2] == "changes" {
		if more := c.loadAt(path[0], path[1], "changes", path[3], "add_net_tonnes"); more != nil {
			load = more.Add(more, load)
		}
	}
	return load, nil
}

// loadAt returns the tonnes at a path, nil where there are none.
func (c *converter) loadAt(path ...string) *big.Rat {
	t := c.numberAt(true, path...)
	if t == nil {
		return nil
	}
	v, err := standing(t, nil)
	if err != nil || v.Sign() <= 0 {
		return nil
	}
	return v
}

// numberAt returns the number at a path, converted where it is not yet, or its default; nil
// where there is none. Alone is one that other numbers hang on.
func (c *converter) numberAt(alone bool, path ...string) *text.Tree {
	by := converter{was: c.was, is: c.is, report: c.report, path: path, alone: alone}
	was, is, s := c.was, c.is, schema
	for _, step := range path {
		s = s.resolve(is)
		was, is, s = was.Get(step), is.Get(step), s.child(step)
	}
	s = s.resolve(is)
	switch {
	case s == nil || s.form != formNumber || is == nil && s.standard == "":
		return nil
	case is == nil:
		return &text.Tree{Text: s.standard}
	}
	return by.one(was, is, s)
}
