package report

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/sim/tables"
)

// charts are the static pictures, with the fonts of their letters.
type charts struct {
	Fonts   template.CSS
	Front   []chartFigure // of the first page
	Figures []chartFigure
	Dark    template.CSS // their colours on a dark page
	Omitted []string     // charts that the page had no room for
	Failed  []string     // charts that could not be drawn, with the reason
}

// bytes is the size of the pictures.
func (c *charts) bytes() int {
	n := len(c.Fonts) + len(c.Dark)
	for _, f := range slices.Concat(c.Front, c.Figures) {
		n += len(f.Picture) + len(f.Narrow) + len(f.Description) + f.Yearly.bytes()
	}
	return n
}

type chartFigure struct {
	ID, Title   string
	Of          string // the run, where there are several
	Description string // in words
	File        string // that it is saved as, without extension
	Tables      []tableOfRun
	Picture     template.HTML
	Narrow      template.HTML // the same for a narrow screen, empty where a wide one is good for both
	Yearly      *yearly       // what it is in other years, nil where it shows no year
	Tall        bool          // higher than it is wide, or nearly
}

// tableOfRun is a table that a chart draws on.
type tableOfRun struct {
	Run        int
	Name, Link string
}

func tablesOf(s *subject, needs []*tables.Schema) (list []tableOfRun) {
	for _, schema := range needs {
		list = append(list, tableOfRun{s.Number, schema.Name, schema.File()})
	}
	return list
}

// alsoOf are the charts drawn for every run; the others for the first that has them.
var alsoOf = map[string]bool{"throughput": true, "fan": true}

// chartsOf draws every kind of chart once, from the first run whose tables allow it,
// and then those of alsoOf for the other runs, as far as the room in bytes goes.
func chartsOf(subjects []*subject, kinds []plots.Chart, room int, notes *plots.Notes) charts {
	g := gallery{left: room, named: len(subjects) > 1, notes: notes}
	first := map[string]*subject{} // by kind: the run it is drawn from
	for _, choice := range frontCharts {
		if s, kind, found := firstPossible(subjects, kinds, choice); found {
			first[kind.Name] = s
			g.hang(s, kind)
			g.narrow(s, kind)
		}
	}
	g.Front, g.Figures = g.Figures, nil
	g.compare(subjects)
	for _, s := range subjects {
		for _, kind := range kinds {
			if first[kind.Name] != nil || !kind.Usual(s.Package) {
				continue
			}
			first[kind.Name] = s
			g.hang(s, kind)
		}
	}
	for _, s := range subjects {
		for _, kind := range kinds {
			if !alsoOf[kind.Name] || first[kind.Name] == s || !kind.Usual(s.Package) {
				continue
			}
			g.hang(s, kind)
		}
	}
	g.Fonts = template.CSS(g.letters.FontFaces())
	g.Dark = darkRules(slices.Concat(g.Front, g.Figures))
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
	letters plots.Letters
	left    int
	named   bool // the titles name the run
	notes   *plots.Notes
}

// compare draws the runs beside each other, the first as the baseline.
func (g *gallery) compare(subjects []*subject) {
	var runs []*tables.Package
	var options plots.Options
	var needs []tableOfRun
	for _, s := range subjects {
		if s.isRun() {
			runs, options.Runs = append(runs, s.Package), append(options.Runs, s.Label)
			needs = append(needs, tableOfRun{s.Number, tables.Annual.Name, s.Label + ": " + tables.Annual.File()})
		}
	}
	options.InPage, options.Lang = true, subjects[0].w.Code
	for _, kind := range plots.Comparisons {
		if kind.Holds(len(runs)) != nil {
			continue
		}
		out := chartFigure{ID: "chart-runs-" + kind.Name, Title: subjects[0].w.Say(kind.Title), File: "runs-" + kind.Name, Tables: needs}
		if kind.Name == "multiples" {
			out.Of = subjects[0].w.Say("each by itself") // it has the title of the chart of all together
		}
		figure, err := kind.DrawAs(runs, options)
		g.add(kind.Name, out, figure, err)
	}
}

