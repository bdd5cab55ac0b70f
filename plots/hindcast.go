package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
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
	hindcastTitle            = "What the model would have said, against what happened"
	mostPast                 = 8 // series
	pastHeight     vg.Length = 104
	pastLeast      vg.Length = 56
	pastHead       vg.Length = 32
	pastGap        vg.Length = 26 // between charts side by side
	pastYearsShown           = 12
)

// forecasters are those whose forecasts are compared, each with its mark.
var forecasters = []struct {
	column tables.NumberColumn
	label  string
	colour color.Color
	mark   func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length)
}{
	{tables.Hindcast.Model, words.Text("Model"), page.Blue, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) { ink.Dot(c, colour, at, 3.6+edge) }},
	{tables.Hindcast.LastValue, words.Text("Last value"), page.Orange, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Corners(ink.Grow(vg.Rectangle{Min: at, Max: at}, 2.9+edge)))
	}},
	{tables.Hindcast.Drift, words.Text("Mean change"), page.Vermillion, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Triangle(at, 3.6+vg.Length(2*edge)))
	}},
	{tables.Hindcast.OfficialPlan, words.Text("Official plan"), page.Purple, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Diamond(at, 4.2+vg.Length(1.4*edge)))
	}},
}

// The place of a forecaster among them.
const (
	byModel = 0
	byPlan  = 3
)

func forecastColumns() []tables.NumberColumn {
	var out []tables.NumberColumn
	for _, f := range forecasters {
		out = append(out, f.column)
	}
	return out
}

// forecasterKey explains the mark of a forecaster.
func forecasterKey(on *page.Page, i int) page.Key {
	f := forecasters[i]
	return page.Key{Label: on.Say(f.label), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
		f.mark(c, f.colour, at.Min.Add(at.Max).Scale(0.5), 0)
	}}
}

// markForecaster draws the mark of a forecaster, clear of what lies behind it.
func markForecaster(c draw.Canvas, i int, at vg.Point) {
	f := forecasters[i]
	f.mark(c, page.White, at, 0.9)
	f.mark(c, f.colour, at, 0)
}

var (
	actualColour = ink.RGB(0xc4c4c4)
	actualLine   = ink.Line(page.DarkGrey, 1.2)
)

// scopeTitles name the official series for readers.
var scopeTitles = map[string]string{tables.LikeForLike: words.Text("like-for-like"), tables.Headline: words.Text("headline")}

// hindcastFits reports whether there is anything to compare with.
func hindcastFits(p *tables.Package) bool {
	t, err := series.RowsOf(p, tables.Hindcast)
	return err != nil || series.AnyNumber(tables.Hindcast.Actual.Of(t))
}

// drawHindcast shows what happened to each series by year, with what the model and the official
// plan had said of it a year ahead.
func drawHindcast(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readPast(p)
	if err != nil {
		return nil, err
	}
	shown := all[:min(on.Most(mostPast), len(all))]
	s := page.NewSheet(on, p, hindcastTitle, on.Say("Forecasts from the end of the year before; over each year the error of the model, % of what happened."))
	s.Find(hindcastFinding(on, all))
	s.Legend = page.Legend{{Label: on.Say("Actual"), Width: 14, Sample: func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(actualColour, ink.Corners(at))
		c.StrokeLine2(actualLine, at.Min.X, at.Max.Y, at.Max.X, at.Max.Y)
	}}, forecasterKey(on, byModel), forecasterKey(on, byPlan)}
	s.Panels = []page.Panel{pastGrid(on, shown)}
	if len(shown) < len(all) {
		s.Note = cmp.Or(s.Note, on.Say("Series shown: the first %[1]d of %[2]d.", len(shown), len(all)))
	}
	for _, one := range shown {
		s.Tell(one.spoken(on) + ".")
	}
	return s.Figure(), nil
}

// hindcastFinding says what the model had said of the first series in its last year.
func hindcastFinding(on *page.Page, all []pastSeries) string {
	for _, s := range all {
		for i := len(s.years) - 1; i >= 0; i-- {
			y := s.years[i]
			off := errorPercent(y.forecast[byModel], y.actual)
			if math.IsNaN(off) {
				continue
			}
			m := metricOf(s.metric)
			if s.metric == oilByBTC {
				m = metricOf(tables.Annual.ThroughputMt.Name)
			}
			return on.Say("%[1]s: for %[2]d the model said %[3]s a year ahead, and it was %[4]s (%[5]s)",
				s.name(on), y.year, m.value(on, y.forecast[byModel]), m.value(on, y.actual), on.ChangePercent(off))
		}
	}
	return ""
}

