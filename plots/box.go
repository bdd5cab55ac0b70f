package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	boxTitle             = "The figures that a box limits"
	boxNames   vg.Length = 210
	boxRow     vg.Length = 36
	boxBar     vg.Length = 13
	boxEnds    vg.Length = 44
	boxColumns vg.Length = 52
	mostSides            = 20
)

var insideLine = ink.Line(page.Blue, 3)

// bounded is an input that a box limits.
type bounded struct {
	name            string
	low, high       float64 // least and greatest value drawn
	quantiles       [5]float64
	least, greatest float64 // inside; NaN for no limit
	among           []float64
	labels          []string  // of among, where the scenario has some
	ends            [2]string // likewise, of the least and the greatest value
	beyond          float64   // %
}

// boxFits reports whether a box limits anything.
func boxFits(p *tables.Package) bool {
	all, err := readBoxes(p)
	return series.Unreadable(err) || len(all) > 0
}

// drawBox shows the limits of each box among the values drawn.
func drawBox(on *page.Page, p *tables.Package) (*page.Figure, error) {
	boxes, err := readBoxes(p)
	if err != nil {
		return nil, err
	}
	if len(boxes) == 0 {
		return nil, series.Nothing{Text: words.Text("No limits tell these futures from the others.")}
	}
	s := page.NewSheet(on, p, boxTitle, conditionIn(on, p)+on.Say("Each row has its own scale, from the least to the greatest value drawn."))
	s.Legend = page.Legend{
		page.AreaKey(on.Say("Range of 90 %"), bands[0].shade(page.Blue)), page.AreaKey(on.Say("Range of 50 %"), bands[1].shade(page.Blue)),
		page.LineKey(on.Say("Inside the box"), insideLine),
	}
	shown := 0
	for i, rows := range boxes {
		if shown += len(rows); i > 0 && shown > on.Most(mostSides) {
			break
		}
		s.Panels = append(s.Panels, boxPanel(on, i+1, rows))
		for _, r := range rows {
			s.Tell(r.name + ": " + r.limit(on) + ".")
		}
	}
	s.Note = cmp.Or(s.Note, on.Say("Beyond it: the share of all futures on the other side of the limit."))
	return s.Figure(), nil
}

// readBoxes returns the inputs that each box limits.
func readBoxes(p *tables.Package) (boxes [][]bounded, err error) {
	t, err := series.RowsOf(p, tables.Limits)
	if err != nil {
		return nil, err
	}
	of := &tables.Limits
	columns := make([][]float64, 0, 8)
	for _, c := range []tables.NumberColumn{of.Low, of.P05, of.P25, of.P50, of.P75, of.P95, of.High, of.Limit} {
		values, err := series.Signed(t, c)
		if err != nil {
			return nil, err
		}
		columns = append(columns, values)
	}
	beyond, err := series.Shares(t, of.Beyond)
	if err != nil {
		return nil, err
	}
	for row, box := range of.Box.Of(t) {
		switch {
		case box == float64(len(boxes)+1):
			boxes = append(boxes, nil)
		case box != float64(len(boxes)):
			return nil, fmt.Errorf("%s: box is %v, expected the boxes in their order", t.Place(row), box)
		}
		of := boxes[len(boxes)-1]
		name := titleOr(tables.Limits.Title.Of(t)[row], tables.Limits.Input.Of(t)[row])
		if unit := tables.Limits.Unit.Of(t)[row]; unit != "" && !strings.HasPrefix(unit, "%") {
			name += ", " + unit
		}
		at := slices.IndexFunc(of, func(b bounded) bool { return b.name == name })
		if at < 0 {
			b := bounded{name: name, low: columns[0][row], high: columns[6][row], ends: [2]string{tables.Limits.LowLabel.Of(t)[row], tables.Limits.HighLabel.Of(t)[row]}, least: math.NaN(), greatest: math.NaN()}
			for i := range b.quantiles {
				b.quantiles[i] = columns[1+i][row]
			}
			of, at = append(of, b), len(of)
		}
		if err := of[at].take(t, row, columns[7][row]); err != nil {
			return nil, err
		}
		of[at].beyond += beyond[row]
		boxes[len(boxes)-1] = of
	}
	return boxes, nil
}

// take reads a side.
func (b *bounded) take(t *tables.Table, row int, limit float64) error {
	if !(b.low < b.high) {
		return fmt.Errorf("%s: the values drawn of %s do not differ", t.Place(row), b.name)
	}
	switch side := tables.Limits.Side.Of(t)[row]; side {
	case tables.AtLeast, tables.AtMost:
		if math.IsNaN(limit) {
			return fmt.Errorf("%s: %s has no limit, expected a number", t.Place(row), b.name)
		}
		if side == tables.AtLeast {
			b.least = limit
		} else {
			b.greatest = limit
		}
	case tables.Among:
		for text := range strings.SplitSeq(tables.Limits.Among.Of(t)[row], ";") {
			var v float64
			if _, err := fmt.Sscan(text, &v); err != nil || math.Abs(v) > series.Largest {
				return fmt.Errorf("%s: among has %q, expected a number", t.Place(row), text)
			}
			b.among = append(b.among, v)
		}
		if labels := tables.Limits.AmongLabels.Of(t)[row]; labels != "" {
			b.labels = strings.Split(labels, ";")
		}
	default:
		return fmt.Errorf("%s: side is %q, expected %s, %s or %s", t.Place(row), side, tables.AtLeast, tables.AtMost, tables.Among)
	}
	return nil
}

