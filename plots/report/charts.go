package report

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"corridor/plots"
)

// charts are the static pictures, with the letter shapes they share stored once.
type charts struct {
	Shapes  template.HTML
	Figures []chartFigure
	Omitted []string // charts that the page had no room for
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
// and those of alsoOf for each run, as far as the page has room.
func chartsOf(subjects []*subject, kinds []plots.Chart) (charts, error) {
	var out charts
	shapes := newShapes()
	drawn := map[string]bool{}
	left := chartLimit
	for round := range 2 {
		for _, s := range subjects {
			for _, kind := range kinds {
				again := drawn[kind.Name]
				if !kind.Possible(s.Package) || again != (round == 1) || again && !alsoOf[kind.Name] || again && s.first(subjects, kind) {
					continue
				}
				drawn[kind.Name] = true
				known := shapes.bytes
				f, err := chartOf(s, kind, shapes, len(subjects) > 1)
				if err != nil {
					return charts{}, fmt.Errorf("%s: chart %s: %w", s.Label, kind.Name, err)
				}
				left -= shapes.bytes - known
				if len(f.Picture) > left {
					out.Omitted = append(out.Omitted, f.Title)
					continue
				}
				left -= len(f.Picture)
				out.Figures = append(out.Figures, f)
			}
		}
	}
	out.Shapes = shapes.markup()
	return out, nil
}

// first reports whether the subject is the first of which the chart can be drawn.
func (s *subject) first(subjects []*subject, kind plots.Chart) bool {
	for _, other := range subjects {
		if kind.Possible(other.Package) {
			return other == s
		}
	}
	return false
}

// tall is the height over the width from which a picture has a printed page for
// itself: two others fit one page.
const tall = 0.8

func chartOf(s *subject, kind plots.Chart, shared *shapes, named bool) (chartFigure, error) {
	figure, err := kind.Draw(s.Package)
	if err != nil {
		return chartFigure{}, err
	}
	var svg bytes.Buffer
	if err := figure.Write(&svg, plots.SVG); err != nil {
		return chartFigure{}, err
	}
	id := fmt.Sprintf("chart-%d-%s", s.Number, kind.Name)
	picture, err := inline(&svg, id, shared)
	if err != nil {
		return chartFigure{}, err
	}
	f := chartFigure{ID: id, Title: kind.Title, Description: strings.TrimSpace(picture.description), Picture: template.HTML(picture.markup), Tall: picture.height > tall*picture.width}
	if named {
		f.Title += ": " + s.Label
	}
	return f, nil
}
