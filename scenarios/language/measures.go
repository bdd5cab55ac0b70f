package language

import (
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

// measurable reports a measure that counts a cargo class which the scenario does not
// have, at the place that asks for it, and returns false.
func (c *compiler) measurable(at value, measure string) bool {
	cargo, class := c.top.of("cargo"), hindcast.CargoOf(measure)
	if class == "" || cargo.given() && !c.report.Sound(cargo.Tree) {
		return true
	}
	switch of := cargo.of(class); {
	case !of.given():
		c.report.Mistake(at.Position, "%s counts the cargo class %s, which the scenario does not have%s", measure, class, text.DidYouMean(class, cargo.names()))
	case class == tables.Containers && !of.of("tonnes_per_unit").given():
		c.report.Mistake(at.Position, "%s needs the tonnes_per_unit of the cargo class %s", measure, class)
	default:
		return true
	}
	return false
}

// containersMetric counts containers, as a result column and as a measure.
var containersMetric = tables.Annual.ContainersKTEU.Name