// limit writes what is inside.
func (b *bounded) limit(on *page.Page) string {
	number := func(v float64) string { return on.Amount(v, decimalsFor(b.high-b.low, 3)) }
	switch {
	case len(b.labels) > 0 && len(b.labels) == len(b.among):
		return strings.Join(b.labels, ", ")
	case b.among != nil:
		var list []string
		for _, v := range b.among {
			if v == math.Trunc(v) {
				list = append(list, on.Amount(v, 0))
			} else {
				list = append(list, number(v))
			}
		}
		return "= " + strings.Join(list, ", ")
	case math.IsNaN(b.greatest):
		return "≥ " + number(b.least)
	case math.IsNaN(b.least):
		return "≤ " + number(b.greatest)
	}
	return number(b.least) + " … " + number(b.greatest)
}

// boxPanel has a row for each input that a box limits.
func boxPanel(on *page.Page, number int, rows []bounded) page.Panel {
	limit, beyond := page.Column{Heading: on.Say("Inside the box")}, page.Column{Heading: on.Say("Beyond it")}
	for i := range rows {
		limit.Cells = append(limit.Cells, rows[i].limit(on))
		beyond.Cells = append(beyond.Cells, percentText(on, rows[i].beyond/100, false))
	}
	columns := page.NewColumns(boxColumns, limit, beyond)
	n := vg.Length(len(rows))
	p := page.Panel{
		Height: boxRow * n, Least: boxRow * n, Head: 26, Labels: boxNames, Tail: columns[len(columns)-1].Right,
		X: page.Axis{Max: 1}, Y: page.Axis{Max: float64(len(rows))}, Bare: true,
	}
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		page.BoldText.Write(a, page.Margin, a.Max.Y+5, ink.FromLeft, on.Say("Box %d", number))
		for i := range rows {
			rows[i].paint(a, i, columns)
		}
	}
	return p
}

// paint draws a row: the range of the draws, and over it what is inside.
func (b *bounded) paint(p page.Plane, row int, columns []page.Column) {
	top := p.AtY(p.Y.RowTop(row))
	middle := top - ink.Half(boxRow)
	if row > 0 {
		p.StrokeLine2(page.GridLine, page.Margin, top, p.Max.X+columns[len(columns)-1].Right, top)
	}
	p.RowName(page.LabelText, page.LabelText.Wrap(b.name, boxNames-10, 3), middle)
	left, right := p.Min.X+boxEnds, p.Max.X-boxEnds
	at := func(v float64) vg.Length {
		return left + vg.Length(min(max((v-b.low)/(b.high-b.low), 0), 1)*float64(right-left))
	}
	p.StrokeLine2(page.AxisLine, left, middle, right, middle)
	for i, band := range [][2]float64{{b.quantiles[0], b.quantiles[4]}, {b.quantiles[1], b.quantiles[3]}} {
		if !math.IsNaN(band[0]+band[1]) && b.among == nil {
			p.FillPolygon(bands[i].shade(page.Blue), ink.Corners(vg.Rectangle{
				Min: vg.Point{X: at(band[0]), Y: middle - ink.Half(boxBar)}, Max: vg.Point{X: max(at(band[1]), at(band[0])+1), Y: middle + ink.Half(boxBar)},
			}))
		}
	}
	b.paintInside(p.Canvas, at, left, right, middle)
	base := middle - ink.Half(page.AxisText.Height())
	end := func(v float64) string { return p.On.Amount(v, decimalsFor(b.high-b.low, 2)) }
	if slices.Contains(b.among, b.low) { // a dot stands there
		left -= 5
	}
	if slices.Contains(b.among, b.high) {
		right += 5
	}
	page.AxisText.Write(p, left-4, base, ink.FromRight, cmp.Or(b.ends[0], end(b.low)))
	page.AxisText.Write(p, right+4, base, ink.FromLeft, cmp.Or(b.ends[1], end(b.high)))
	p.Cells(page.BoldText, columns, row, middle-ink.Half(page.BoldText.Height()))
}

// paintInside draws what is inside: a line with an end at each limit, or a dot at each value.
func (b *bounded) paintInside(c draw.Canvas, at func(float64) vg.Length, left, right, middle vg.Length) {
	for _, v := range b.among {
		ink.Dot(c, page.White, vg.Point{X: at(v), Y: middle}, 5)
		ink.Dot(c, page.Blue, vg.Point{X: at(v), Y: middle}, 4.2)
	}
	if b.among != nil {
		return
	}
	from, to := left, right
	if !math.IsNaN(b.least) {
		from = at(b.least)
		c.StrokeLine2(insideLine, from, middle-ink.Half(boxBar)-2, from, middle+ink.Half(boxBar)+2)
	}
	if !math.IsNaN(b.greatest) {
		to = at(b.greatest)
		c.StrokeLine2(insideLine, to, middle-ink.Half(boxBar)-2, to, middle+ink.Half(boxBar)+2)
	}
	c.StrokeLine2(insideLine, from, middle, to, middle)
}
