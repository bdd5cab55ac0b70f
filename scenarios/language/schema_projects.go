package language

import (
	"slices"

	"corridor/model"
)

var projectSpec = object("An investment", append([]field{
	must("cost_musd", amount("Cost, in prices of 2025", "USD million").
		sets(inAs(func(p *model.Project, n float64) { p.CostMUSD, p.EstimateMUSD = n, n }))),
	may("ramp_months", months("Months until the full effect", 600).or("0").
		sets(inMonths(func(p *model.Project) *int { return &p.RampMonths }))),
}, effortFields...)...)

var measureSpec = object("A procedure, tariff or system", append([]field{
	may("cost_musd", amount("Cost of bringing it in, in prices of 2025", "USD million").or("0").
		sets(inAs(func(p *model.Project, n float64) { p.CostMUSD, p.EstimateMUSD = n, n }))),
	may("cost_musd_per_year", amount("Cost of keeping it going, in prices of 2025", "USD million a year").or("0").
		sets(in(func(p *model.Project) *float64 { return &p.AnnualMUSD }))),
	may("adoption_months", months("Months until all use it, along an S-curve", 600).or("0").
		sets(whenGiven(inAs(func(p *model.Project, n float64) { p.RampMonths, p.Adoption = wholeMonths(n), true })))),
}, effortFields...)...)

// effortFields are what projects and measures have in common.
var effortFields = append([]field{
	may("title", titled("Name for readers")),
	may("enabled", plain(formBoolean, "Whether it goes ahead").or("true")),
	mustUnless(servesKey, "start", plain(formMonth, "First month of work and spending")),
	mustUnless(servesKey, "duration_months", months("Planned time until it serves", mostMonths).
		sets(durationSlot)),
	may(servesKey, plain(formMonth, "First month in which it serves as planned, in the place of start or of duration_months; delays come on top")),
	may("delay_factor", positive("Actual over planned duration", "").or("1").
		sets(in(func(p *model.Project) *float64 { return &p.DelayFactor }))),
	may("delay_months", months("Delay added to it; what was to serve by the month as_of of delivery is not delayed", 600).or("0").
		sets(inMonths(func(p *model.Project) *int { return &p.DelayMonths }))),
	may("effective_share", number("Share of the claimed effect that comes", "", 0, 2).or("1").
		sets(in(func(p *model.Project) *float64 { return &p.EffectiveShare }))),
	may("life_months", months("The effect wears off over so many months, 0 for never", 1200).or("0").
		sets(inMonths(func(p *model.Project) *int { return &p.LifeMonths }))),
	may("requires", list("Projects and measures that must serve before this one has an effect", reference("Project or measure", "projects", "measures"))),
	must("changes", named("What it changes, by segment or by several: a pattern such as alat-*, all, all of a place or country, all of a kind", changeSpec).selecting("segments")),
	may("financing", named("Who pays what of it, by financier; what none is named for is shown as such", financingSpec).ofThe("financiers")),
}, append(slices.Clone(appraisedFields), deliveryFields...)...)
