package plots

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outcome is what one pair of growth and investment leads to.
type outcome struct {
	present          bool
	heldBack, target month // 0 when never
	capacity         float64
	lost             float64 // Mt turned away before the target
}

// outcomes is the table of all pairs, in the order they were run.
type outcomes struct {
	growth, investment []string
	cells              [][]outcome // by growth, then investment
}

const matrixTitle = "Growth of demand against investment"

// drawMatrix shows for every pair of growth and investment when cargo is first held
// back, when the capacity reaches the target, and what is lost until then.
func drawMatrix(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Matrix)
	if err != nil {
		return nil, err
	}
	o, err := readOutcomes(t)
	if err != nil {
		return nil, err
	}
	var lost []float64
	for _, row := range o.cells {
		for _, cell := range row {
			lost = append(lost, cell.lost)
		}
	}
	if !anyNumber(lost) {
		return nil, allEmpty(t, "diverted_before_target_mt")
	}
	scale := lossScale(on, highest(lost))

	s := newSheet(on, p, matrixTitle,
		on.say("In each cell: cargo turned away until the target capacity is reached, when cargo is first held back, when the target is reached."))
	s.legend = legend{scale.key(on.say("Mt turned away until the target is reached, or to the horizon if it never is"))}
	grid := panel{
		head: 26,
		x:    axis{max: float64(len(o.investment))},
		y:    axis{max: float64(len(o.growth))},
	}
	top := float64(len(o.growth))
	for i, name := range o.growth {
		middle := float64(len(o.growth)-i) - 0.5
		grid.y.ticks = append(grid.y.ticks, tick{at: middle, labelAt: middle, label: axisText.fit(overlayName(on, name), 120)})
	}
	grid.y.ticks = append(grid.y.ticks, tick{at: top, label: on.say("Growth")})
	style := o.style(on, (on.inner()-grid.labelWidth())/vg.Length(len(o.investment)))
	grid.y.ticks[len(o.growth)].labelAt = top + float64((headBase+half(axisText.height()))/style.height)
	grid.height = style.height * vg.Length(len(o.growth))
	grid.least = grid.height
	grid.bare = true
	grid.over = func(a plane) { a.outcomes(o, scale, style) }
	s.panels = []panel{grid}
	return s.figure(), nil
}

const headBase vg.Length = 6 // of the column heads over the cells

// cellStyle is the wording and type of all cells of a matrix.
type cellStyle struct {
	long   bool
	text   font.Face
	space  vg.Length // kept free in the width of a cell
	lines  int       // of each sentence
	number font.Face
	height vg.Length // of a cell
}

// cellStyles are tried from the largest to the smallest.
var (
	cellStyles = []cellStyle{
		{long: true, text: regular(8.5), space: 10, lines: 1},
		{text: regular(8), space: 6, lines: 1},
		{text: regular(7.3), space: 4, lines: 1},
		{text: regular(7.3), space: 4, lines: 2},
		{text: regular(7.3), space: 4, lines: 3},
	}
	cellNumbers = []font.Face{bold(11), bold(9), bold(7.3)}
)

const linePitch vg.Length = 11 // of the sentences in a cell

// style returns the largest style in which all cells of that width hold their words.
func (o outcomes) style(on *page, width vg.Length) cellStyle {
	var style cellStyle
	for _, style = range cellStyles {
		if o.fits(on, style, width-style.space) {
			break
		}
	}
	for _, style.number = range cellNumbers {
		if o.numbersFit(on, lettering{style.number, ink}, width-4) {
			break
		}
	}
	style.height = 28 + vg.Length(2*linePitch*vg.Length(style.lines))
	return style
}

// fits reports whether the words of all cells have room in that width.
func (o outcomes) fits(on *page, style cellStyle, width vg.Length) bool {
	l := lettering{style.text, ink}
	for _, row := range o.cells {
		for _, cell := range row {
			for _, sentence := range cell.sentences(on, style.long) {
				if strings.Join(l.wrap(sentence, width, style.lines), " ") != sentence {
					return false
				}
			}
		}
	}
	return true
}

func (o outcomes) numbersFit(on *page, l lettering, width vg.Length) bool {
	for _, row := range o.cells {
		for _, cell := range row {
			if l.width(cell.loss(on)) > width {
				return false
			}
		}
	}
	return true
}

// outcomes draws the cells and the heads of the columns.
func (p plane) outcomes(o outcomes, scale colourScale, style cellStyle) {
	on := p.on
	columnWidth := (p.Max.X - p.Min.X) / vg.Length(len(o.investment))
	head := lettering{axisText.face, ink}
	unitText.write(p, p.Min.X+1, p.Max.Y+20, fromLeft, on.say("Investment"))
	for c, name := range o.investment {
		head.write(p, p.atX(float64(c)+0.5), p.Max.Y+headBase, centred, head.fit(overlayName(on, name), columnWidth-4))
	}
	for r, row := range o.cells {
		for c, cell := range row {
			corner := p.point(float64(c), float64(len(o.cells)-r))
			box := vg.Rectangle{
				Min: vg.Point{X: corner.X + 1, Y: corner.Y - style.height + 1},
				Max: vg.Point{X: corner.X + columnWidth - 1, Y: corner.Y - 1},
			}
			p.outcome(box, cell, scale.of(cell.lost), style)
		}
	}
}

