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

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// shownMetric is a metric of which a comparison prints the differences.
type shownMetric struct {
	tables.MetricColumn
	title string // where its label is too long for a line, or says too little
}

// compared are those that are usual.
var compared = []shownMetric{
	{tables.Annual.ThroughputMt, ""},
	{tables.Annual.CapacityMt, "Capacity in December"}, // a month's is another
	{tables.Annual.DivertedMt, ""},
	{tables.Annual.ContainersKTEU, ""},
	{tables.Annual.TransitDays, "Transit time"},
	{tables.Annual.CapexMUSD, "Spent"},
}

func (m *shownMetric) heading() string { return cmp.Or(m.title, m.Label) }

// printComparison shows the differences of the metrics, what they are worth, and where they
// come from.
func printComparison(w io.Writer, p *runs.Comparison, v *view) {
	loaded, e, f := p.Scenarios, p.Ensemble, p.Futures
	d := e.Differences(f)
	many := e.Draws > 1
	for i := range e.Alternatives[1:] {
		other := &e.Alternatives[i+1]
		fmt.Fprintf(w, "%s (%s)\nagainst %s (%s)", loaded[i+1].Title, other.Name, loaded[0].Title, e.Alternatives[0].Name)
		if many {
			fmt.Fprintf(w, ", in %s of futures, seed %d", tables.Counted(f.Alternatives[0].Draws(), "pair"), e.Seed)
		}
		fmt.Fprint(w, "\n\n")
		years := v.yearsOf(loaded[0], loaded[i+1])
		printDifferences(w, d, other.Name, v, years, many)
		printMoney(w, p, i, v, years)
		printBreakdowns(w, p, other.Name, v, years)
	}
	if many {
		printPairs(w, p, v)
	}
	printOutlays(w, p, v)
	if !many && slices.ContainsFunc(loaded, runs.Uncertain) {
		fmt.Fprintln(w, "\nAll this is of the expected futures: with --draws 500 it is said in how many it holds.")
	}
}

// metricRows are the rows of differences.csv to show of a metric.
type metricRows struct {
	*shownMetric
	rows     []int
	relative float64 // the greatest difference of them over the greater of the two values
	differs  bool    // whether any difference shows
}

// printDifferences shows the metrics, those that differ most in proportion first, and names
// those that do not.
func printDifferences(w io.Writer, d *tables.Table, scenario string, v *view, years []string, many bool) {
	shown, same := differing(d, scenario, v, years)
	if len(shown) > 0 {
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		heads := "\tYear\tBaseline\tScenario\tDifference\t"
		if many {
			heads += "5 %\t95 %\tHigher in\tLower in\t"
		}
		fmt.Fprintln(t, heads)
		for _, m := range shown {
			for _, row := range m.rows {
				printDifference(t, d, m.shownMetric, row, many)
			}
		}
		t.Flush()
		fmt.Fprintln(w)
	}
	var said, headings []string
	for _, m := range same {
		headings = append(headings, m.heading())
	}
	if len(same) > 0 {
		said = append(said, "The same in the years shown: "+strings.Join(headings, ", ")+".")
	}
	if v.years == nil {
		said = append(said, "Shown are the years of targets, the last, and those in which a figure is furthest above and below the baseline; differences.csv has all.")
	} else {
		said = append(said, "differences.csv has all years.")
	}
	fmt.Fprintf(w, "%s\n\n", wrap(strings.Join(said, " "), 92))
}

func printDifference(w io.Writer, d *tables.Table, m *shownMetric, row int, many bool) {
	n := func(column tables.NumberColumn) float64 { return float64(m.Scale * column.Of(d)[row]) }
	fmt.Fprintf(w, "%s, %s\t%s\t%s\t%s\t%s\t", m.heading(), m.YearUnit, tables.Differences.Period.Of(d)[row],
		fixed(n(tables.Differences.BaselineMean), 2), fixed(n(tables.Differences.ScenarioMean), 2), signedNumber(n(tables.Differences.Mean)))
	if many {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t", signedNumber(n(tables.Differences.P05)), signedNumber(n(tables.Differences.P95)),
			percent(tables.Differences.Higher.Share.Of(d)[row]), percent(tables.Differences.Lower.Of(d)[row]))
	}
	fmt.Fprintln(w)
}

// differing returns the metrics that differ in a year shown, in their order, and those that
// have values and do not.
func differing(d *tables.Table, scenario string, v *view, years []string) (shown []metricRows, same []*shownMetric) {
	for i := range v.metrics {
		m := metricRows{shownMetric: &v.metrics[i]}
		m.rows = tellingRows(d, scenario, m.shownMetric, years, v.years == nil)
		for _, row := range m.rows {
			text := signedNumber(float64(m.Scale * tables.Differences.Mean.Of(d)[row]))
			m.differs = m.differs || text != "0.00" && text != "–"
			m.relative = max(m.relative, relative(tables.Differences.BaselineMean.Of(d)[row], tables.Differences.ScenarioMean.Of(d)[row]))
		}
		switch {
		case m.differs:
			shown = append(shown, m)
		case len(m.rows) > 0:
			same = append(same, m.shownMetric)
		}
	}
	slices.SortStableFunc(shown, func(a, b metricRows) int { return cmp.Compare(b.relative, a.relative) })
	return shown, same
}

