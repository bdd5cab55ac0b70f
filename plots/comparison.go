package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// Comparison is one kind of picture of several runs.
type Comparison struct {
	Name  string // of its file, without extension
	Title string
	Most  int // runs it can hold
	draw  func(*page.Page, []*tables.Package, metric, []runYears) (*Figure, error)
}

// Comparisons are all kinds of picture of several runs. Lines must be told apart by
// their colours, small charts are named.
var Comparisons = []Comparison{
	{"compare", compareTitle, mostCurves, drawCompare},
	{"multiples", compareTitle, mostMultiples, drawMultiples},
	{"difference", runDifferenceTitle, mostCurves + 1, drawRunDifference},
}

// ComparisonNames returns the names of the comparisons in order.
func ComparisonNames() []string {
	var names []string
	for _, c := range Comparisons {
		names = append(names, c.Name)
	}
	return names
}

// LookupComparison returns the comparison of that name.
func LookupComparison(name string) (Comparison, bool) {
	for _, c := range Comparisons {
		if c.Name == name {
			return c, true
		}
	}
	return Comparison{}, false
}

// Holds returns an error for a number of runs that the comparison cannot show.
func (c Comparison) Holds(runs int) error {
	if runs < 2 || runs > c.Most {
		return fmt.Errorf("the chart %s compares 2 to %d runs, got %d", c.Name, c.Most, runs)
	}
	return nil
}

// DrawAs draws the comparison of the runs, the first of which is the baseline. The
// metric is throughput unless the options name another column of annual.csv.
func (c Comparison) DrawAs(runs []*tables.Package, o Options) (f *Figure, err error) {
	defer page.Guard(&err)
	on, err := page.New(o)
	if err != nil {
		return nil, err
	}
	if err := c.Holds(len(runs)); err != nil {
		return nil, err
	}
	if len(o.Runs) > 0 && len(o.Runs) != len(runs) {
		return nil, fmt.Errorf("%d names for %d runs", len(o.Runs), len(runs))
	}
	runs = in(on.Language, runs)
	column := cmp.Or(o.Metric, tables.Annual.ThroughputMt.Name)
	if _, known := tables.Metric(column); !known {
		return nil, fmt.Errorf("there is no metric %q; valid: %s", column, strings.Join(MetricNames(), ", "))
	}
	m := metricOf(column)
	all, err := readRuns(runs, runNames(runs, o.Runs), m)
	if series.Unreadable(err) {
		return nil, err
	}
	return on.Fitted(func(on *page.Page) (*Figure, error) {
		f, err := (*Figure)(nil), err
		if err == nil {
			f, err = c.draw(on, runs, m, all)
		}
		return orBlank(f, err, func() page.Sheet {
			return newComparisonSheet(on, runs, on.Say("%s by scenario", on.Say(m.Label)), on.Say(m.axis)+".")
		})
	})
}

// in returns the runs with their names in a language.
func in(language *words.Language, runs []*tables.Package) []*tables.Package {
	own := make([]*tables.Package, len(runs))
	for i, run := range runs {
		own[i] = In(run, language)
	}
	return own
}

// MetricNames lists the columns of annual.csv that a comparison can show.
func MetricNames() []string { return tables.Metrics() }

// runYears is one metric of one run by year.
type runYears struct {
	name   string
	list   []int
	values []float64
	look
}

func (r runYears) style() draw.LineStyle { return r.line(1.9) }

// last returns the last value that is a number, with its year.
func (r runYears) last() (year int, value float64) {
	for i, v := range slices.Backward(r.values) {
		if !math.IsNaN(v) {
			return r.list[i], v
		}
	}
	return r.list[len(r.list)-1], math.NaN()
}

// readRuns reads the metric of runs, of which some may have no value.
func readRuns(runs []*tables.Package, names []string, m metric) ([]runYears, error) {
	all, scenarios := make([]runYears, len(runs)), make([]string, len(runs))
	for i, p := range runs {
		scenarios[i] = p.Name
	}
	for i, l := range looksOf(scenarios) {
		all[i].look = l
	}
	for i, p := range runs {
		r, err := readRun(p, m)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", names[i], err)
		}
		all[i].name, all[i].list, all[i].values = names[i], r.list, r.values
	}
	if !slices.ContainsFunc(all, func(r runYears) bool { return series.AnyNumber(r.values) }) {
		return nil, series.AllEmpty(runs[0].Table(tables.Annual), m.NumberColumn)
	}
	return all, nil
}

