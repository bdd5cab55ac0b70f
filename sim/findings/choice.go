package findings

import (
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Worth says what the projects of a package are worth, by its appraisal; "" without one.
func Worth(w Words, p *tables.Package) string {
	if a := appraisalIn(p); a != nil {
		switch {
		case a.Money:
			return a.worth(w)
		case a.Unvalued:
			return Unvalued(w)
		}
		return w.Say("The scenario does not say what things are worth: a section economics would.")
	}
	return ""
}

// Gained says what the first scenario of a comparison gains against its baseline in money.
func Gained(w Words, p *tables.Package) string {
	t := p.Table(tables.Economics)
	return Money(w, t, tables.Economics.Baseline.Of(t)[0], tables.Economics.Scenario.Of(t)[0])
}

// Brought says what is carried more with all projects, by an appraisal that says nothing in money.
func Brought(w Words, p *tables.Package) string {
	if a := appraisalIn(p); a != nil && !a.Money {
		return a.brings(w)
	}
	return ""
}

// MostForMoney says what gives most for its money, by an appraisal; "" without one in money.
func MostForMoney(w Words, p *tables.Package) string {
	if a := appraisalIn(p); a != nil && a.Money {
		return a.Best(w)
	}
	return ""
}

// Doubts say on what an answer hangs: the two inputs that matter most, and where a condition holds;
// "" where a package holds neither.
func Doubts(w Words, p *tables.Package) string {
	var list []string
	if t := p.Table(tables.Sensitivity); t != nil {
		for _, m := range SensitivityOf(t) {
			if text := m.two(w); text != "" {
				list = append(list, text)
				break
			}
		}
	}
	if boxes, limits := p.Table(tables.Boxes), p.Table(tables.Limits); boxes != nil && limits != nil && boxes.Len() > 0 {
		d := &DiscoveredIn(boxes, limits)[0]
		list = append(list, w.Say("%[1]s It is so in %[2]s of the futures inside, which are %[3]s of all in which it is.",
			d.Sentence(w), percentOf(w, d.Judged.Share), percentOf(w, d.JudgedCoverage.Share)))
	}
	return strings.Join(list, " ")
}

func appraisalIn(p *tables.Package) *Appraisal {
	ranking, together := p.Table(tables.Ranking), p.Table(tables.Together)
	if ranking == nil || together == nil || ranking.Len() == 0 {
		return nil
	}
	return AppraisalOf(ranking, together)
}

// two names the two inputs with the greatest shares of the variance of a metric, or the one that
// matters; "" where there are no shares.
func (m *Mattering) two(w Words) string {
	if m.Method != tables.SobolMethod || len(m.Inputs) < 2 {
		return ""
	}
	first, second := &m.Inputs[0], &m.Inputs[1]
	share := func(in *Influence) string {
		e := in.Index[tables.TotalIndex]
		return e.Percent(w) + ", " + e.Interval(w)
	}
	if !m.Matters(second) {
		return w.Say("%[1]s hangs on one figure: %[2]s (%[3]s of the variance).", m.Title, first.Title, share(first))
	}
	return w.Say("%[1]s hangs most on two figures: %[2]s (%[3]s) and %[4]s (%[5]s of the variance).", m.Title, first.Title, share(first), second.Title, share(second))
}

// mostMembers is how many projects of a plan a sentence names.
const mostMembers = 8

// CarryOut says which projects to carry out: the plan after which more money begins to bring less,
// and what the best plan brings for how much more; "" where a package holds no plans.
func CarryOut(w Words, p *tables.Package) string {
	plans, robust := p.Table(tables.Plans), p.Table(tables.Robustness)
	if plans == nil || robust == nil {
		return ""
	}
	var list []string
	knee := planOf(plans, robust, tables.PlanKnee)
	if knee != nil {
		list = append(list, w.Say("Carry out first: %[1]s. After these, more money begins to bring less. %[2]s: %[3]s against nothing, for USD %[4]s million.",
			knee.named(w, p.Table(tables.Members)), knee.about, knee.gain(w), w.Rounded(knee.cost, 0)))
	}
	if best := planOf(plans, robust, tables.PlanBest); best != nil && (knee == nil || best.name != knee.name) {
		list = append(list, w.Say("The best plan that was found for %[1]s: %[2]s for USD %[3]s million.", best.about, best.gain(w), w.Rounded(best.cost, 0)))
	}
	return strings.Join(list, " ")
}

// standing is a plan with what it gains in the first objective but its cost.
type standing struct {
	name, about, unit string
	share             bool // of the futures, and not the mean of a figure
	gained, cost      float64
}

func (s *standing) gain(w Words) string {
	if s.share {
		return w.Say("%s points of the futures", signed(w, 100*s.gained))
	}
	return withUnit(w, signed(w, s.gained), s.unit)
}

// planOf returns the plan that has earned a name; nil where none has, or nothing is said of it
// but its cost.
func planOf(plans, robust *tables.Table, called string) *standing {
	of, c := &tables.Plans, &tables.Robustness
	for at, name := range of.Plan.Of(plans) {
		if name != called && !slices.Contains(strings.Split(of.Also.Of(plans)[at], ";"), called) {
			continue
		}
		for row, plan := range c.Plan.Of(robust) {
			if plan == name && c.Metric.Of(robust)[row] != "cost" {
				return &standing{
					name: name, about: c.Title.Of(robust)[row], unit: c.Unit.Of(robust)[row], share: strings.HasPrefix(c.Objective.Of(robust)[row], "share "),
					gained: c.Gain.Of(robust)[row], cost: of.CostMUSD.Of(plans)[at],
				}
			}
		}
	}
	return nil
}

// named names the projects that a plan takes.
func (s *standing) named(w Words, t *tables.Table) string {
	var names []string
	if t != nil {
		c := &tables.Members
		for row, plan := range c.Plan.Of(t) {
			if plan == s.name && c.Taken.True(t, row) {
				names = append(names, c.Title.Of(t)[row])
			}
		}
	}
	switch more := len(names) - mostMembers; {
	case len(names) == 0:
		return w.Say("nothing")
	case more > 0:
		return w.Say("%[1]s, and %[2]d more", Names(names[:mostMembers]), more)
	}
	return Names(names)
}
