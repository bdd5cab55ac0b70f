package plots

import (
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
	"strconv"

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
	{"p05", "p95", 90, rgb(0xdbe8f3)},
	{"p10", "p90", 80, rgb(0xb9d4e8)},
	{"p25", "p75", 50, rgb(0x7fb1d6)},
}

var (
	capacityEdge  = line(green, 0.9, 2, 2)
	expectedStyle = line(darkGrey, 1.3, 5, 3)
	targetStyle   = line(ink, 0.9, 1.5, 2)
)

// drawFan shows by year the spread of a metric over the futures of an ensemble as
// bands around the median: usually throughput, against the capacity.
func drawFan(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Quantiles)
	if err != nil {
		return nil, err
	}
	m, err := on.chosen("throughput_mt", t.Schema.File(), t.Text("metric"))
	if err != nil {
		return nil, err
	}
	main, err := fanOf(t, m)
	if err != nil {
		return nil, err
	}
	f := fanChart{fanData: main, metric: m}
	title := on.say("%[1]s over many futures", on.say(m.name))
	if on.Metric == "" && slices.Contains(t.Text("metric"), "capacity_mt") {
		title = on.say(fanTitle)
		capacity, err := fanOf(t, metricOf("capacity_mt"))
		if err != nil {
			return nil, err
		}
		f.capacity = &capacity
	}
	if err := f.read(on, p); err != nil {
		return nil, err
	}
	s := newSheet(on, p, title, on.fanSubtitle(t, m))
	s.legend = f.legend(on)
	drawn := panel{unit: on.say(m.axis), height: 270, x: yearAxis(f.list[0], f.list[len(f.list)-1], on.inner()-20), named: true}
	drawn.y = f.axis(on)
	drawn.under = f.bands
	drawn.over = f.lines
	s.panels = []panel{drawn}
	if m.column == "throughput_mt" {
		s.describe("Median throughput by year: %s Mt.", on.spoken(f.list, f.quantiles["p50"], drawn.y.decimals))
	}
	return s.figure(), nil
}

// fanSubtitle says what the bands are: those of the futures in which the metric has a
// value.
func (on *page) fanSubtitle(t *tables.Table, m metric) string {
	names, most := t.Text("metric"), 0.0
	for row, n := range t.Numbers("futures") {
		if names[row] == m.column && n > most && n < largest {
			most = n
		}
	}
	if most < 1 {
		return on.say("The bands hold 50, 80 and 90 % of the simulated futures.")
	}
	return on.say("The bands hold 50, 80 and 90 %% of %s simulated futures.", on.amount(most, 0))
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
	rows := rowsWhere(t, func(row int) bool { return names[row] == m.column })
	if len(rows) == 0 {
		return fanData{}, fmt.Errorf("%s has no rows of %s", t.Schema.File(), m.column)
	}
	list, kept, err := byYear(t, rows, "period")
	if err != nil {
		return fanData{}, err
	}
	out := fanData{list: list, quantiles: map[string][]float64{}}
	for _, name := range []string{"p05", "p10", "p25", "p50", "p75", "p90", "p95"} {
		values, err := measure(t, name)
		if err != nil {
			return fanData{}, err
		}
		out.quantiles[name] = times(pick(values, kept), m.factor)
	}
	if !anyNumber(out.quantiles["p50"]) {
		return fanData{}, allEmpty(t, m.column)
	}
	return out, nil
}

