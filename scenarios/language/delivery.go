package language

import (
	"slices"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/random"
)

// outcome is one thing that is drawn about one project or measure.
type outcome struct {
	kind         string // one of outcomes
	project      namedValue
	distribution value // none of a stall
}

// Name names the outcome's stream, such as delay/anaklia.
func (o *outcome) Name() string { return o.kind + "/" + o.project.name }

// changed is the key of the project that the outcome changes.
func (o *outcome) changed() string {
	return map[string]string{"delay": "delay_factor", "cost": "cost_musd", "effect": "effective_share", "stall": "enabled"}[o.kind]
}

// outcomesOf lists what is uncertain about projects and measures by their class and
// kind, project by project, also what is certain for another reason.
func outcomesOf(top value) (out []outcome) {
	delivery := top.of("delivery")
	for _, p := range slices.Concat(top.of("projects").each(), top.of("measures").each()) {
		class := delivery.of("classes").of(p.of("class").string())
		kind := delivery.of("kinds").of(p.of("kind").string())
		cost := class.of("cost")
		if !cost.given() {
			cost = kind.of("cost")
		}
		for _, o := range []outcome{{"delay", p, class.of("delay")}, {"cost", p, cost}, {"effect", p, kind.of("effect")}} {
			if o.distribution.given() {
				out = append(out, o)
			}
		}
		if p.of("stall_chance").given() {
			out = append(out, outcome{"stall", p, value{}})
		}
	}
	return out
}

// outcomes compiles what is drawn about projects. What the scenario gives a
// distribution of its own is left to that one.
func (c *compiler) outcomes(s *Compiled) (out []ensemble.Uncertainty) {
	own := map[string]bool{}
	for _, v := range c.top.of("uncertainties").each() {
		own[v.of("path").string()] = true
	}
	made := map[*text.Tree]random.Distribution{} // of the classes and kinds
	for _, o := range outcomesOf(c.top) {
		i := c.projects[o.project.name]
		p := s.Corridor.Projects[i]
		u := ensemble.Uncertainty{Name: o.Name(), Title: o.kind + " of " + title(o.project), Path: c.pathOf(o)}
		if p.Disabled || own[u.Path] || o.project.certain(o.kind) {
			continue
		}
		r := risk{index: i, planned: p, asOf: c.top.of("delivery").of("as_of").month()}
		if u.Set = r.setter(o.kind); u.Set == nil {
			continue // nothing of it lies ahead
		}
		if u.Distribution = c.distributionOf(o, made); u.Distribution != nil {
			out = append(out, u)
		}
	}
	return out
}

func (c *compiler) pathOf(o outcome) string {
	section := "projects"
	if c.top.of(section).Get(o.project.name) == nil {
		section = "measures"
	}
	return strings.Join([]string{section, o.project.name, o.changed()}, ".")
}

// certain reports whether the project says that an outcome is not drawn.
func (v namedValue) certain(kind string) bool {
	list := v.of("certain")
	return list.given() && slices.ContainsFunc(list.Items, func(t *text.Tree) bool { return t.Text == kind })
}

// distributionOf makes the distribution of an outcome, or returns nil where it has
// none. Projects of a class or kind share one.
func (c *compiler) distributionOf(o outcome, made map[*text.Tree]random.Distribution) random.Distribution {
	if o.kind == "stall" {
		p := o.project.of("stall_chance").number()
		if p == 0 {
			return nil
		}
		d, err := random.NewDiscrete([]float64{0, 1}, []float64{1 - p, p})
		if err != nil {
			panic(err) // a share is a probability
		}
		return d
	}
	d, have := made[o.distribution.Tree]
	if !have {
		if d = c.drawn(o.distribution, limitsOf(effortSpec(o.changed()))); d != nil {
			d = c.asSaid(o, d)
		}
		made[o.distribution.Tree] = d
	}
	return d
}

// asSaid takes from a delay what the dates contain already, and from a cost what is
// not to be drawn.
func (c *compiler) asSaid(o outcome, d random.Distribution) random.Distribution {
	delivery := c.top.of("delivery")
	var err error
	switch uplift := delivery.of("cost_uplift").string(); {
	case o.kind == "delay" && delivery.of("dates").string() == outsideView:
		d, err = random.NewScaled(d, 1/d.Quantile(0.5)) // a delay is above 0
	case o.kind == "cost" && uplift == "none":
		return nil
	case o.kind == "cost" && uplift == "half":
		if d, err = random.NewScaled(d, 0.5); err == nil {
			d, err = random.NewShifted(d, 0.5)
		}
	}
	if err != nil {
		panic(err) // factors above 0
	}
	return d
}

// outsideView says that the dates of the scenario are medians of what is expected.
const outsideView = "outside-view"

// effortSpec returns the spec of a key that projects have.
func effortSpec(key string) *spec { return projectSpec.field(key) }

// risk puts the outcomes of one project into a corridor.
type risk struct {
	index   int
	planned model.Project  // as the scenario has it
	asOf    calendar.Month // 0 where it says none
}

// setter returns how an outcome is put into a corridor, nil where it would change
// nothing: what is to cost nothing, or serves already.
func (r risk) setter(kind string) Setter {
	at := func(c *model.Corridor) *model.Project { return &c.Projects[r.index] }
	switch kind {
	case "delay":
		return r.delay(at)
	case "cost":
		if r.planned.CostMUSD > 0 && (r.asOf == 0 || r.planned.Completion() > r.asOf) {
			return func(c *model.Corridor, v float64) { at(c).CostMUSD = float64(r.planned.CostMUSD * v) }
		}
	case "effect":
		return func(c *model.Corridor, v float64) { at(c).EffectiveShare = v }
	case "stall":
		stops := max(r.asOf, 1)
		if r.planned.Completion() > stops {
			return func(c *model.Corridor, v float64) {
				if at(c).Stops = 0; v > 0 {
					at(c).Stops = stops
				}
			}
		}
	}
	return nil
}

// delay stretches by the drawn factor what of the planned time lies ahead, so that
// nothing is finished in the past: the beginning, where the works have not begun, and
// the end. A delay in months comes on top as it is.
func (r risk) delay(at func(*model.Corridor) *model.Project) Setter {
	p := r.planned
	if r.asOf == 0 {
		if p.DurationMonths == 0 {
			return nil
		}
		return func(c *model.Corridor, v float64) { at(c).DelayFactor = float64(p.DelayFactor * v) }
	}
	p.DelayMonths = 0
	if p.Completion() <= r.asOf {
		return nil
	}
	return func(c *model.Corridor, v float64) {
		project := at(c)
		project.Start, project.DelayFactor = p.Stretched(r.asOf, v)
	}
}
