package plots

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const fanTitle = "How sure: throughput and capacity over many futures"

var (
	capacityEdge  = ink.Line(page.Green, 0.9, 2, 2)
	expectedStyle = ink.Line(page.DarkGrey, 1.3, 5, 3)
	targetStyle   = ink.Line(page.Ink, 0.9, 1.5, 2)
)

// drawFan shows by year the spread of a metric over the futures of an ensemble as
// bands around the median: usually throughput, against the capacity.
func drawFan(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Quantiles)
	if err != nil {
		return nil, err
	}
	m, err := chosenMetric(on, tables.Annual.ThroughputMt.Name, t.Schema.File(), tables.Quantiles.Metric.Of(t))
	if err != nil {
		return nil, err
	}
	main, err := fanOf(t, m)
	if err != nil {
		return nil, err
	}
	f := fanChart{spread: main, metric: m}
	title := on.Say("%[1]s over many futures", on.Say(m.Label))
	if on.Metric == "" && slices.Contains(tables.Quantiles.Metric.Of(t), tables.Annual.CapacityMt.Name) {
		title = on.Say(fanTitle)
		capacity, err := fanOf(t, metricOf(tables.Annual.CapacityMt.Name))
		if err != nil {
			return nil, err
		}
		f.capacity = &capacity
	}
	if err := f.read(on, p); err != nil {
		return nil, err
	}
	s := page.NewSheet(on, p, title, fanSubtitle(on, t, m))
	s.Legend = f.legend(on)
	drawn := page.Panel{Unit: on.Say(m.axis), Height: on.Squeezed(270), X: page.YearAxis(f.list[0], f.list[len(f.list)-1], on.Inner()-20), Named: true}
	drawn.Y = f.axis(on)
	drawn.Under = f.bands
	drawn.Over = f.lines
	s.Panels = []page.Panel{drawn}
	s.Find(f.finding(on, drawn.Y.Decimals))
	if m.Name == tables.Annual.ThroughputMt.Name {
		s.Describe("Median throughput by year: %s Mt.", on.ByYear(f.list, f.p50, drawn.Y.Decimals))
	}
	return s.Figure(), nil
}

// fanSubtitle says what the bands are: those of the futures in which the metric has a
// value.
func fanSubtitle(on *page.Page, t *tables.Table, m metric) string {
	names, most := tables.Quantiles.Metric.Of(t), 0.0
	for row, n := range tables.Quantiles.Futures.Of(t) {
		if names[row] == m.Name && n > most && n < series.Largest {
			most = n
		}
	}
	if most < 1 {
		return on.Say("The bands hold 50, 80 and 90 % of the simulated futures.")
	}
	return on.Say("The bands hold 50, 80 and 90 %% of %s simulated futures.", on.Amount(most, 0))
}

// fanChart is a fan with what is drawn over it.
type fanChart struct {
	spread
	metric
	capacity *spread
	expected []float64 // of the run with expected values, by list; nil without one
	observed observations
	targets  []fanTarget
}

// mostTargets is how many targets a fan marks and its legend names.
const mostTargets = 4

// fanTarget is a value to reach, by a year if that is known.
type fanTarget struct {
	year  int // 0 when not known
	value float64
	label string
}

// fanOf returns the quantiles of a metric by year.
func fanOf(t *tables.Table, m metric) (spread, error) {
	names := tables.Quantiles.Metric.Of(t)
	rows := series.RowsWhere(t, func(row int) bool { return names[row] == m.Name })
	if len(rows) == 0 {
		return spread{}, fmt.Errorf("%s has no rows of %s", t.Schema.File(), m.Name)
	}
	list, kept, err := series.WholeYears(t, tables.Quantiles.Period, rows)
	if err != nil {
		return spread{}, err
	}
	read := func(t *tables.Table, c tables.NumberColumn) ([]float64, error) { return series.MeasureAt(t, c, rows) }
	if m.Signed {
		read = series.Signed
	}
	all, err := readSpread(t, tables.Quantiles.SpreadColumns, read, m.Scale)
	if err != nil {
		return spread{}, err
	}
	out := all.at(list, kept)
	if !series.AnyNumber(out.p50) {
		return spread{}, series.AllEmpty(t, m.NumberColumn)
	}
	return out, nil
}

// read adds what the package and the options have beside the quantiles.
func (f *fanChart) read(on *page.Page, p *tables.Package) error {
	column, yearly := tables.Metric(f.Name)
	if a := p.Table(tables.Annual); yearly && a != nil && a.Len() > 0 {
		years, columns, err := series.Yearly(p, column)
		if err != nil {
			return err
		}
		f.expected = make([]float64, len(f.list))
		for i, year := range f.list {
			f.expected[i] = math.NaN()
			if at := slices.Index(years, year); at >= 0 {
				f.expected[i] = float64(columns[0][at] * f.Scale)
			}
		}
	}
	var err error
	if f.observed, err = observedOf(on, p, f.metric, f.list); err != nil {
		return err
	}
	return f.readTargets(on, p)
}

