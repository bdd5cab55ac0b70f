package plots

import (
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

var (
	demandLine     = ink.Line(page.DarkGrey, 1.3, 5, 3)
	throughputLine = ink.Line(page.Blue, 2)
	capacityLine   = ink.Line(page.Green, 1.6)
)

const throughputTitle = "Demand, throughput and capacity of the corridor"

// drawThroughput shows by year what the corridor carries, what it could carry and
// what it would with no limit, and below it what waits and what is turned away.
func drawThroughput(on *page.Page, p *tables.Package) (*page.Figure, error) {
	list, columns, err := series.Yearly(p, tables.Annual.ThroughputMt, tables.Annual.DemandMt, tables.Annual.CapacityMt, tables.Annual.QueueMt, tables.Annual.DivertedMt)
	if err != nil {
		return nil, err
	}
	throughput, demand, capacity, queue, diverted := columns[0], columns[1], columns[2], columns[3], columns[4]
	path, err := capacityOverTime(p, list, capacity)
	if err != nil {
		return nil, err
	}
	seen, err := observedOf(on, p, metricOf(tables.Annual.ThroughputMt.Name), list)
	if err != nil {
		return nil, err
	}
	xs := series.Positions(list)
	x := page.YearAxis(list[0], list[len(list)-1], on.Inner()-20)

	s := page.NewSheet(on, p, throughputTitle, on.Say("Million tonnes per year."))
	s.Legend = page.Legend{page.MarkedKey(on.Say("Throughput"), throughputLine)}
	if series.AnyNumber(demand) {
		s.Legend = append(s.Legend, page.LineKey(on.Say("Demand: what would be carried with no limit"), demandLine), page.AreaKey(on.Say("Not carried"), page.PaleOrange))
	}
	if series.AnyNumber(capacity) {
		s.Legend = append(s.Legend, path.key(on))
	}
	s.Legend = append(s.Legend, seen.keys(on)...)
	s.Legend = append(s.Legend, page.AreaKey(on.Say("Waiting at year end"), page.Orange), page.AreaKey(on.Say("Turned away in the year"), page.Vermillion))

	main := page.Panel{Unit: on.Say("Mt per year"), Height: on.Squeezed(215), X: x, Y: on.ValueAxis(max(series.Highest(throughput, demand, capacity, path.ys), seen.highest()), 7)}
	main.Under = func(a page.Plane) {
		notCarried(a, xs, throughput, demand)
		seen.part(a)
	}
	main.Over = func(a page.Plane) {
		path.paint(a)
		a.Curve(demandLine, xs, demand)
		a.Curve(throughputLine, xs, throughput)
		a.Dots(page.Blue, xs, throughput)
		seen.paint(a)
		endLabels(a, xs, throughput, demand, path, seen)
	}
	lost := page.Panel{Unit: on.Say("Mt"), Height: 70, X: x, Named: true, Y: on.ValueAxis(series.Highest(queue, diverted), 3)}
	lost.Over = func(a page.Plane) {
		for i, x := range xs {
			a.Bar(page.Orange, x-a.Half(), x, 0, queue[i])
			a.Bar(page.Vermillion, x, x+a.Half(), 0, diverted[i])
		}
		if series.Highest(queue, diverted) == 0 {
			a.Remark(on.Say("No cargo waits at a year's end or is turned away"))
		}
	}
	s.Panels = []page.Panel{main, lost}
	s.Find(throughputFinding(on, list, throughput, demand, main.Y.Decimals))
	seen.describe(&s, main.Y.Decimals)
	s.Describe("Throughput by year: %s Mt.", on.ByYear(list, throughput, main.Y.Decimals))
	return s.Figure(), nil
}

// notCarried shades the demand beyond what is carried.
func notCarried(p page.Plane, xs, throughput, demand []float64) {
	top := make([]float64, len(xs))
	for i := range xs {
		top[i] = math.Max(demand[i], throughput[i])
	}
	p.Between(page.PaleOrange, xs, throughput, top)
}

// endLabels writes the first and last values of the three series.
func endLabels(p page.Plane, xs, throughput, demand []float64, capacity capacityPath, seen observations) {
	labels := page.DirectLabels{Area: p.Rectangle}
	for _, t := range p.Y.Ticks {
		labels.Grid = append(labels.Grid, p.AtY(t.At))
	}
	for i := range xs {
		for _, series := range [][]float64{throughput, demand} {
			if i > 0 && !math.IsNaN(series[i-1]+series[i]) {
				labels.Avoid(p.Point(xs[i-1], series[i-1]), p.Point(xs[i], series[i]))
			}
		}
		if v, known := seen[int(xs[i])]; known {
			at := p.Point(xs[i], v)
			labels.Keep(ink.Grow(vg.Rectangle{Min: at, Max: at}, 2.5))
		}
	}
	for i := range capacity.xs {
		if i > 0 && !math.IsNaN(capacity.ys[i-1]+capacity.ys[i]) {
			labels.Avoid(p.Point(capacity.xs[i-1], capacity.ys[i-1]), p.Point(capacity.xs[i], capacity.ys[i]))
		}
	}
	write := func(xs, series []float64, i int, l ink.Lettering, sides ...page.Side) {
		if v := series[i]; !math.IsNaN(v) {
			labels.Write(p, l, p.Point(xs[i], v), p.On.Amount(v, p.Y.Decimals), sides...)
		}
	}
	carried := page.BoldText.In(page.Blue)
	outward := page.ToLeft
	for _, i := range []int{0, len(xs) - 1} {
		write(xs, throughput, i, carried, outward, page.Below, page.Above)
		write(capacity.xs, capacity.ys, capacity.end(i > 0), page.LabelText.In(page.DarkGreen), page.Above, page.Below)
		if p.On.Amount(demand[i], p.Y.Decimals) != p.On.Amount(throughput[i], p.Y.Decimals) {
			write(xs, demand, i, page.LabelText.In(page.DarkGrey), outward, page.Above, page.Below)
		}
		if outward = page.ToRight; len(xs) == 1 {
			break
		}
	}
}
