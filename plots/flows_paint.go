package plots

import (
	"cmp"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"

	"corridor/plots/ink"
	"corridor/plots/page"
)

const (
	flowsHead   vg.Length = 40
	flowsHeight vg.Length = 330
	flowsNames  vg.Length = 120 // of origins and destinations, beside them
	stationGap  vg.Length = 25  // between stations: two lines of a name
	stationBar  vg.Length = 9   // width of a station
	bandSteps             = 24  // straight pieces of a band's edge
)

// flowsPanel has a column of stations each for origins, ways and destinations.
func flowsPanel(on *page.Page, s *cargoStreams, classes []string, colours map[string]color.Color, total float64) page.Panel {
	most := 0
	var columns [3][]station
	for i := range columns {
		columns[i] = s.sizes(i)
		most = max(most, len(columns[i]))
	}
	gaps := vg.Length(stationGap * vg.Length(most-1))
	p := page.Panel{Bare: true, Head: flowsHead, Height: max(flowsHeight, gaps+90), Least: gaps + 60}
	p.Over = func(a page.Plane) {
		scale := (a.Max.Y - a.Min.Y - gaps) / vg.Length(total)
		centres := [3]vg.Length{page.Margin + flowsNames, ink.Half(on.Width), on.Width - page.Margin - flowsNames}
		var tops [3]map[string]vg.Length
		for i, list := range columns {
			tops[i] = placeStations(a, list, scale)
		}
		for left := range 2 {
			paintBands(a, s.between(left, classes), tops[left], tops[left+1], centres[left]+ink.Half(stationBar), centres[left+1]-ink.Half(stationBar), scale, colours)
		}
		for i, heading := range []string{on.Say("Origin"), on.Say("Way"), on.Say("Destination")} {
			page.UnitText.Write(a, centres[i], a.Max.Y+30, []float64{ink.FromRight, ink.Centred, ink.FromLeft}[i], heading)
			for _, o := range columns[i] {
				top := tops[i][o.name]
				a.FillPolygon(page.Ink, ink.Corners(vg.Rectangle{
					Min: vg.Point{X: centres[i] - ink.Half(stationBar), Y: top - vg.Length(scale*vg.Length(o.mt))}, Max: vg.Point{X: centres[i] + ink.Half(stationBar), Y: top},
				}))
				nameStation(a, o, i, centres[i], top, vg.Length(scale*vg.Length(o.mt)))
			}
		}
	}
	return p
}

// placeStations returns the upper edges of stations that share the height of the panel.
func placeStations(a page.Plane, list []station, scale vg.Length) map[string]vg.Length {
	used := vg.Length(0)
	for _, o := range list {
		used += vg.Length(scale * vg.Length(o.mt))
	}
	gap := stationGap
	if len(list) > 1 {
		gap = max(gap, (a.Max.Y-a.Min.Y-used)/vg.Length(len(list)-1))
	}
	out, top := map[string]vg.Length{}, a.Max.Y
	if len(list) == 1 {
		top -= ink.Half(a.Max.Y - a.Min.Y - used)
	}
	for _, o := range list {
		out[o.name] = top
		top -= vg.Length(scale*vg.Length(o.mt)) + gap
	}
	return out
}

// nameStation writes the name and tonnes: of origins left of them, of destinations right of them,
// of ways above them.
func nameStation(a page.Plane, o station, column int, centre, top, height vg.Length) {
	text := o.name + " " + a.On.Amount(o.mt, 2)
	l, pitch := page.LabelText, vg.Length(10)
	x, align := centre-stationBar, ink.FromRight
	lines := l.Wrap(text, flowsNames-stationBar, 2)
	base := top - ink.Half(height) - ink.Half(l.Height()) + ink.Half(pitch*vg.Length(len(lines)-1))
	switch column {
	case 1:
		lines = l.Wrap(text, 150, 2)
		x, align, base = centre, ink.Centred, top+3+vg.Length(pitch*vg.Length(len(lines)-1))
	case 2:
		x, align = centre+stationBar, ink.FromLeft
	}
	for _, line := range lines {
		l.Write(a, x, base, align, line)
		base -= pitch
	}
}

// bandShade is that of a band in the colour of its class: light enough for text on it.
func bandShade(c color.Color) color.Color { return ink.Tint(c, 65) }

// flowBand is what one class carries between two stations.
type flowBand struct {
	from, to, class string
	mt              float64
}

// between are the bands from a column to the next, by the order of the stations at both ends and
// of the classes.
func (s *cargoStreams) between(left int, classes []string) []flowBand {
	var out []flowBand
	for _, one := range s.list {
		from, to := one.stops[left], one.stops[left+1]
		at := slices.IndexFunc(out, func(b flowBand) bool { return b.from == from && b.to == to && b.class == one.class })
		if at < 0 {
			at, out = len(out), append(out, flowBand{from: from, to: to, class: one.class})
		}
		out[at].mt += one.mt
	}
	place := func(column int, name string) int {
		return slices.IndexFunc(s.sizes(column), func(o station) bool { return o.name == name })
	}
	slices.SortStableFunc(out, func(a, b flowBand) int {
		return cmp.Or(cmp.Compare(place(left, a.from), place(left, b.from)), cmp.Compare(place(left+1, a.to), place(left+1, b.to)),
			cmp.Compare(slices.Index(classes, a.class), slices.Index(classes, b.class)))
	})
	return out
}

// paintBands draws bands from the right edges of stations to the left edges of the next. At a
// station they lie in the order of the stations at their other ends.
func paintBands(a page.Plane, bands []flowBand, from, to map[string]vg.Length, left, right, scale vg.Length, colours map[string]color.Color) {
	starts, ends := map[string]vg.Length{}, map[string]vg.Length{}
	for _, b := range bands {
		thick := vg.Length(scale * vg.Length(b.mt))
		y0, y1 := from[b.from]-starts[b.from], to[b.to]-ends[b.to]
		starts[b.from] += thick
		ends[b.to] += thick
		var upper, lower []vg.Point
		for i := range bandSteps + 1 {
			t := float64(i) / bandSteps
			bend := float64(float64(t*t) * (3 - float64(2*t)))
			x := left + vg.Length(float64(t*float64(right-left)))
			y := y0 + vg.Length(float64(bend*float64(y1-y0)))
			upper, lower = append(upper, vg.Point{X: x, Y: y}), append(lower, vg.Point{X: x, Y: y - thick})
		}
		slices.Reverse(lower)
		a.FillPolygon(bandShade(colours[b.class]), append(upper, lower...))
	}
}
