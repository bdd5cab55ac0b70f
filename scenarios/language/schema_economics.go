package language

import "corridor/model"

// economicsSpec says what results are worth in money. Its numbers go to two parts of the
// corridor, so the corridor is their owner.
var economicsSpec = object("What results are worth in money, and how amounts of different years come to one; without it no surplus and no present value is reckoned",
	must("price_year", number("Year in whose prices the scenario's money is, and to whose middle amounts are discounted", "year", firstYear, lastYear).integer().
		sets(inYears(func(c *model.Corridor) *int { return &c.Discounting.PriceYear }))),
	must("discount_rate_per_year", number("Social discount rate, of amounts without inflation; 0.06 is 6 %", "per year", 0, 1).
		sets(in(func(c *model.Corridor) *float64 { return &c.Discounting.RatePerYear }))),
	may("appraisal_years", number("Years appraised, from the first one simulated; without it those simulated", "years", 1, 200).integer().
		sets(inYears(func(c *model.Corridor) *int { return &c.Discounting.Years }))),
	may(beyondKey, words("What comes after the last year simulated, to the end of the appraisal: constant, each year what that one came to, but for building; or none", constantBeyond, "none").or("none")),
	may("residual_value", words("What works are worth at the end of the appraisal: what is left of their service life, in a straight line, or none", "straight-line", "none").or("straight-line")),
	may("service_life_years", positive("How long works last", "years").or("30").
		sets(in(func(c *model.Corridor) *float64 { return &c.Discounting.LifeYears[0] }))),
	may("service_life_years_by_kind", object("How long works of a kind last, where that differs", livesByKind()...)),
	may("co2e_usd_per_t", either(amount("Value of emissions", "USD per t CO2e"), joined("Value of emissions", amount("Value", "USD per t CO2e"))).
		sets(inSeries(func(c *model.Corridor) *model.Series { return &c.Economics.CO2eUSDPerT }))),
	may("operating_share", share("Part of the price of transport that is the cost of operating it; the rest is profit, taxes and charges for what was built").or("1").
		sets(in(func(c *model.Corridor) *float64 { return &c.Economics.OperatingShare }))),
	may("lost_cargo_usd_per_t", amount("What is lost with a tonne that can go nowhere", "USD/t").or("0").
		sets(in(func(c *model.Corridor) *float64 { return &c.Economics.LostCargoUSDPerT }))),
	may("lost_cargo_usd_per_t_by_class", named("The same of a cargo class, where that differs", amount("What is lost with a tonne of it", "USD/t")).ofThe("cargo")),
	may("corridor_share", share("Part of what works cost that is the corridor's, where other traffic uses them too. Without it, and where a project does not say, in proportion to what passes the segments it changes, in the last five years of the expected future without shocks").
		sets(sharedSlot{})),
)

const (
	beyondKey      = "beyond_horizon"
	constantBeyond = "constant"
)

func livesByKind() (fields []field) {
	for i, kind := range projectKinds {
		fields = append(fields, may(kind, positive("Service life", "years").
			sets(in(func(c *model.Corridor) *float64 { return &c.Discounting.LifeYears[1+i] }))))
	}
	return fields
}

// appraisedFields are what projects and measures say about their place in an appraisal.
var appraisedFields = []field{
	may("service_life_years", positive("How long it lasts, where that differs from others of its kind", "years").
		sets(in(func(p *model.Project) *float64 { return &p.ServiceLifeYears }))),
	may("corridor_share", share("Part of its cost that is the corridor's, where other traffic uses it too; without it as the scenario's economics say").
		sets(inAs(func(p *model.Project, n float64) { p.OthersShare = 1 - n }))),
}