// pastGrid has a small chart for each series.
func pastGrid(on *page.Page, shown []pastSeries) page.Panel {
	columns := min(2, len(shown))
	if on.Low() && len(shown) > 2 {
		columns = 3
	}
	rows := (len(shown) + columns - 1) / columns
	width := (on.Inner() - vg.Length(pastGap*vg.Length(columns-1))) / vg.Length(columns)
	pitch := func(height vg.Length) vg.Length { return pastHead + height + page.AxisHeight + 10 }
	grid := page.Panel{Bare: true, Height: vg.Length(pitch(pastHeight) * vg.Length(rows)), Least: vg.Length(pitch(pastLeast) * vg.Length(rows))}
	labels := vg.Length(0)
	smalls := make([]page.Panel, len(shown))
	for i, s := range shown {
		smalls[i] = s.panel(on, width)
		labels = max(labels, smalls[i].LabelWidth())
	}
	grid.Over = func(a page.Plane) {
		each := (a.Max.Y - a.Min.Y) / vg.Length(rows)
		for i, small := range smalls {
			small.Labels, small.Height = labels, each-pitch(0)
			left := a.Min.X + vg.Length((width+pastGap)*vg.Length(i%columns))
			top := a.Max.Y - vg.Length(each*vg.Length(i/columns))
			small.Paint(on, a.Canvas, left+labels, left+width, top)
		}
	}
	return grid
}

// panel is the chart of a series.
func (s pastSeries) panel(on *page.Page, width vg.Length) page.Panel {
	years := s.years[max(0, len(s.years)-pastYearsShown):]
	x, top := page.Axis{}, 0.0
	for i, y := range years {
		x.Ticks = append(x.Ticks, page.Tick{At: float64(i) + 0.5, LabelAt: float64(i) + 0.5, Label: fmt.Sprint(y.year), Unmark: true})
		top = max(top, series.Highest([]float64{y.actual, y.forecast[byModel], y.forecast[byPlan]}))
	}
	x.Max = float64(len(years))
	p := page.Panel{Head: pastHead, X: x, Y: on.ValueAxis(float64(top*1.15), 3), Named: true}
	p.Over = func(a page.Plane) {
		base := a.Max.Y + 19
		for _, line := range page.UnitText.Wrap(s.title(on), width, 2) {
			page.UnitText.Write(a, a.Max.X-width, base, ink.FromLeft, line)
			base -= page.UnitText.Pitch()
		}
		for i, y := range years {
			y.paint(a, float64(i)+0.5)
		}
	}
	return p
}

// paint draws a year: what happened as a bar, what was said as marks, and how far off the model was.
func (y saidYear) paint(p page.Plane, at float64) {
	half := min(0.36, float64(30/(p.AtX(1)-p.AtX(0))))
	top := p.Min.Y
	if y.actual >= 0 {
		p.Bar(actualColour, at-half, at+half, 0, y.actual)
		top = p.AtY(y.actual)
		p.StrokeLine2(actualLine, p.AtX(at-half), top, p.AtX(at+half), top)
	}
	for _, f := range []struct {
		by    int
		aside float64
	}{{byPlan, 0.45}, {byModel, -0.45}} {
		if v := y.forecast[f.by]; !math.IsNaN(v) {
			place := p.Point(at+float64(f.aside*half), v)
			markForecaster(p.Canvas, f.by, place)
			top = max(top, place.Y+4)
		}
	}
	if off := errorPercent(y.forecast[byModel], y.actual); !math.IsNaN(off) {
		text := p.On.ChangePercent(off)
		if page.BoldText.Width(text)+2 <= p.AtX(1)-p.AtX(0) {
			p.Patch(p.AtX(at)-ink.Half(page.BoldText.Width(text)), p.AtX(at)+ink.Half(page.BoldText.Width(text)), top+4)
			page.BoldText.Write(p, p.AtX(at), top+4, ink.Centred, text)
		}
	}
}

// spoken says the errors of the model for readers who cannot see the chart.
func (s pastSeries) spoken(on *page.Page) string {
	var out []string
	for _, y := range s.years {
		out = append(out, fmt.Sprintf("%d ", y.year)+on.ChangePercent(errorPercent(y.forecast[byModel], y.actual)))
	}
	return on.Say("Error of the model, %s:", s.title(on)) + " " + strings.Join(out, "; ")
}
