package plots

import (
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sheet is the one layout of all figures. From top to bottom: title, subtitle,
// legend, panels with common edges, note and source.
type sheet struct {
	title       string
	subtitle    string
	legend      legend
	panels      []panel
	note        string // what the reader must know beside the legend
	source      []string
	description string
}

const (
	panelGap  vg.Length = 14
	sourceGap vg.Length = 12
)

// newSheet starts a sheet with what the package says about its scenario.
func newSheet(p *tables.Package, title, unit string) sheet {
	subtitle := strings.Join(strings.Fields(p.Title), " ")
	if subtitle == "" {
		subtitle = p.Name
	}
	if subtitle != "" {
		subtitle = "Scenario: " + strings.TrimRight(subtitle, ".") + ". "
	}
	return sheet{
		title:       title,
		subtitle:    subtitle + unit,
		source:      sourceLines(p, figureWidth-2*margin, 3),
		description: p.Description,
	}
}

// figure fixes the height that the parts need and returns the picture.
func (s sheet) figure() *Figure {
	const width = figureWidth - 2*margin
	titles := titleText.wrap(s.title, width, 2)
	subtitles := subtitleText.wrap(s.subtitle, width, 2)
	notes := sourceText.wrap(s.note, width, 2)

	height := 2*margin - 4 + lines(titleText, titles) + 2 + lines(subtitleText, subtitles) + sourceGap
	if len(s.legend) > 0 {
		height += 6 + s.legend.height(width)
	}
	for _, p := range s.panels {
		height += panelGap + p.total()
	}
	height += lines(sourceText, notes) + lines(sourceText, s.source)

	left := s.left()
	paint := func(c draw.Canvas) {
		top := height - margin + 2
		top = column(c, titleText, margin, top, titles) - 2
		top = column(c, subtitleText, margin, top, subtitles)
		if len(s.legend) > 0 {
			top -= 6
			s.legend.paint(c, margin, top, width)
			top -= s.legend.height(width)
		}
		for _, p := range s.panels {
			top -= panelGap
			p.paint(c, left, figureWidth-margin, top)
			top -= p.total()
		}
		top = column(c, sourceText, margin, top-sourceGap, notes)
		column(c, sourceText, margin, top, s.source)
	}
	description := strings.Join(strings.Fields(s.subtitle+" "+s.description), " ")
	return &Figure{title: s.title, description: description, width: figureWidth, height: height, paint: paint}
}

// left returns where the plotting areas of all panels start.
func (s sheet) left() vg.Length {
	left := margin
	for _, p := range s.panels {
		left = max(left, margin+p.labelWidth())
	}
	return left
}

// lines returns the height of lines of text.
func lines(l lettering, text []string) vg.Length {
	return vg.Length(l.pitch() * vg.Length(len(text)))
}

// column writes lines of text from the top down and returns where they end.
func column(c draw.Canvas, l lettering, left, top vg.Length, text []string) vg.Length {
	for _, s := range text {
		l.write(c, left, top-l.size(), fromLeft, s)
		top -= l.pitch()
	}
	return top
}
