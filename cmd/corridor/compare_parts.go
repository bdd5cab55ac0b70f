package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/scenarios/text"
	"corridor/sim/parts"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// breakdown is where a difference comes from, in one dimension and some years.
type breakdown struct {
	parts.Dimension
	years  []string
	shown  []*contribution // those that differ most first
	others *contribution   // all the rest together; nil for none
	all    *contribution
	rest   int // how many of the rest differ
	same   int // how many parts do not differ
}

// contribution is a part, with its figures by metric, then year.
type contribution struct {
	name, title string
	figures     [][]partFigure
}

// partFigure is what it is in the baseline and in the scenario; NaN for no value.
type partFigure struct{ from, to float64 }

func (f partFigure) difference() float64 { return f.to - f.from }

// breakdownOf reads it from contributions.csv.
func breakdownOf(t *tables.Table, scenario string, of parts.Dimension, v *view, years []string) *breakdown {
	b := &breakdown{Dimension: of, years: years, others: newContribution(of, "", "", len(years)), all: newContribution(of, "", "All together", len(years))}
	others := 0
	for _, c := range contributionsIn(t, scenario, of, years) {
		b.add(b.all, c)
		if !b.shows(c) {
			b.same++
		} else if v.wants(c.name) {
			b.shown = append(b.shown, c)
			continue
		} else {
			b.rest++
		}
		b.add(b.others, c)
		others++
	}
	slices.SortFunc(b.shown, b.compare)
	for len(b.shown) > v.top {
		last := b.shown[len(b.shown)-1]
		b.shown = b.shown[:len(b.shown)-1]
		b.add(b.others, last)
		b.rest++
		others++
	}
	b.others.title = tables.Counted(uint64(b.rest), "other")
	if others == 0 {
		b.others = nil
	}
	return b
}

func newContribution(of parts.Dimension, name, title string, years int) *contribution {
	c := &contribution{name: name, title: title}
	for range of.Metrics {
		c.figures = append(c.figures, make([]partFigure, years))
	}
	return c
}

// contributionsIn reads the parts of a dimension. What stands in no row is nothing, and no value
// where it adds to no sum.
func contributionsIn(t *tables.Table, scenario string, of parts.Dimension, years []string) (list []*contribution) {
	columns, index := &tables.Contributions, map[string]*contribution{}
	for row := range t.Len() {
		if columns.Scenario.Of(t)[row] != scenario || columns.Dimension.Of(t)[row] != of.Name {
			continue
		}
		name := columns.Part.Of(t)[row]
		c := index[name]
		if c == nil {
			c = newContribution(of, name, columns.PartTitle.Of(t)[row], len(years))
			index[name], list = c, append(list, c)
		}
		metric := slices.IndexFunc(of.Metrics, func(m parts.Metric) bool { return m.Name == columns.Metric.Of(t)[row] })
		if year := slices.Index(years, strconv.Itoa(int(columns.Year.Of(t)[row]))); year >= 0 && metric >= 0 {
			c.figures[metric][year] = partFigure{columns.BaselineValue.Of(t)[row], columns.ScenarioValue.Of(t)[row]}
		}
	}
	return list
}

// add adds a part to several.
func (b *breakdown) add(to, c *contribution) {
	for metric, figures := range c.figures {
		for year, f := range figures {
			sum := &to.figures[metric][year]
			sum.from, sum.to = sum.from+f.from, sum.to+f.to
		}
	}
}

// shows reports whether any difference of a part shows.
func (b *breakdown) shows(c *contribution) bool {
	for metric := range b.Metrics {
		if b.metricShows(c, metric) {
			return true
		}
	}
	return false
}

func (b *breakdown) metricShows(c *contribution, metric int) bool {
	return slices.ContainsFunc(c.figures[metric], func(f partFigure) bool {
		text := b.signed(metric, f)
		return text != "0.00" && text != "–"
	})
}

func (b *breakdown) signed(metric int, f partFigure) string {
	return signedNumber(float64(b.Metrics[metric].Scale * f.difference()))
}

// compare puts first what differs most in the first metric in any year, then in those that
// follow, then by name.
func (b *breakdown) compare(x, y *contribution) int {
	for metric := range b.Metrics {
		if order := cmp.Compare(greatest(y.figures[metric]), greatest(x.figures[metric])); order != 0 {
			return order
		}
	}
	return cmp.Compare(x.name, y.name)
}