// readTargets takes the targets of the metric from chances.csv or targets.csv, or
// else the thresholds of probabilities.csv.
func (f *fanChart) readTargets(on *page.Page, p *tables.Package) error {
	for _, source := range []struct {
		schema     *tables.Schema
		metric, at tables.TextColumn
		threshold  tables.NumberColumn
	}{
		{tables.Chances.Schema, tables.Chances.Metric, tables.Chances.At, tables.Chances.Threshold},
		{tables.Targets.Schema, tables.Targets.Metric, tables.Targets.At, tables.Targets.Threshold},
	} {
		t := p.Table(source.schema)
		if t == nil || t.Len() == 0 {
			continue
		}
		values, err := series.Signed(t, source.threshold)
		if err != nil {
			return err
		}
		for row, name := range source.metric.Of(t) {
			at, err := tables.ParsePeriod(source.at.Of(t)[row])
			if name == f.Name && err == nil && !math.IsNaN(values[row]) {
				f.targets = append(f.targets, fanTarget{at.Year(), float64(values[row] * f.Scale),
					on.Say("Target: %[1]s by %[2]s", f.metric.value(on, values[row]), strconv.Itoa(at.Year()))})
			}
		}
		f.targets = f.targets[:min(mostTargets, len(f.targets))]
		return nil
	}
	if t := p.Table(tables.Probabilities); t != nil && t.Len() > 0 {
		values, err := series.Signed(t, tables.Probabilities.Threshold)
		if err != nil {
			return err
		}
		for row, name := range tables.Probabilities.Metric.Of(t) {
			v := float64(values[row] * f.Scale)
			if name == f.Name && !math.IsNaN(v) && !slices.ContainsFunc(f.targets, func(o fanTarget) bool { return o.value == v }) {
				f.targets = append(f.targets, fanTarget{0, v, on.Say("%[1]s: %[2]s or more", on.Say(f.Label), f.metric.value(on, values[row]))})
			}
		}
		f.targets = f.targets[:min(mostTargets, len(f.targets))]
	}
	return nil
}

func (f fanChart) axis(on *page.Page) page.Axis {
	top := series.Highest(f.p95, f.expected)
	if f.capacity != nil {
		top = max(top, series.Highest(f.capacity.p95))
	}
	for _, t := range f.targets {
		top = max(top, t.value)
	}
	top = max(top, f.observed.highest())
	if low := -series.Highest(series.Times(f.p05, -1), series.Times(f.expected, -1)); low < 0 {
		return on.SignedAxis(low, top, 7)
	}
	return on.ValueAxis(top, 7)
}

func (f fanChart) legend(on *page.Page) page.Legend {
	out := page.Legend{}
	for _, b := range slices.Backward(bands) {
		out = append(out, page.AreaKey(on.Say("%d %% of futures", b.percent), b.shade(page.Blue)))
	}
	if f.Name == tables.Annual.ThroughputMt.Name {
		out = append(page.Legend{page.LineKey(on.Say("Median throughput"), throughputLine)}, out...)
	} else {
		out = append(page.Legend{page.LineKey(on.Say("Median"), throughputLine)}, out...)
	}
	if f.capacity != nil {
		out = append(out, page.LineKey(on.Say("Median capacity in December"), capacityLine), page.LineKey(on.Say("Capacity: %d %% of futures between the lines", 90), capacityEdge))
	}
	if series.AnyNumber(f.expected) {
		out = append(out, page.LineKey(on.Say("Run with expected values"), expectedStyle))
	}
	out = append(out, f.observed.keys(on)...)
	for _, t := range f.targets {
		out = append(out, page.Key{Label: t.label, Width: page.KeyWidth, Sample: func(c draw.Canvas, at vg.Rectangle) {
			y := (at.Min.Y + at.Max.Y) / 2
			c.StrokeLine2(targetStyle, at.Min.X, y, at.Max.X, y)
			if t.year > 0 {
				serviceMark(c, vg.Point{X: at.Max.X - 4, Y: y})
			}
		}})
	}
	return out
}

func (f fanChart) bands(p page.Plane) {
	xs := series.Positions(f.list)
	for _, b := range bands {
		p.Between(b.shade(page.Blue), xs, b.low(f.spread), b.high(f.spread))
	}
	f.observed.part(p)
}

// lines draws the medians and what goes with them, and writes the last values.
func (f fanChart) lines(p page.Plane) {
	xs := series.Positions(f.list)
	if f.capacity != nil {
		cx := decembers(f.capacity.list)
		p.Curve(capacityEdge, cx, f.capacity.p05)
		p.Curve(capacityEdge, cx, f.capacity.p95)
		p.Curve(capacityLine, cx, f.capacity.p50)
	}
	p.Curve(throughputLine, xs, f.p50)
	p.Curve(expectedStyle, xs, f.expected)
	for _, t := range f.targets {
		y, end := p.AtY(t.value), p.Max.X
		if year := float64(t.year); t.year > 0 && year >= p.X.Min && year <= p.X.Max {
			end = p.AtX(year)
			serviceMark(p.Canvas, vg.Point{X: end, Y: y})
			end -= 4
		}
		p.StrokeLine2(targetStyle, p.Min.X, y, end, y)
	}
	f.observed.paint(p)
	f.labels(p, xs)
}

// labels writes the last values of the medians and of the widest band.
func (f fanChart) labels(p page.Plane, xs []float64) {
	labels := page.DirectLabels{Area: p.Rectangle}
	last := len(xs) - 1
	write := func(x, v float64, l ink.Lettering) {
		if !math.IsNaN(v) {
			labels.Write(p, l, p.Point(x, v), p.On.Amount(v, p.Y.Decimals), page.ToRight)
		}
	}
	write(xs[last], f.p50[last], page.BoldText.In(page.Blue))
	if f.capacity != nil && f.capacity.list[len(f.capacity.list)-1] == f.list[last] {
		write(decembers(f.list)[last], f.capacity.p50[len(f.capacity.list)-1], page.BoldText.In(page.DarkGreen))
	}
	write(xs[last], f.p95[last], page.AxisText)
	write(xs[last], f.p05[last], page.AxisText)
}

// fanFits reports whether there is more than one year to draw a band over.
func fanFits(p *tables.Package) bool {
	periods := slices.Clone(tables.Quantiles.Period.Of(p.Table(tables.Quantiles)))
	slices.Sort(periods)
	return len(slices.Compact(periods)) > 1
}
