package plots

import (
	"fmt"
	"image/color"
	"maps"
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

// band is a stretch between two quantiles.
type band struct {
	low, high string
	percent   int // of the futures lie in it
	colour    color.Color
}

// bands of the fan, the widest first.
var bands = []band{
	{"p05", "p95", 90, ink.RGB(0xdbe8f3)},
	{"p10", "p90", 80, ink.RGB(0xb9d4e8)},
	{"p25", "p75", 50, ink.RGB(0x7fb1d6)},
}

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
	m, err := chosenMetric(on, "throughput_mt", t.Schema.File(), t.Text("metric"))
	if err != nil {
		return nil, err
	}
	main, err := fanOf(t, m)
	if err != nil {
		return nil, err
	}
	f := fanChart{fanData: main, metric: m}
	title := on.Say("%[1]s over many futures", on.Say(m.name))
	if on.Metric == "" && slices.Contains(t.Text("metric"), "capacity_mt") {
		title = on.Say(fanTitle)
		capacity, err := fanOf(t, metricOf("capacity_mt"))
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
	drawn := page.Panel{Unit: on.Say(m.axis), Height: 270, X: page.YearAxis(f.list[0], f.list[len(f.list)-1], on.Inner()-20), Named: true}
	drawn.Y = f.axis(on)
	drawn.Under = f.bands
	drawn.Over = f.lines
	s.Panels = []page.Panel{drawn}
	if m.column == "throughput_mt" {
		s.Describe("Median throughput by year: %s Mt.", on.ByYear(f.list, f.quantiles["p50"], drawn.Y.Decimals))
	}
	return s.Figure(), nil
}

// fanSubtitle says what the bands are: those of the futures in which the metric has a
// value.
func fanSubtitle(on *page.Page, t *tables.Table, m metric) string {
	names, most := t.Text("metric"), 0.0
	for row, n := range t.Numbers("futures") {
		if names[row] == m.column && n > most && n < series.Largest {
			most = n
		}
	}
	if most < 1 {
		return on.Say("The bands hold 50, 80 and 90 % of the simulated futures.")
	}
	return on.Say("The bands hold 50, 80 and 90 %% of %s simulated futures.", on.Amount(most, 0))
}

// fanData is the spread of one metric by year.
type fanData struct {
	list      []int
	quantiles map[string][]float64
}

// fanChart is a fan with what is drawn over it.
type fanChart struct {
	fanData
	metric
	capacity *fanData
	expected []float64 // of the run with expected values, by list; nil without one
	observed map[int]float64
	targets  []fanTarget
}

// fanTarget is a value to reach, by a year if that is known.
type fanTarget struct {
	year  int // 0 when not known
	value float64
	label string
}

// fanOf returns the quantiles of a metric by year.
func fanOf(t *tables.Table, m metric) (fanData, error) {
	names := t.Text("metric")
	rows := series.RowsWhere(t, func(row int) bool { return names[row] == m.column })
	if len(rows) == 0 {
		return fanData{}, fmt.Errorf("%s has no rows of %s", t.Schema.File(), m.column)
	}
	list, kept, err := series.ByYear(t, rows, "period")
	if err != nil {
		return fanData{}, err
	}
	out := fanData{list: list, quantiles: map[string][]float64{}}
	for _, name := range []string{"p05", "p10", "p25", "p50", "p75", "p90", "p95"} {
		values, err := series.Measure(t, name)
		if err != nil {
			return fanData{}, err
		}
		out.quantiles[name] = series.Times(series.Pick(values, kept), m.factor)
	}
	if !series.AnyNumber(out.quantiles["p50"]) {
		return fanData{}, series.AllEmpty(t, m.column)
	}
	return out, nil
}

// read adds what the package and the options have beside the quantiles.
func (f *fanChart) read(on *page.Page, p *tables.Package) error {
	if a := p.Table(tables.Annual); a != nil && a.Len() > 0 && slices.ContainsFunc(a.Schema.Columns, func(c tables.Column) bool { return c.Name == f.column }) {
		years, columns, err := series.Yearly(p, f.column)
		if err != nil {
			return err
		}
		f.expected = make([]float64, len(f.list))
		for i, year := range f.list {
			f.expected[i] = math.NaN()
			if at := slices.Index(years, year); at >= 0 {
				f.expected[i] = float64(columns[0][at] * f.factor)
			}
		}
	}
	f.observed = map[int]float64{}
	for year, v := range on.Observed {
		if v < 0 || v > series.Largest {
			return fmt.Errorf("%v is observed in %d, expected a number from 0 to %g", v, year, series.Largest)
		}
		f.observed[year] = float64(v * f.factor)
	}
	for _, year := range slices.Sorted(maps.Keys(f.observed)) {
		if !slices.Contains(f.list, year) {
			return fmt.Errorf("%d is observed, outside the years drawn, %d to %d", year, f.list[0], f.list[len(f.list)-1])
		}
	}
	return f.readTargets(on, p)
}

// readTargets takes the targets of the metric from chances.csv or targets.csv, or
// else the thresholds of probabilities.csv.
func (f *fanChart) readTargets(on *page.Page, p *tables.Package) error {
	for _, schema := range []*tables.Schema{tables.Chances.Schema, tables.Targets.Schema} {
		t := p.Table(schema)
		if t == nil || t.Len() == 0 {
			continue
		}
		values, err := series.Signed(t, "threshold")
		if err != nil {
			return err
		}
		for row, name := range t.Text("metric") {
			at := t.Text("at")[row]
			year, err := strconv.Atoi(at[:min(4, len(at))])
			if name == f.column && err == nil && !math.IsNaN(values[row]) {
				f.targets = append(f.targets, fanTarget{year, float64(values[row] * f.factor),
					on.Say("Target: %[1]s by %[2]s", f.metric.value(on, values[row]), strconv.Itoa(year))})
			}
		}
		return nil
	}
	if t := p.Table(tables.Probabilities); t != nil && t.Len() > 0 {
		values, err := series.Signed(t, "threshold")
		if err != nil {
			return err
		}
		for row, name := range t.Text("metric") {
			v := float64(values[row] * f.factor)
			if name == f.column && !math.IsNaN(v) && !slices.ContainsFunc(f.targets, func(o fanTarget) bool { return o.value == v }) {
				f.targets = append(f.targets, fanTarget{0, v, on.Say("%[1]s: %[2]s or more", on.Say(f.name), f.metric.value(on, values[row]))})
			}
		}
	}
	return nil
}

func (f fanChart) axis(on *page.Page) page.Axis {
	top := series.Highest(f.quantiles["p95"], f.expected)
	if f.capacity != nil {
		top = max(top, series.Highest(f.capacity.quantiles["p95"]))
	}
	for _, t := range f.targets {
		top = max(top, t.value)
	}
	for i := range f.list {
		top = max(top, f.observed[f.list[i]])
	}
	return on.ValueAxis(top, 7)
}

func (f fanChart) legend(on *page.Page) page.Legend {
	out := page.Legend{}
	for _, b := range slices.Backward(bands) {
		out = append(out, page.AreaKey(on.Say("%d %% of futures", b.percent), b.colour))
	}
	if f.column == "throughput_mt" {
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
	if len(f.observed) > 0 {
		out = append(out, page.Key{Label: on.Say("Observed"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			observedMark(c, at.Min.Add(at.Max).Scale(0.5))
		}})
	}
	for _, t := range f.targets[:min(2, len(f.targets))] {
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

func observedMark(c draw.Canvas, at vg.Point) {
	ink.Dot(c, page.White, at, 4.4)
	ink.Dot(c, page.Ink, at, 3.4)
	ink.Dot(c, page.White, at, 1.6)
}

func (f fanChart) bands(p page.Plane) {
	xs := series.Positions(f.list)
	for _, b := range bands {
		p.Between(b.colour, xs, f.quantiles[b.low], f.quantiles[b.high])
	}
}

// lines draws the medians and what goes with them, and writes the last values.
func (f fanChart) lines(p page.Plane) {
	xs := series.Positions(f.list)
	if f.capacity != nil {
		cx := series.Positions(f.capacity.list)
		p.Curve(capacityEdge, cx, f.capacity.quantiles["p05"])
		p.Curve(capacityEdge, cx, f.capacity.quantiles["p95"])
		p.Curve(capacityLine, cx, f.capacity.quantiles["p50"])
	}
	p.Curve(throughputLine, xs, f.quantiles["p50"])
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
	for _, year := range slices.Sorted(maps.Keys(f.observed)) {
		if x := float64(year); x >= p.X.Min && x <= p.X.Max {
			observedMark(p.Canvas, p.Point(x, f.observed[year]))
		}
	}
	f.labels(p, xs)
}

// labels writes the last values of the medians and of the widest band.
func (f fanChart) labels(p page.Plane, xs []float64) {
	labels := page.DirectLabels{Area: p.Rectangle}
	last := len(xs) - 1
	write := func(v float64, l ink.Lettering) {
		if !math.IsNaN(v) {
			labels.Write(p, l, p.Point(xs[last], v), p.On.Amount(v, p.Y.Decimals), page.ToRight)
		}
	}
	write(f.quantiles["p50"][last], page.BoldText.In(page.Blue))
	if f.capacity != nil && f.capacity.list[len(f.capacity.list)-1] == f.list[last] {
		write(f.capacity.quantiles["p50"][len(f.capacity.list)-1], page.BoldText.In(page.DarkGreen))
	}
	write(f.quantiles["p95"][last], page.AxisText)
	write(f.quantiles["p05"][last], page.AxisText)
}

// fanFits reports whether there is more than one year to draw a band over.
func fanFits(p *tables.Package) bool {
	periods := slices.Clone(p.Table(tables.Quantiles).Text("period"))
	slices.Sort(periods)
	return len(slices.Compact(periods)) > 1
}
