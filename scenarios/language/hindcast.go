package language

import (
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim/hindcast"
)

// tests compiles what the scenario is tested by.
func (c *compiler) tests(s *Compiled) {
	if v := c.top.of("hindcast"); v.given() {
		s.Hindcast = c.hindcast(v)
	}
	for _, v := range c.top.of("experiments").each() {
		e := hindcast.Experiment{
			Name: v.name, Title: title(v), Without: c.overlays(v.of("without")), With: c.overlays(v.of("with")),
			Metric: v.of("metric").string(), Year: yearOf(v.of("year")), OverYear: yearOf(v.of("over_year")),
			Low: v.of("observed_low").number(), High: v.of("observed_high").number(),
		}
		if e.Low > e.High {
			c.report.Mistake(v.of("observed_low").place(v.value), "the least change %s is above the greatest %s", plainNumber(e.Low), plainNumber(e.High))
		}
		c.comparison(v)
		c.measurable(v.of("metric"), v.of("metric").string())
		s.Experiments = append(s.Experiments, e)
	}
	for _, v := range c.top.of("studies").each() {
		if v.of("metric").given() {
			c.measurable(v.of("metric"), v.of("metric").string())
		}
		s.Studies = append(s.Studies, hindcast.StudyFigure{
			Name: v.name, Study: v.of("study").string(), Quantity: v.of("quantity").string(),
			Scope: v.of("scope").string(), Unit: v.of("unit").string(), Note: v.Tree.TextOf("note"),
			With: c.overlays(v.of("with")), Metric: v.of("metric").string(), Ways: c.waysOf(v, "ways"), Among: c.waysOf(v, "among"),
			Year: yearOf(v.of("year")), OverYear: yearOf(v.of("over_year")), Value: v.of("value").number(),
		})
	}
}

// waysOf reads the ways that a study sets in proportion, each the name of a market and of a
// route of it.
func (c *compiler) waysOf(study namedValue, key string) (all []hindcast.Way) {
	list := study.of(key)
	if study.of("ways").given() != list.given() && c.report.Sound(study.Tree) {
		c.report.Mistake(study.Position, "study %s has only one of ways and among, expected both", study.name)
	}
	if !list.given() || list.Kind != text.List {
		return nil
	}
	markets := c.top.of("markets")
	for _, item := range list.Items {
		market, route, _ := strings.Cut(item.Text, ".")
		routes := markets.of(market).of("routes")
		switch {
		case item.Kind != text.Scalar || !c.report.Sound(item): // reported
		case markets.Get(market) == nil:
			c.report.Mistake(item.Position, "there is no %q among the markets%s", text.Short(market), text.DidYouMean(market, markets.names()))
		case !routes.given() || routes.Get(route) == nil:
			c.report.Mistake(item.Position, "there is no %q among the routes of market %s%s", text.Short(route), market, text.DidYouMean(route, routes.names()))
		default:
			all = append(all, hindcast.Way{Market: market, Route: route})
		}
	}
	return all
}

func yearOf(v value) int {
	year, err := parseYear(v.string())
	if err != nil {
		return 0 // not given, or reported
	}
	return year
}

// overlays reads a list of overlays, which must exist.
func (c *compiler) overlays(v value) []string {
	if !v.given() {
		return nil
	}
	var names []string
	for _, item := range v.Items {
		c.overlay(item)
		names = append(names, BesideFile(item))
	}
	return names
}

func (c *compiler) hindcast(v value) *hindcast.Setup {
	h := &hindcast.Setup{Start: v.of("start").month(), HoldOut: yearOf(v.of("hold_out")), BaseAtOrigin: v.of("base_at_origin").boolean()}
	if trend := v.of("trend_per_year"); trend.given() {
		h.Trend = c.trend(trend)
	}
	if fit := v.of("fit"); fit.given() {
		for _, item := range fit.Items {
			year := yearOf(value{item, fit.spec.item})
			if year == 0 {
				continue // reported
			}
			if n := len(h.FitYears); n > 0 && year <= h.FitYears[n-1] {
				c.report.Mistake(item.Position, "%d does not come after %d, expected the years of the fit in order", year, h.FitYears[n-1])
			}
			if h.Start > calendar.NewMonth(year, 1) {
				c.report.Mistake(item.Position, "%d cannot be fitted, the hindcast starts in %v", year, h.Start)
			}
			h.FitYears = append(h.FitYears, year)
		}
		if len(fit.Items) == 0 {
			c.report.Mistake(fit.Position, "the hindcast has no year to fit")
		} else if len(h.FitYears) > 0 && h.HoldOut > 0 && h.HoldOut <= h.FitYears[len(h.FitYears)-1] {
			c.report.Mistake(v.of("hold_out").place(v), "%d is a year of the fit or before, expected one after", h.HoldOut)
		}
	}
	if list := v.of("parameters"); list.given() {
		for _, item := range list.Items {
			at, ok := c.numberAt(item)
			if !ok {
				continue
			}
			if f, ok := c.fitted(item.Text, at, item.Position); ok {
				h.Parameters = append(h.Parameters, f)
			}
		}
	}
	if v := v.of("calibration"); v.given() {
		h.Calibration = c.calibrated(v)
	}
	return h
}

// trend reads the growth after the known years: fitted between its bounds, or fixed where
// it is a plain number.
func (c *compiler) trend(v value) hindcast.Parameter {
	const path = "hindcast.trend_per_year"
	if n, plain := parseNumber(v.Tree); plain {
		return hindcast.Parameter{Path: path, Low: n, High: n, Start: n}
	}
	f, _ := c.fitted(path, v.Tree, v.Position)
	return f
}

// fitted reads a number with the bounds it is to be fitted in.
func (c *compiler) fitted(path string, t *text.Tree, at text.Position) (hindcast.Parameter, bool) {
	value, hasValue := parseNumber(t.Get("value"))
	low, hasLow := parseNumber(t.Get("low"))
	high, hasHigh := parseNumber(t.Get("high"))
	if !isValue(t) || !hasValue || !hasLow || !hasHigh {
		if c.report.Sound(t) {
			c.report.Mistake(at, "%s is fitted, so it needs a value with low and high", path)
		}
		return hindcast.Parameter{}, false
	}
	return hindcast.Parameter{Path: path, Low: low, High: high, Start: value}, true
}
