package language

import (
	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim"
	"corridor/sim/tables"
)

// financing gathers who pays what of the projects and measures.
func (c *compiler) financing() (all []sim.Commitment) {
	financiers := c.top.of("financiers").names()
	for _, f := range c.top.of("financiers").each() {
		if f.name == tables.NoFinancier {
			c.report.Mistake(f.at, "%s stands in financing.csv for what no financier is named for, expected another name", f.name)
		}
	}
	known := map[string]bool{}
	for _, name := range financiers {
		known[name] = true
	}
	for _, section := range []string{"projects", "measures"} {
		for _, v := range c.top.of(section).each() {
			var paid []namedValue
			for _, f := range v.of("financing").each() {
				if !known[f.name] {
					c.report.Mistake(f.at, "there is no %q among the financiers%s", text.Short(f.name), text.DidYouMean(f.name, financiers))
					continue
				}
				all = append(all, c.commitment(v.name, f))
				paid = append(paid, f)
			}
			c.paidTwice(v, paid)
		}
	}
	return all
}

func (c *compiler) commitment(project string, v namedValue) sim.Commitment {
	f := sim.Commitment{
		Project: project, Financier: v.name, Form: v.of("form").string(),
		Share: v.of("share").number(), MUSD: v.of("musd").number(),
		From: v.of("from").month(), To: calendar.Never,
	}
	if to := v.of("to"); to.given() {
		f.To = to.month()
		if f.To < f.From && c.report.Sound(v.Tree) {
			c.report.Mistake(changed(v.Tree, v.of("from").Tree, to.Tree), "%s pays until %v, before it begins in %v", v.name, f.To, f.From)
		}
	}
	return f
}

// paidTwice reports a project of which more is paid than it costs.
func (c *compiler) paidTwice(v namedValue, paid []namedValue) {
	if len(paid) == 0 || !c.report.Sound(v.Tree) {
		return
	}
	cost, sum := v.of("cost_musd").number(), 0.0
	for _, f := range paid {
		musd := f.of("musd").number()
		if musd > 0 && cost == 0 {
			c.report.Mistake(f.of("musd").Position, "%s pays an amount of %s, which has no cost_musd; give a share", f.name, v.name)
			return
		}
		sum += f.of("share").number()
		if musd > 0 {
			sum += musd / cost
		}
	}
	const rounding = 1e-9
	if sum > 1+rounding {
		c.report.Mistake(v.PlaceOf("financing"), "the financing of %s is %s %% of its cost, expected at most 100 %%", v.name, plainNumber(roundedPercent(sum)))
	}
}

// roundedPercent is a share in per cent with one decimal.
func roundedPercent(share float64) float64 { return float64(int(float64(share*1000)+0.5)) / 10 }
