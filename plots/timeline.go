package plots

import (
	"cmp"
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
	timelineTitle           = "When projects are built and enter service"
	mostProjects            = 40
	projectHeight           = 13
	timelineHead  vg.Length = 24
	titleWidth    vg.Length = 230 // of a project's name
	yearsBefore             = 3   // shown before the first year of the run
)

var (
	buildColour = page.Blue
	rampColour  = page.PaleBlue
	nowCapacity = ink.Line(page.Green, 1.8)
)

// timelineFits reports whether there are projects to compare.
func timelineFits(p *tables.Package) bool {
	t := p.Table(tables.Projects)
	return t != nil && t.Len() > 1
}

// drawTimeline shows for every project when it is built, enters service and has
// its full effect, and below it the capacity of the corridor.
func drawTimeline(on *page.Page, p *tables.Package) (*page.Figure, error) {
	list, columns, err := series.Yearly(p, tables.Annual.CapacityMt)
	if err != nil {
		return nil, err
	}
	projects, err := readProjects(p)
	if err != nil {
		return nil, err
	}
	shown := dearest(projects, on.Most(mostProjects))
	first, last := words.Month(list[0]*12), words.Month(list[len(list)-1]*12+11)
	for _, w := range shown {
		first = min(first, words.Month(w.start.Year()*12))
	}
	first = max(first, words.Month((list[0]-yearsBefore)*12))
	figures := projectColumns(on, shown)
	tail := figures[1].Right + 3
	x := on.MonthAxis(first, last, on.Inner()-titleWidth-tail)

	s := page.NewSheet(on, p, timelineTitle, on.Say("Projects by month of entry into service."))
	s.Find(timelineFinding(on, projects, list[len(list)-1]))
	s.Legend = timelineLegend(on, shown, first, last)
	s.Panels = []page.Panel{projectsPanel(x, tail, shown, figures), capacityPanel(on, x, tail, list, columns[0])}
	var notes []string
	if len(shown) < len(projects) {
		notes = append(notes, on.Say("Projects shown, those that cost most: %[1]d of %[2]d.", len(shown), len(projects)))
	}
	var added []addition
	for _, w := range projects {
		added = append(added, addition{mt: w.mt})
	}
	if why := ownSegments(on, columns[0], added); why != "" {
		notes = append(notes, why)
	}
	s.Note = cmp.Or(s.Note, strings.Join(notes, " "))
	s.Describe("Capacity by year: %s Mt.", on.ByYear(list, columns[0], s.Panels[1].Y.Decimals))
	return s.Figure(), nil
}

// projectColumns are those of cost and capacity at the right of each project.
func projectColumns(on *page.Page, shown []project) []page.Column {
	cost, adds := page.Column{Heading: on.Say("Cost, USD m")}, page.Column{Heading: on.Say("Adds, Mt/yr")}
	for _, w := range shown {
		spent, added := "–", "–"
		switch {
		case w.cost >= 10:
			spent = on.Amount(w.cost, 0)
		case w.cost > 0:
			spent = on.Amount(w.cost, 1)
		}
		if w.mt != 0 {
			added = on.Signed(w.mt, 1)
		}
		cost.Cells, adds.Cells = append(cost.Cells, spent), append(adds.Cells, added)
	}
	return page.NewColumns(44, cost, adds)
}

func timelineLegend(on *page.Page, shown []project, first, last words.Month) page.Legend {
	out := page.Legend{
		page.AreaKey(on.Say("Being built or introduced"), buildColour),
		page.AreaKey(on.Say("Taking effect"), rampColour),
		page.Key{Label: on.Say("Enters service"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			serviceMark(c, at.Min.Add(at.Max).Scale(0.5))
		}},
	}
	bar := func(label string, paint func(draw.Canvas, vg.Rectangle)) {
		out = append(out, page.Key{Label: label, Width: 22, Sample: func(c draw.Canvas, at vg.Rectangle) {
			y := ink.Half(at.Min.Y + at.Max.Y)
			paint(c, vg.Rectangle{Min: vg.Point{X: at.Min.X, Y: y - barHeight/2}, Max: vg.Point{X: at.Max.X, Y: y + barHeight/2}})
		}})
	}
	if slices.ContainsFunc(shown, func(w project) bool { return w.begunBefore(first) }) {
		bar(on.Say("Begun before %d", first.Year()), begunBefore)
	}
	if slices.ContainsFunc(shown, func(w project) bool { return w.never || w.service > last }) {
		bar(on.Say("Not in service before the horizon"), onward)
	}
	return out
}

// projectsPanel has a row for each project.
func projectsPanel(x page.Axis, tail vg.Length, shown []project, columns []page.Column) page.Panel {
	titles := make([]string, len(shown))
	for i, w := range shown {
		titles[i] = w.title
	}
	p := page.RowPanel(x, titles, titleWidth, projectHeight, 11)
	p.Head, p.Tail, p.Headed = timelineHead, tail, true
	p.Under = func(a page.Plane) {
		for i := 1; i < len(shown); i += 2 {
			a.FillPolygon(page.PaleGrey, ink.Corners(vg.Rectangle{
				Min: vg.Point{X: a.Min.X, Y: a.AtY(a.Y.RowTop(i + 1))},
				Max: vg.Point{X: a.Max.X + tail, Y: a.AtY(a.Y.RowTop(i))},
			}))
		}
		yearLines(a)
	}
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		for i, w := range shown {
			y := a.AtY(a.Y.RowTop(i) - 0.5)
			paintProject(a, w, y)
			a.Cells(page.LabelText, columns, i, y-ink.Half(page.LabelText.Height()))
		}
	}
	return p
}

// capacityPanel shows the capacity of each December until the next.
func capacityPanel(on *page.Page, x page.Axis, tail vg.Length, list []int, capacity []float64) page.Panel {
	p := page.Panel{Unit: on.Say("Capacity in each December, Mt per year"), Height: 84, Tail: tail, X: x, Named: true, Y: on.ValueAxis(series.Highest(capacity), 4)}
	p.Under = func(a page.Plane) { yearLines(a) }
	p.Over = func(a page.Plane) {
		var pts []vg.Point
		for i, v := range capacity {
			if math.IsNaN(v) {
				a.StrokeLines(nowCapacity, pts)
				pts = nil
				continue
			}
			from := words.Month(list[i]*12 + 11)
			if len(pts) == 0 {
				from -= 11
			}
			until := min(float64(list[i]*12+23), a.X.Max)
			pts = append(pts, a.Point(float64(from), v), a.Point(until, v))
		}
		a.StrokeLines(nowCapacity, pts)
		if v := capacity[len(capacity)-1]; !math.IsNaN(v) {
			l := page.BoldText.In(page.DarkGreen)
			l.Write(a, a.Max.X+4, a.AtY(v)-ink.Half(l.Height()), ink.FromLeft, on.Amount(v, a.Y.Decimals))
		}
	}
	return p
}

// yearLines draws a grid line at every January, or where there are many at those named.
func yearLines(p page.Plane) {
	for _, t := range p.X.Ticks {
		if !t.Minor && !t.Unmark && t.At > p.X.Min {
			p.StrokeLine2(page.GridLine, p.AtX(t.At), p.Min.Y, p.AtX(t.At), p.Max.Y)
		}
	}
}