func readRun(p *tables.Package, m metric) (runYears, error) {
	t, err := series.RowsOf(p, tables.Annual)
	if err != nil {
		return runYears{}, err
	}
	list, err := series.Years(t, tables.Annual.Year, nil)
	if err != nil {
		return runYears{}, err
	}
	values, err := series.Metric(t, m.MetricColumn)
	return runYears{list: list, values: series.Times(values, m.Scale)}, err
}

// runNames names the runs for readers: as asked, or by their titles, or by their
// names where titles are missing or the same.
func runNames(runs []*tables.Package, asked []string) []string {
	if len(asked) > 0 {
		return asked
	}
	var titles, names []string
	for i, p := range runs {
		titles = append(titles, strings.TrimRight(strings.Join(strings.Fields(p.Title), " "), "."))
		names = append(names, cmp.Or(p.Name, fmt.Sprint(i+1)))
	}
	for i, title := range titles {
		if title == "" || slices.Index(titles, title) < i {
			return names
		}
	}
	return titles
}

// newComparisonSheet starts a sheet about several runs.
func newComparisonSheet(on *page.Page, runs []*tables.Package, title, subtitle string) page.Sheet {
	var names []string
	for _, p := range runs {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	source := on.Say("Source: corridor model, scenarios %s", strings.Join(names, ", "))
	if p := runs[0]; p.Program != "" {
		source += fmt.Sprintf(" (%s)", p.Program)
	}
	source += "."
	if p := runs[0]; p.Figures > 0 {
		source += " " + on.Say("Assumed or derived: %[1]s of %[2]s figures.", on.Amount(float64(p.Assumptions), 0), on.Amount(float64(p.Figures), 0))
	}
	return page.Sheet{
		On: on, Title: cmp.Or(on.Title, title), Subtitle: cmp.Or(on.Subtitle, subtitle), Note: on.Note,
		Source: page.SourceText.Wrap(source, on.Inner(), on.SourceRows()),
	}
}

// spanOf returns the first and last year of any run.
func spanOf(all []runYears) (first, last int) {
	first, last = all[0].list[0], all[0].list[0]
	for _, r := range all {
		first, last = min(first, r.list[0]), max(last, r.list[len(r.list)-1])
	}
	return first, last
}

// withoutValue names the runs that have no value, as the time of a corridor that
// carries nothing.
func withoutValue(on *page.Page, all []runYears) string {
	var names []string
	for _, r := range all {
		if !series.AnyNumber(r.values) {
			names = append(names, r.name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return on.Say("Without a value: %s.", strings.Join(names, ", "))
}

// describeRuns says the last value of each run for readers who cannot see it.
func describeRuns(s *page.Sheet, all []runYears, write func(float64) string) {
	for _, r := range all {
		year, v := r.last()
		if !math.IsNaN(v) {
			s.Describe("%[1]s, %[2]d: %[3]s.", r.name, year, write(v))
		}
	}
}

// runEndings are the last values of runs with their names.
func runEndings(all []runYears, write func(float64) string) []page.Ending {
	var out []page.Ending
	for _, r := range all {
		_, v := r.last()
		if math.IsNaN(v) {
			continue
		}
		out = append(out, page.Ending{Value: v, Text: write(v), Name: r.name, Colour: r.colour})
	}
	return out
}

// runLines draws runs by year as lines in a panel, each named at its end, over what under
// draws.
func runLines(on *page.Page, s page.Sheet, main page.Panel, all []runYears, write func(float64) string, under func(page.Plane)) *page.Figure {
	first, last := spanOf(all)
	names := runEndings(all, write)
	main.Tail = page.EndingWidth(names)
	main.X = page.YearAxis(first, last, on.Inner()-30-main.Tail)
	main.Over = func(a page.Plane) {
		under(a)
		for _, r := range all {
			a.Curve(r.style(), series.Positions(r.list), r.values)
			a.Dots(r.colour, series.Positions(r.list), r.values)
		}
		a.Endings(names)
	}
	s.Panels = []page.Panel{main}
	s.Note = cmp.Or(s.Note, withoutValue(on, all))
	describeRuns(&s, all, write)
	return s.Figure()
}
