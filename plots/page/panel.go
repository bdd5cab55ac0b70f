package page

import (
	"math"
	"strings"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Panel is one coordinate system of a figure.
type Panel struct {
	Unit    string    // written level above the vertical axis
	Head    vg.Length // strip kept free above the plotting area
	UnitLow bool      // the unit stands in that strip, not above it
	Height  vg.Length // of the plotting area, as it looks best
	Least   vg.Length // of it where room is short; a part of that when zero
	Tail    vg.Length // strip kept free at its right
	Labels  vg.Length // room left of it, if more than its labels need
	X, Y    Axis
	Named   bool   // labels on the horizontal axis
	Headed  bool   // the same labels above the plotting area, in the strip kept free there
	Along   string // what the horizontal axis is, written under its labels
	Bare    bool   // no horizontal axis
	Under   func(Plane)
	Over    func(Plane) // drawn above the grid

	along []string // the lines of that, as wide as the page has room for
}

// Plane is a panel's plotting area while it is being drawn.
type Plane struct {
	draw.Canvas // of the whole page; its rectangle is the plotting area
	On          *Page
	X, Y        Axis
}

// Point returns where a pair of values lies on the page.
func (p Plane) Point(x, y float64) vg.Point {
	return vg.Point{X: p.AtX(x), Y: p.AtY(y)}
}

// AtX returns where a value of the horizontal axis lies.
func (p Plane) AtX(x float64) vg.Length {
	return p.Min.X + vg.Length(p.X.share(x)*float64(p.Max.X-p.Min.X))
}

// AtY returns where a value of the vertical axis lies.
func (p Plane) AtY(y float64) vg.Length {
	return p.Min.Y + vg.Length(p.Y.share(y)*float64(p.Max.Y-p.Min.Y))
}

const (
	TickGap    vg.Length = 5  // from an axis to its labels
	unitHeight vg.Length = 15 // of the line that names the unit
	AxisHeight vg.Length = 17 // of the labels under the horizontal axis
	labelSpace vg.Length = 2  // from one of these labels to the next, at least
)

// LabelWidth returns the room that the labels of the vertical axis need.
func (p Panel) LabelWidth() vg.Length {
	widest := vg.Length(0)
	for _, t := range p.Y.Ticks {
		widest = max(widest, AxisText.Widest(strings.Split(t.Label, "\n")))
	}
	return max(widest+TickGap, p.Labels)
}

// alongLines is how many lines the words for the horizontal axis take at most.
const alongLines = 3

// within breaks the words for the horizontal axis so that they end where the plotting area does, and
// begin at the margin or after it.
func (p Panel) within(on *Page) Panel {
	p.along = UnitText.Wrap(p.Along, on.Inner()-p.Tail, alongLines)
	return p
}

// leastHeight is the least height of the plotting area.
func (p Panel) leastHeight() vg.Length {
	if p.Least > 0 {
		return p.Least
	}
	return vg.Length(leastPart * p.Height)
}

// leastPart is how low a plotting area may be, of the height at which it looks best.
const leastPart = 0.36

// Total returns the height of the panel with all that belongs to it.
func (p Panel) Total() vg.Length {
	h := p.Head + p.Height
	if p.Unit != "" && !p.UnitLow {
		h += unitHeight
	}
	if p.Named {
		h += AxisHeight
	}
	if len(p.along) > 0 {
		h += unitHeight + lines(UnitText, p.along[1:])
	}
	return h
}

// Paint draws the panel with its top at the height given and its plotting area
// from left to right.
func (p Panel) Paint(on *Page, c draw.Canvas, left, right, top vg.Length) {
	if !p.UnitLow && p.Unit != "" {
		top -= unitHeight
	}
	unitBase := top
	top -= p.Head
	right -= p.Tail
	if p.UnitLow {
		unitBase = top
	}
	unitAt := left - p.LabelWidth()
	UnitText.Write(c, unitAt, unitBase+unitHeight-UnitText.Height(), ink.FromLeft, UnitText.Fit(p.Unit, on.Width-Margin-unitAt))
	c.Rectangle = vg.Rectangle{Min: vg.Point{X: left, Y: top - p.Height}, Max: vg.Point{X: right, Y: top}}
	area := Plane{c, on, p.X, p.Y}
	if p.Under != nil {
		p.Under(area)
	}
	p.paintVertical(area)
	if !p.Bare {
		p.paintHorizontal(area)
	}
	if p.Over != nil {
		p.Over(area)
	}
}

func (p Panel) paintVertical(area Plane) {
	for _, t := range p.Y.Ticks {
		y := area.AtY(t.At)
		if p.Y.Lines && (p.Bare || math.Abs(float64(y-area.Min.Y)) > 0.1) {
			area.StrokeLine2(GridLine, area.Min.X, y, area.Max.X, y)
		}
		lines := strings.Split(t.Label, "\n")
		base := area.AtY(t.LabelAt) - ink.Half(AxisText.Height()) + ink.Half(rowPitch*vg.Length(len(lines)-1))
		for _, line := range lines {
			AxisText.Write(area, area.Min.X-TickGap, base, ink.FromRight, line)
			base -= rowPitch
		}
	}
}

func (p Panel) paintHorizontal(area Plane) {
	for i, line := range p.along {
		base := area.Min.Y - AxisHeight - UnitText.Height() - 2 - lines(UnitText, p.along[:i])
		UnitText.Write(area, area.Max.X, base, ink.FromRight, line)
	}
	area.StrokeLine2(AxisLine, area.Min.X, area.Min.Y, area.Max.X, area.Min.Y)
	from := vg.Length(0) // where the next label may begin
	for _, t := range p.X.Ticks {
		if !t.Unmark {
			length := tickLength
			if t.Minor {
				length = tickLength / 2
			}
			x := area.AtX(t.At)
			area.StrokeLine2(AxisLine, x, area.Min.Y-length, x, area.Min.Y)
		}
		if t.Label == "" {
			continue
		}
		width := AxisText.Width(t.Label)
		left := min(area.AtX(t.LabelAt)-ink.Half(width), area.On.Width-width)
		if left < from {
			continue
		}
		from = left + width + labelSpace
		if p.Named {
			AxisText.Write(area, left, area.Min.Y-TickGap-AxisText.Height(), ink.FromLeft, t.Label)
		}
		if p.Headed {
			AxisText.Write(area, left, area.Max.Y+TickGap, ink.FromLeft, t.Label)
		}
	}
}
