package plots

import (
	"gonum.org/v1/plot/vg"
	"image/color"
)

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
			p.within(text, !b.like, vg.Rectangle{Min: p.point(left, base), Max: top}, p.on.amount(v, p.y.decimals), tint(b.colour, 35))
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
	x, y := half(box.Min.X+box.Max.X), half(box.Min.Y+box.Max.Y-l.height())
	if patch {
		reach := half(l.width(text)) + 1.5
		p.FillPolygon(under, corners(vg.Rectangle{
			Min: vg.Point{X: x - reach, Y: y - 1.5}, Max: vg.Point{X: x + reach, Y: y + l.height() + 1.5},
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

// yearTotals writes the headline total over each bar, in years whose label is
// written under the axis.
func (p plane) yearTotals(list []int, total []float64) {
	p.totals(boldText, positions(list), total, func(i int) bool {
		return p.x.labelOf(float64(list[i])) != ""
	})
}

// nameTotals names the two totals beside the last bar, if they lie apart.
func (p plane) nameTotals(year, like, total float64) {
	l := boldText
	x := max(p.atX(year+p.half())+7, p.atX(year)+half(l.width(p.on.amount(total, p.y.decimals)))+labelGap)
	middle := p.atY(total) - half(l.height())
	if apart := vg.Length(3 * l.size()); middle-p.atY(like) < apart {
		middle = p.atY(like) + apart
	}
	axisText.write(p, x, middle, fromLeft, p.on.say("Headline"))
	y := p.atY(like) - half(l.height())
	l.write(p, x, y, fromLeft, p.on.amount(like, p.y.decimals))
	axisText.write(p, x, y-axisText.pitch(), fromLeft, p.on.say("Like-for-like"))
}

// labelOf returns the label of the tick at a value.
func (a axis) labelOf(v float64) string {
	for _, t := range a.ticks {
		if t.at == v {
			return t.label
		}
	}
	return ""
}