// greatest is the greatest difference in any year, without its sign; none counts as nothing.
func greatest(figures []partFigure) (most float64) {
	for _, f := range figures {
		if d := math.Abs(f.difference()); d > most { // not where it is NaN
			most = d
		}
	}
	return most
}

// mostYearsAside are how many years stand beside each other in a table of all metrics; of more
// each metric has a table of its own.
const mostYearsAside = 2

// printBreakdowns shows where the difference of a scenario comes from.
func printBreakdowns(w io.Writer, p *runs.Comparison, scenario string, v *view, years []string) {
	for i, of := range v.by {
		fmt.Fprintf(w, "Where it comes from, by %s: scenario minus baseline", of.Name)
		if p.Ensemble.Draws > 1 {
			fmt.Fprint(w, ", in the expected futures")
		}
		fmt.Fprint(w, "\n\n")
		asked := []parts.Dimension{of}
		if len(years) > mostYearsAside {
			asked = byMetric(of)
		}
		differs := false
		for _, one := range asked {
			b := breakdownOf(p.Contributions, scenario, one, v, years)
			if metrics := b.differing(); len(metrics) > 0 {
				b.print(w, metrics)
				differs = true
			}
		}
		if !differs {
			fmt.Fprintf(w, "All of the %s are the same in the years shown.\n\n", of.Plural)
		}
		if i == len(v.by)-1 {
			fmt.Fprint(w, "contributions.csv has all years, and the names that --only takes.\n\n")
		}
	}
}

// byMetric takes a dimension apart, so that the parts of each metric stand in its order.
func byMetric(of parts.Dimension) (list []parts.Dimension) {
	for metric := range of.Metrics {
		one := of
		one.Metrics = of.Metrics[metric : metric+1]
		list = append(list, one)
	}
	return list
}

// differing lists the metrics of which a difference shows, of a part or of all the rest.
func (b *breakdown) differing() (metrics []int) {
	for metric := range b.Metrics {
		shows := func(c *contribution) bool { return b.metricShows(c, metric) }
		if slices.ContainsFunc(b.shown, shows) || b.rest > 0 && b.Adds(b.Metrics[metric]) && shows(b.others) {
			metrics = append(metrics, metric)
		}
	}
	return metrics
}

// print shows some metrics and says what is not shown.
func (b *breakdown) print(w io.Writer, metrics []int) {
	b.table(w, metrics)
	var said []string
	if b.same > 0 {
		said = append(said, fmt.Sprintf("The same in the years shown: %d of the %s.", b.same, b.Plural))
	}
	if slices.ContainsFunc(metrics, func(metric int) bool { return b.Passes(b.Metrics[metric]) }) {
		said = append(said, "A tonne counts in each that it passes, so that what is carried has no sum.")
	}
	if len(said) > 0 {
		fmt.Fprintf(w, "%s\n\n", wrap(strings.Join(said, " "), 92))
	}
}

// table prints some metrics, their years beside each other, with a line for all the rest and one
// for all together.
func (b *breakdown) table(w io.Writer, metrics []int) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	heads := [3]string{}
	for _, metric := range metrics {
		for i, year := range b.years {
			title, unit := b.Metrics[metric].Title, b.Metrics[metric].Unit
			if i > 0 {
				title, unit = "", ""
			}
			heads[0], heads[1], heads[2] = heads[0]+"\t"+title, heads[1]+"\t"+unit, heads[2]+"\t"+year
		}
	}
	for _, head := range heads {
		fmt.Fprintf(t, "%s\t\n", head)
	}
	for _, c := range b.shown {
		b.row(t, c, metrics, false)
	}
	if b.others != nil && b.rest > 0 {
		b.row(t, b.others, metrics, true)
	}
	if slices.ContainsFunc(metrics, func(metric int) bool { return b.Adds(b.Metrics[metric]) }) {
		b.row(t, b.all, metrics, true)
	}
	t.Flush()
	fmt.Fprintln(w)
}

// row prints a part, or several together: of those a metric that adds to no sum has a dash.
func (b *breakdown) row(w io.Writer, c *contribution, metrics []int, sum bool) {
	fmt.Fprintf(w, "%s\t", text.Cut(c.title, mostPartTitle))
	for _, metric := range metrics {
		for _, f := range c.figures[metric] {
			cell := b.signed(metric, f)
			if sum && !b.Adds(b.Metrics[metric]) {
				cell = "–"
			}
			fmt.Fprintf(w, "%s\t", cell)
		}
	}
	fmt.Fprintln(w)
}

// mostPartTitle is how many letters of the title of a part are shown.
const mostPartTitle = 40
