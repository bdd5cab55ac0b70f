package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// breakdown is what parts carry more or less than in the baseline, in the last year there is.
type breakdown struct {
	taken
	table    *tables.Table
	by       string // one of page.Parts
	year     int
	baseline string   // for readers
	names    []string // of the scenarios
	titles   []string // of these, for readers
	looks    []look
	parts    []changedPart // in which something differs, those first that differ most
	whole    []partChange  // the corridor, by scenario; none where the table does not say
}

// changedPart is a part, with what it carries more or less by scenario.
type changedPart struct {
	title   string
	changes []partChange
}

// partChange is scenario minus baseline, in Mt.
type partChange struct {
	mean, low, high float64 // low and high have 80 % of the futures between them; NaN for none drawn
	higher, lower   float64 // % of the futures; NaN likewise
}

// undecided reports whether futures were drawn, and too few of them agree with the mean.
func (c partChange) undecided() bool {
	agreeing := c.higher
	if c.mean < 0 {
		agreeing = c.lower
	}
	return c.reach() > 0 && agreeing < float64(100*findings.Decided)
}

// reach is how far from nothing the change and its interval lie at most.
func (c partChange) reach() float64 {
	most := math.Abs(c.mean)
	for _, v := range []float64{c.low, c.high} {
		if !math.IsNaN(v) {
			most = max(most, math.Abs(v))
		}
	}
	return most
}

// carriedMetric is what parts carry, in the tables that take differences apart.
const carriedMetric = "carried_mt"

// tonnesOnce are the ways to take a corridor apart in which a tonne counts in one part alone.
var tonnesOnce = map[string]bool{"market": true, "class": true}

// oneTonne is the least change that counts, in Mt: what is less is rounding.
const oneTonne = 1e-6

// fits reports whether any part carries more or less than in the baseline.
func (k taken) fits(p *tables.Package) bool {
	t := p.Table(k.of)
	for row, v := range k.mean.Of(t) {
		if tables.Contributions.Metric.Of(t)[row] == carriedMetric && math.Abs(v) >= oneTonne {
			return true
		}
	}
	return false
}

func readBreakdown(on *page.Page, p *tables.Package, k taken) (*breakdown, error) {
	t, err := series.OfBaseline(p, k.of)
	if err != nil {
		return nil, err
	}
	b := &breakdown{taken: k, table: t}
	if err := b.choose(on); err != nil {
		return nil, err
	}
	of, scenarios := &tables.Contributions, tables.Contributions.Scenario.Of(t) // both tables have these columns
	for _, name := range scenarios {
		if !slices.Contains(b.names, name) && len(b.names) < mostDifferences {
			b.names = append(b.names, name)
		}
	}
	b.looks = looksOf(append([]string{of.Baseline.Of(t)[0]}, b.names...))[1:]
	b.name(p)
	if b.parts, err = b.readParts(on); err != nil {
		return nil, err
	}
	b.whole, err = b.readWhole(p)
	return b, err
}

// choose says how the corridor is taken apart, as was asked or by segments where there are any, and
// finds the last year.
func (b *breakdown) choose(on *page.Page) error {
	t, of := b.table, &tables.Contributions
	var have []string
	for row, by := range of.Dimension.Of(t) {
		if of.Metric.Of(t)[row] == carriedMetric && slices.Contains(page.Parts, by) && !slices.Contains(have, by) {
			have = append(have, by)
		}
	}
	if len(have) == 0 {
		return fmt.Errorf("%s has no rows of %s by %s", t.Schema.File(), carriedMetric, strings.Join(page.Parts, ", "))
	}
	b.by = on.By
	if b.by == "" {
		b.by = have[0]
		if slices.Contains(have, page.Parts[0]) {
			b.by = page.Parts[0]
		}
	}
	if !slices.Contains(have, b.by) {
		return fmt.Errorf("%s has no rows of %s by %s; it has them by %s", t.Schema.File(), carriedMetric, b.by, strings.Join(have, ", "))
	}
	for row, v := range of.Year.Of(t) {
		year, err := series.YearOf(v)
		if err != nil {
			return fmt.Errorf("%s: %w", t.Place(row), err)
		}
		b.year = max(b.year, year)
	}
	return nil
}

// name finds the titles of the scenarios, which differences.csv has.
func (b *breakdown) name(p *tables.Package) {
	b.titles, b.baseline = b.names, tables.Contributions.Baseline.Of(b.table)[0]
	d := p.Table(tables.Differences)
	if d == nil || d.Len() == 0 {
		return
	}
	for _, name := range b.names {
		if !slices.Contains(tables.Differences.Scenario.Of(d), name) {
			return
		}
	}
	b.titles = scenarioTitles(d, b.names)
	if tables.Differences.Baseline.Of(d)[0] == b.baseline {
		b.baseline = titleOr(tables.Differences.BaselineTitle.Of(d)[0], b.baseline)
	}
}

