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

// addition is a project that enters service within the years drawn.
type addition struct {
	month words.Month
	mt    float64 // capacity it adds, NaN if none
	title string
}

const additionsTitle = "Capacity of the corridor and what adds to it"

// additionsFit reports whether what a project adds is added to the corridor: in a network it is
// added to one segment, and appraisals say what the whole has of it.
func additionsFit(p *tables.Package) bool {
	network := p.Table(tables.Network)
	return network == nil || network.Len() <= 1
}

// drawAdditions shows when and by how much capacity grows, which projects enter
// service, and what is spent.
func drawAdditions(on *page.Page, p *tables.Package) (*page.Figure, error) {
	list, columns, err := series.Yearly(p, tables.Annual.CapacityMt, tables.Annual.CapexMUSD)
	if err != nil {
		return nil, err
	}
	capacity, spending := columns[0], columns[1]
	projects, beyond, err := additions(p, list[0], list[len(list)-1])
	if err != nil {
		return nil, err
	}
	xs := series.Positions(list)
	x := page.YearAxis(list[0], list[len(list)-1], on.Inner()-30)

	s := page.NewSheet(on, p, additionsTitle, on.Say("Capacity in December, million tonnes per year."))
	s.Legend = page.Legend{page.AreaKey(on.Say("Capacity of the year before"), page.PaleGreen), page.AreaKey(on.Say("Added in the year"), page.Green)}
	if falls(capacity) {
		s.Legend = append(s.Legend, lossKey(on))
	}
	main := page.Panel{Unit: on.Say("Mt per year"), Height: 200, X: x, Y: on.ValueAxis(series.Highest(capacity)*1.06, 6)}
	money := page.Panel{Unit: on.Say("Spending, USD million (2025 prices)"), Height: 70, X: x, Named: true, Y: on.ValueAxis(series.Highest(spending), 3)}
	s.Panels = []page.Panel{main, money} // for their common left edge
	area := page.Plane{On: on, X: x, Y: main.Y}
	area.Min.X, area.Max.X = s.Left(), on.Width-page.Margin
	callouts := page.NewCallouts(projectMarks(on, projects), area, on.Width-page.Margin)
	main.Head = callouts.Height()
	main.UnitLow = callouts.Clear(area, area.Min.X+page.UnitText.Width(main.Unit))
	if len(projects) > 0 {
		s.Legend = append(s.Legend, projectKey(on))
	}
	main.Over = func(a page.Plane) {
		paintGrowth(a, xs, capacity)
		callouts.Paint(a)
	}
	money.Over = func(a page.Plane) {
		for i, x := range xs {
			a.Bar(page.Blue, x-a.Half(), x+a.Half(), 0, spending[i])
		}
		if series.Highest(spending) == 0 {
			a.Remark(on.Say("No spending in these years"))
		}
	}
	s.Panels = []page.Panel{main, money}
	s.Note = cmp.Or(s.Note, additionsNote(on, capacity, projects, len(callouts.Placed), beyond))
	s.Describe("Capacity by year: %s Mt.", on.ByYear(list, capacity, main.Y.Decimals))
	return s.Figure(), nil
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
	if t, err = series.RowsOf(p, tables.Projects); err != nil {
		return nil, 0, err
	}
	added, err := series.Signed(t, tables.Projects.AddedCapacityMt)
	if err != nil {
		return nil, 0, err
	}
	for row, text := range tables.Projects.InService.Of(t) {
		if text == "" {
			beyond++
			continue
		}
		m, err := series.MonthAt(t, tables.Projects.InService, row)
		if err != nil {
			return nil, 0, err
		}
		if m.Year() < first || m.Year() > last {
			beyond++
			continue
		}
		title := tables.Projects.Title.Of(t)[row]
		if strings.TrimSpace(title) == "" {
			title = tables.Projects.Project.Of(t)[row]
		}
		within = append(within, addition{m, added[row], title})
	}
	slices.SortStableFunc(within, func(a, b addition) int { return cmp.Compare(a.month, b.month) })
	return within, beyond, nil
}

