package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/hindcast"
)

// Words that stand in the place of a source where a figure has none.
const (
	Assumption = "assumption" // chosen by the author of the scenario
	Derived    = "derived"    // arithmetic on published figures
)

// Figure is a number of a scenario with where it comes from.
type Figure struct {
	Path     string
	Value    string
	Low      string // empty where no range is given
	High     string
	Unit     string
	Said     string   // what is written in the file, and how it came to the value; empty for a plain number
	Sources  []string // names of works, and the words assumption and derived
	Note     string
	Known    string // month in which it became known, empty where neither the file nor a dated work says
	Stated   bool   // the file gives the month; otherwise it is the latest date of the works
	Position text.Position
}

// Assumed reports whether the figure was assumed or derived rather than
// published, or has no source at all.
func (f *Figure) Assumed() bool {
	return len(f.Sources) == 0 || slices.Contains(f.Sources, Assumption) || slices.Contains(f.Sources, Derived)
}

// Kind says in one word how the figure came about: published, derived or assumed.
func (f *Figure) Kind() string {
	switch {
	case len(f.Sources) == 0 || slices.Contains(f.Sources, Assumption):
		return "assumed"
	case slices.Contains(f.Sources, Derived):
		return "derived"
	}
	return "published"
}

// Works names the works behind the figure, without the words assumption and derived.
func (f *Figure) Works() []string {
	return slices.DeleteFunc(slices.Clone(f.Sources), func(s string) bool { return s == Assumption || s == Derived })
}

// Figures lists the numbers of the scenario in the order of its file.
func (s *Compiled) Figures() []Figure { return s.figures }

// Assumptions counts the figures that are assumed or derived.
func (s *Compiled) Assumptions() int {
	n := 0
	for i := range s.figures {
		if s.figures[i].Assumed() {
			n++
		}
	}
	return n
}

// collector lists the figures of a checked tree.
type collector struct {
	dates map[string]string // month of each work that has a date
	into  []Figure
}

// around is what the maps around a figure say for all in them.
type around struct {
	sources []string
	known   string
}

// figuresOf lists the numbers of a checked scenario. A figure without a source of its own
// has that of the nearest map around it, and one without a month in which it became known
// that of the nearest map that says one; where none does, it became known with the last of
// its works.
func figuresOf(root *text.Tree) []Figure {
	c := collector{dates: map[string]string{}}
	if works := root.Get("sources"); works != nil {
		for _, e := range works.Entries {
			if month, ok := hindcast.Published(e.TextOf("date")); ok {
				c.dates[e.Key] = month.String()
			}
		}
	}
	c.collect(root, schema, "", around{})
	return c.into
}

func (c *collector) collect(t *text.Tree, s *spec, path string, by around) {
	if t == nil || s == nil {
		return
	}
	if s == posteriorSpec || s == withinSpec || s == nodeSpec || s == wayOutSpec || s == leversSpec {
		return // the figures are those it is a sample of, or limits, or moves, or say where to draw a place or way
	}
	s = s.resolve(t)
	switch s.form {
	case formNumber:
		figure := Figure{Path: path, Value: t.Text, Unit: s.unit, Said: t.Said, Position: t.Position}
		if isValue(t) {
			figure.Said = saidOf(t)
			figure.Value, figure.Note = t.TextOf("value"), t.TextOf("note")
			figure.Low, figure.High = t.TextOf("low"), t.TextOf("high")
			by.read(t)
		}
		figure.Sources, figure.Known, figure.Stated = by.sources, by.known, by.known != ""
		if !figure.Stated {
			figure.Known = c.lastOf(figure.Sources)
		}
		c.into = append(c.into, figure)
	case formObject, formNamed, formByYear:
		by.read(t)
		for _, e := range t.Entries {
			item := s.item
			if s.form == formObject {
				item = s.field(e.Key)
			}
			if e.Key != "sources" && (commentary[e.Key] == nil || s.form == formObject) {
				c.collect(e.Tree, item, join(path, e.Key), by)
			}
		}
	case formList:
		for i, item := range t.Items {
			c.collect(item, s.item, join(path, itoa(i+1)), by)
		}
	}
}

// saidOf returns what a number with its range was worked out from.
func saidOf(t *text.Tree) string {
	var said []string
	for _, key := range []string{"value", "low", "high"} {
		if part := t.Get(key); part != nil && part.Said != "" {
			said = append(said, strings.TrimPrefix(key+" ", "value ")+part.Said)
		}
	}
	return strings.Join(said, ", ")
}

// read takes what a map says of all in it.
func (a *around) read(t *text.Tree) {
	if own := sourceNames(t); own != nil {
		a.sources = own
	}
	if known := t.TextOf("known"); known != "" {
		a.known = known
	}
}

// lastOf returns the latest month of some works, "" where none has a date.
func (c *collector) lastOf(works []string) (latest string) {
	for _, name := range works {
		latest = max(latest, c.dates[name])
	}
	return latest
}

// sourceNames returns what a map's source key names.
func sourceNames(t *text.Tree) []string {
	source := t.Get("source")
	switch {
	case source == nil:
		return nil
	case source.Kind == text.Scalar:
		return []string{source.Text}
	}
	var names []string
	for _, item := range source.Items {
		names = append(names, item.Text)
	}
	return names
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
