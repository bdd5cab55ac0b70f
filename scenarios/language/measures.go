package language

import (
	"fmt"

	"corridor/scenarios/text"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// comparison reports an experiment that compares a run with itself, or one run in
// two ways.
func (c *compiler) comparison(v namedValue) {
	over := v.of("over_year").given()
	switch {
	case !c.report.Sound(v.Tree):
	case over && v.of("without").given():
		c.report.Mistake(v.PlaceOf("without"), "%s has over_year and without, expected only one of them", v.name)
	case over && v.of("over_year").string() == v.of("year").string():
		c.report.Mistake(v.of("over_year").Position, "experiment %s compares %s with itself", v.name, v.of("year").string())
	case !over && !v.of("without").given() && !v.of("with").given():
		c.report.Mistake(v.Position, "experiment %s compares a run with itself; give with, without or over_year", v.name)
	}
}

// measurable reports a measure that needs what the scenario does not have, at the place that
// asks for it, and returns false.
func (c *compiler) measurable(at value, measure string) bool {
	if lack := c.lack(measure); lack != "" {
		c.report.Mistake(at.Position, "%s", lack)
		return false
	}
	return true
}

// lack says what a measure needs that the scenario does not have: a cargo class that it counts,
// what money is worth, what rivals emit; "" for nothing.
func (c *compiler) lack(measure string) string {
	for _, lack := range []func(string) string{c.uncounted, c.unpriced, c.unemitted} {
		if text := lack(measure); text != "" {
			return text
		}
	}
	return ""
}

func (c *compiler) uncounted(measure string) string {
	cargo, class := c.top.of("cargo"), hindcast.CargoOf(measure)
	if class == "" {
		class = unitsOf[measure]
	}
	if class == "" || cargo.given() && !c.report.Sound(cargo.Tree) {
		return ""
	}
	switch of := cargo.of(class); {
	case !of.given():
		return fmt.Sprintf("%s counts the cargo class %s, which the scenario does not have%s", measure, class, text.DidYouMean(class, cargo.names()))
	case class != tables.Oil && !of.of("tonnes_per_unit").given():
		return fmt.Sprintf("%s needs the tonnes_per_unit of the cargo class %s", measure, class)
	}
	return ""
}

// unitsOf is the cargo class of which a result column counts the units.
var unitsOf = map[string]string{
	tables.Annual.ContainersKTEU.Name: tables.Containers, tables.Annual.WagonsK.Name: tables.Wagons, tables.Annual.TrucksK.Name: tables.Trucks,
}

// moneyMetrics are the result columns that need the section economics.
var moneyMetrics = []tables.MetricColumn{
	tables.Annual.OperatingMUSD, tables.Annual.SurplusMUSD, tables.Annual.WaitingMUSD, tables.Annual.TurnedAwayMUSD,
	tables.Annual.CO2eMUSD, tables.Annual.NetBenefitMUSD,
}

func (c *compiler) unpriced(measure string) string {
	for _, m := range moneyMetrics {
		if m.Name == measure && !c.top.of("economics").given() {
			return measure + " needs the section economics, which says what results are worth in money"
		}
	}
	return ""
}

// unemitted is of rivals' emissions where one that markets go by has none. Their value is nothing
// where emissions have none.
func (c *compiler) unemitted(measure string) string {
	switch measure {
	case tables.Annual.RivalsEmissionsKt.Name:
	case tables.Annual.CO2eMUSD.Name, tables.Annual.NetBenefitMUSD.Name:
		if !c.top.of("economics").of("co2e_usd_per_t").given() {
			return ""
		}
	default:
		return ""
	}
	for _, market := range c.top.of("markets").each() {
		for _, route := range market.of("routes").each() {
			switch name := route.of("rival").string(); {
			case name == "" || name == "false" || c.top.of("rivals").of(name).of("emissions_kg_per_t").given():
			case name == "true":
				return fmt.Sprintf("%s needs rivals with emissions_kg_per_t; route %s of market %s goes by none of them", measure, route.name, market.name)
			default:
				return fmt.Sprintf("%s needs the emissions_kg_per_t of the rival %s", measure, text.Short(name))
			}
		}
	}
	return ""
}
