package spec

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Order asks for one chart.
type Order struct {
	Chart   string
	Options plots.Options
	Formats []string
	File    string // its name, without extension
	OfRun   bool   // as a run draws it of its own

	At text.Position // in the file that asks for it; none where it was asked for by name
}

// TablesError says that tables do not hold what a chart is drawn from.
type TablesError struct{ message string }

func (e *TablesError) Error() string { return e.message }

// Named returns the orders of charts by their names, or without names of all that the
// tables allow. The tables are those of one run or of several to compare.
func Named(names []string, o plots.Options, formats []string, packages []*tables.Package) ([]Order, error) {
	if len(names) == 0 {
		var err error
		if names, err = usualCharts(packages, o); err != nil {
			return nil, err
		}
	}
	var orders []Order
	for _, name := range names {
		order := Order{Chart: name, Options: o, Formats: formats, File: fileOf(name, o)}
		if err := order.Check(packages); err != nil {
			return nil, err
		}
		order.OfRun = order.File == name && len(packages) == 1 && len(o.Observed) == 0
		orders = append(orders, order)
	}
	return orders, nil
}

// usualCharts lists the charts drawn when none is named: all that the tables allow and, when a
// metric or parts are given, that can show them.
func usualCharts(packages []*tables.Package, o plots.Options) ([]string, error) {
	var names []string
	metric := o.Metric
	if len(packages) > 1 {
		var limits []string
		for _, c := range plots.Comparisons {
			if err := c.Holds(len(packages)); err != nil {
				limits = append(limits, fmt.Sprintf("%s %d", c.Name, c.Most))
				continue
			}
			names = append(names, c.Name)
		}
		if len(names) == 0 {
			return nil, fmt.Errorf("%d directories are more than a chart compares: %s at most", len(packages), strings.Join(limits, ", "))
		}
		return names, nil
	}
	choice := map[string]bool{} // metrics that some chart of these tables can show
	for _, c := range plots.Charts {
		if !c.Possible(packages[0]) || o.By != "" && !c.ByPart {
			continue
		}
		for _, m := range c.Metrics(packages[0]) {
			choice[m] = true
		}
		if metric == "" && c.Usual(packages[0]) || metric != "" && slices.Contains(c.Metrics(packages[0]), metric) {
			names = append(names, c.Name)
		}
	}
	switch {
	case len(names) > 0:
		return names, nil
	case metric == "" && o.By != "":
		return nil, fmt.Errorf("no chart of these tables has a choice of parts: --by is for comparisons")
	case metric == "":
		return nil, &TablesError{"the tables hold nothing that a chart is drawn from"}
	case len(choice) == 0:
		return nil, fmt.Errorf("no chart of these tables has a choice of metrics: --metric is for ensembles, comparisons and several directories")
	}
	return nil, fmt.Errorf("no chart of these tables shows %s; they have %s", metric, strings.Join(slices.Sorted(maps.Keys(choice)), ", "))
}

// Check returns an error for a chart that is not known, that the tables do
// not allow, or that has no choice of metrics when one is given.
func (o Order) Check(packages []*tables.Package) error {
	name, metric := o.Chart, o.Options.Metric
	if metric != "" && len(packages) > 1 && !slices.Contains(plots.MetricNames(), metric) {
		return fmt.Errorf("there is no metric %q%s", metric, text.DidYouMean(metric, plots.MetricNames()))
	}
	if len(packages) > 1 {
		if o.Options.By != "" {
			return fmt.Errorf("a chart of several runs has no choice of parts")
		}
		c, ok := plots.LookupComparison(comparisonName(name))
		if !ok {
			return fmt.Errorf("there is no chart %q of several runs%s", name, text.DidYouMean(name, plots.ComparisonNames()))
		}
		if err := c.Holds(len(packages)); err != nil {
			return err
		}
		return nil
	}
	chart, ok := plots.Lookup(name)
	if !ok {
		if _, several := plots.LookupComparison(name); several {
			return fmt.Errorf("the chart %s needs at least two run directories", name)
		}
		return fmt.Errorf("there is no chart %q%s", name, text.DidYouMean(name, plots.Names()))
	}
	if metric != "" && !chart.ByMetric {
		return fmt.Errorf("the chart %s has no choice of metrics", name)
	}
	if o.Options.By != "" && !chart.ByPart {
		return fmt.Errorf("the chart %s has no choice of parts", name)
	}
	if !chart.HasTables(packages[0]) {
		var needs []string
		for _, s := range chart.Needs {
			needs = append(needs, s.File())
		}
		return &TablesError{fmt.Sprintf("the chart %s needs %s", name, strings.Join(needs, " and "))}
	}
	return nil
}

// comparisonName is the comparison that a name asks for: the throughput of several
// runs is drawn as lines.
func comparisonName(name string) string {
	if name == "throughput" {
		return "compare"
	}
	return name
}

// Figure draws the chart from the tables of one run, or of several to compare.
func (o Order) Figure(packages []*tables.Package) (*plots.Figure, error) {
	if len(packages) > 1 {
		c, _ := plots.LookupComparison(comparisonName(o.Chart))
		return c.DrawAs(packages, o.Options)
	}
	c, _ := plots.Lookup(o.Chart)
	return c.DrawAs(packages[0], o.Options)
}

// fileOf names the file of a chart: what is not as usual stands in it.
func fileOf(chart string, o plots.Options) string {
	parts := []string{chart}
	for _, part := range []struct{ value, usual string }{{o.Metric, ""}, {o.By, ""}, {o.Size, plots.Screen}, {o.Lang, plots.Languages[0]}} {
		if part.value != "" && part.value != part.usual {
			parts = append(parts, part.value)
		}
	}
	return strings.Join(parts, "-")
}

// Labels names runs by their directories where their scenarios have the same
// name, as variants of one scenario do; otherwise the charts use their titles.
func Labels(packages []*tables.Package, dirs []string) []string {
	var names []string
	same := false
	for _, p := range packages {
		same = same || slices.Contains(names, p.Name)
		names = append(names, p.Name)
	}
	if !same {
		return nil
	}
	labels := make([]string, len(dirs))
	for i, dir := range dirs {
		labels[i] = tables.ShownInLine(filepath.Base(filepath.Clean(dir)))
	}
	return labels
}
