package plots

import (
	"cmp"
	"image/color"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	legsTitle = "Door-to-door time by leg, and where cargo waits"
	mostLegs  = 10 // routes drawn
)

type legKind struct {
	name, label string
	colour      color.Color
}

// legKinds are the kinds of segments in the order they are stacked.
var legKinds = []legKind{
	{"rail", words.Text("Rail"), page.Blue},
	{"road", words.Text("Road"), page.Purple},
	{"pipeline", words.Text("Pipeline"), page.DarkGrey},
	{"border", words.Text("Border"), page.Vermillion},
	{"port", words.Text("Port"), page.Orange},
	{"sea", words.Text("Sea"), page.SkyBlue},
	{"corridor", words.Text("Corridor"), page.Green},
	{"", words.Text("Other"), page.MidGrey},
}

// legsFit reports whether some route of the corridor has more than one leg.
func legsFit(p *tables.Package) bool {
	journeys, _, err := readJourneys(p)
	return series.Unreadable(err) || slices.ContainsFunc(journeys, func(j journey) bool { return j.segments > 1 && j.days() > 0 })
}

// drawLegs shows for the main markets how the days from door to door are spent:
// under way and waiting, by kind of segment.
func drawLegs(on *page.Page, p *tables.Package) (*page.Figure, error) {
	journeys, when, err := readJourneys(p)
	if err != nil {
		return nil, err
	}
	if len(journeys) == 0 {
		return nil, series.Nothing{Text: words.Text("No route leads through the corridor.")}
	}
	shown := journeys[:min(on.Most(mostLegs), len(journeys))]

	what := on.Say("Days, in %s; for each market the corridor route that carries most.", when.Said(on.Language))
	if shown[0].known {
		what += " " + on.Say("Sorted by tonnes carried, most first.")
	}
	s := page.NewSheet(on, p, legsTitle, what)
	most := 0.0
	for _, j := range shown {
		most = max(most, j.days())
	}
	columns := legsColumns(on, shown)
	main := page.Panel{Unit: on.Say("Days"), UnitLow: true, Height: legHeight * vg.Length(len(shown)), Least: legHeight * vg.Length(len(shown)), Head: legsHead, Tail: columns[2].Right, Named: true}
	main.X = on.ValueAxis(most, 8)
	main.Y = page.Axis{Max: float64(len(shown))}
	main.Under = page.Plane.Uprights
	main.Over = func(a page.Plane) { paintJourneys(a, shown, columns) }
	s.Find(legsFinding(on, shown))
	s.Legend = legsLegend(on, shown)
	s.Panels = []page.Panel{main}
	note := on.Say("Under way: free-flow times. Waiting: mean of the months of the year at each segment.")
	if len(shown) < len(journeys) {
		note += " " + on.Say("Markets shown, those that send most: %[1]d of %[2]d.", len(shown), len(journeys))
	}
	s.Note = cmp.Or(s.Note, note)
	s.Tell(legsSpoken(on, shown))
	return s.Figure(), nil
}

const (
	legHeight vg.Length = 34 // of a bar with its heading
	legBar    vg.Length = 14
	legsHead  vg.Length = 26
)

func legsColumns(on *page.Page, shown []journey) []page.Column {
	days, waiting, carried := page.Column{Heading: on.Say("Days in all")}, page.Column{Heading: on.Say("of which waiting")}, page.Column{Heading: on.Say("Carried, Mt")}
	for _, j := range shown {
		days.Cells = append(days.Cells, on.Amount(j.days(), 1))
		waiting.Cells = append(waiting.Cells, on.Amount(j.waiting(), 1))
		carried.Cells = append(carried.Cells, carriedText(on, j))
	}
	return page.NewColumns(41, days, waiting, carried)
}

func legsLegend(on *page.Page, shown []journey) page.Legend {
	var out page.Legend
	for i, k := range legKinds {
		if slices.ContainsFunc(shown, func(j journey) bool { return j.free[i]+j.wait[i] > 0 }) {
			out = append(out, page.AreaKey(on.Say(k.label), k.colour))
		}
	}
	if slices.ContainsFunc(shown, func(j journey) bool { return j.waiting() > 0 }) {
		out = append(out, page.HatchKey(on.Say("Hatched: waiting there"), ink.Tint(page.MidGrey, 35), page.MidGrey))
	}
	return out
}

// paintJourneys draws a bar for each route under a line with its name.
func paintJourneys(p page.Plane, shown []journey, columns []page.Column) {
	p.Heads(columns)
	for i, j := range shown {
		top := p.Max.Y - vg.Length(legHeight*vg.Length(i))
		base := top - legHeight + 5
		name := page.BoldText
		room := p.Max.X - p.Min.X + columns[2].Right
		title := name.Fit(j.title, room)
		used := name.Width(title) + 8
		way := page.AxisText.FitBetween(j.places, " – ", room-used)
		p.Patch(p.Min.X+1, p.Min.X+1+used+page.AxisText.Width(way), base+legBar+4)
		name.Write(p, p.Min.X+1, base+legBar+4, ink.FromLeft, title)
		page.AxisText.Write(p, p.Min.X+1+used, base+legBar+4, ink.FromLeft, way)
		paintLegs(p, j, base)
		text := base + ink.Half(legBar-page.LabelText.Height())
		for c, style := range []ink.Lettering{name, page.LabelText, page.LabelText} {
			style.Write(p, p.Max.X+columns[c].Right, text, ink.FromRight, columns[c].Cells[i])
		}
	}
}

func carriedText(on *page.Page, j journey) string {
	if !j.known {
		return "–"
	}
	return on.Amount(j.mt, 2)
}

// paintLegs draws the parts of one bar: of each kind the time under way, then waiting.
func paintLegs(p page.Plane, j journey, base vg.Length) {
	at := 0.0
	for i, k := range legKinds {
		for _, part := range []struct {
			days    float64
			waiting bool
		}{{j.free[i], false}, {j.wait[i], true}} {
			if !(part.days > 0) {
				continue
			}
			box := vg.Rectangle{
				Min: vg.Point{X: p.AtX(at), Y: base},
				Max: vg.Point{X: p.AtX(at + part.days), Y: base + legBar},
			}
			text := page.LabelText.In(page.Contrast(k.colour))
			if part.waiting {
				ink.Hatch(p.Canvas, ink.Tint(k.colour, 35), k.colour, box)
				text = page.LabelText
			} else {
				p.FillPolygon(k.colour, ink.Corners(box))
			}
			p.StrokeLine2(ink.Line(page.White, 0.7), box.Max.X, base, box.Max.X, base+legBar)
			p.Within(text, part.waiting, box, p.On.Amount(part.days, 1), ink.Tint(k.colour, 35))
			at += part.days
		}
	}
}

func legsSpoken(on *page.Page, shown []journey) string {
	out := ""
	for _, j := range shown[:min(3, len(shown))] {
		out += on.Say("%[1]s, days: %[2]s, of which waiting: %[3]s.", j.title, on.Amount(j.days(), 1), on.Amount(j.waiting(), 1)) + " "
	}
	return out
}
