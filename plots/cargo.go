package plots

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"corridor/sim/tables"
)

const (
	cargoTitle = "What the corridor carries, by cargo class"
	headline   = "headline" // scope of what the ministry alone counts
)

// classColours tell cargo classes apart; beyond them a class is grey.
var classColours = []color.Color{blue, orange, green, skyBlue, vermillion, yellow, purple}

// cargoBand is what one cargo class adds by year in one scope.
type cargoBand struct {
	class  string
	title  string
	like   bool // counted by both series, not by the ministry's alone
	colour color.Color
	mt     []float64 // by year
}

// cargoYears is what the corridor carried by year.
type cargoYears struct {
	years   []int
	bands   []cargoBand // from the bottom up: like-for-like first
	left    []period    // years left out
	partial bool        // there is no full year
	scoped  bool        // the markets say which series counts them
}

// cargoFits reports whether the corridor carries more than one kind of cargo.
func cargoFits(p *tables.Package) bool {
	c, err := readCargo(p)
	return unreadable(err) || len(c.bands) > 1
}

// drawCargo stacks what was carried in the corridor by cargo class, and tells
// the like-for-like series from the rest of the headline series.
func drawCargo(on *page, p *tables.Package) (*Figure, error) {
	c, err := readCargo(p)
	if err != nil {
		return nil, err
	}
	if len(c.bands) == 0 {
		return nil, blank{text: text("No cargo is carried in the corridor.")}
	}
	like, total := c.totals()
	both := c.bands[0].like && !c.bands[len(c.bands)-1].like

	s := newSheet(on, p, cargoTitle, on.say("Carried in the corridor, million tonnes per year; rival routes not counted."))
	s.legend = c.legend(on, both)
	x := yearAxis(c.years[0], c.years[len(c.years)-1], on.inner()-30)
	main := panel{unit: on.say("Mt per year"), height: 270, x: x, named: true, y: on.valueAxis(float64(highest(total)*1.04), 7)}
	main.over = func(a plane) {
		a.stack(c)
		a.yearTotals(c.years, total)
		if both {
			a.likeLine(c.years, like)
			a.nameTotals(float64(c.years[len(c.years)-1]), like[len(like)-1], total[len(total)-1])
		}
	}
	if both {
		last := boldText.width(on.amount(total[len(total)-1], main.y.decimals))
		main.tail = max(10, last/2) + max(axisText.width(on.say("Headline")), axisText.width(on.say("Like-for-like")), last)
	}
	s.panels = []panel{main}
	s.note = cmp.Or(s.note, c.note(on, both))
	s.describe("Total by year: %s Mt.", on.spoken(c.years, total, main.y.decimals))
	if both {
		s.describe("Like-for-like: %s Mt.", on.spoken(c.years, like, main.y.decimals))
	}
	return s.figure(), nil
}

// totals returns the sums of the like-for-like bands and of all bands.
func (c cargoYears) totals() (like, total []float64) {
	like, total = make([]float64, len(c.years)), make([]float64, len(c.years))
	for _, b := range c.bands {
		for i, v := range b.mt {
			total[i] += v
			if b.like {
				like[i] += v
			}
		}
	}
	return like, total
}

func (c cargoYears) legend(on *page, both bool) legend {
	var out legend
	var known []string
	for _, b := range c.bands {
		if !slices.Contains(known, b.class) {
			known = append(known, b.class)
			out = append(out, areaKey(b.title, b.colour))
		}
	}
	if both {
		out = append(out, lineKey(on.say("Like-for-like total"), likeStyle),
			hatchKey(on.say("Hatched: counted in the headline series only"), tint(midGrey, 35), midGrey))
	}
	return out
}

func (c cargoYears) note(on *page, both bool) string {
	var out []string
	switch {
	case !c.scoped:
	case both:
		out = append(out, on.say("The headline series is the ministry's; the like-for-like series leaves out what was not counted in earlier years."))
	case c.bands[0].like:
		out = append(out, on.say("All markets are counted in both official series, the headline and the like-for-like."))
	default:
		out = append(out, on.say("All markets are counted in the headline series only."))
	}
	switch {
	case c.partial:
		out = append(out, on.say("Part of the year only: %s.", c.leftOut(on)))
	case len(c.left) > 0:
		out = append(out, on.say("Left out for want of twelve months: %s.", c.leftOut(on)))
	}
	return strings.Join(out, " ")
}

// leftOut lists the years left out, with how many months they have.
func (c cargoYears) leftOut(on *page) string {
	var out []string
	for _, p := range c.left {
		out = append(out, p.said(on.words))
	}
	return strings.Join(out, ", ")
}
