package main

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/parts"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// viewFlags say what of a comparison is printed. What is written does not depend on them.
type viewFlags struct {
	years, metrics, by, only []string
	top                      uint64
	json                     bool
}

func (f *viewFlags) add(c *cobra.Command) {
	to := c.Flags()
	addList(to, &f.years, "years", "years to show, such as 2028,2030-2032 (default those of the targets, the last, and those that differ most)")
	addList(to, &f.metrics, "metrics", "columns of annual.csv to show, such as utilisation,queue_mt, or all")
	addList(to, &f.by, "by", "take the difference apart by "+strings.Join(parts.Names(), ", "))
	addList(to, &f.only, "only", "of --by: these alone, by their names or titles, with * for any letters, such as KZ,rail-*")
	f.top = 10
	to.Var((*whole)(&f.top), "top", "of --by: how many to show, those that differ most")
	to.BoolVar(&f.json, "json", false, "print it as JSON")
	_ = c.RegisterFlagCompletionFunc("metrics", completeList(append(tables.Metrics(), allMetrics)))
	_ = c.RegisterFlagCompletionFunc("by", completeList(parts.Names()))
}

// allMetrics stands for every column of annual.csv that a comparison can show.
const allMetrics = "all"

// view is what of a comparison is printed.
type view struct {
	years   []string // nil for the usual ones
	metrics []shownMetric
	by      []parts.Dimension
	only    []string
	top     int
}

// check reads the flags.
func (f *viewFlags) check(given *pflag.FlagSet) (v view, err error) {
	if len(f.by) == 0 {
		if err := refuseIdle(given, "it is for --by", "only", "top"); err != nil {
			return v, err
		}
	}
	years, err := parseYears(f.years)
	if err != nil {
		return v, err
	}
	for _, year := range years {
		v.years = append(v.years, strconv.Itoa(year))
	}
	if v.metrics, err = metricsAsked(f.metrics); err != nil {
		return v, err
	}
	for _, name := range f.by {
		d, found := parts.DimensionOf(name)
		if !found {
			return v, usageError("--by has no %q%s", name, text.DidYouMean(name, parts.Names()))
		}
		if !slices.ContainsFunc(v.by, func(b parts.Dimension) bool { return b.Name == name }) {
			v.by = append(v.by, d)
		}
	}
	for _, pattern := range f.only {
		if _, err := path.Match(pattern, ""); err != nil {
			return v, usageError("--only has %q, which is no pattern: %v", pattern, err)
		}
	}
	if f.top == 0 {
		return v, usageError("--top must be at least 1")
	}
	v.only, v.top = f.only, int(min(f.top, 1<<20))
	return v, nil
}

// metricsAsked are those of the names, the usual ones where there are none.
func metricsAsked(names []string) (list []shownMetric, err error) {
	if len(names) == 0 {
		return compared, nil
	}
	for _, name := range names {
		m, found := tables.Metric(name)
		switch {
		case name == allMetrics:
			return allShown(), nil
		case !found:
			near := name
			if meant, found := tables.MeantMetric(name); found {
				near = meant
			}
			return nil, usageError("--metrics has no %q%s", name, text.DidYouMean(near, append(tables.Metrics(), allMetrics)))
		}
		list = append(list, shownMetric{MetricColumn: m})
	}
	return list, nil
}

func allShown() (list []shownMetric) {
	for _, m := range tables.MetricColumns() {
		list = append(list, shownMetric{MetricColumn: m})
	}
	return list
}

// fits checks the flags against the scenarios, and finds the parts that are called by their titles.
func (v *view) fits(p *runs.Comparison) error {
	first, years := p.Scenarios[0].Corridor.Years()
	for _, year := range v.years {
		if n, _ := strconv.Atoi(year); n < first || n >= first+years { // it was written from a number
			return usageError("--years has %s, and the years simulated are %d to %d", year, first, first+years-1)
		}
	}
	var all []namedPart
	for _, d := range v.by {
		list := p.Parts(d)
		if len(list) == 0 {
			return usageError("--by %s: the scenarios have no %s", d.Name, d.Plural)
		}
		for _, part := range list {
			all = append(all, calledIn(d, part))
		}
	}
	for _, pattern := range slices.Clone(v.only) {
		names, err := meantBy(pattern, all)
		if err != nil {
			return err
		}
		v.only = append(v.only, names...)
	}
	return nil
}

// namedPart is a part by its name, and the words by which readers call it.
type namedPart struct {
	name  string
	words []string
}

// calledIn are the words for a part of a dimension: its title and, of a country, its names.
func calledIn(of parts.Dimension, part parts.Part) namedPart {
	n := namedPart{part.Name, []string{part.Title}}
	if of.Name == "country" {
		n.words = append(n.words, tables.NamesOfCountry(part.Name)...)
	}
	return n
}

// meantBy returns the names of the parts that a pattern means by what they are called.
func meantBy(pattern string, all []namedPart) (names []string, err error) {
	var valid, words []string
	for _, part := range all {
		called := func(word string) bool { return matches(strings.ToLower(pattern), strings.ToLower(word)) }
		if matches(pattern, part.name) || slices.ContainsFunc(part.words, called) {
			names = append(names, part.name)
		}
		valid, words = append(valid, part.name), append(words, part.words...)
	}
	if len(names) > 0 {
		return names, nil
	}
	if near := text.Nearest(pattern, append(slices.Clone(valid), words...)); near != "" {
		valid = []string{near}
	}
	return nil, usageError("--only has %q, and there is none of that name%s", pattern, text.DidYouMean(pattern, valid))
}

func matches(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}

// wants reports whether a part is to be shown.
func (v *view) wants(part string) bool {
	return len(v.only) == 0 || slices.ContainsFunc(v.only, func(pattern string) bool { return matches(pattern, part) })
}

// yearsOf are the years to show of scenarios.
func (v *view) yearsOf(compared ...*scenarios.Scenario) []string {
	if v.years != nil {
		return v.years
	}
	return headlineYears(compared...)
}
