package plots

import (
	"cmp"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	pitTitle                  = "Where observations fell in what the model said before it knew them"
	pitHeight       vg.Length = 230
	pitLeast        vg.Length = 50
	pitHead         vg.Length = 40
	pitGap          vg.Length = 40
	mostKinds                 = 2
	mostMissedLines           = 4 // that name what fell beyond
)

var (
	evenLine = ink.Line(page.DarkGrey, 0.9)
	evenEdge = ink.Line(page.DarkGrey, 0.9, 4, 3)
)

// pitFits reports whether any yearly figure is judged.
func pitFits(p *tables.Package) bool {
	all, err := readJudgements(p)
	return series.Unreadable(err) || len(all) > 0
}

// drawPIT shows where each yearly figure fell in the distribution that was forecast, from 0 at its
// lower end to 100 % at its upper end. Those of right forecasts are evenly spread (Dawid
// 1984, Journal of the Royal Statistical Society A 147, 278–292), so that in their order they lie
// along the diagonal. With few of them dots say more than a histogram, whose bars would
// be of one or two.
func drawPIT(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readJudgements(p)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, series.Nothing{Text: words.Text("No yearly figure is judged.")}
	}
	shown := all[:min(mostKinds, len(all))]
	var covered []string
	for _, j := range shown {
		n := len(j.fallen)
		share := func(k int) string { return on.Percent(float64(100*k) / float64(n)) }
		covered = append(covered, on.Say("%[1]s: of %[2]d yearly figures %[3]s fell into the range of 50 %%, %[4]s into that of 90 %%.", conditionOf(on, j.kind), n, share(j.half), share(j.nine)))
	}
	s := page.NewSheet(on, p, pitTitle, strings.Join(covered, " "))
	s.Legend = pitLegend(on)
	s.Panels = []page.Panel{pitGrid(on, shown)}
	s.Note = cmp.Or(s.Note, on.Say("Between the dashed lines lie all dots of right forecasts in 95 of 100 cases, if observations are independent (Kolmogorov's test). Those of one year are not quite, so that a dot outside says less; and few dots say little."))
	for _, j := range shown {
		s.Describe("%[1]s: %[2]d of %[3]d dots lie outside the dashed lines.", conditionOf(on, j.kind), j.outside(), len(j.fallen))
	}
	return s.Figure(), nil
}

func pitLegend(on *page.Page) page.Legend {
	return page.Legend{
		{Label: on.Say("Observed"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) { paintFallen(c, at.Min.Add(at.Max).Scale(0.5)) }},
		page.AreaKey(on.Say("Range of 90 %"), bands[0].shade(page.Blue)), page.AreaKey(on.Say("Range of 50 %"), bands[1].shade(page.Blue)),
		page.LineKey(on.Say("Where dots of right forecasts lie"), evenLine), page.LineKey(on.Say("How far from there by chance"), evenEdge),
	}
}

// pitGrid has a chart for each kind, side by side.
func pitGrid(on *page.Page, shown []judgement) page.Panel {
	width := (on.Inner() - pitGap) / mostKinds
	foot := page.AxisHeight + 14
	for _, j := range shown {
		foot = max(foot, page.AxisHeight+20+vg.Length(page.AxisText.Pitch()*vg.Length(len(j.missed(on, width)))))
	}
	grid := page.Panel{Bare: true, Height: pitHead + pitHeight + foot, Least: pitHead + pitLeast + foot}
	grid.Over = func(a page.Plane) {
		for i, j := range shown {
			small := j.panel(on, width, a.Max.Y-a.Min.Y-pitHead-foot)
			left := page.Margin + vg.Length((width+pitGap)*vg.Length(i))
			small.Paint(on, a.Canvas, left+small.LabelWidth(), left+width, a.Max.Y)
		}
	}
	return grid
}

// panel is the chart of a kind: the figures from the lowest to the highest.
func (j judgement) panel(on *page.Page, width, height vg.Length) page.Panel {
	p := page.Panel{Head: pitHead, Height: height, X: page.Axis{Max: 100}, Y: page.Axis{Max: 100}}
	for _, v := range []float64{5, 25, 50, 75, 95} {
		p.Y.Ticks = append(p.Y.Ticks, page.Tick{At: v, LabelAt: v, Label: on.Amount(v, 0)})
	}
	n := len(j.fallen)
	p.Under = func(a page.Plane) {
		a.Bar(bands[0].shade(page.Blue), 0, 100, 5, 95)
		a.Bar(bands[1].shade(page.Blue), 0, 100, 25, 75)
		a.StrokeLine2(page.Hairline, a.Min.X, a.AtY(50), a.Max.X, a.AtY(50))
		a.StrokeLine2(evenLine, a.Min.X, a.Min.Y, a.Max.X, a.Max.Y)
		if d := evenBand(n); d < 100 {
			a.StrokeLine2(evenEdge, a.Min.X, a.AtY(d), a.AtX(100-d), a.Max.Y)
			a.StrokeLine2(evenEdge, a.AtX(d), a.Min.Y, a.Max.X, a.AtY(100-d))
		}
	}
	p.Over = func(a page.Plane) {
		left := a.Min.X - p.LabelWidth()
		base := a.Max.Y + 26
		for _, text := range page.BoldText.Wrap(conditionOf(on, j.kind), width, 1) {
			page.BoldText.Write(a, left, base, ink.FromLeft, text)
		}
		page.UnitText.Write(a, left, a.Max.Y+11, ink.FromLeft, page.UnitText.Fit(on.Say("% of what the model said lies below"), width))
		page.UnitText.Write(a, a.Max.X, a.Min.Y-14, ink.FromRight, page.UnitText.Fit(on.Say("%d yearly figures, from the lowest to the highest", n), width))
		for i, f := range j.fallen {
			paintFallen(a.Canvas, a.Point(expected(i, n), f.pit))
		}
		base = a.Min.Y - 32
		for _, text := range j.missed(on, width) {
			page.AxisText.Write(a, left, base, ink.FromLeft, text)
			base -= page.AxisText.Pitch()
		}
	}
	return p
}

// missed names what fell beyond the range of 90 %, in lines.
func (j judgement) missed(on *page.Page, width vg.Length) []string {
	var above, below []string
	for _, f := range j.fallen {
		switch {
		case f.pit > 95:
			above = append(above, f.name(on))
		case f.pit < 5:
			below = append(below, f.name(on))
		}
	}
	var out []string
	if len(above) > 0 {
		out = page.AxisText.Wrap(on.Say("Above the range of 90 %%: %s.", strings.Join(above, "; ")), width, on.Most(mostMissedLines))
	}
	if len(below) > 0 {
		out = append(out, page.AxisText.Wrap(on.Say("Below the range of 90 %%: %s.", strings.Join(below, "; ")), width, on.Most(mostMissedLines))...)
	}
	return out
}

func paintFallen(c draw.Canvas, at vg.Point) {
	ink.Dot(c, page.White, at, 3.7)
	ink.Dot(c, page.Blue, at, 3)
}