// readParts returns the parts in which something differs, more than next to nothing
// beside that which differs most.
func (b *breakdown) readParts(on *page.Page) ([]changedPart, error) {
	t, of := b.table, &tables.Contributions
	changes, err := b.readChanges()
	if err != nil {
		return nil, err
	}
	var all []changedPart
	places, met := map[string]int{}, map[[2]string]bool{}
	for row, part := range of.Part.Of(t) {
		scenario := slices.Index(b.names, of.Scenario.Of(t)[row])
		if scenario < 0 || of.Dimension.Of(t)[row] != b.by || of.Metric.Of(t)[row] != carriedMetric || int(of.Year.Of(t)[row]) != b.year {
			continue
		}
		if met[[2]string{part, b.names[scenario]}] {
			return nil, fmt.Errorf("%s: %s comes twice", t.Place(row), part)
		}
		met[[2]string{part, b.names[scenario]}] = true
		place, known := places[part]
		if !known {
			place = len(all)
			places[part] = place
			title := titleOr(of.PartTitle.Of(t)[row], part)
			if b.by == "country" {
				title = on.Say(title) // its English name, which maps have too
			}
			all = append(all, changedPart{title, make([]partChange, len(b.names))})
		}
		if !math.IsNaN(changes[row].mean) {
			all[place].changes[scenario] = changes[row]
		}
	}
	slices.SortStableFunc(all, func(a, c changedPart) int { return cmp.Compare(c.most(), a.most()) })
	farthest := 0.0
	for _, part := range all {
		farthest = max(farthest, part.reach())
	}
	return slices.DeleteFunc(all, func(part changedPart) bool { return part.reach() < max(oneTonne, float64(material*farthest)) }), nil
}

// readChanges reads all rows.
func (b *breakdown) readChanges() ([]partChange, error) {
	mean, err := series.Signed(b.table, b.mean)
	if err != nil {
		return nil, err
	}
	all := make([]partChange, len(mean))
	for row := range all {
		all[row] = partChange{mean[row], math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	if !b.drawn {
		return all, nil
	}
	of := &tables.Breakdown
	for _, column := range []struct {
		tables.NumberColumn
		read func(*tables.Table, tables.NumberColumn) ([]float64, error)
		to   func(*partChange) *float64
	}{
		{of.P10, series.Signed, func(c *partChange) *float64 { return &c.low }},
		{of.P90, series.Signed, func(c *partChange) *float64 { return &c.high }},
		{of.HigherShare, series.Shares, func(c *partChange) *float64 { return &c.higher }},
		{of.LowerShare, series.Shares, func(c *partChange) *float64 { return &c.lower }},
	} {
		values, err := column.read(b.table, column.NumberColumn)
		if err != nil {
			return nil, err
		}
		for row, v := range values {
			*column.to(&all[row]) = v
		}
	}
	return all, nil
}

// readWhole adds up what is carried by markets. How that lies in futures is known of differences.csv
// where it is of the same futures.
func (b *breakdown) readWhole(p *tables.Package) ([]partChange, error) {
	t, of := b.table, &tables.Contributions
	whole, found := make([]partChange, len(b.names)), false
	for i, name := range b.names {
		whole[i] = partChange{0, math.NaN(), math.NaN(), math.NaN(), math.NaN()}
		for row, v := range b.mean.Of(t) {
			if of.Scenario.Of(t)[row] == name && of.Dimension.Of(t)[row] == "market" && of.Metric.Of(t)[row] == carriedMetric && int(of.Year.Of(t)[row]) == b.year && !math.IsNaN(v) {
				whole[i].mean, found = whole[i].mean+v, true
			}
		}
	}
	if !found {
		return nil, nil
	}
	return whole, b.spreadWhole(p, whole)
}

// spreadWhole adds how what the corridor carries differs in futures.
func (b *breakdown) spreadWhole(p *tables.Package, whole []partChange) error {
	d, of := p.Table(tables.Differences), &tables.Differences
	if !b.drawn || d == nil {
		return nil
	}
	futures := series.Highest(tables.Breakdown.Futures.Of(b.table))
	for row, metric := range of.Metric.Of(d) {
		i := slices.Index(b.names, of.Scenario.Of(d)[row])
		if i < 0 || metric != tables.Annual.ThroughputMt.Name || of.Period.Of(d)[row] != strconv.Itoa(b.year) || of.Draws.Of(d)[row] != futures {
			continue
		}
		c := &whole[i]
		c.low, c.high = of.P10.Of(d)[row], of.P90.Of(d)[row]
		c.higher, c.lower = float64(100*of.Higher.Share.Of(d)[row]), float64(100*of.Lower.Of(d)[row])
		if c.reach() > series.Largest {
			return series.TooLarge(d, of.P90)
		}
	}
	return nil
}

// most is the greatest change of a part in any scenario, without its sign.
func (q changedPart) most() (most float64) {
	for _, c := range q.changes {
		most = max(most, math.Abs(c.mean))
	}
	return most
}

func (q changedPart) reach() (most float64) {
	for _, c := range q.changes {
		most = max(most, c.reach())
	}
	return most
}
