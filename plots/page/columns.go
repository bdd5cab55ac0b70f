package page

import (
	"strings"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// HeadGap is the least gap between columns.
const HeadGap vg.Length = 11

// Column is a column of figures at the right of a panel.
type Column struct {
	Heading string
	Cells   []string  // by row
	halves  [2]string // of the heading
	Right   vg.Length // where it ends, from the right end of the plotting area
}

// NewColumns sets columns side by side, each as wide as its heading and its figures,
// and at least as wide as the width given. The room they need is where the last one
// ends.
func NewColumns(least vg.Length, columns ...Column) []Column {
	right := vg.Length(0)
	for i, c := range columns {
		c.halves = halves(UnitText, c.Heading)
		right += max(least, HeadGap+max(UnitText.Widest(c.halves[:]), BoldText.Widest(c.Cells)))
		c.Right = right
		columns[i] = c
	}
	return columns
}

// halves breaks a text between words into two lines that are as short as can be.
func halves(l ink.Lettering, text string) [2]string {
	words := ink.Words(text)
	best := [2]string{"", text}
	for n := 1; n < len(words); n++ {
		split := [2]string{strings.Join(words[:n], " "), strings.Join(words[n:], " ")}
		if max(l.Width(split[0]), l.Width(split[1])) < max(l.Width(best[0]), l.Width(best[1])) {
			best = split
		}
	}
	return best
}

// Heads writes the headings of columns above the panel.
func (p Plane) Heads(columns []Column) {
	for _, c := range columns {
		base := p.Max.Y + 5
		UnitText.Write(p, p.Max.X+c.Right, base+11, ink.FromRight, c.halves[0])
		UnitText.Write(p, p.Max.X+c.Right, base, ink.FromRight, c.halves[1])
	}
}

// Cells writes the figures of a row in its columns, at the height of their baseline.
func (p Plane) Cells(l ink.Lettering, columns []Column, row int, base vg.Length) {
	for _, c := range columns {
		l.Write(p, p.Max.X+c.Right, base, ink.FromRight, c.Cells[row])
	}
}
