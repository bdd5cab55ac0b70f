package plots

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const cargoTitle = "What the corridor carries, by cargo class"

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
	years     []int
	bands     []cargoBand          // from the bottom up: like-for-like first
	left      []series.CoveredYear // years left out
	partial   bool                 // there is no full year
	scoped    bool                 // the markets say which series counts them
	uncounted bool                 // some cargo crossed before the headline counted it
}

// cargoFits reports whether the corridor carries more than one kind of cargo.
func cargoFits(p *tables.Package) bool {
	c, err := readCargo(p)
	return series.Unreadable(err) || len(c.bands) > 1
}

// drawCargo stacks what was carried in the corridor by cargo class, and tells
// the like-for-like series from the rest of the headline series.
func drawCargo(on *page.Page, p *tables.Package) (*page.Figure, error) {
	c, err := readCargo(p)
	if err != nil {
		return nil, err
	}
	if len(c.bands) == 0 {
		return nil, series.Nothing{Text: words.Text("No cargo is carried in the corridor.")}
	}
	like, total := c.totals()
	both := c.bands[0].like && !c.bands[len(c.bands)-1].like

	s := page.NewSheet(on, p, cargoTitle, on.Say("Carried in the corridor, million tonnes per year; rival routes not counted."))
	s.Legend = c.legend(on, both)
	x := page.YearAxis(c.years[0], c.years[len(c.years)-1], on.Inner()-30)
	main := page.Panel{Unit: on.Say("Mt per year"), Height: on.Squeezed(270), X: x, Named: true, Y: on.ValueAxis(float64(series.Highest(total)*1.04), 7)}
	main.Over = func(a page.Plane) {
		stackCargo(a, c)
		yearTotals(a, c.years, total)
		if both {
			likeLine(a, c.years, like)
			nameTotals(a, float64(c.years[len(c.years)-1]), like[len(like)-1], total[len(total)-1])
		}
	}
	if both {
		last := page.BoldText.Width(on.Amount(total[len(total)-1], main.Y.Decimals))
		main.Tail = max(10, last/2) + max(page.AxisText.Width(on.Say("Headline")), page.AxisText.Width(on.Say("Like-for-like")), last)
	}
	s.Panels = []page.Panel{main}
	s.Find(cargoFinding(on, c, total, main.Y.Decimals))
	s.Note = cmp.Or(s.Note, c.note(on, both))
	s.Describe("Total by year: %s Mt.", on.ByYear(c.years, total, main.Y.Decimals))
	if both {
		s.Describe("Like-for-like: %s Mt.", on.ByYear(c.years, like, main.Y.Decimals))
	}
	return s.Figure(), nil
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

func (c cargoYears) legend(on *page.Page, both bool) page.Legend {
	var out page.Legend
	var known []string
	for _, b := range c.bands {
		if !slices.Contains(known, b.class) {
			known = append(known, b.class)
			out = append(out, page.AreaKey(b.title, b.colour))
		}
	}
	if both {
		out = append(out, page.LineKey(on.Say("Like-for-like total"), likeStyle),
			page.HatchKey(on.Say("Hatched: counted in the headline series only"), ink.Tint(page.MidGrey, 35), page.MidGrey))
	}
	return out
}

func (c cargoYears) note(on *page.Page, both bool) string {
	var out []string
	switch {
	case !c.scoped:
	case both:
		out = append(out, on.Say("The headline series is the ministry's; the like-for-like series leaves out what was not counted in earlier years."))
	case c.bands[0].like:
		out = append(out, on.Say("All markets are counted in both official series, the headline and the like-for-like."))
	default:
		out = append(out, on.Say("All markets are counted in the headline series only."))
	}
	if c.uncounted {
		out = append(out, on.Say("What the headline series began to count later is left out before that."))
	}
	switch {
	case c.partial:
		out = append(out, on.Say("Part of the year only: %s.", c.leftOut(on)))
	case len(c.left) > 0:
		out = append(out, on.Say("Left out for want of twelve months: %s.", c.leftOut(on)))
	}
	return strings.Join(out, " ")
}

// leftOut lists the years left out, with how many months they have.
func (c cargoYears) leftOut(on *page.Page) string {
	var out []string
	for _, p := range c.left {
		out = append(out, p.Said(on.Language))
	}
	return strings.Join(out, ", ")
}
