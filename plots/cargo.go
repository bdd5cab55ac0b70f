package plots

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	cargoTitle = "What the corridor carries, by cargo class"
	likeScope  = "like-for-like"
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
	left    []string    // years left out, with how many months they have
	partial bool        // there is no full year
}

// cargoFits reports whether the corridor carries anything.
func cargoFits(p *tables.Package) bool {
	c, err := readCargo(p)
	return err != nil || len(c.bands) > 0
}

// drawCargo stacks what was carried in the corridor by cargo class, and tells
// the like-for-like series from the rest of the headline series.
func drawCargo(p *tables.Package) (*Figure, error) {
	c, err := readCargo(p)
	if err != nil {
		return nil, err
	}
	if len(c.bands) == 0 {
		return nil, fmt.Errorf("%s: nothing is carried in the corridor", tables.Flows.File())
	}
	like, total := c.totals()
	both := c.bands[0].like && !c.bands[len(c.bands)-1].like

	s := newSheet(p, cargoTitle, "Carried in the corridor, million tonnes per year; rival routes not counted.")
	s.legend = c.legend(both)
	x := yearAxis(c.years[0], c.years[len(c.years)-1], figureWidth-2*margin-30)
	main := panel{unit: "Mt per year", height: 270, x: x, named: true, y: valueAxis(float64(highest(total)*1.04), 7)}
	main.over = func(a plane) {
		a.stack(c)
		a.totals(c.years, total)
		if both {
			a.likeLine(c.years, like)
			a.nameTotals(float64(c.years[len(c.years)-1]), like[len(like)-1], total[len(total)-1])
		}
	}
	if both {
		main.tail = cargoTail
	}
	s.panels = []panel{main}
	s.note = c.note(both)
	s.description += fmt.Sprintf(" Headline total by year: %s Mt.", spoken(c.years, total, main.y.decimals))
	if both {
		s.description += fmt.Sprintf(" Like-for-like: %s Mt.", spoken(c.years, like, main.y.decimals))
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

func (c cargoYears) legend(both bool) legend {
	var out legend
	var known []string
	for _, b := range c.bands {
		if !slices.Contains(known, b.class) {
			known = append(known, b.class)
			out = append(out, areaKey(b.title, b.colour))
		}
	}
	if both {
		out = append(out, lineKey("Like-for-like total", likeStyle),
			hatchKey("Hatched: counted in the headline series only", tint(midGrey, 35), midGrey))
	}
	return out
}

func (c cargoYears) note(both bool) string {
	var out []string
	switch {
	case both:
		out = append(out, "The headline series is the ministry's; the like-for-like series leaves out what was not counted in earlier years.")
	case c.bands[0].like:
		out = append(out, "All markets are counted in both official series, the headline and the like-for-like.")
	default:
		out = append(out, "All markets are counted in the headline series only.")
	}
	switch {
	case c.partial:
		out = append(out, "Part of the year only: "+strings.Join(c.left, ", ")+".")
	case len(c.left) > 0:
		out = append(out, "Left out for want of twelve months: "+strings.Join(c.left, ", ")+".")
	}
	return strings.Join(out, " ")
}

var likeStyle = line(ink, 1.6)

// stack draws the bands of all years, with values where they fit.
func (p plane) stack(c cargoYears) {
	for i, year := range c.years {
		x, base := float64(year), 0.0
		for _, b := range c.bands {
			v := b.mt[i]
			left, right := x-p.half(), x+p.half()
			text := labelText.in(contrast(b.colour))
			if b.like {
				p.bar(b.colour, left, right, base, base+v)
			} else {
				p.hatched(tint(b.colour, 35), b.colour, left, right, base, base+v)
				text = labelText
			}
			top := p.point(right, base+v)
			p.StrokeLine2(line(white, 0.7), p.atX(left), top.Y, top.X, top.Y)
			p.within(text, !b.like, vg.Rectangle{Min: p.point(left, base), Max: top}, amount(v, p.y.decimals), tint(b.colour, 35))
			base += v
		}
	}
}

// within writes a value in the middle of a box, if it has room.
func (p plane) within(l lettering, patch bool, box vg.Rectangle, text string, under color.Color) {
	size := box.Size()
	if l.width(text)+3 > size.X || l.height()+4 > size.Y {
		return
	}
	x, y := (box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y-l.height())/2
	if patch {
		half := l.width(text)/2 + 1.5
		p.FillPolygon(under, corners(vg.Rectangle{
			Min: vg.Point{X: x - half, Y: y - 1.5}, Max: vg.Point{X: x + half, Y: y + l.height() + 1.5},
		}))
	}
	l.write(p, x, y, centred, text)
}

// likeLine draws the top of the like-for-like series over each bar.
func (p plane) likeLine(list []int, like []float64) {
	for i, year := range list {
		y := p.atY(like[i])
		p.StrokeLine2(likeStyle, p.atX(float64(year)-p.half())-2.5, y, p.atX(float64(year)+p.half())+2.5, y)
	}
}

// totals writes the headline total over each bar, in years whose label is
// written under the axis.
func (p plane) totals(list []int, total []float64) {
	l := lettering{bold(labelText.size()), ink}
	for i, year := range list {
		if math.IsNaN(total[i]) || p.x.labelOf(float64(year)) == "" {
			continue
		}
		p.total(l, float64(year), total[i])
	}
}

// nameTotals names the two totals beside the last bar, if they lie apart.
func (p plane) nameTotals(year, like, total float64) {
	l := lettering{bold(labelText.size()), ink}
	x := p.atX(year+p.half()) + 7
	middle := p.atY(total) - l.height()/2
	if middle-p.atY(like) < 3*l.size() {
		middle = p.atY(like) + 3*l.size()
	}
	axisText.write(p, x, middle, fromLeft, "Headline")
	y := p.atY(like) - l.height()/2
	l.write(p, x, y, fromLeft, amount(like, p.y.decimals))
	axisText.write(p, x, y-axisText.pitch(), fromLeft, "Like-for-like")
}

const cargoTail vg.Length = 58

// labelOf returns the label of the tick at a value.
func (a axis) labelOf(v float64) string {
	for _, t := range a.ticks {
		if t.at == v {
			return t.label
		}
	}
	return ""
}