// read adds what the package and the options have beside the quantiles.
func (f *fanChart) read(on *page, p *tables.Package) error {
	if a := p.Table(tables.Annual); a != nil && a.Len() > 0 && slices.ContainsFunc(a.Schema.Columns, func(c tables.Column) bool { return c.Name == f.column }) {
		years, columns, err := yearly(p, f.column)
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
		if v < 0 || v > largest {
			return fmt.Errorf("%v is observed in %d, expected a number from 0 to %g", v, year, largest)
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
func (f *fanChart) readTargets(on *page, p *tables.Package) error {
	for _, schema := range []*tables.Schema{tables.Chances.Schema, tables.Targets.Schema} {
		t := p.Table(schema)
		if t == nil || t.Len() == 0 {
			continue
		}
		values, err := signed(t, "threshold")
		if err != nil {
			return err
		}
		for row, name := range t.Text("metric") {
			at := t.Text("at")[row]
			year, err := strconv.Atoi(at[:min(4, len(at))])
			if name == f.column && err == nil && !math.IsNaN(values[row]) {
				f.targets = append(f.targets, fanTarget{year, float64(values[row] * f.factor),
					on.say("Target: %[1]s by %[2]s", f.metric.value(on, values[row]), strconv.Itoa(year))})
			}
		}
		return nil
	}
	if t := p.Table(tables.Probabilities); t != nil && t.Len() > 0 {
		values, err := signed(t, "threshold")
		if err != nil {
			return err
		}
		for row, name := range t.Text("metric") {
			v := float64(values[row] * f.factor)
			if name == f.column && !math.IsNaN(v) && !slices.ContainsFunc(f.targets, func(o fanTarget) bool { return o.value == v }) {
				f.targets = append(f.targets, fanTarget{0, v, on.say("%[1]s: %[2]s or more", on.say(f.name), f.metric.value(on, values[row]))})
			}
		}
	}
	return nil
}

func (f fanChart) axis(on *page) axis {
	top := highest(f.quantiles["p95"], f.expected)
	if f.capacity != nil {
		top = max(top, highest(f.capacity.quantiles["p95"]))
	}
	for _, t := range f.targets {
		top = max(top, t.value)
	}
	for i := range f.list {
		top = max(top, f.observed[f.list[i]])
	}
	return on.valueAxis(top, 7)
}

func (f fanChart) legend(on *page) legend {
	out := legend{}
	for _, b := range slices.Backward(bands) {
		out = append(out, areaKey(on.say("%d %% of futures", b.percent), b.colour))
	}
	if f.column == "throughput_mt" {
		out = append(legend{lineKey(on.say("Median throughput"), throughputLine)}, out...)
	} else {
		out = append(legend{lineKey(on.say("Median"), throughputLine)}, out...)
	}
	if f.capacity != nil {
		out = append(out, lineKey(on.say("Median capacity in December"), capacityLine), lineKey(on.say("Capacity: %d %% of futures between the lines", 90), capacityEdge))
	}
	if anyNumber(f.expected) {
		out = append(out, lineKey(on.say("Run with expected values"), expectedStyle))
	}
	if len(f.observed) > 0 {
		out = append(out, key{on.say("Observed"), 8, func(c draw.Canvas, at vg.Rectangle) {
			observedMark(c, at.Min.Add(at.Max).Scale(0.5))
		}})
	}
	for _, t := range f.targets[:min(2, len(f.targets))] {
		out = append(out, key{t.label, keyWidth, func(c draw.Canvas, at vg.Rectangle) {
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
	dot(c, white, at, 4.4)
	dot(c, ink, at, 3.4)
	dot(c, white, at, 1.6)
}

func (f fanChart) bands(p plane) {
	xs := positions(f.list)
	for _, b := range bands {
		p.between(b.colour, xs, f.quantiles[b.low], f.quantiles[b.high])
	}
}

// lines draws the medians and what goes with them, and writes the last values.
func (f fanChart) lines(p plane) {
	xs := positions(f.list)
	if f.capacity != nil {
		cx := positions(f.capacity.list)
		p.curve(capacityEdge, cx, f.capacity.quantiles["p05"])
		p.curve(capacityEdge, cx, f.capacity.quantiles["p95"])
		p.curve(capacityLine, cx, f.capacity.quantiles["p50"])
	}
	p.curve(throughputLine, xs, f.quantiles["p50"])
	p.curve(expectedStyle, xs, f.expected)
	for _, t := range f.targets {
		y, end := p.atY(t.value), p.Max.X
		if year := float64(t.year); t.year > 0 && year >= p.x.min && year <= p.x.max {
			end = p.atX(year)
			serviceMark(p.Canvas, vg.Point{X: end, Y: y})
			end -= 4
		}
		p.StrokeLine2(targetStyle, p.Min.X, y, end, y)
	}
	for _, year := range slices.Sorted(maps.Keys(f.observed)) {
		if x := float64(year); x >= p.x.min && x <= p.x.max {
			observedMark(p.Canvas, p.point(x, f.observed[year]))
		}
	}
	f.labels(p, xs)
}

// labels writes the last values of the medians and of the widest band.
func (f fanChart) labels(p plane, xs []float64) {
	labels := directLabels{area: p.Rectangle}
	last := len(xs) - 1
	write := func(v float64, l lettering) {
		if !math.IsNaN(v) {
			labels.write(p, l, p.point(xs[last], v), p.on.amount(v, p.y.decimals), toRight)
		}
	}
	write(f.quantiles["p50"][last], boldText.in(blue))
	if f.capacity != nil && f.capacity.list[len(f.capacity.list)-1] == f.list[last] {
		write(f.capacity.quantiles["p50"][len(f.capacity.list)-1], boldText.in(darkGreen))
	}
	write(f.quantiles["p95"][last], axisText)
	write(f.quantiles["p05"][last], axisText)
}

// fanFits reports whether there is more than one year to draw a band over.
func fanFits(p *tables.Package) bool {
	periods := slices.Clone(p.Table(tables.Quantiles).Text("period"))
	slices.Sort(periods)
	return len(slices.Compact(periods)) > 1
}
