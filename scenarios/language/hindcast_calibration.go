package language

import (
	"corridor/scenarios/text"
	"corridor/sim/hindcast"
)

// calibrated reads what is calibrated, and on what: the uncertainties that say so, but those that are
// certain.
func (c *compiler) calibrated(v value) *hindcast.Calibration {
	out := &hindcast.Calibration{}
	for _, u := range c.top.of("uncertainties").each() {
		if u.of("calibrated").boolean() && !u.of("certain").boolean() {
			out.Of = append(out.Of, u.name)
		}
	}
	for _, r := range v.of("series").each() {
		s := hindcast.SeriesOf(r.name)
		if s == nil {
			c.report.Mistake(r.at, "there is no series %q%s", text.Short(r.name), text.DidYouMean(r.name, seriesNames()))
			continue
		}
		reliance := hindcast.Reliance{Series: s, Error: r.of("error").number(), Discrepancy: r.of("discrepancy").number(), Fitted: r.of("fitted").boolean()}
		if reliance.Error == 0 && reliance.Discrepancy == 0 && c.report.Sound(r.Tree) {
			c.report.Mistake(r.of("discrepancy").place(r.value), "%s has neither an error nor a discrepancy, expected one above 0: nothing is observed and said that precisely", r.name)
		}
		out.Series = append(out.Series, reliance)
	}
	return out
}

func seriesNames() []string {
	var names []string
	for _, s := range hindcast.AllSeries {
		names = append(names, s.Name)
	}
	return names
}
