package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// addition is a project that enters service within the years drawn.
type addition struct {
	month month
	mt    float64 // capacity it adds, NaN if none
	title string
}

const additionsTitle = "Capacity of the corridor and what adds to it"

// drawAdditions shows when and by how much capacity grows, which projects enter
// service, and what is spent.
func drawAdditions(on *page, p *tables.Package) (*Figure, error) {
	list, columns, err := yearly(p, "capacity_mt", "capex_musd")
	if err != nil {
		return nil, err
	}
	capacity, spending := columns[0], columns[1]
	projects, beyond, err := additions(p, list[0], list[len(list)-1])
	if err != nil {
		return nil, err
	}
	xs := positions(list)
	x := yearAxis(list[0], list[len(list)-1], on.inner()-30)

	s := newSheet(on, p, additionsTitle, on.say("Capacity in December, million tonnes per year."))
	s.legend = legend{areaKey(on.say("Capacity of the year before"), paleGreen), areaKey(on.say("Added in the year"), green)}
	if falls(capacity) {
		s.legend = append(s.legend, lossKey(on))
	}
	main := panel{unit: on.say("Mt per year"), height: 200, x: x, y: on.valueAxis(highest(capacity)*1.06, 6)}
	money := panel{unit: on.say("Spending, USD million (2025 prices)"), height: 70, x: x, named: true, y: on.valueAxis(highest(spending), 3)}
	s.panels = []panel{main, money} // for their common left edge
	area := plane{on: on, x: x, y: main.y}
	area.Min.X, area.Max.X = s.left(), on.width-margin
	callouts := newCallouts(projectMarks(on, projects), area, on.width-margin)
	main.head = callouts.height()
	main.unitLow = callouts.clear(area, area.Min.X+unitText.width(main.unit))
	if len(projects) > 0 {
		s.legend = append(s.legend, projectKey(on))
	}
	main.over = func(a plane) {
		a.growth(xs, capacity)
		callouts.paint(a)
	}
	money.over = func(a plane) {
		for i, x := range xs {
			a.bar(blue, x-a.half(), x+a.half(), 0, spending[i])
		}
		if highest(spending) == 0 {
			a.remark(on.say("No spending in these years"))
		}
	}
	s.panels = []panel{main, money}
	s.note = cmp.Or(s.note, additionsNote(on, capacity, projects, len(callouts.placed), beyond))
	s.describe("Capacity by year: %s Mt.", on.spoken(list, capacity, main.y.decimals))
	return s.figure(), nil
}

// additions returns the projects that enter service in the years given, in
// order of time, and how many do not.
func additions(p *tables.Package, first, last int) (within []addition, beyond int, err error) {
	t := p.Table(tables.Projects)
	if t == nil {
		return nil, 0, fmt.Errorf("there is no %s", tables.Projects.File())
	}
	if t.Len() == 0 {
		return nil, 0, nil
	}
	if t, err = rowsOf(p, tables.Projects); err != nil {
		return nil, 0, err
	}
	added, err := signed(t, "added_capacity_mt")
	if err != nil {
		return nil, 0, err
	}
	for row, text := range t.Text("in_service") {
		if text == "" {
			beyond++
			continue
		}
		m, err := parseMonth(text)
		if err != nil {
			return nil, 0, fmt.Errorf("%s row %d: in_service %w", t.Schema.File(), row+1, err)
		}
		if m.Year() < first || m.Year() > last {
			beyond++
			continue
		}
		title := t.Text("title")[row]
		if strings.TrimSpace(title) == "" {
			title = t.Text("project")[row]
		}
		within = append(within, addition{m, added[row], title})
	}
	slices.SortStableFunc(within, func(a, b addition) int { return cmp.Compare(a.month, b.month) })
	return within, beyond, nil
}

// projectMarks are the projects where they enter service, weighed by the capacity they
// add.
func projectMarks(on *page, projects []addition) []mark {
	var out []mark
	for _, a := range projects {
		m := mark{at: a.position()}
		if a.mt > 0 {
			m.weight = a.mt
			m.text = on.say("+%[1]s Mt, %[2]s · %[3]s", on.amount(a.mt, 1), on.month(a.month), a.title)
		}
		out = append(out, m)
	}
	return out
}

// position is where the project's first month of service starts in the slot of
// its year.
func (a addition) position() float64 {
	return float64(a.month)/12 - 0.5 // the slot of 2028 runs from 2027.5 to 2028.5
}

func projectKey(on *page) key {
	return key{on.say("Project enters service"), 7, func(c draw.Canvas, at vg.Rectangle) {
		arrow(c, vg.Point{X: (at.Min.X + at.Max.X) / 2, Y: at.Min.Y + 1})
	}}
}