func (p plane) outcome(box vg.Rectangle, cell outcome, colour color.Color, style cellStyle) {
	p.FillPolygon(colour, corners(box))
	centre, room := (box.Min.X+box.Max.X)/2, box.Size().X
	small, number := lettering{style.text, contrast(colour)}, lettering{style.number, contrast(colour)}
	base := box.Max.Y - 17
	if cell.present {
		number.write(p, centre, base, centred, number.fit(cell.loss(p.on), room))
		base -= 13
	} else {
		small, base = small.in(midGrey), half(box.Min.Y+box.Max.Y)-3
	}
	for _, sentence := range cell.sentences(p.on, style.long) {
		for _, s := range small.wrap(sentence, room, style.lines) {
			small.write(p, centre, base, centred, s)
			base -= linePitch
		}
	}
}

func (c outcome) loss(on *page) string {
	if math.IsNaN(c.lost) {
		return "–"
	}
	if c.lost > 1e-6 && c.lost < 0.05 {
		return "< " + on.say("%s Mt", on.amount(0.1, 1))
	}
	decimals := 1
	if c.lost >= 100 || c.lost <= 1e-6 {
		decimals = 0
	}
	return on.say("%s Mt", on.amount(c.lost, decimals))
}

// sentences says when cargo is first held back and when the target is reached.
func (c outcome) sentences(on *page, long bool) []string {
	if !c.present {
		return []string{on.say("not run")}
	}
	name := on.say("target")
	if !math.IsNaN(c.capacity) {
		name = on.say("%s Mt", on.amount(c.capacity, wholeOrOne(c.capacity)))
	}
	heldFrom, targetFrom, never := text("held back %s"), text("%[1]s %[2]s"), text("%s never")
	if long {
		heldFrom, targetFrom, never = text("held back from %s"), text("%[1]s from %[2]s"), text("%s never reached")
	}
	held, target := on.say("nothing held back"), on.say(never, name)
	if c.heldBack > 0 {
		held = on.say(heldFrom, on.shortMonth(c.heldBack))
	}
	if c.target > 0 {
		target = on.say(targetFrom, name, on.shortMonth(c.target))
	}
	return []string{held, target}
}

func wholeOrOne(v float64) int {
	if v == math.Trunc(v) {
		return 0
	}
	return 1
}

// overlayName drops the group an overlay stands in: growth/low becomes low.
func overlayName(on *page, name string) string {
	if _, last, ok := strings.Cut(name, "/"); ok {
		name = last
	}
	if name == "" {
		return on.say("none")
	}
	return name
}

func readOutcomes(t *tables.Table) (outcomes, error) {
	columns, err := measures(t, "diverted_before_target_mt", "target_capacity_mt")
	if err != nil {
		return outcomes{}, err
	}
	growth, investment := t.Text("growth"), t.Text("investment")
	var o outcomes
	rows, cols := map[string]int{}, map[string]int{}
	for i := range t.Len() {
		if _, known := rows[growth[i]]; !known {
			rows[growth[i]] = len(o.growth)
			o.growth = append(o.growth, growth[i])
		}
		if _, known := cols[investment[i]]; !known {
			cols[investment[i]] = len(o.investment)
			o.investment = append(o.investment, investment[i])
		}
	}
	if len(o.growth) > mostOverlays || len(o.investment) > mostOverlays {
		return o, blank{text("A table of %[1]d × %[2]d is more than a page holds."), []any{len(o.growth), len(o.investment)}}
	}
	o.cells = make([][]outcome, len(o.growth))
	for r := range o.cells {
		o.cells[r] = make([]outcome, len(o.investment))
		for c := range o.cells[r] {
			o.cells[r][c].lost = math.NaN()
		}
	}
	for i := range t.Len() {
		cell := &o.cells[rows[growth[i]]][cols[investment[i]]]
		if cell.present {
			return o, fmt.Errorf("%s row %d: %s with %s comes twice", t.Schema.File(), i+1, growth[i], investment[i])
		}
		*cell = outcome{present: true, lost: columns[0][i], capacity: columns[1][i]}
		for column, to := range map[string]*month{"first_held_back_month": &cell.heldBack, "target_month": &cell.target} {
			if *to, err = monthOrNever(t.Text(column)[i]); err != nil {
				return o, fmt.Errorf("%s row %d: %s %w", t.Schema.File(), i+1, column, err)
			}
		}
	}
	return o, nil
}

const mostOverlays = 10

// monthOrNever reads a month, 0 where there is none.
func monthOrNever(text string) (month, error) {
	if text == "" {
		return 0, nil
	}
	return parseMonth(text)
}

// lossScale has at most six classes in 1-2-5 steps, the first of which is
// nothing at all.
func lossScale(on *page, most float64) colourScale {
	width := step(most, 5)
	count := 1
	if most > 0 {
		count = int(math.Ceil(most/width - 1e-9))
	}
	s := colourScale{bounds: []float64{0}, labels: []string{"0"}, colours: heat(count + 1)}
	for i := range count {
		from, to := float64(float64(i)*width), float64(float64(i+1)*width)
		s.bounds = append(s.bounds, from+1e-6)
		s.labels = append(s.labels, on.amount(from, decimalsOf(width))+"–"+on.amount(to, decimalsOf(width)))
	}
	return s
}
