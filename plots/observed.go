package plots

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// observations are what happened, by year, as a chart shows it beside what the model says.
type observations map[int]float64

// observedOf returns what the options give, or else what the package knows of a metric in
// the years drawn.
func observedOf(on *page.Page, p *tables.Package, m metric, list []int) (observations, error) {
	out := observations{}
	for _, year := range slices.Sorted(maps.Keys(on.Observed)) {
		if !slices.Contains(list, year) {
			return nil, fmt.Errorf("%d is observed, outside the years drawn, %d to %d", year, list[0], list[len(list)-1])
		}
		out[year] = on.Observed[year]
	}
	if len(out) == 0 {
		for _, o := range p.Observed {
			if o.Metric == m.Name && slices.Contains(list, o.Year) {
				out[o.Year] = o.Value
			}
		}
	}
	for year, v := range out {
		if !(v >= 0 && v <= series.Largest) {
			return nil, fmt.Errorf("%v is observed in %d, expected a number from 0 to %g", v, year, series.Largest)
		}
		out[year] = float64(v * m.Scale)
	}
	return out, nil
}

// highest is the highest of them, 0 without any.
func (o observations) highest() float64 {
	top := 0.0
	for _, v := range o {
		top = max(top, v)
	}
	return top
}

// last is the last year observed.
func (o observations) last() int { return slices.Max(slices.Collect(maps.Keys(o))) }

// keys explain the marks, where there are any.
func (o observations) keys(on *page.Page) page.Legend {
	if len(o) == 0 {
		return nil
	}
	return page.Legend{{Label: on.Say("Observed"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
		observedMark(c, at.Min.Add(at.Max).Scale(0.5))
	}}}
}

// part draws a line between what has been observed and what is still to come, under what
// the panel shows.
func (o observations) part(p page.Plane) {
	if len(o) == 0 {
		return
	}
	x := float64(o.last()) + 0.5
	if x <= p.X.Min || x >= p.X.Max {
		return
	}
	at := p.AtX(x)
	p.StrokeLine2(partLine, at, p.Min.Y, at, p.Max.Y)
	text, l := p.On.Say("Projected"), page.AxisText
	if at+page.LabelGap+l.Width(text) <= p.Max.X {
		l.Write(p, at+page.LabelGap, p.Max.Y-l.Height()-2, ink.FromLeft, text)
	}
}

var partLine = ink.Line(page.MidGrey, 0.7)

// paint marks them.
func (o observations) paint(p page.Plane) {
	for _, year := range slices.Sorted(maps.Keys(o)) {
		if x := float64(year); x >= p.X.Min && x <= p.X.Max {
			observedMark(p.Canvas, p.Point(x, o[year]))
		}
	}
}

func observedMark(c draw.Canvas, at vg.Point) {
	ink.Dot(c, page.White, at, 4.4)
	ink.Dot(c, page.Ink, at, 3.4)
	ink.Dot(c, page.White, at, 1.6)
}

// describe says them for readers who cannot see the chart.
func (o observations) describe(s *page.Sheet, decimals int) {
	if len(o) == 0 {
		return
	}
	years := slices.Sorted(maps.Keys(o))
	values := make([]float64, len(years))
	for i, year := range years {
		values[i] = o[year]
		if math.IsNaN(values[i]) {
			return
		}
	}
	s.Describe("Observed: %s Mt.", s.On.ByYear(years, values, decimals))
}
