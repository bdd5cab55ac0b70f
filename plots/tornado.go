package plots

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	tornadoTitle = "What one figure alone changes"

	tornadoHeight   vg.Length = 17  // of a row
	tornadoTwoLines vg.Length = 25  // where a name has two lines
	tornadoNames    vg.Length = 225 // most room for the names of figures
	mostTornadoes             = 2   // targets or metrics, a panel each
	mostSwings                = 10  // figures of each
)

var (
	lowEndColour  = page.Orange
	highEndColour = page.Blue
)

// tornado is a target or metric with the figures that move it, the farthest first.
type tornado struct {
	metric
	at     string
	value  float64 // in the expected future
	swings []swing
	all    int
}

// swing is what comes of a figure at either end of its range.
type swing struct {
	title                    string
	low, atLow, high, atHigh float64
	lowLabel, highLabel      string // "" where the number says it
}

func (s *swing) reach(from float64) float64 {
	return max(math.Abs(s.atLow-from), math.Abs(s.atHigh-from))
}

// drawTornado shows what comes of each uncertain figure at either end of its range, all others
// being as they are, in the order of how far it moves the result.
func drawTornado(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Swings)
	if err != nil {
		return nil, err
	}
	if on.Metric != "" {
		if _, err := chosenMetric(on, "", t.Schema.File(), tables.Swings.Metric.Of(t)); err != nil {
			return nil, err
		}
	}
	list, err := readTornadoes(on, t)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, series.Nothing{Text: words.Text("No figure alone changes anything.")}
	}
	shown := list[:min(mostTornadoes, len(list))]
	s := page.NewSheet(on, p, tornadoTitle, on.Say("Each uncertain figure at either end of its range, all others as they are; its value there beside the bar."))
	s.Legend = page.Legend{
		page.AreaKey(on.Say("With the figure at its low end"), lowEndColour), page.AreaKey(on.Say("At its high end"), highEndColour),
		page.LineKey(on.Say("Expected future"), page.AxisLine),
	}
	s.Find(tornadoFinding(on, shown[0]))
	for i := range shown {
		s.Panels = append(s.Panels, shown[i].panel(on))
		first := shown[i].swings[0]
		decimals := page.DecimalsOf(page.Step(first.reach(shown[i].value), 50))
		s.Describe("%[1]s, %[2]s: %[3]s.", on.Say(shown[i].axis), shown[i].at, first.title+" "+on.Amount(first.atLow, decimals)+" – "+on.Amount(first.atHigh, decimals))
	}
	s.Note = cmp.Or(s.Note, on.Say("How projects turn out and the weather are not among them."))
	return s.Figure(), nil
}

// dateOf writes a year, or a month as the language does.
func dateOf(on *page.Page, at string) string {
	if p, err := tables.ParsePeriod(at); err == nil && !p.Yearly {
		return on.LongMonth(p.Month)
	}
	return at
}

// readTornadoes reads the targets and metrics that some figure moves, in their order.
func readTornadoes(on *page.Page, t *tables.Table) (list []tornado, err error) {
	c := &tables.Swings
	numbers := map[string][]float64{}
	for _, column := range []tables.NumberColumn{c.Value, c.Low, c.ValueAtLow, c.High, c.ValueAtHigh} {
		if numbers[column.Name], err = series.Signed(t, column); err != nil {
			return nil, err
		}
	}
	places := map[string]int{}
	for row, target := range c.Target.Of(t) {
		name := c.Metric.Of(t)[row]
		if on.Metric != "" && name != on.Metric {
			continue
		}
		place, known := places[target]
		if !known {
			place = len(list)
			places[target] = place
			m := metricOf(name)
			list = append(list, tornado{metric: m, at: dateOf(on, c.At.Of(t)[row]), value: float64(numbers[c.Value.Name][row] * m.Scale)})
		}
		n := &list[place]
		s := swing{
			title: named(c.Title.Of(t)[row], c.Uncertainty.Of(t)[row], c.Path.Of(t)[row]),
			low:   numbers[c.Low.Name][row], atLow: float64(numbers[c.ValueAtLow.Name][row] * n.Scale),
			high: numbers[c.High.Name][row], atHigh: float64(numbers[c.ValueAtHigh.Name][row] * n.Scale),
			lowLabel: c.LowLabel.Of(t)[row], highLabel: c.HighLabel.Of(t)[row],
		}
		if s.reach(n.value) > float64(1e-9*max(1, math.Abs(n.value))) { // NaN moves nothing
			n.swings = append(n.swings, s)
		}
	}
	list = slices.DeleteFunc(list, func(n tornado) bool { return len(n.swings) == 0 })
	for i := range list {
		n := &list[i]
		slices.SortStableFunc(n.swings, func(a, b swing) int { return cmp.Compare(b.reach(n.value), a.reach(n.value)) })
		n.all = len(n.swings)
		n.swings = n.swings[:min(on.Most(mostSwings), n.all)]
	}
	return list, nil
}

