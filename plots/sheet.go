package plots

import (
	"cmp"
	"sort"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sheet is the one layout of all figures. From top to bottom: title, subtitle,
// legend, panels with common edges, note and source.
type sheet struct {
	on          *page
	title       string
	subtitle    string
	legend      legend
	panels      []panel
	note        string // what the reader must know beside the legend
	source      []string
	description string
}

const (
	panelGap      vg.Length = 14
	sourceGap     vg.Length = 12
	subtitleLines           = 3
	nearEdge      vg.Length = 30 // units as near to the left edge as that stand at it
)

// newSheet starts a sheet with what the package says about its scenario.
func newSheet(on *page, p *tables.Package, title, unit string) sheet {
	subtitle := strings.Join(strings.Fields(p.Title), " ")
	if subtitle == "" {
		subtitle = p.Name
	}
	if p.Seed != nil {
		unit = on.say("Seed %d.", *p.Seed) + " " + unit
	}
	subtitle = on.scenario(subtitle, unit)
	return sheet{
		on:          on,
		title:       cmp.Or(on.Title, on.say(title)),
		subtitle:    cmp.Or(on.Subtitle, subtitle),
		note:        on.Note,
		source:      sourceLines(on, p, on.inner(), on.sourceRows()),
		description: p.Description,
	}
}

// scenario says which scenario it is and then what is shown: where both have no room in
// the lines of a subtitle, the title of the scenario is shortened.
func (on *page) scenario(title, unit string) string {
	if title == "" {
		return unit
	}
	said := func(title string) string {
		return strings.ReplaceAll(on.say("Scenario: %s.", strings.TrimRight(title, ".")), "….", "…") + " " + unit
	}
	if len(subtitleText.wrap(said(title), on.inner(), subtitleLines+1)) <= subtitleLines {
		return said(title)
	}
	longest := int(subtitleLines * on.inner())
	n := sort.Search(longest, func(n int) bool {
		short := subtitleText.fit(title, vg.Length(n+1))
		return len(subtitleText.wrap(said(short), on.inner(), subtitleLines+1)) > subtitleLines
	})
	if short := subtitleText.fit(title, vg.Length(n)); short != "" {
		return said(short)
	}
	return unit
}

// figure fixes the height that the parts need and returns the picture.
func (s sheet) figure() *Figure {
	on, width := s.on, s.on.inner()
	titles := titleText.wrap(s.title, width, 2)
	subtitles := subtitleText.wrap(s.subtitle, width, subtitleLines)
	notes := sourceText.wrap(s.note, width, 2)

	height := 2*margin - 4 + lines(titleText, titles) + 2 + lines(subtitleText, subtitles) + sourceGap
	if len(s.legend) > 0 {
		height += 6 + s.legend.height(width)
	}
	height += lines(sourceText, notes) + lines(sourceText, s.source)
	least := height
	for _, p := range s.panels {
		height += panelGap + p.total()
		least += panelGap + p.total() - p.height + p.leastHeight()
	}
	if on.sizing.height > 0 {
		height = s.stretch(height, vg.Length(on.width*on.sizing.height)/on.sizing.width)
	} else {
		least = height
	}
	foot := margin - 2 + lines(sourceText, notes) + lines(sourceText, s.source)

	left := s.left()
	paint := func(c draw.Canvas) {
		top := height - margin + 2
		top = paragraph(c, titleText, margin, top, titles) - 2
		top = paragraph(c, subtitleText, margin, top, subtitles)
		if len(s.legend) > 0 {
			top -= 6
			s.legend.paint(c, margin, top, width)
			top -= s.legend.height(width)
		}
		for _, p := range s.panels {
			top -= panelGap
			if own := p.labelWidth(); left-margin-own < nearEdge {
				p.labels = left - margin
			}
			p.paint(on, c, left, on.width-margin, top)
			top -= p.total()
		}
		top = paragraph(c, sourceText, margin, foot, notes)
		paragraph(c, sourceText, margin, top, s.source)
	}
	description := strings.Join(strings.Fields(s.subtitle+" "+s.description), " ")
	return &Figure{on: on, title: s.title, description: description, height: height, least: least, paint: paint}
}

// stretch gives the panels what the page has more or less than they would like,
// in proportion to what each can give, and returns the height of the page.
func (s sheet) stretch(natural, given vg.Length) vg.Length {
	flexible := vg.Length(0)
	for _, p := range s.panels {
		flexible += p.height - p.leastHeight()
	}
	if flexible <= 0 {
		return given
	}
	for i, p := range s.panels {
		share := (p.height - p.leastHeight()) / flexible
		s.panels[i].height = max(p.leastHeight(), p.height+vg.Length(share*(given-natural)))
	}
	return given
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

// paragraph writes lines of text from the top down and returns where they end.
func paragraph(c draw.Canvas, l lettering, left, top vg.Length, text []string) vg.Length {
	for _, s := range text {
		l.write(c, left, top-l.size(), fromLeft, s)
		top -= l.pitch()
	}
	return top
}

// describe adds a sentence for readers who cannot see the figure.
func (s *sheet) describe(text string, args ...any) {
	s.tell(s.on.say(text, args...))
}

// tell adds what is said in the language already.
func (s *sheet) tell(sentence string) { s.description += " " + sentence }
