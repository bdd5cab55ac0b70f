package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outcome is what one pair of growth and investment leads to.
type outcome struct {
	present          bool
	potential        float64     // of the last year, Mt
	heldBack, target words.Month // 0 when never
	capacity         float64
	lost             float64 // Mt turned away before the target
}

// outcomes is the table of all pairs: growth from the least to the most, investment in the order
// it was run.
type outcomes struct {
	growth, investment []overlay
	cells              [][]outcome // by growth, then investment
}

const matrixTitle = "Growth of demand against investment"

// drawMatrix shows for every pair of growth and investment when cargo is first held
// back, when the capacity reaches the target, and what is lost until then.
func drawMatrix(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Matrix)
	if err != nil {
		return nil, err
	}
	o, err := readOutcomes(t)
	if err != nil {
		return nil, err
	}
	all, growths := o, len(o.growth)
	o.growth, o.cells = o.growth[:on.Most(growths)], o.cells[:on.Most(growths)]
	var lost []float64
	for _, row := range o.cells {
		for _, cell := range row {
			lost = append(lost, cell.lost)
		}
	}
	if !series.AnyNumber(lost) {
		return nil, series.AllEmpty(t, tables.Matrix.DivertedBeforeTargetMt)
	}
	scale := lossScale(on, series.Highest(lost))

	s := page.NewSheet(on, p, matrixTitle,
		on.Say("In each cell: cargo turned away until the target capacity is reached, when cargo is first held back, when the target is reached."))
	s.Find(matrixFinding(on, all))
	s.Legend = page.Legend{scale.Key(on.Say("Mt turned away until the target is reached, or to the horizon if it never is"))}
	names := called(on, o.growth, growthRoom, growthLines)
	grid := page.Panel{
		X: page.Axis{Max: float64(len(o.investment))},
		Y: page.RowAxis(names, growthRoom, growthLines),
	}
	top := grid.Y.RowTop(0)
	grid.Y.Ticks = append(grid.Y.Ticks, page.Tick{At: top, Label: on.Say("Growth")})
	width := (on.Inner() - grid.LabelWidth()) / vg.Length(len(o.investment))
	heads := newHeads(called(on, o.investment, width-headSpace, headLines), width)
	grid.Head = heads.height()
	style := o.style(on, width)
	grid.Y.Ticks[len(o.growth)].LabelAt = top + float64((headBase+ink.Half(page.AxisText.Height()))/style.height)
	grid.Height = style.height * vg.Length(len(o.growth))
	grid.Least = grid.Height
	grid.Bare = true
	grid.Over = func(a page.Plane) { paintOutcomes(a, o, heads, scale, style) }
	s.Panels = []page.Panel{grid}
	s.Note = cmp.Or(s.Note, shownOf(on, len(o.growth), growths))
	return s.Figure(), nil
}

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
		{long: true, text: ink.Regular(8.5), space: 10, lines: 1},
		{text: ink.Regular(8.25), space: 4, lines: 1},
		{text: ink.Regular(8.25), space: 4, lines: 2},
		{text: ink.Regular(8.25), space: 4, lines: 3},
	}
	cellNumbers = []font.Face{ink.Bold(11), ink.Bold(9), ink.Bold(8.25)}
)

const linePitch vg.Length = 11 // of the sentences in a cell

// style returns the largest style in which all cells of that width hold their words.
func (o outcomes) style(on *page.Page, width vg.Length) cellStyle {
	var style cellStyle
	for _, style = range cellStyles {
		if o.fits(on, style, width-style.space) {
			break
		}
	}
	for _, style.number = range cellNumbers {
		if o.numbersFit(on, ink.Lettering{Face: style.number, Colour: page.Ink}, width-4) {
			break
		}
	}
	style.height = 28 + vg.Length(2*linePitch*vg.Length(style.lines))
	return style
}

// fits reports whether the words of all cells have room in that width.
func (o outcomes) fits(on *page.Page, style cellStyle, width vg.Length) bool {
	l := ink.Lettering{Face: style.text, Colour: page.Ink}
	for _, row := range o.cells {
		for _, cell := range row {
			for _, sentence := range cell.sentences(on, style.long) {
				if strings.Join(l.Wrap(sentence, width, style.lines), " ") != sentence {
					return false
				}
			}
		}
	}
	return true
}

func (o outcomes) numbersFit(on *page.Page, l ink.Lettering, width vg.Length) bool {
	for _, row := range o.cells {
		for _, cell := range row {
			if l.Width(cell.loss(on)) > width {
				return false
			}
		}
	}
	return true
}

// paintOutcomes draws the cells and the heads of the columns.
func paintOutcomes(p page.Plane, o outcomes, heads heads, scale page.ColourScale, style cellStyle) {
	heads.paint(p)
	columnWidth := (p.Max.X - p.Min.X) / vg.Length(len(o.investment))
	for r, row := range o.cells {
		for c, cell := range row {
			corner := p.Point(float64(c), float64(len(o.cells)-r))
			box := vg.Rectangle{
				Min: vg.Point{X: corner.X + 1, Y: corner.Y - style.height + 1},
				Max: vg.Point{X: corner.X + columnWidth - 1, Y: corner.Y - 1},
			}
			paintOutcome(p, box, cell, scale.Of(cell.lost), style)
		}
	}
}