// hang draws a chart of a run.
func (g *gallery) hang(s *subject, kind plots.Chart) {
	out := chartFigure{ID: chartID(s, kind), Title: s.w.Say(kind.Title), File: s.Package.Name + "-" + kind.Name, Tables: tablesOf(s, kind.Needs)}
	if g.named {
		out.Of = s.Label
	}
	if kind.Name == "map" {
		called := out.called()
		if figure, err := g.drawYears(&out, s); figure != nil || err != nil {
			g.keep(kind.Name, called, out, figure, err)
			return
		}
	}
	figure, err := kind.DrawAs(s.Package, plots.Options{InPage: true, Lang: s.w.Code})
	g.add(kind.Name, out, figure, err)
}

// narrow draws the chart that was hung last for a narrow screen too, where there is room. A map has
// no room for its names there: it stays as wide as it is.
func (g *gallery) narrow(s *subject, kind plots.Chart) {
	if kind.Name == "map" || len(g.Figures) == 0 {
		return
	}
	out := &g.Figures[len(g.Figures)-1]
	figure, err := kind.DrawAs(s.Package, plots.Options{InPage: true, Narrow: true, Lang: s.w.Code})
	if err != nil || out.ID != chartID(s, kind) {
		return // it could not be drawn wide either, or had no room
	}
	var svg bytes.Buffer
	if err := figure.WriteInto(&svg, &g.letters); err != nil {
		return
	}
	if picture, err := inline(&svg, out.ID+"-narrow", nil); err == nil && len(picture.markup) <= g.left {
		out.Narrow = template.HTML(picture.markup)
		g.left -= len(picture.markup)
	}
}

func chartID(s *subject, kind plots.Chart) string {
	return fmt.Sprintf("chart-%d-%s", s.Number, kind.Name)
}

// add draws a chart and adds it where there is room.
func (g *gallery) add(kind string, out chartFigure, figure *plots.Figure, err error) {
	called := out.called()
	if err == nil {
		err = g.draw(&out, figure)
	}
	g.keep(kind, called, out, figure, err)
}

// called is what a chart is called before it is drawn, and has its finding as title.
func (f *chartFigure) called() string { return strings.TrimSuffix(f.Title+": "+f.Of, ": ") }

// keep adds a chart that is drawn where there is room.
func (g *gallery) keep(kind, called string, out chartFigure, figure *plots.Figure, err error) {
	if err != nil {
		g.notes.Failed(kind, err)
		g.Failed = append(g.Failed, fmt.Sprintf("%s (%v)", called, err))
		return
	}
	g.notes.Drawn(kind, figure)
	size := len(out.Picture) + out.Yearly.bytes()
	if size > g.left {
		g.Omitted = append(g.Omitted, called)
		return
	}
	g.left -= size
	g.Figures = append(g.Figures, out)
}

// tall is the height over the width from which a picture has a printed page for
// itself: two others fit one page.
const tall = 0.8

// draw draws a figure for the page.
func (g *gallery) draw(out *chartFigure, figure *plots.Figure) error {
	var svg bytes.Buffer
	if err := figure.WriteInto(&svg, &g.letters); err != nil {
		return err
	}
	return g.put(out, figure, &svg, nil)
}

// put takes a drawing into the page. Parts of it, by their place, are marked as those that move.
func (g *gallery) put(out *chartFigure, figure *plots.Figure, svg *bytes.Buffer, moving []int) error {
	picture, err := inline(svg, out.ID, moving)
	if err != nil {
		return err
	}
	out.Title, out.Description = figure.Title(), strings.TrimSpace(picture.description)
	out.Picture, out.Tall = template.HTML(picture.markup), picture.height > tall*picture.width
	return nil
}
