package plots

import (
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// overlay is what is laid on the scenario in a row or column of a matrix.
type overlay struct{ name, title string }

// Room for what rows and columns are called.
const (
	growthRoom  vg.Length = 150
	growthLines           = 4
	headSpace   vg.Length = 6 // kept free in the width of a column
	headLines             = 4
)

// called are the titles of overlays, or their names where a title is missing or has no room in so
// many lines.
func called(on *page.Page, overlays []overlay, room vg.Length, lines int) []string {
	var titles, names []string
	whole := true
	for _, o := range overlays {
		titles, names = append(titles, o.title), append(names, o.shortName(on))
		whole = whole && o.title != "" && !slices.ContainsFunc(page.AxisText.Wrap(o.title, room, lines), func(line string) bool { return strings.HasSuffix(line, "…") })
	}
	if whole {
		return titles
	}
	return names
}

// shortName is the name without the group: growth/low is low.
func (o overlay) shortName(on *page.Page) string {
	name := o.name
	if _, last, ok := strings.Cut(name, "/"); ok {
		name = last
	}
	if name == "" {
		return on.Say("none")
	}
	return name
}

// heads are what stands over the columns of a matrix, in lines.
type heads [][]string

const headBase vg.Length = 6 // of the lowest line over the cells

func newHeads(names []string, width vg.Length) heads {
	out := make(heads, len(names))
	for i, name := range names {
		out[i] = page.AxisText.Wrap(name, width-headSpace, headLines)
	}
	return out
}

// lines is how many the highest head has.
func (h heads) lines() int {
	most := 1
	for _, lines := range h {
		most = max(most, len(lines))
	}
	return most
}

// height is the room they need over the cells, with the line that says what they are.
func (h heads) height() vg.Length {
	return 15 + vg.Length(page.AxisText.Pitch()*vg.Length(h.lines()))
}

func (h heads) paint(p page.Plane) {
	text := page.AxisText.In(page.Ink)
	pitch := text.Pitch()
	page.UnitText.Write(p, p.Min.X+1, p.Max.Y+headBase+3+vg.Length(pitch*vg.Length(h.lines())), ink.FromLeft, p.On.Say("Investment"))
	for c, lines := range h {
		base := p.Max.Y + headBase + vg.Length(pitch*vg.Length(len(lines)-1))
		for _, line := range lines {
			text.Write(p, p.AtX(float64(c)+0.5), base, ink.Centred, line)
			base -= pitch
		}
	}
}
