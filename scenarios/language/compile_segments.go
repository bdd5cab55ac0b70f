package language

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

func (c *compiler) segment(v namedValue) model.Segment {
	c.accepted(v.of("accepts"))
	s := model.Segment{
		Name:            v.name,
		IncludesWeather: v.of("includes_weather").boolean(),
		BothWays:        v.of("counts").string() == "both-ways",
		StorageMt:       math.Inf(1),
		Base:            baseTermsOf(c.top.of("calibration").of("segments").of(v.name), "free_flow_days"),
	}
	c.fill(&s, v.value)
	c.everOpen(v, &s)
	c.saidByCapacity(v)
	return s
}

// everOpen reports a capacity that contains its closures and is open in no month.
func (c *compiler) everOpen(v namedValue, s *model.Segment) {
	if at := v.of("availability"); s.IncludesWeather && s.Availability == [calendar.MonthsPerYear]float64{} && c.report.Sound(at.Tree) {
		c.report.Mistake(at.place(v.value), "segment %s is open in no month, so its capacity cannot include the weather", v.name)
	}
}

// seriesOf reads a number, or numbers by year, and by month where there may be some.
func seriesOf(v value) model.Series {
	switch {
	case !v.given():
		return model.Series{}
	case v.Kind == text.Map && !v.isValue():
		series := model.Series{}
		series.Years, series.Values = steps(v)
		for _, e := range entriesByDate(v.Tree) {
			if _, err := parseYear(e.Key); err != nil {
				series.Steps = append(series.Steps, model.Dated{From: e.from, Value: value{Tree: e.Tree}.number()})
			}
		}
		return series
	}
	return model.Constant(v.number())
}

const tonnesPerMt = 1e6

// unitMt is the mass of a unit of a cargo class, in Mt.
func (c *compiler) unitMt(class value) float64 {
	if !class.given() {
		return 0 // reported
	}
	cargo := c.top.of("cargo").of(class.string())
	tonnes := cargo.of("tonnes_per_unit")
	if cargo.given() && !tonnes.given() && c.report.Sound(cargo.Tree) {
		c.report.Mistake(class.Position, "%s has no tonnes_per_unit, so units of it have no mass", class.string())
	}
	return tonnes.number() / tonnesPerMt
}

// accepted reports cargo classes that a segment accepts and nobody defines.
func (c *compiler) accepted(accepts value) {
	cargo := c.top.of("cargo")
	if cargo.given() && cargo.Kind != text.Map {
		return // reported
	}
	for _, v := range accepts.each() {
		if cargo.Get(v.name) == nil {
			c.report.Mistake(v.at, "there is no %q among the cargo%s", text.Short(v.name), text.DidYouMean(v.name, cargo.names()))
		}
	}
}
