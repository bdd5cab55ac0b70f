package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"gonum.org/v1/plot/vg"
)

var likeStyle = ink.Line(page.Ink, 1.6)

// stackCargo draws the bands of all years, with the values of the first and the last year where
// they fit: what changes, and no more figures than a reader can take in.
func stackCargo(p page.Plane, c cargoYears) {
	for i, year := range c.years {
		x, base := float64(year), 0.0
		for _, b := range c.bands {
			v := b.mt[i]
			left, right := x-p.Half(), x+p.Half()
			text := page.LabelText.In(page.Contrast(b.colour))
			if b.like {
				p.Bar(b.colour, left, right, base, base+v)
			} else {
				p.Hatched(ink.Tint(b.colour, 35), b.colour, left, right, base, base+v)
				text = page.LabelText
			}
			top := p.Point(right, base+v)
			p.StrokeLine2(ink.Line(page.White, 0.7), p.AtX(left), top.Y, top.X, top.Y)
			if i == 0 || i == len(c.years)-1 {
				p.Within(text, !b.like, vg.Rectangle{Min: p.Point(left, base), Max: top}, p.On.Amount(v, p.Y.Decimals), ink.Tint(b.colour, 35))
			}
			base += v
		}
	}
}

// likeLine draws the top of the like-for-like series over each bar.
func likeLine(p page.Plane, list []int, like []float64) {
	for i, year := range list {
		y := p.AtY(like[i])
		p.StrokeLine2(likeStyle, p.AtX(float64(year)-p.Half())-2.5, y, p.AtX(float64(year)+p.Half())+2.5, y)
	}
}

// yearTotals writes the headline total over each bar, in years whose label is
// written under the axis.
func yearTotals(p page.Plane, list []int, total []float64) {
	p.Totals(page.BoldText, series.Positions(list), total, func(i int) bool {
		return p.X.LabelOf(float64(list[i])) != ""
	})
}

// nameTotals names the two totals beside the last bar, if they lie apart.
func nameTotals(p page.Plane, year, like, total float64) {
	l := page.BoldText
	x := max(p.AtX(year+p.Half())+7, p.AtX(year)+ink.Half(l.Width(p.On.Amount(total, p.Y.Decimals)))+page.LabelGap)
	middle := p.AtY(total) - ink.Half(l.Height())
	if apart := vg.Length(3 * l.Size()); middle-p.AtY(like) < apart {
		middle = p.AtY(like) + apart
	}
	page.AxisText.Write(p, x, middle, ink.FromLeft, p.On.Say("Headline"))
	y := p.AtY(like) - ink.Half(l.Height())
	l.Write(p, x, y, ink.FromLeft, p.On.Amount(like, p.Y.Decimals))
	page.AxisText.Write(p, x, y-page.AxisText.Pitch(), ink.FromLeft, p.On.Say("Like-for-like"))
}
