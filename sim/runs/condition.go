package runs

import (
	"errors"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// ParseCondition reads a condition on the draws of a scenario: what is drawn by its name, metrics
// with a year or month as [Asked] reads them, and targets. Numbers may have units of what they are
// compared with.
func ParseCondition(s *scenarios.Scenario, condition string) (*tables.Condition, error) {
	v := vocabulary{s: s, words: map[string]*tables.Word{}, units: map[string]string{}}
	for _, in := range drawnOf(s) {
		w := &tables.Word{Name: in.Name}
		if d, discrete := in.Distribution.(random.Discrete); discrete {
			w.Values = d.Values()
			w.YesNo = slices.Equal(w.Values, []float64{0, 1}) || slices.Equal(w.Values, []float64{0}) || slices.Equal(w.Values, []float64{1})
		}
		v.words[w.Name] = w
		if !swings.IsOutcome(&in) { // which is a factor
			v.units[w.Name] = s.Unit(in.Path)
		}
	}
	for i := range s.Targets {
		v.words[s.Targets[i].Name] = &tables.Word{Name: s.Targets[i].Name, Target: &s.Targets[i], Judged: true}
	}
	converted, offset, err := scenarios.ReadUnits(condition, v.withUnit)
	switch {
	case v.err != nil:
		return nil, v.err
	case err != nil:
		return nil, wrongAt(condition, offset, err.Error())
	}
	c, err := tables.ParseCondition(converted.Text, v.find)
	var mistake *tables.ExpressionError
	switch {
	case v.err != nil:
		return nil, v.err
	case errors.As(err, &mistake):
		hint := ""
		if mistake.Name != "" {
			hint = text.DidYouMean(mistake.Name, v.near(mistake.Name))
		}
		return nil, wrongAt(condition, converted.Place(mistake.Offset), mistake.Message+hint)
	}
	return c, err
}

// wrongAt is the error of what is wrong at so many letters of a condition.
func wrongAt(condition string, offset int, what string) error {
	return invalidf("%s, at character %d of the condition\n    %s\n    %s^", what, offset+1, text.Short(condition), strings.Repeat(" ", offset))
}

// vocabulary finds the words of a condition.
type vocabulary struct {
	s     *scenarios.Scenario
	words map[string]*tables.Word
	units map[string]string // of the figures that are drawn
	err   error             // of a metric that is asked for where nothing is simulated
}

// dated is a metric with a year or a month.
var dated = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]*?)_[12][0-9]{3}(-(0[1-9]|1[0-2]))?`)

// find returns the longest word that a text begins with.
func (v *vocabulary) find(rest string) (found *tables.Word) {
	for name, w := range v.words {
		if strings.HasPrefix(rest, name) && (found == nil || len(name) > len(found.Name)) {
			found = w
		}
	}
	what := dated.FindString(rest)
	if what == "" || found != nil && len(found.Name) >= len(what) {
		return found
	}
	metric, _, _ := cutPeriod(what)
	if !slices.Contains(tables.Metrics(), metric) && v.s.Metrics[metric] == nil {
		return found
	}
	t, err := Asked(v.s, what)
	if err != nil {
		v.err = err
		return nil
	}
	v.words[what] = &tables.Word{Name: what, Target: &t}
	return v.words[what]
}

// withUnit finds the word that a text begins with, and its unit.
func (v *vocabulary) withUnit(rest string) (name, unit string) {
	switch w := v.find(rest); {
	case w == nil:
		return "", ""
	case w.Target != nil:
		return w.Name, v.s.UnitOf(w.Target.Metric.String())
	default:
		return w.Name, v.units[w.Name]
	}
}

// near lists names that a wrong one may have been meant for.
func (v *vocabulary) near(name string) []string {
	names := slices.Sorted(maps.Keys(v.words))
	start, years := v.s.Corridor.Years()
	when := tables.Period{Month: calendar.NewMonth(start+years/2, calendar.MonthsPerYear), Yearly: true}.String()
	if _, asked, is := cutPeriod(name); is {
		when = asked.String()
	}
	for _, metric := range slices.Concat(tables.Metrics(), slices.Sorted(maps.Keys(v.s.Metrics))) {
		names = append(names, metric+"_"+when)
	}
	return names
}

// drawnOf lists what a scenario draws that is a figure or the outcome of a project, those of a
// sample each by itself, in the order they are drawn. What several have in common is neither.
func drawnOf(s *scenarios.Scenario) (list []ensemble.Uncertainty) {
	for _, u := range s.Uncertainties {
		if u.Path != "" {
			list = append(list, u)
		}
		for i := range u.Sample {
			list = append(list, u.Sample[i].Alone())
		}
	}
	return list
}

// asked lists what a condition asks of futures.
func asked(c *tables.Condition) (targets []tables.Target) {
	for _, w := range c.Words() {
		if w.Target != nil {
			targets = append(targets, *w.Target)
		}
	}
	return targets
}

// ranges say which values the words of a condition have in draws, for a condition that none or
// every one of them meets.
func ranges(c *tables.Condition, column func(w *tables.Word) []float64) string {
	var list []string
	for _, w := range c.Words() {
		low, high := math.Inf(1), math.Inf(-1)
		for _, v := range column(w) {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				low, high = min(low, v), max(high, v)
			}
		}
		if low > high {
			list = append(list, w.Name+" has no value in any of them")
			continue
		}
		list = append(list, w.Name+" is "+tables.Rounded(low, 4)+" to "+tables.Rounded(high, 4))
	}
	return strings.Join(list, ", ")
}
