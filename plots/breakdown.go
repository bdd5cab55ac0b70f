package plots

import (
	"cmp"
	"math"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	breakdownTitle     = "Where the difference comes from, over futures"
	contributionsTitle = "Where the difference from the baseline comes from"
	mostParts          = 12
)

// taken is a table that takes the differences of scenarios from a baseline apart.
type taken struct {
	of    tables.Described
	mean  tables.NumberColumn
	drawn bool // over futures, of which it says how the differences lie
}

var (
	takenDrawn    = taken{tables.Breakdown, tables.Breakdown.Mean, true}
	takenExpected = taken{tables.Contributions, tables.Contributions.Difference, false}
)

// draw shows by how much each part carries more or less than in the baseline in the last year,
// those first that differ most, and the corridor as a whole below them.
func (k taken) draw(on *page.Page, p *tables.Package) (*page.Figure, error) {
	b, err := readBreakdown(on, p, k)
	if err != nil {
		return nil, err
	}
	if len(b.parts) == 0 {
		return nil, series.Nothing{Text: words.Text("Each part carries the same as in the baseline.")}
	}
	shown := b.parts[:min(on.Most(mostParts), len(b.parts))]
	s := newComparedSheet(on, p, b.title(), b.titles, b.baseline, b.pairs(on))
	if on.Subtitle == "" {
		s.Subtitle += " " + on.Say(carriedByPart[b.by], b.year)
	}
	s.Find(b.finding(on))
	s.Legend = b.legend(on, shown)
	s.Panels = []page.Panel{b.panel(on, shown)}
	s.Note = cmp.Or(s.Note, b.note(on, len(shown)))
	for _, part := range shown {
		for i, c := range part.changes {
			s.Describe("%[1]s: %[2]s Mt.", b.named(part, i), addedText(on, c.mean, 2))
		}
	}
	return s.Figure(), nil
}

// carriedByPart says what is shown, by how the corridor is taken apart.
var carriedByPart = map[string]string{
	"segment": words.Text("What is carried in %d, by segment."),
	"market":  words.Text("What is carried in %d, by market."),
	"class":   words.Text("What is carried in %d, by cargo class."),
	"country": words.Text("What is carried in %d, by country."),
	"place":   words.Text("What is carried in %d, by place."),
}

func (b *breakdown) title() string {
	if b.drawn {
		return breakdownTitle
	}
	return contributionsTitle
}

// pairs says of how many futures the chart is, nothing of the expected ones.
func (b *breakdown) pairs(on *page.Page) string {
	if !b.drawn {
		return ""
	}
	return drawsOf(on, b.table, tables.Breakdown.Futures)
}

// named is a part, with the scenario where there are several.
func (b *breakdown) named(part changedPart, scenario int) string {
	if len(b.titles) == 1 {
		return part.title
	}
	return part.title + " (" + b.titles[scenario] + ")"
}

// finding names the part that differs most, and says in how many futures it carries more or less;
// where that is not held, it says that it is undecided. Its name may be long, and comes last.
func (b *breakdown) finding(on *page.Page) string {
	part, scenario := b.parts[0], 0
	for i, c := range part.changes {
		if math.Abs(c.mean) > math.Abs(part.changes[scenario].mean) {
			scenario = i
		}
	}
	c, name := part.changes[scenario], b.named(part, scenario)
	mean := addedText(on, c.mean, 2)
	switch {
	case math.IsNaN(c.higher + c.lower):
		return on.Say("Largest difference in %[1]d, %[2]s Mt: %[3]s", b.year, mean, name)
	case c.undecided():
		return on.Say("Undecided in %[1]d, more in %[2]s and less in %[3]s of futures, where the difference is largest: %[4]s", b.year, on.Percent(c.higher), on.Percent(c.lower), name)
	case c.mean > 0:
		return on.Say("Largest difference in %[1]d, %[2]s Mt, more in %[3]s of futures: %[4]s", b.year, mean, on.Percent(c.higher), name)
	}
	return on.Say("Largest difference in %[1]d, %[2]s Mt, less in %[3]s of futures: %[4]s", b.year, mean, on.Percent(c.lower), name)
}

func (b *breakdown) legend(on *page.Page, shown []changedPart) (out page.Legend) {
	if len(b.titles) > 1 {
		for i, title := range b.titles {
			out = append(out, page.AreaKey(title, b.looks[i].colour))
		}
	}
	if !b.drawn {
		return out
	}
	out = append(out, page.Key{Label: on.Say("%d %% of futures", 80), Width: 18, Sample: func(c draw.Canvas, at vg.Rectangle) {
		whisker(c, at.Min.X, at.Max.X, ink.Half(at.Min.Y+at.Max.Y))
	}})
	if anyUndecided(append(shown[:len(shown):len(shown)], changedPart{changes: b.whole})) {
		colour := page.DarkGrey // of several, the parts have each their own
		if len(b.titles) == 1 {
			colour = b.looks[0].colour
		}
		out = append(out, page.AreaKey(on.Say("Undecided: neither more nor less in %s of futures", on.Percent(float64(100*findings.Decided))), undecidedShade(colour)))
	}
	return out
}

func anyUndecided(shown []changedPart) bool {
	for _, part := range shown {
		for _, c := range part.changes {
			if c.undecided() {
				return true
			}
		}
	}
	return false
}

func (b *breakdown) note(on *page.Page, shown int) string {
	var note []string
	if !tonnesOnce[b.by] {
		note = append(note, on.Say("A tonne counts in each part that it passes, so that the parts have no sum."))
	}
	if shown < len(b.parts) {
		note = append(note, on.Say("Shown, those that change most: %[1]d of %[2]d.", shown, len(b.parts)))
	}
	return strings.Join(note, " ")
}
