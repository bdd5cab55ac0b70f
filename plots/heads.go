package plots

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

const headGap vg.Length = 11 // between columns

// column is a column of figures at the right of a panel.
type column struct {
	heading string
	cells   []string  // by row
	halves  [2]string // of the heading
	right   vg.Length // where it ends, from the right end of the plotting area
}

// newColumns sets columns side by side, each as wide as its heading and its figures,
// and at least as wide as the width given. The room they need is where the last one
// ends.
func newColumns(least vg.Length, columns ...column) []column {
	right := vg.Length(0)
	for i, c := range columns {
		c.halves = halves(unitText, c.heading)
		right += max(least, headGap+max(widestOf(unitText, c.halves[:]), widestOf(boldText, c.cells)))
		c.right = right
		columns[i] = c
	}
	return columns
}

// halves breaks a text between words into two lines that are as short as can be.
func halves(l lettering, text string) [2]string {
	words := strings.Fields(text)
	best := [2]string{"", text}
	for n := 1; n < len(words); n++ {
		split := [2]string{strings.Join(words[:n], " "), strings.Join(words[n:], " ")}
		if max(l.width(split[0]), l.width(split[1])) < max(l.width(best[0]), l.width(best[1])) {
			best = split
		}
	}
	return best
}

// heads writes the headings of columns above the panel.
func (p plane) heads(columns []column) {
	for _, c := range columns {
		base := p.Max.Y + 5
		unitText.write(p, p.Max.X+c.right, base+11, fromRight, c.halves[0])
		unitText.write(p, p.Max.X+c.right, base, fromRight, c.halves[1])
	}
}
