package page

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"corridor/plots/ink"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sheet is the one layout of all figures. From top to bottom: title, subtitle,
// legend, panels with common edges, note and source.
type Sheet struct {
	On          *Page
	Title       string
	Subtitle    string
	Legend      Legend
	Panels      []Panel
	Note        string // what the reader must know beside the legend
	Source      []string
	description string
}

const (
	PanelGap      vg.Length = 14
	sourceGap     vg.Length = 12
	subtitleLines           = 4
	noteLines               = 4
	nearEdge      vg.Length = 30 // units as near to the left edge as that stand at it
)

// NewSheet starts a sheet with what the package says about its scenario.
func NewSheet(on *Page, p *tables.Package, title, unit string) Sheet {
	subtitle := strings.Join(strings.Fields(p.Title), " ")
	if subtitle == "" {
		subtitle = p.Name
	}
	if p.Seed != nil {
		unit = on.Say("Seed %d.", *p.Seed) + " " + unit
	}
	subtitle = on.scenario(subtitle, unit)
	return Sheet{
		On:          on,
		Title:       cmp.Or(on.Title, on.Say(title)),
		Subtitle:    cmp.Or(on.Subtitle, subtitle),
		Note:        on.Note,
		Source:      sourceLines(on, p, on.Inner(), on.SourceRows()),
		description: p.Description,
	}
}

// Find makes what the tables say the title, over what the chart is about. A title that was
// asked for stays, and so does that of a chart of which nothing is found.
func (s *Sheet) Find(finding string) {
	if finding == "" || s.On.Title != "" {
		return
	}
	plain := s.Title
	s.Title = finding
	if whole := strings.TrimRight(plain, ".։") + ". " + s.Subtitle; s.On.Subtitle == "" && len(SubtitleText.Wrap(whole, s.On.Inner(), subtitleLines+1)) <= subtitleLines {
		s.Subtitle = whole
	}
}

// scenario says which scenario it is and then what is shown: where both have no room in
// the lines of a subtitle but one, the title of the scenario is shortened.
func (on *Page) scenario(title, unit string) string {
	if title == "" || on.InPage {
		return unit
	}
	said := func(title string) string {
		return strings.ReplaceAll(on.Say("Scenario: %s.", strings.TrimRight(title, ".")), "….", "…") + " " + unit
	}
	if len(SubtitleText.Wrap(said(title), on.Inner(), subtitleLines)) < subtitleLines {
		return said(title)
	}
	longest := int((subtitleLines - 1) * on.Inner())
	n := sort.Search(longest, func(n int) bool {
		short := SubtitleText.Fit(title, vg.Length(n+1))
		return len(SubtitleText.Wrap(said(short), on.Inner(), subtitleLines)) >= subtitleLines
	})
	if short := SubtitleText.Fit(title, vg.Length(n)); short != "" {
		return said(short)
	}
	return unit
}

// Figure fixes the height that the parts need and returns the picture.
func (s Sheet) Figure() *Figure {
	on, width := s.On, s.On.Inner()
	if on.share < 0.5 {
		s.Legend = s.Legend.brief(width)
	}
	titles := TitleText.Wrap(s.Title, width, 2)
	if on.InPage {
		titles, s.Source = nil, nil
	}
	subtitles := SubtitleText.Wrap(s.Subtitle, width, subtitleLines)
	notes := SourceText.Wrap(s.Note, width, noteLines)

	s.Panels = slices.Clone(s.Panels)
	for i, p := range s.Panels {
		s.Panels[i] = p.within(on)
	}

	height := 2*Margin - 4 + lines(TitleText, titles) + 2 + lines(SubtitleText, subtitles) + sourceGap
	if len(s.Legend) > 0 {
		height += 6 + s.Legend.height(width)
	}
	height += lines(SourceText, notes) + lines(SourceText, s.Source)
	least := height
	for _, p := range s.Panels {
		height += PanelGap + p.Total()
		least += PanelGap + p.Total() - p.Height + p.leastHeight()
	}
	if on.sizing.height > 0 {
		height = s.stretch(height, vg.Length(on.Width*on.sizing.height)/on.sizing.width)
	} else {
		least = height
	}
	foot := Margin - 2 + lines(SourceText, notes) + lines(SourceText, s.Source)

	left := s.Left()
	paint := func(c draw.Canvas) {
		top := height - Margin + 2
		top = paragraph(c, TitleText, Margin, top, titles) - 2
		top = paragraph(c, SubtitleText, Margin, top, subtitles)
		if len(s.Legend) > 0 {
			top -= 6
			s.Legend.paint(c, Margin, top, width)
			top -= s.Legend.height(width)
		}
		for _, p := range s.Panels {
			top -= PanelGap
			if own := p.LabelWidth(); left-Margin-own < nearEdge {
				p.Labels = left - Margin
			}
			p.Paint(on, c, left, on.Width-Margin, top)
			top -= p.Total()
		}
		top = paragraph(c, SourceText, Margin, foot, notes)
		paragraph(c, SourceText, Margin, top, s.Source)
	}
	description := strings.Join(strings.Fields(s.Subtitle+" "+s.description), " ")
	return &Figure{on: on, title: s.Title, description: description, height: height, least: least, paint: paint}
}

// stretch gives the panels what the page has more or less than they would like,
// in proportion to what each can give, and returns the height of the page.
func (s Sheet) stretch(natural, given vg.Length) vg.Length {
	flexible := vg.Length(0)
	for _, p := range s.Panels {
		flexible += p.Height - p.leastHeight()
	}
	if flexible <= 0 {
		return given
	}
	for i, p := range s.Panels {
		share := (p.Height - p.leastHeight()) / flexible
		s.Panels[i].Height = max(p.leastHeight(), p.Height+vg.Length(share*(given-natural)))
	}
	return given
}

// Left returns where the plotting areas of all panels start.
func (s Sheet) Left() vg.Length {
	left := Margin
	for _, p := range s.Panels {
		left = max(left, Margin+p.LabelWidth())
	}
	return left
}

// lines returns the height of lines of text.
func lines(l ink.Lettering, text []string) vg.Length {
	return vg.Length(l.Pitch() * vg.Length(len(text)))
}

// paragraph writes lines of text from the top down and returns where they end.
func paragraph(c draw.Canvas, l ink.Lettering, left, top vg.Length, text []string) vg.Length {
	for _, s := range text {
		l.Write(c, left, top-l.Size(), ink.FromLeft, s)
		top -= l.Pitch()
	}
	return top
}

// Describe adds a sentence for readers who cannot see the figure.
func (s *Sheet) Describe(text string, args ...any) {
	s.Tell(s.On.Say(text, args...))
}

// Tell adds what is said in the language already.
func (s *Sheet) Tell(sentence string) { s.description += " " + sentence }
