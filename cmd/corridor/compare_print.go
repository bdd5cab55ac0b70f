package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// compared are the metrics of which a comparison prints the differences.
var compared = []struct{ metric, title, unit string }{
	{"throughput_mt", "Throughput", "Mt"},
	{"capacity_mt", "Capacity in December", "Mt/yr"},
	{"diverted_mt", "Turned away", "Mt"},
	{"containers_kteu", "Containers", "thousand TEU"},
	{"transit_days", "Transit time", "days"},
	{"capex_musd", "Spent", "USD million"},
}

// printComparison shows the differences in the years of the targets, the last year, and
// for each figure the years in which the scenario is furthest above and below the baseline.
func printComparison(w io.Writer, loaded []*scenarios.Scenario, e *ensemble.Ensemble, f *ensemble.Tally) {
	d := e.Differences(f)
	many := e.Draws > 1
	for i := range e.Alternatives[1:] {
		other := &e.Alternatives[i+1]
		fmt.Fprintf(w, "%s (%s)\nagainst %s (%s)", loaded[i+1].Title, other.Name, loaded[0].Title, e.Alternatives[0].Name)
		if many {
			fmt.Fprintf(w, ", in %s of futures, seed %d", tables.Counted(f.Alternatives[0].Draws(), "pair"), e.Seed)
		}
		fmt.Fprint(w, "\n\n")
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		heads := "\tYear\tBaseline\tScenario\tDifference\t"
		if many {
			heads += "5 %\t95 %\tHigher in\tLower in\t"
		}
		fmt.Fprintln(t, heads)
		years := headlineYears(loaded[0], loaded[i+1])
		for _, c := range compared {
			for _, row := range tellingRows(d, other.Name, c.metric, years) {
				year := d.Text("period")[row]
				n := func(column string) float64 { return d.Numbers(column)[row] }
				fmt.Fprintf(t, "%s, %s\t%s\t%s\t%s\t%s\t", c.title, c.unit, year, fixed(n("baseline_mean"), 2), fixed(n("scenario_mean"), 2), signedNumber(n("mean")))
				if many {
					fmt.Fprintf(t, "%s\t%s\t%s\t%s\t", signedNumber(n("p05")), signedNumber(n("p95")), percent(n("higher")), percent(n("lower")))
				}
				fmt.Fprintln(t)
			}
		}
		t.Flush()
		fmt.Fprintln(w, "\nShown are the years of targets, the last, and those in which a figure is furthest above and\nbelow the baseline; differences.csv has all.")
		fmt.Fprintln(w)
	}
	if many {
		for i := range e.Alternatives {
			fmt.Fprintf(w, "%s:\n", e.Alternatives[i].Name)
			printChances(w, chancesIn(tableOf(e.Tables(f, i, 0.01), tables.Chances)))
		}
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
func headlineYears(compared ...*scenarios.Scenario) map[string]bool {
	years := map[string]bool{}
	for _, s := range compared {
		first, n := s.Corridor.Years()
		years[strconv.Itoa(first+n-1)] = true
		for _, t := range s.Targets {
			years[strconv.Itoa(t.At.Year())] = true
		}
	}
	return years
}

// tellingRows returns the rows of differences.csv to show of a figure, in their order:
// those of the years given, and those of its greatest gain and greatest loss, the first
// of each, where it has one that shows.
func tellingRows(d *tables.Table, scenario, metric string, years map[string]bool) []int {
	var rows []int
	mean, valued := d.Numbers("mean"), false
	gain, loss := -1, -1
	for row := range d.Len() {
		if d.Text("scenario")[row] != scenario || d.Text("metric")[row] != metric {
			continue
		}
		valued = valued || !math.IsNaN(d.Numbers("baseline_mean")[row]) || !math.IsNaN(d.Numbers("scenario_mean")[row])
		if years[d.Text("period")[row]] {
			rows = append(rows, row)
		}
		if shows := signedNumber(mean[row]) != "0.00"; !shows {
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
		if row >= 0 && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	if !valued {
		return nil // neither has the figure in any year
	}
	slices.Sort(rows)
	return rows
}
