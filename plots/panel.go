package plots

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// panel is one coordinate system of a figure.
type panel struct {
	unit    string    // written level above the vertical axis
	head    vg.Length // strip kept free above the plotting area
	unitLow bool      // the unit stands in that strip, not above it
	height  vg.Length // of the plotting area, as it looks best
	least   vg.Length // of it where room is short; 3/5 of that when zero
	tail    vg.Length // strip kept free at its right
	labels  vg.Length // room left of it, if more than its labels need
	x, y    axis
	named   bool // labels on the horizontal axis
	bare    bool // no horizontal axis
	under   func(plane)
	over    func(plane) // drawn above the grid
}

// plane is a panel's plotting area while it is being drawn.
type plane struct {
	draw.Canvas // of the whole page; its rectangle is the plotting area
	on          *page
	x, y        axis
}

func (p plane) point(x, y float64) vg.Point {
	return vg.Point{X: p.atX(x), Y: p.atY(y)}
}

func (p plane) atX(x float64) vg.Length {
	return p.Min.X + vg.Length(p.x.share(x)*float64(p.Max.X-p.Min.X))
}

func (p plane) atY(y float64) vg.Length {
	return p.Min.Y + vg.Length(p.y.share(y)*float64(p.Max.Y-p.Min.Y))
}

const (
	tickGap    vg.Length = 5  // from an axis to its labels
	unitHeight vg.Length = 15 // of the line that names the unit
	axisHeight vg.Length = 17 // of the labels under the horizontal axis
	labelSpace vg.Length = 2  // from one of these labels to the next, at least
)

// labelWidth returns the room that the labels of the vertical axis need.
func (p panel) labelWidth() vg.Length {
	widest := vg.Length(0)
	for _, t := range p.y.ticks {
		widest = max(widest, axisText.width(t.label))
	}
	return max(widest+tickGap, p.labels)
}

// leastHeight is the least height of the plotting area.
func (p panel) leastHeight() vg.Length {
	if p.least > 0 {
		return p.least
	}
	return vg.Length(0.6 * p.height)
}

// total returns the height of the panel with all that belongs to it.
func (p panel) total() vg.Length {
	h := p.head + p.height
	if p.unit != "" && !p.unitLow {
		h += unitHeight
	}
	if p.named {
		h += axisHeight
	}
	return h
}

// paint draws the panel with its top at the height given and its plotting area
// from left to right.
func (p panel) paint(on *page, c draw.Canvas, left, right, top vg.Length) {
	if !p.unitLow && p.unit != "" {
		top -= unitHeight
	}
	unitBase := top
	top -= p.head
	right -= p.tail
	if p.unitLow {
		unitBase = top
	}
	unitAt := left - p.labelWidth()
	unitText.write(c, unitAt, unitBase+unitHeight-unitText.height(), fromLeft, unitText.fit(p.unit, on.width-margin-unitAt))
	c.Rectangle = vg.Rectangle{Min: vg.Point{X: left, Y: top - p.height}, Max: vg.Point{X: right, Y: top}}
	area := plane{c, on, p.x, p.y}
	if p.under != nil {
		p.under(area)
	}
	p.paintVertical(area)
	if !p.bare {
		p.paintHorizontal(area)
	}
	if p.over != nil {
		p.over(area)
	}
}

func (p panel) paintVertical(area plane) {
	for _, t := range p.y.ticks {
		y := area.atY(t.at)
		if p.y.lines && (p.bare || math.Abs(float64(y-area.Min.Y)) > 0.1) {
			area.StrokeLine2(gridLine, area.Min.X, y, area.Max.X, y)
		}
		axisText.write(area, area.Min.X-tickGap, area.atY(t.labelAt)-half(axisText.height()), fromRight, t.label)
	}
}

func (p panel) paintHorizontal(area plane) {
	area.StrokeLine2(axisLine, area.Min.X, area.Min.Y, area.Max.X, area.Min.Y)
	from := vg.Length(0) // where the next label may begin
	for _, t := range p.x.ticks {
		if !t.unmark {
			length := tickLength
			if t.minor {
				length = tickLength / 2
			}
			x := area.atX(t.at)
			area.StrokeLine2(axisLine, x, area.Min.Y-length, x, area.Min.Y)
		}
		if !p.named || t.label == "" {
			continue
		}
		width := axisText.width(t.label)
		left := min(area.atX(t.labelAt)-half(width), area.on.width-width)
		if left >= from {
			axisText.write(area, left, area.Min.Y-tickGap-axisText.height(), fromLeft, t.label)
			from = left + width + labelSpace
		}
	}
}