func paintOutcome(p page.Plane, box vg.Rectangle, cell outcome, colour color.Color, style cellStyle) {
	p.FillPolygon(colour, ink.Corners(box))
	centre, room := (box.Min.X+box.Max.X)/2, box.Size().X
	small, number := ink.Lettering{Face: style.text, Colour: page.Contrast(colour)}, ink.Lettering{Face: style.number, Colour: page.Contrast(colour)}
	base := box.Max.Y - 17
	if cell.present {
		number.Write(p, centre, base, ink.Centred, number.Fit(cell.loss(p.On), room))
		base -= 13
	} else {
		small, base = small.In(page.MidGrey), ink.Half(box.Min.Y+box.Max.Y)-3
	}
	for _, sentence := range cell.sentences(p.On, style.long) {
		for _, s := range small.Wrap(sentence, room, style.lines) {
			small.Write(p, centre, base, ink.Centred, s)
			base -= linePitch
		}
	}
}

func (c outcome) loss(on *page.Page) string {
	if math.IsNaN(c.lost) {
		return "–"
	}
	if c.lost > 1e-6 && c.lost < 0.05 {
		return "< " + on.Say("%s Mt", on.Amount(0.1, 1))
	}
	decimals := 1
	if c.lost >= 100 || c.lost <= 1e-6 {
		decimals = 0
	}
	return on.Say("%s Mt", on.Amount(c.lost, decimals))
}

// sentences says when cargo is first held back and when the target is reached.
func (c outcome) sentences(on *page.Page, long bool) []string {
	if !c.present {
		return []string{on.Say("not run")}
	}
	name := on.Say("target")
	if !math.IsNaN(c.capacity) {
		name = on.Say("%s Mt", on.Amount(c.capacity, wholeOrOne(c.capacity)))
	}
	heldFrom, targetFrom, never := words.Text("held back %s"), words.Text("%[1]s %[2]s"), words.Text("%s never")
	if long {
		heldFrom, targetFrom, never = words.Text("held back from %s"), words.Text("%[1]s from %[2]s"), words.Text("%s never reached")
	}
	held, target := on.Say("nothing held back"), on.Say(never, name)
	if c.heldBack > 0 {
		held = on.Say(heldFrom, on.ShortMonth(c.heldBack))
	}
	if c.target > 0 {
		target = on.Say(targetFrom, name, on.ShortMonth(c.target))
	}
	return []string{held, target}
}

func wholeOrOne(v float64) int {
	if v == math.Trunc(v) {
		return 0
	}
	return 1
}

func readOutcomes(t *tables.Table) (outcomes, error) {
	columns, err := series.Measures(t, tables.Matrix.DivertedBeforeTargetMt, tables.Matrix.TargetCapacityMt, tables.Matrix.PotentialEndMt)
	if err != nil {
		return outcomes{}, err
	}
	growth, investment := tables.Matrix.Growth.Of(t), tables.Matrix.Investment.Of(t)
	var o outcomes
	rows, cols := map[string]int{}, map[string]int{}
	for i := range t.Len() {
		if _, known := rows[growth[i]]; !known {
			rows[growth[i]] = len(o.growth)
			o.growth = append(o.growth, overlay{growth[i], tables.Matrix.GrowthTitle.Of(t)[i]})
		}
		if _, known := cols[investment[i]]; !known {
			cols[investment[i]] = len(o.investment)
			o.investment = append(o.investment, overlay{investment[i], tables.Matrix.InvestmentTitle.Of(t)[i]})
		}
	}
	if len(o.growth) > mostOverlays || len(o.investment) > mostOverlays {
		return o, series.Nothing{Text: words.Text("A table of %[1]d × %[2]d is more than a page holds."), Args: []any{len(o.growth), len(o.investment)}}
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
			return o, fmt.Errorf("%s: %s with %s comes twice", t.Place(i), growth[i], investment[i])
		}
		*cell = outcome{present: true, lost: columns[0][i], capacity: columns[1][i], potential: columns[2][i]}
		if cell.heldBack, err = series.MonthOrNever(t, tables.Matrix.FirstHeldBackMonth, i); err != nil {
			return o, err
		}
		if cell.target, err = series.MonthOrNever(t, tables.Matrix.TargetMonth, i); err != nil {
			return o, err
		}
	}
	return o.byGrowth(), nil
}

// byGrowth puts the rows in the order of what would be shipped in the last year, the least first.
func (o outcomes) byGrowth() outcomes {
	order := make([]int, len(o.growth))
	most := make([]float64, len(o.growth))
	for r := range order {
		order[r] = r
		for _, cell := range o.cells[r] {
			if cell.present {
				most[r] = max(most[r], cell.potential)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(most[a], most[b]) })
	sorted := outcomes{investment: o.investment}
	for _, r := range order {
		sorted.growth, sorted.cells = append(sorted.growth, o.growth[r]), append(sorted.cells, o.cells[r])
	}
	return sorted
}

const mostOverlays = 10

// lossScale has six classes, the first of which is nothing at all. The others end at 1, 2 or 5
// times a power of ten, so that little and less are told apart as much and more are.
func lossScale(on *page.Page, most float64) page.ColourScale {
	ends := []float64{page.Step(most, 1)}
	for len(ends) < lossClasses && most > 0 {
		ends = append(ends, page.Step(ends[len(ends)-1]/2.6, 1)) // the next lower, whatever is lost in rounding
	}
	s := page.ColourScale{Bounds: []float64{0}, Labels: []string{"0"}, Colours: page.Heat(len(ends) + 1)}
	from, written := 0.0, "0"
	for _, to := range slices.Backward(ends) {
		end := on.Amount(to, page.DecimalsOf(to))
		s.Bounds, s.Labels = append(s.Bounds, from+1e-6), append(s.Labels, written+"–"+end)
		from, written = to, end
	}
	return s
}

// lossClasses are those of something.
const lossClasses = 5