// totals writes values over their bars, in front of the grid, so that none lies on
// another or on the axis: first that of the last bar, then from the left those that are
// wanted and have room.
func (p plane) totals(l lettering, xs, values []float64, wanted func(i int) bool) {
	var taken []vg.Rectangle
	bar := p.atX(p.x.min+p.half()) - p.Min.X // half of its width
	write := func(i int) {
		if math.IsNaN(values[i]) || !wanted(i) {
			return
		}
		text := p.on.amount(values[i], p.y.decimals)
		foot, reach := p.point(xs[i], values[i]), half(l.width(text))+1
		foot.X = max(p.Min.X+reach, min(foot.X, p.on.width-reach))
		for j, v := range values { // above the neighbours that the text reaches
			if apart := p.atX(xs[j]) - foot.X; !math.IsNaN(v) && max(apart, -apart) < reach+bar {
				foot.Y = max(foot.Y, p.atY(v))
			}
		}
		box := vg.Rectangle{Min: vg.Point{X: foot.X - reach, Y: foot.Y + 2}, Max: vg.Point{X: foot.X + reach, Y: foot.Y + 5 + l.height()}}
		if slices.ContainsFunc(taken, func(t vg.Rectangle) bool { return overlap(box, t) }) {
			return
		}
		taken = append(taken, box)
		p.FillPolygon(white, corners(box))
		l.write(p, foot.X, foot.Y+4, centred, text)
	}
	last := len(xs) - 1
	write(last)
	for i := range last {
		write(i)
	}
}

// growth draws a bar for each year: what was there the year before, what came on
// top, and in outline what was lost.
func (p plane) growth(xs, capacity []float64) {
	for i, now := range capacity {
		before := now
		if i > 0 && !math.IsNaN(capacity[i-1]) {
			before = capacity[i-1]
		}
		left, right := xs[i]-p.half(), xs[i]+p.half()
		p.bar(paleGreen, left, right, 0, math.Min(before, now))
		p.bar(green, left, right, before, now)
		if before > now {
			p.StrokeLines(lossLine, []vg.Point{
				p.point(left, now), p.point(left, before), p.point(right, before), p.point(right, now),
			})
		}
		added := "+" + p.on.amount(now-before, p.y.decimals)
		if rise := p.atY(now) - p.atY(before); rise > 2*labelText.height() && labelText.width(added) < p.atX(right)-p.atX(left) {
			labelText.in(white).write(p, p.atX(xs[i]), p.atY(before)+half(rise-labelText.height()), centred, added)
		}
	}
	p.totals(boldText.in(darkGreen), xs, capacity, func(i int) bool {
		return i == 0 || math.IsNaN(capacity[i-1]) || capacity[i-1] != capacity[i]
	})
}

// lossLine outlines what a year has less than the one before.
var lossLine = line(darkGreen, 0.7, 2, 2)

func lossKey(on *page) key {
	return key{on.say("Less than the year before"), 14, func(c draw.Canvas, at vg.Rectangle) {
		c.StrokeLines(lossLine, []vg.Point{at.Min, {X: at.Min.X, Y: at.Max.Y}, at.Max, {X: at.Max.X, Y: at.Min.Y}})
	}}
}

// falls reports whether a value is below the one before.
func falls(values []float64) bool {
	for i := 1; i < len(values); i++ {
		if values[i] < values[i-1] {
			return true
		}
	}
	return false
}

// ownSegments says why projects add more than the corridor gains, if they do.
func ownSegments(on *page, capacity []float64, projects []addition) string {
	added := 0.0
	for _, a := range projects {
		if a.mt > 0 {
			added += a.mt
		}
	}
	if !(added > 1.01*(highest(capacity)-capacity[0])) {
		return ""
	}
	return on.say("A project adds capacity to its own segments; what the whole corridor gains depends on the others and on the mix of cargo.")
}

// additionsNote says which projects the marks without a name are.
func additionsNote(on *page, capacity []float64, projects []addition, named, beyond int) string {
	var notes []string
	adding := 0
	for _, a := range projects {
		if a.mt > 0 {
			adding++
		}
	}
	switch {
	case len(projects) == 0 && beyond == 0:
		notes = append(notes, on.say("The scenario has no projects."))
	case named < adding:
		notes = append(notes, on.say("Projects named: %[1]d of %[2]d, the largest first where there is room.", named, len(projects)))
	case named < len(projects):
		notes = append(notes, on.say("A mark without a name is a project that adds no capacity."))
	}
	if beyond > 0 {
		notes = append(notes, on.say("Projects that do not enter service in these years: %d.", beyond))
	}
	if why := ownSegments(on, capacity, projects); why != "" {
		notes = append(notes, why)
	}
	return strings.Join(notes, " ")
}
