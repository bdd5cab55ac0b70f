package findings

import (
	"fmt"
	"strings"

	"corridor/sim/tables"
)

// Choices are the sentences that a decision begins with, of what a package holds: what the projects
// are worth and which gives most for its money, which plans stand out, which two inputs matter
// most, and where a condition holds. Each is that of an analysis, which has the rest.
func Choices(p *tables.Package) (list []string) {
	if ranking, together := p.Table(tables.Ranking), p.Table(tables.Together); ranking != nil && together != nil && ranking.Len() > 0 {
		list = append(list, AppraisalOf(ranking, together).Lead()...)
	}
	if plans, robust := p.Table(tables.Plans), p.Table(tables.Robustness); plans != nil && robust != nil {
		if text := plansThatStandOut(plans, robust); text != "" {
			list = append(list, text)
		}
	}
	if t := p.Table(tables.Sensitivity); t != nil {
		for _, m := range SensitivityOf(t) {
			if text := m.two(); text != "" {
				list = append(list, text)
				break
			}
		}
	}
	if boxes, limits := p.Table(tables.Boxes), p.Table(tables.Limits); boxes != nil && limits != nil && boxes.Len() > 0 {
		d := &DiscoveredIn(boxes, limits)[0]
		list = append(list, fmt.Sprintf("%s It is so in %s of the futures inside, which are %s of all in which it is.",
			d.Sentence(), percentOf(d.Judged.Share), percentOf(d.JudgedCoverage.Share)))
	}
	return list
}

// two names the two inputs with the greatest shares of the variance of a metric, or the one that
// matters; "" where there are no shares.
func (m *Mattering) two() string {
	if m.Method != tables.SobolMethod || len(m.Inputs) < 2 {
		return ""
	}
	first, second := &m.Inputs[0], &m.Inputs[1]
	share := func(in *Influence) string {
		e := in.Index[tables.TotalIndex]
		return e.Percent() + ", " + e.Interval()
	}
	if !m.Matters(second) {
		return fmt.Sprintf("%s hangs on one figure: %s (%s of the variance).", m.Title, first.Title, share(first))
	}
	return fmt.Sprintf("%s hangs most on two figures: %s (%s) and %s (%s of the variance).", m.Title, first.Title, share(first), second.Title, share(second))
}

// plansThatStandOut says what the knee and the best plan gain in the first objective but cost.
func plansThatStandOut(plans, robust *tables.Table) string {
	c := &tables.Robustness
	of := &tables.Plans
	var parts []string
	about := ""
	for _, name := range []string{tables.PlanKnee, tables.PlanBest} {
		for row, plan := range c.Plan.Of(robust) {
			if plan != name || c.Metric.Of(robust)[row] == "cost" {
				continue
			}
			for at, other := range of.Plan.Of(plans) {
				if other == name {
					parts = append(parts, fmt.Sprintf("%s %s %s for USD %s million", name, signed(c.Gain.Of(robust)[row]), c.Unit.Of(robust)[row], million(of.CostMUSD.Of(plans)[at])))
				}
			}
			about = c.Title.Of(robust)[row]
			break
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("Of the plans of which none is better, against nothing, %s: %s.", about, strings.Join(parts, ", "))
}
