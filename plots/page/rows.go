package page

import (
	"strings"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// NameRows is how many lines the name of a row of a list may take.
const NameRows = 2

// RowAxis gives each name a slot of width one, from the top down. Names that are wider than
// the room go on in further lines, as many as there may be.
func RowAxis(names []string, room vg.Length, lines int) Axis {
	a := Axis{Max: float64(len(names))}
	for i, name := range names {
		middle := a.RowTop(i) - 0.5
		a.Ticks = append(a.Ticks, Tick{At: middle, LabelAt: middle, Label: strings.Join(AxisText.Wrap(name, room, lines), "\n")})
	}
	return a
}

// NameRoom is what the names of rows need beside a panel, at most so much.
func NameRoom(names []string, most vg.Length) vg.Length {
	return min(most, AxisText.Widest(names)+TickGap)
}

// rowPitch is the distance of the lines of a name.
const rowPitch vg.Length = 10

// RowTop is the upper edge of a row, 0 for the uppermost.
func (a Axis) RowTop(row int) float64 { return a.Max - float64(row) }

// RowPanel is a panel of named rows, each of the height given and at least of the other
// where room is short. Names of two lines need higher rows.
func RowPanel(x Axis, names []string, room, height, least vg.Length) Panel {
	if widest := AxisText.Widest(names) + 0.5; widest > room && widest <= 1.25*room {
		room = widest // rather than give all rows the height of two lines
	}
	n, y := vg.Length(len(names)), RowAxis(names, room, NameRows)
	for _, t := range y.Ticks {
		needed := vg.Length(rowPitch*vg.Length(len(strings.Split(t.Label, "\n")))) + 1
		height, least = max(height, needed), max(least, needed)
	}
	return Panel{X: x, Y: y, Height: vg.Length(height * n), Least: vg.Length(least * n)}
}

// RowName writes the name of a row at the left margin, in lines around its middle.
func (p Plane) RowName(l ink.Lettering, lines []string, middle vg.Length) {
	base := middle - ink.Half(l.Height()) + ink.Half(l.Pitch()*vg.Length(len(lines)-1))
	for _, s := range lines {
		l.Write(p, Margin, base, ink.FromLeft, s)
		base -= l.Pitch()
	}
}

// Uprights draws a grid line at every tick of the horizontal axis, and a stronger one at zero
// where it runs to both sides.
func (p Plane) Uprights() {
	for _, t := range p.X.Ticks {
		style, x := GridLine, p.AtX(t.At)
		if t.At == 0 && p.X.Min < 0 {
			style = AxisLine
		}
		p.StrokeLine2(style, x, p.Min.Y, x, p.Max.Y)
	}
}
