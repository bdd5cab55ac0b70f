package plots

import (
	"cmp"
	"image/color"
	"slices"

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
	{"rail", text("Rail"), blue},
	{"road", text("Road"), purple},
	{"pipeline", text("Pipeline"), darkGrey},
	{"border", text("Border"), vermillion},
	{"port", text("Port"), orange},
	{"sea", text("Sea"), skyBlue},
	{"corridor", text("Corridor"), green},
	{"", text("Other"), midGrey},
}

// legsFit reports whether some route of the corridor has more than one leg.
func legsFit(p *tables.Package) bool {
	journeys, _, err := readJourneys(p)
	return unreadable(err) || slices.ContainsFunc(journeys, func(j journey) bool { return j.segments > 1 && j.days() > 0 })
}

// drawLegs shows for the main markets how the days from door to door are spent:
// under way and waiting, by kind of segment.
func drawLegs(on *page, p *tables.Package) (*Figure, error) {
	journeys, when, err := readJourneys(p)
	if err != nil {
		return nil, err
	}
	if len(journeys) == 0 {
		return nil, blank{text: text("No route leads through the corridor.")}
	}
	shown := journeys[:min(on.most(mostLegs), len(journeys))]

	s := newSheet(on, p, legsTitle, on.say("Days, in %s; for each market the corridor route that carries most.", when.said(on.words)))
	most := 0.0
	for _, j := range shown {
		most = max(most, j.days())
	}
	columns := legsColumns(on, shown)
	main := panel{unit: on.say("Days"), unitLow: true, height: legHeight * vg.Length(len(shown)), least: legHeight * vg.Length(len(shown)), head: legsHead, tail: columns[2].right, named: true}
	main.x = on.valueAxis(most, 8)
	main.y = axis{max: float64(len(shown))}
	main.under = func(a plane) {
		for _, t := range main.x.ticks {
			a.StrokeLine2(gridLine, a.atX(t.at), a.Min.Y, a.atX(t.at), a.Max.Y)
		}
	}
	main.over = func(a plane) { a.journeys(shown, columns) }
	s.legend = legsLegend(on, shown)
	s.panels = []panel{main}
	note := on.say("Under way: free-flow times. Waiting: mean of the months of the year at each segment.")
	if len(shown) < len(journeys) {
		note += " " + on.say("Markets shown, those that send most: %[1]d of %[2]d.", len(shown), len(journeys))
	}
	s.note = cmp.Or(s.note, note)
	s.tell(legsSpoken(on, shown))
	return s.figure(), nil
}

const (
	legHeight vg.Length = 34 // of a bar with its heading
	legBar    vg.Length = 14
	legsHead  vg.Length = 26
)

func legsColumns(on *page, shown []journey) []column {
	days, waiting, carried := column{heading: on.say("Days in all")}, column{heading: on.say("of which waiting")}, column{heading: on.say("Carried, Mt")}
	for _, j := range shown {
		days.cells = append(days.cells, on.amount(j.days(), 1))
		waiting.cells = append(waiting.cells, on.amount(j.waiting(), 1))
		carried.cells = append(carried.cells, carriedText(on, j))
	}
	return newColumns(41, days, waiting, carried)
}

func legsLegend(on *page, shown []journey) legend {
	var out legend
	for i, k := range legKinds {
		if slices.ContainsFunc(shown, func(j journey) bool { return j.free[i]+j.wait[i] > 0 }) {
			out = append(out, areaKey(on.say(k.label), k.colour))
		}
	}
	if slices.ContainsFunc(shown, func(j journey) bool { return j.waiting() > 0 }) {
		out = append(out, hatchKey(on.say("Hatched: waiting there"), tint(midGrey, 35), midGrey))
	}
	return out
}

// journeys draws a bar for each route under a line with its name.
func (p plane) journeys(shown []journey, columns []column) {
	p.heads(columns)
	for i, j := range shown {
		top := p.Max.Y - vg.Length(legHeight*vg.Length(i))
		base := top - legHeight + 5
		name := boldText
		room := p.Max.X - p.Min.X + columns[2].right
		title := name.fit(j.title, room)
		used := name.width(title) + 8
		way := axisText.fitBetween(j.places, " – ", room-used)
		p.patch(p.Min.X+1, p.Min.X+1+used+axisText.width(way), base+legBar+4)
		name.write(p, p.Min.X+1, base+legBar+4, fromLeft, title)
		axisText.write(p, p.Min.X+1+used, base+legBar+4, fromLeft, way)
		p.legs(j, base)
		text := base + half(legBar-labelText.height())
		for c, style := range []lettering{name, labelText, labelText} {
			style.write(p, p.Max.X+columns[c].right, text, fromRight, columns[c].cells[i])
		}
	}
}

func carriedText(on *page, j journey) string {
	if !j.known {
		return "–"
	}
	return on.amount(j.mt, 2)
}

// legs draws the parts of one bar: of each kind the time under way, then waiting.
func (p plane) legs(j journey, base vg.Length) {
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
				Min: vg.Point{X: p.atX(at), Y: base},
				Max: vg.Point{X: p.atX(at + part.days), Y: base + legBar},
			}
			text := labelText.in(contrast(k.colour))
			if part.waiting {
				hatch(p.Canvas, tint(k.colour, 35), k.colour, box)
				text = labelText
			} else {
				p.FillPolygon(k.colour, corners(box))
			}
			p.StrokeLine2(line(white, 0.7), box.Max.X, base, box.Max.X, base+legBar)
			p.within(text, part.waiting, box, p.on.amount(part.days, 1), tint(k.colour, 35))
			at += part.days
		}
	}
}

func legsSpoken(on *page, shown []journey) string {
	out := ""
	for _, j := range shown[:min(3, len(shown))] {
		out += on.say("%[1]s, days: %[2]s, of which waiting: %[3]s.", j.title, on.amount(j.days(), 1), on.amount(j.waiting(), 1)) + " "
	}
	return out
}
