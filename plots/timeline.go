package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	timelineTitle           = "When projects are built and enter service"
	mostProjects            = 40
	projectHeight           = 13
	timelineHead  vg.Length = 24
	titleWidth    vg.Length = 190 // of a project's name
	yearsBefore             = 3   // shown before the first year of the run
)

var (
	buildColour = blue
	rampColour  = paleBlue
	nowCapacity = line(green, 1.8)
)

// timelineFits reports whether there are projects to compare.
func timelineFits(p *tables.Package) bool {
	t := p.Table(tables.Projects)
	return t != nil && t.Len() > 1
}

// drawTimeline shows for every project when it is built, enters service and has
// its full effect, and below it the capacity of the corridor.
func drawTimeline(on *page, p *tables.Package) (*Figure, error) {
	list, columns, err := yearly(p, "capacity_mt")
	if err != nil {
		return nil, err
	}
	works, err := readWorks(p)
	if err != nil {
		return nil, err
	}
	shown := works[:min(on.most(mostProjects), len(works))]
	first, last := month(list[0]*12), month(list[len(list)-1]*12+11)
	for _, w := range shown {
		first = min(first, month(w.start.Year()*12))
	}
	first = max(first, month((list[0]-yearsBefore)*12))
	figures := workColumns(on, shown)
	tail := figures[1].right + 3
	x := on.monthAxis(first, last, on.inner()-titleWidth-tail)

	s := newSheet(on, p, timelineTitle, on.say("Projects by month of entry into service."))
	s.legend = timelineLegend(on, shown, last)
	s.panels = []panel{worksPanel(x, tail, shown, figures), capacityPanel(on, x, tail, list, columns[0])}
	var notes []string
	if len(shown) < len(works) {
		notes = append(notes, on.say("Projects shown, the first to enter service: %[1]d of %[2]d.", len(shown), len(works)))
	}
	var added []addition
	for _, w := range shown {
		added = append(added, addition{mt: w.mt})
	}
	if why := ownSegments(on, columns[0], added); why != "" {
		notes = append(notes, why)
	}
	s.note = cmp.Or(s.note, strings.Join(notes, " "))
	s.describe("Capacity by year: %s Mt.", on.spoken(list, columns[0], s.panels[1].y.decimals))
	return s.figure(), nil
}

// workColumns are those of cost and capacity at the right of each project.
func workColumns(on *page, shown []work) []column {
	cost, adds := column{heading: on.say("Cost, USD m")}, column{heading: on.say("Adds, Mt/yr")}
	for _, w := range shown {
		spent, added := "–", "–"
		switch {
		case w.cost >= 10:
			spent = on.amount(w.cost, 0)
		case w.cost > 0:
			spent = on.amount(w.cost, 1)
		}
		if w.mt != 0 {
			added = on.change(w.mt, 1)
		}
		cost.cells, adds.cells = append(cost.cells, spent), append(adds.cells, added)
	}
	return newColumns(44, cost, adds)
}

func timelineLegend(on *page, shown []work, last month) legend {
	out := legend{
		areaKey(on.say("Being built or introduced"), buildColour),
		areaKey(on.say("Taking effect"), rampColour),
		key{on.say("Enters service"), 8, func(c draw.Canvas, at vg.Rectangle) {
			serviceMark(c, at.Min.Add(at.Max).Scale(0.5))
		}},
	}
	if slices.ContainsFunc(shown, func(w work) bool { return w.never || w.service > last }) {
		out = append(out, key{on.say("Not in service before the horizon"), 22, func(c draw.Canvas, at vg.Rectangle) {
			y := half(at.Min.Y + at.Max.Y)
			onward(c, vg.Rectangle{Min: vg.Point{X: at.Min.X, Y: y - barHeight/2}, Max: vg.Point{X: at.Max.X - 5, Y: y + barHeight/2}})
		}})
	}
	return out
}

// worksPanel has a row for each project.
func worksPanel(x axis, tail vg.Length, shown []work, columns []column) panel {
	n := len(shown)
	p := panel{height: projectHeight * vg.Length(n), least: 11 * vg.Length(n), head: timelineHead, tail: tail, x: x, y: axis{max: float64(n)}}
	for i, w := range shown {
		middle := float64(n-i) - 0.5
		p.y.ticks = append(p.y.ticks, tick{at: middle, labelAt: middle, label: axisText.fit(w.title, titleWidth)})
	}
	p.under = func(a plane) {
		for i := 1; i < n; i += 2 {
			a.FillPolygon(paleGrey, corners(vg.Rectangle{
				Min: vg.Point{X: a.Min.X, Y: a.atY(float64(n - i - 1))},
				Max: vg.Point{X: a.Max.X + tail, Y: a.atY(float64(n - i))},
			}))
		}
		a.yearLines()
	}
	p.over = func(a plane) {
		a.heads(columns)
		for i, w := range shown {
			y := a.atY(float64(n-i) - 0.5)
			a.work(w, y)
			for _, c := range columns {
				labelText.write(a, a.Max.X+c.right, y-half(labelText.height()), fromRight, c.cells[i])
			}
		}
	}
	return p
}

// capacityPanel shows the capacity of each December until the next.
func capacityPanel(on *page, x axis, tail vg.Length, list []int, capacity []float64) panel {
	p := panel{unit: on.say("Capacity in each December, Mt per year"), height: 84, tail: tail, x: x, named: true, y: on.valueAxis(highest(capacity), 4)}
	p.under = func(a plane) { a.yearLines() }
	p.over = func(a plane) {
		var pts []vg.Point
		for i, v := range capacity {
			if math.IsNaN(v) {
				a.StrokeLines(nowCapacity, pts)
				pts = nil
				continue
			}
			from := month(list[i]*12 + 11)
			if len(pts) == 0 {
				from -= 11
			}
			until := min(float64(list[i]*12+23), a.x.max)
			pts = append(pts, a.point(float64(from), v), a.point(until, v))
		}
		a.StrokeLines(nowCapacity, pts)
		if v := capacity[len(capacity)-1]; !math.IsNaN(v) {
			l := boldText.in(darkGreen)
			l.write(a, a.Max.X+4, a.atY(v)-half(l.height()), fromLeft, on.amount(v, a.y.decimals))
		}
	}
	return p
}

// yearLines draws a grid line at every January, or where there are many at those named.
func (p plane) yearLines() {
	for _, t := range p.x.ticks {
		if !t.minor && !t.unmark && t.at > p.x.min {
			p.StrokeLine2(gridLine, p.atX(t.at), p.Min.Y, p.atX(t.at), p.Max.Y)
		}
	}
}