// relative is how much two values differ by in proportion to the greater; 0 where one is none.
func relative(a, b float64) float64 {
	if most := max(math.Abs(a), math.Abs(b)); most > 0 { // not where one is NaN
		return math.Abs(b-a) / most
	}
	return 0
}

// printPairs says what holds of each scenario against the baseline, and of each by itself.
func printPairs(w io.Writer, p *runs.Comparison, v *view) {
	e, said := p.Ensemble, findings.FindingsOf(p.Findings)
	fmt.Fprintln(w, wrap(findings.Rule, 96))
	for i := range e.Alternatives[1:] {
		name, baseline := e.Alternatives[i+1].Name, e.Alternatives[0].Name
		fmt.Fprintf(w, "\n%s against %s:\n", name, baseline)
		for _, year := range v.yearsOf(p.Scenarios[0], p.Scenarios[i+1]) {
			printList(w, append(findings.Pair(said, name, baseline, year), carriedMore(e, p.Futures, i, year)))
		}
	}
	for i := range e.Alternatives {
		name := e.Alternatives[i].Name
		fmt.Fprintf(w, "\n%s:\n", name)
		printFindings(w, said, name, v.yearsOf(p.Scenarios[i]))
	}
}

// carriedMore says by how much a scenario carries more than the baseline in the mean, with
// the interval of the mean of the pairs.
func carriedMore(e *ensemble.Ensemble, f *ensemble.Tally, difference int, year string) string {
	first, _ := e.Alternatives[0].Corridor.Years()
	at, _ := strconv.Atoi(year) // as it was written
	d := f.Differences[difference].At(sim.MetricPlace(tables.Annual.ThroughputMt), at-first)
	low, high := d.MeanInterval(ensemble.Confidence)
	return fmt.Sprintf("In %s the difference is %s Mt in the mean of the pairs (95 %% interval %s to %s).", year, signedNumber(d.Mean()), signedNumber(low), signedNumber(high))
}

// printOutlays says what of the money of each scenario is for other traffic and later years,
// and so why nothing is said of what a tonne costs.
func printOutlays(w io.Writer, p *runs.Comparison, v *view) {
	first, _ := p.Ensemble.Alternatives[0].Corridor.Years()
	var sentences []string
	for i := range p.Scenarios {
		for _, year := range v.yearsOf(p.Scenarios[i]) {
			at, _ := strconv.Atoi(year) // as it was written
			if sentence := p.Outlays[i][at-first].Sentence(); sentence != "" {
				sentences = append(sentences, p.Ensemble.Alternatives[i].Name+": "+sentence)
			}
		}
	}
	if len(sentences) > 0 {
		fmt.Fprintf(w, "\n%s\n", wrap(findings.NotPerTonne, 96))
		printList(w, sentences)
	}
}

func signedNumber(v float64) string {
	text := fixed(v, 2)
	switch {
	case text == "0.00" || text == "-0.00":
		return "0.00"
	case v > 0:
		text = "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

// headlineYears are the years of the targets of scenarios and their last.
func headlineYears(compared ...*scenarios.Scenario) (years []string) {
	for _, s := range compared {
		first, n := s.Corridor.Years()
		years = append(years, strconv.Itoa(first+n-1))
		for _, t := range s.Targets {
			years = append(years, strconv.Itoa(t.At.Year()))
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// tellingRows returns the rows of differences.csv to show of a metric, in their order: those of
// the years given and, of the usual ones, those of its greatest gain and greatest loss, the
// first of each, where it has one that shows.
func tellingRows(d *tables.Table, scenario string, m *shownMetric, years []string, usual bool) []int {
	var rows []int
	mean, valued := tables.Differences.Mean.Of(d), false
	gain, loss := -1, -1
	for row := range d.Len() {
		if tables.Differences.Scenario.Of(d)[row] != scenario || tables.Differences.Metric.Of(d)[row] != m.Name {
			continue
		}
		valued = valued || !math.IsNaN(tables.Differences.BaselineMean.Of(d)[row]) || !math.IsNaN(tables.Differences.ScenarioMean.Of(d)[row])
		if slices.Contains(years, tables.Differences.Period.Of(d)[row]) {
			rows = append(rows, row)
		}
		if shows := signedNumber(float64(m.Scale*mean[row])) != "0.00"; !shows {
			continue
		}
		if mean[row] > 0 && (gain < 0 || mean[row] > mean[gain]) {
			gain = row
		}
		if mean[row] < 0 && (loss < 0 || mean[row] < mean[loss]) {
			loss = row
		}
	}
	for _, row := range []int{gain, loss} {
		if usual && row >= 0 && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	if !valued {
		return nil // neither has the figure in any year
	}
	slices.Sort(rows)
	return rows
}