// panel has a row for each figure, with a bar from the expected value to that of either end.
func (n *tornado) panel(on *page.Page) page.Panel {
	names := make([][]string, len(n.swings))
	height, least := tornadoHeight, vg.Length(13)
	low, high := n.value, n.value
	widest := vg.Length(0)
	for i, s := range n.swings {
		widest = max(widest, page.AxisText.Width(endText(on, s.lowLabel, s.low)), page.AxisText.Width(endText(on, s.highLabel, s.high)))
		if names[i] = page.AxisText.Wrap(s.title, tornadoNames-page.TickGap, 2); len(names[i]) > 1 {
			height, least = tornadoTwoLines, tornadoTwoLines
		}
		low, high = min(low, s.atLow, s.atHigh), max(high, s.atLow, s.atHigh)
	}
	p := page.RowPanel(tornadoAxis(on, low, high, widest+2*tornadoGap), make([]string, len(names)), tornadoNames-page.TickGap, height, least)
	p.Unit, p.Named, p.Labels = on.Say(n.axis)+", "+n.at, true, tornadoNames
	p.Over = func(a page.Plane) {
		for i, s := range n.swings {
			a.RowName(page.AxisText, names[i], a.AtY(a.Y.RowTop(i)-0.5))
			n.paint(a, i, s)
		}
		a.StrokeLine2(page.AxisLine, a.AtX(n.value), a.Min.Y, a.AtX(n.value), a.Max.Y)
	}
	return p
}

// tornadoAxis covers values with room beside them for what a figure is there.
func tornadoAxis(on *page.Page, low, high float64, text vg.Length) page.Axis {
	inner := on.Inner() - tornadoNames
	text = min(text, inner/4)
	room := max(0.12, float64(text/(inner-vg.Length(2*text)))) // r of (1 + 2r) is what the text is of the panel
	room = float64(room * (high - low))
	step := page.Step(high-low, 6)
	a := page.Axis{Min: low - room, Max: high + room}
	for i := math.Ceil(a.Min / step); float64(i*step) <= a.Max; i++ {
		v := float64(i * step)
		a.Ticks = append(a.Ticks, page.Tick{At: v, LabelAt: v, Label: on.Amount(v, page.DecimalsOf(step))})
	}
	return a
}

// paint draws the bars of a figure, and its values at their ends.
func (n *tornado) paint(a page.Plane, row int, s swing) {
	low, high := a.Y.RowTop(row)-0.86, a.Y.RowTop(row)-0.14
	base := a.AtY((low+high)/2) - ink.Half(page.AxisText.Height())
	left := s.atLow <= s.atHigh // the low end stands at the left
	for _, end := range []struct {
		colour color.Color
		at, is float64
		label  string
		left   bool
	}{{lowEndColour, s.atLow, s.low, s.lowLabel, left}, {highEndColour, s.atHigh, s.high, s.highLabel, !left}} {
		from, to := min(n.value, end.at), max(n.value, end.at)
		if to > from {
			a.Bar(end.colour, from, to, low, high)
		}
		text := endText(a.On, end.label, end.is)
		if end.left {
			page.AxisText.Write(a, a.AtX(min(n.value, end.at))-tornadoGap, base, ink.FromRight, text)
		} else {
			page.AxisText.Write(a, a.AtX(max(n.value, end.at))+tornadoGap, base, ink.FromLeft, text)
		}
	}
}

// tornadoGap is between a bar and what its end is.
const tornadoGap vg.Length = 3

// endText is what the figure is at an end: what that stands for, or the number.
func endText(on *page.Page, label string, is float64) string {
	return cmp.Or(label, on.Amount(is, decimalsIn(is)))
}

// decimalsIn is how many decimals a figure has, at most four.
func decimalsIn(v float64) int {
	text := tables.Rounded(v, 4)
	_, after, _ := strings.Cut(strings.TrimRight(text, "0"), ".")
	if !strings.Contains(text, ".") {
		return 0
	}
	return len(after)
}

// named is the title of a figure, or where the scenario has it when nobody gave it one.
func named(title, name, path string) string {
	if title == "" || title == name {
		return cmp.Or(path, name)
	}
	return title
}

// tornadoFits reports whether any figure alone changes anything.
func tornadoFits(p *tables.Package) bool {
	t := p.Table(tables.Swings)
	c := &tables.Swings
	for row, v := range c.Value.Of(t) {
		if c.ValueAtLow.Of(t)[row] != v || c.ValueAtHigh.Of(t)[row] != v {
			return true
		}
	}
	return false
}
