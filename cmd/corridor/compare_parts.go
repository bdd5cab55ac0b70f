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

// partFigure is what it is in the baseline and in the scenario, of futures that were drawn in the
// mean; NaN for no value.
type partFigure struct {
	from, to float64
	drawn    *drawnFigure // nil of expected futures, and of several parts together
}

// drawnFigure is how the difference lies in futures.
type drawnFigure struct{ p10, p50, p90, higher, lower float64 }

func (f partFigure) difference() float64 { return f.to - f.from }

// breakdownOf reads it from breakdown.csv, or where nothing was drawn from contributions.csv.
func breakdownOf(p *runs.Comparison, scenario string, of parts.Dimension, v *view, years []string) *breakdown {
	b := &breakdown{Dimension: of, years: years, others: newContribution(of, "", "", len(years)), all: newContribution(of, "", "All together", len(years))}
	others := 0
	for _, c := range contributionsIn(p, scenario, of, years) {
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
func contributionsIn(p *runs.Comparison, scenario string, of parts.Dimension, years []string) (list []*contribution) {
	t, columns, index := p.Contributions, &tables.Contributions, map[string]*contribution{}
	from, to := columns.BaselineValue, columns.ScenarioValue
	if p.Breakdown != nil { // whose columns up to the year are the same
		t, from, to = p.Breakdown, tables.Breakdown.BaselineMean, tables.Breakdown.ScenarioMean
	}
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
			c.figures[metric][year] = partFigure{from.Of(t)[row], to.Of(t)[row], drawnIn(p.Breakdown, row)}
		}
	}
	return list
}

// drawnIn reads how a difference lies in futures, nil where none were drawn.
func drawnIn(t *tables.Table, row int) *drawnFigure {
	if t == nil {
		return nil
	}
	c := &tables.Breakdown
	return &drawnFigure{c.P10.Of(t)[row], c.P50.Of(t)[row], c.P90.Of(t)[row], c.HigherShare.Of(t)[row], c.LowerShare.Of(t)[row]}
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
		if p.Breakdown != nil {
			fmt.Fprintf(w, ", in %s pairs of futures", tables.Grouped(mostPairs(p.Breakdown)))
		}
		fmt.Fprint(w, "\n\n")
		asked := []parts.Dimension{of}
		if len(years) > mostYearsAside || p.Breakdown != nil {
			asked = byMetric(of)
		}
		differs := false
		for _, one := range asked {
			b := breakdownOf(p, scenario, one, v, years)
			if metrics := b.differing(); len(metrics) > 0 {
				b.print(w, metrics)
				differs = true
			}
		}
		if !differs {
			fmt.Fprintf(w, "All of the %s are the same in the years shown.\n\n", of.Plural)
		}
		if i == len(v.by)-1 {
			file := tables.Contributions.File()
			if p.Breakdown != nil {
				file = tables.Breakdown.File()
			}
			fmt.Fprintf(w, "%s has all years, and the names that --only takes.\n\n", file)
		}
	}
}

// mostPairs is how many pairs of futures a breakdown is of.
func mostPairs(t *tables.Table) (most uint64) {
	for _, n := range tables.Breakdown.Futures.Of(t) {
		most = max(most, uint64(n))
	}
	return most
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
	drawn := len(b.shown) > 0 && slices.ContainsFunc(b.shown[0].figures[metrics[0]], func(f partFigure) bool { return f.drawn != nil })
	for i := range b.years {
		if drawn {
			b.tableOfFutures(w, metrics[0], i)
		}
	}
	if !drawn {
		b.table(w, metrics)
	}
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

// tableOfFutures prints how the differences of a metric in a year lie in futures, of the parts of
// which any shows. Of several together only the means have a sum.
func (b *breakdown) tableOfFutures(w io.Writer, metric, year int) {
	m := b.Metrics[metric]
	var lines []string
	for _, c := range b.shown {
		if line, shows := b.lineOfFutures(c, metric, year); shows {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "%s %s, %s\tMean\t10 %%\tMedian\t90 %%\tHigher in\tLower in\t\n", m.Title, b.years[year], m.Unit)
	fmt.Fprint(t, strings.Join(lines, ""))
	if b.Adds(m) {
		together := []*contribution{b.all}
		if b.others != nil && b.rest > 0 {
			together = []*contribution{b.others, b.all}
		}
		for _, c := range together {
			fmt.Fprintf(t, "%s\t%s\t\t\t\t\t\t\n", c.title, b.signed(metric, c.figures[metric][year]))
		}
	}
	t.Flush()
	fmt.Fprintln(w)
}

// lineOfFutures is the line of a part, and whether anything of it shows.
func (b *breakdown) lineOfFutures(c *contribution, metric, year int) (line string, shows bool) {
	f := c.figures[metric][year]
	if f.drawn == nil {
		return "", false
	}
	cells := []string{b.signed(metric, f)}
	for _, v := range []float64{f.drawn.p10, f.drawn.p50, f.drawn.p90} {
		cells = append(cells, signedNumber(float64(b.Metrics[metric].Scale*v)))
	}
	shows = slices.ContainsFunc(cells, func(cell string) bool { return cell != "0.00" && cell != "–" })
	cells = append(cells, percent(f.drawn.higher), percent(f.drawn.lower))
	return text.Cut(c.title, mostPartTitle) + "\t" + strings.Join(cells, "\t") + "\t\n", shows
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
