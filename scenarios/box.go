package scenarios

import (
	"math"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// BoxLimit is what a box lets an uncertainty of a scenario be.
type BoxLimit struct {
	Name            string
	AtLeast, AtMost float64   // −Inf and +Inf for no limit
	Among           []float64 // of one that takes a few values; nil for others
}

// BoxOverlay is limits within which futures are drawn, to be written as an overlay on a scenario.
type BoxOverlay struct {
	Name, Title, Question, Description string
	Limits                             []BoxLimit
}

// Text writes the overlay. The same limits give the same text.
func (o *BoxOverlay) Text(base *Scenario) (string, error) {
	root := &text.Tree{Kind: text.Map}
	set := func(to *text.Tree, key string, t *text.Tree) { to.Set(text.Entry{Key: key, Tree: t}) }
	set(root, "overlay", plain(o.Name))
	if of := base.root.TextOf("scenario"); slices.Contains(scenarioNames(), of) {
		set(root, "for", plain(of))
	}
	for _, said := range [][2]string{{"title", o.Title}, {"question", o.Question}, {"description", o.Description}} {
		if said[1] != "" {
			set(root, said[0], plain(said[1]))
		}
	}
	limits := &text.Tree{Kind: text.Map}
	for _, l := range o.Limits {
		limit := &text.Tree{Kind: text.Map}
		if !math.IsInf(l.AtLeast, -1) {
			set(limit, "at_least", number(l.AtLeast))
		}
		if !math.IsInf(l.AtMost, 1) {
			set(limit, "at_most", number(l.AtMost))
		}
		if l.Among != nil {
			among := &text.Tree{Kind: text.List}
			for _, v := range l.Among {
				among.Items = append(among.Items, number(v))
			}
			set(limit, "among", among)
		}
		set(limits, l.Name, limit)
	}
	set(root, "within", limits)
	content := "# yaml-language-server: $schema=" + strings.Repeat("../", strings.Count(o.Name, "/")+1) + "scenario.schema.json\n# Written by corridor discover.\n" + root.Print()
	return content, base.takes(o.Name, content)
}
