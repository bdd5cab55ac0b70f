package report

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"corridor/plots"
)

// charts are the static pictures, with the letter shapes they share stored once.
type charts struct {
	Shapes  template.HTML
	Front   []chartFigure // of the first page
	Figures []chartFigure
	Omitted []string // charts that the page had no room for
	Failed  []string // charts that could not be drawn, with the reason
}

// bytes is the size of the pictures.
func (c *charts) bytes() int {
	n := len(c.Shapes)
	for _, f := range slices.Concat(c.Front, c.Figures) {
		n += len(f.Picture) + len(f.Description)
	}
	return n
}

type chartFigure struct {
	ID, Title   string // of the chart and, where several are drawn alike, of the run
	Description string // in words
	Picture     template.HTML
	Tall        bool // higher than it is wide, or nearly
}

// alsoOf are the charts drawn for every run; the others for the first that has them.
var alsoOf = map[string]bool{"throughput": true, "fan": true}

// chartsOf draws every kind of chart once, from the first run whose tables allow it,
// and then those of alsoOf for the other runs, as far as the room in bytes goes.
func chartsOf(subjects []*subject, kinds []plots.Chart, room int, notes *plots.Notes) charts {
	g := gallery{shapes: newShapes(), left: room, named: len(subjects) > 1, notes: notes}
	first := map[string]*subject{} // by kind: the run it is drawn from
	for _, choice := range frontCharts {
		if s, kind, found := firstPossible(subjects, kinds, choice); found {
			first[kind.Name] = s
			g.hang(s, kind)
		}
	}
	g.Front, g.Figures = g.Figures, nil
	for _, s := range subjects {
		for _, kind := range kinds {
			if first[kind.Name] != nil || !kind.Possible(s.Package) {
				continue
			}
			first[kind.Name] = s
			g.hang(s, kind)
		}
	}
	for _, s := range subjects {
		for _, kind := range kinds {
			if !alsoOf[kind.Name] || first[kind.Name] == s || !kind.Possible(s.Package) {
				continue
			}
			g.hang(s, kind)
		}
	}
	g.Shapes = g.shapes.markup()
	return g.charts
}

// frontCharts are those of the first page: where it is full, what is carried and how surely, and
// what costs bring; of each the first that the tables allow.
var frontCharts = [][]string{{"map"}, {"fan", "throughput"}, {"costs", "plans"}}

// firstPossible finds the first of some kinds that a run allows.
func firstPossible(subjects []*subject, kinds []plots.Chart, names []string) (*subject, plots.Chart, bool) {
	for _, name := range names {
		for _, kind := range kinds {
			for _, s := range subjects {
				if kind.Name == name && kind.Possible(s.Package) {
					return s, kind, true
				}
			}
		}
	}
	return nil, plots.Chart{}, false
}

// gallery holds the charts drawn so far and the room that is left, in bytes.
type gallery struct {
	charts
	shapes *shapes
	left   int
	named  bool // the titles name the run
	notes  *plots.Notes
}

// hang draws a chart and adds it where there is room.
func (g *gallery) hang(s *subject, kind plots.Chart) {
	known := g.shapes.bytes
	f, err := g.chartOf(s, kind)
	if g.named {
		f.Title += ": " + s.Label
	}
	if err != nil {
		g.notes.Failed(kind.Name, err)
		g.Failed = append(g.Failed, fmt.Sprintf("%s (%v)", f.Title, err))
		return
	}
	g.left -= g.shapes.bytes - known
	if len(f.Picture) > g.left {
		g.Omitted = append(g.Omitted, f.Title)
		return
	}
	g.left -= len(f.Picture)
	g.Figures = append(g.Figures, f)
}

// tall is the height over the width from which a picture has a printed page for
// itself: two others fit one page.
const tall = 0.8

// chartOf draws a chart for the page. Its title is known even where it cannot be drawn.
func (g *gallery) chartOf(s *subject, kind plots.Chart) (chartFigure, error) {
	out := chartFigure{ID: fmt.Sprintf("chart-%d-%s", s.Number, kind.Name), Title: kind.Title}
	figure, err := kind.Draw(s.Package)
	if err != nil {
		return out, err
	}
	var svg bytes.Buffer
	if err := figure.Write(&svg, plots.SVG); err != nil {
		return out, err
	}
	picture, err := inline(&svg, out.ID, g.shapes)
	if err != nil {
		return out, err
	}
	g.notes.Drawn(kind.Name, figure)
	out.Description = strings.TrimSpace(picture.description)
	out.Picture, out.Tall = template.HTML(picture.markup), picture.height > tall*picture.width
	return out, nil
}