// projectMarks are the projects where they enter service, weighed by the capacity they
// add.
func projectMarks(on *page.Page, projects []addition) []page.Mark {
	var out []page.Mark
	least := leastNamed(projects, on.Most(len(projects)))
	for _, a := range projects {
		m := page.Mark{At: a.position()}
		if a.mt > 0 && a.mt >= least {
			m.Weight = a.mt
			m.Text = on.Say("+%[1]s Mt, %[2]s · %[3]s", on.Amount(a.mt, 1), on.LongMonth(a.month), a.title)
		}
		out = append(out, m)
	}
	return out
}

// leastNamed is what a project adds at least to be among so many that add most.
func leastNamed(projects []addition, most int) float64 {
	added := make([]float64, 0, len(projects))
	for _, a := range projects {
		if a.mt > 0 {
			added = append(added, a.mt)
		}
	}
	if len(added) <= most {
		return 0
	}
	slices.Sort(added)
	return added[len(added)-most]
}

// position is where the project's first month of service starts in the slot of
// its year.
func (a addition) position() float64 {
	return float64(a.month)/12 - 0.5 // the slot of 2028 runs from 2027.5 to 2028.5
}

func projectKey(on *page.Page) page.Key {
	return page.Key{Label: on.Say("Project enters service"), Width: 7, Sample: func(c draw.Canvas, at vg.Rectangle) {
		page.Arrow(c, vg.Point{X: (at.Min.X + at.Max.X) / 2, Y: at.Min.Y + 1})
	}}
}

// paintGrowth draws a bar for each year: what was there the year before, what came on
// top, and in outline what was lost.
func paintGrowth(p page.Plane, xs, capacity []float64) {
	for i, now := range capacity {
		before := now
		if i > 0 && !math.IsNaN(capacity[i-1]) {
			before = capacity[i-1]
		}
		left, right := xs[i]-p.Half(), xs[i]+p.Half()
		p.Bar(page.PaleGreen, left, right, 0, math.Min(before, now))
		p.Bar(page.Green, left, right, before, now)
		if before > now {
			p.StrokeLines(lossLine, []vg.Point{
				p.Point(left, now), p.Point(left, before), p.Point(right, before), p.Point(right, now),
			})
		}
		added := "+" + p.On.Amount(now-before, p.Y.Decimals)
		if rise := p.AtY(now) - p.AtY(before); rise > 2*page.LabelText.Height() && page.LabelText.Width(added) < p.AtX(right)-p.AtX(left) {
			page.LabelText.In(page.White).Write(p, p.AtX(xs[i]), p.AtY(before)+ink.Half(rise-page.LabelText.Height()), ink.Centred, added)
		}
	}
	p.Totals(page.BoldText.In(page.DarkGreen), xs, capacity, func(i int) bool {
		return i == 0 || math.IsNaN(capacity[i-1]) || capacity[i-1] != capacity[i]
	})
}

// lossLine outlines what a year has less than the one before.
var lossLine = ink.Line(page.DarkGreen, 0.7, 2, 2)

func lossKey(on *page.Page) page.Key {
	return page.Key{Label: on.Say("Less than the year before"), Width: 14, Sample: func(c draw.Canvas, at vg.Rectangle) {
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
func ownSegments(on *page.Page, capacity []float64, projects []addition) string {
	added := 0.0
	for _, a := range projects {
		if a.mt > 0 {
			added += a.mt
		}
	}
	if !(added > 1.01*(series.Highest(capacity)-capacity[0])) {
		return ""
	}
	return on.Say("A project adds capacity to its own segments; what the whole corridor gains depends on the others and on the mix of cargo.")
}

// additionsNote says which projects the marks without a name are.
func additionsNote(on *page.Page, capacity []float64, projects []addition, named, beyond int) string {
	var notes []string
	adding := 0
	for _, a := range projects {
		if a.mt > 0 {
			adding++
		}
	}
	switch {
	case len(projects) == 0 && beyond == 0:
		notes = append(notes, on.Say("The scenario has no projects."))
	case named < adding:
		notes = append(notes, on.Say("Projects named: %[1]d of %[2]d, the largest first where there is room.", named, len(projects)))
	case named < len(projects):
		notes = append(notes, on.Say("A mark without a name is a project that adds no capacity."))
	}
	if beyond > 0 {
		notes = append(notes, on.Say("Projects that do not enter service in these years: %d.", beyond))
	}
	if why := ownSegments(on, capacity, projects); why != "" {
		notes = append(notes, why)
	}
	return strings.Join(notes, " ")
}
