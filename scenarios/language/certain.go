package language

import (
	"slices"

	"corridor/scenarios/text"
)

// Certain returns a scenario in which the uncertainties about numbers that a
// later overlay, scenario or --set has fixed are certain: what is set is no longer
// uncertain, unless its uncertainty is given anew. It stays in the list, so that what
// it was correlated with can go on naming it. Nor does a posterior draw it any more, which
// is warned of.
func Certain(root *text.Tree, report *text.Report) *text.Tree {
	out := *root
	out.Entries = slices.Clone(root.Entries)
	uncertain := root.Get("uncertainties")
	if uncertain != nil && uncertain.Kind == text.Map {
		for _, e := range uncertain.Entries {
			if number := fixedNumber(root, e.Key, e.Tree); number != nil {
				sure := &text.Tree{Position: number.Position, Text: "true"}
				out.Replace([]string{"uncertainties", e.Key}, text.Entry{Key: "certain", At: number.Position, Tree: sure})
			}
		}
	}
	for _, o := range outcomesOf(value{root, schema}) {
		number := fixedOutcome(root, o)
		if number == nil || o.project.certain(o.kind) {
			continue
		}
		section := "projects"
		if root.Get(section).Get(o.project.name) == nil {
			section = "measures"
		}
		list := &text.Tree{Position: number.Position, Kind: text.List}
		if have := out.Get(section).Get(o.project.name).Get("certain"); have != nil && have.Kind == text.List {
			list.Items = slices.Clone(have.Items)
		}
		list.Items = append(list.Items, &text.Tree{Position: number.Position, Text: o.kind})
		out.Replace([]string{section, o.project.name}, text.Entry{Key: "certain", At: number.Position, Tree: list})
	}
	withoutFixedFit(&out, root)
	withoutLaidOn(&out, root, report)
	withoutLostLevers(&out, root)
	return &out
}

// withoutFixedFit takes numbers out of the fit of a hindcast that something laid later has
// set without bounds of their own, or that a posterior draws: what is set or calibrated is
// no longer fitted.
func withoutFixedFit(t, root *text.Tree) {
	fit := root.Get("hindcast").Get("parameters")
	if fit == nil || fit.Kind != text.List || fit.File == nil {
		return
	}
	calibrated := map[string]bool{}
	for _, name := range namesOf(root.Get(posteriorKey).Get("of")) {
		calibrated[root.Get("uncertainties").Get(name).TextOf("path")] = true
	}
	list := *fit
	list.Items = slices.DeleteFunc(slices.Clone(fit.Items), func(item *text.Tree) bool {
		number := root.Below(item.Text)
		set := number != nil && number.File != nil && item.File != nil && number.File.Layer > item.File.Layer
		return calibrated[item.Text] || set && (number.Get("low") == nil || number.Get("high") == nil)
	})
	if len(list.Items) < len(fit.Items) {
		t.Replace([]string{"hindcast"}, text.Entry{Key: "parameters", At: root.Get("hindcast").PlaceOf("parameters"), Tree: &list})
	}
}

// fixedNumber returns the number an uncertainty is about if it was set after the
// uncertainty was given, and after a posterior that draws it, or nil.
func fixedNumber(root *text.Tree, name string, uncertainty *text.Tree) *text.Tree {
	path := uncertainty.Get("path")
	if uncertainty.Kind != text.Map || path == nil {
		return nil
	}
	t := root.Below(path.Text)
	given := path.File.Layer
	if layer, ok := sampled(root, name); ok {
		given = max(given, layer)
	}
	if t == nil || t.File.Layer <= given {
		return nil
	}
	return t
}

// fixedOutcome returns the number of a project that an outcome changes if it was set
// after all that makes the outcome uncertain, or nil.
func fixedOutcome(root *text.Tree, o outcome) *text.Tree {
	number := o.project.Get(o.changed())
	if number == nil || number.File == nil {
		return nil
	}
	said := max(o.project.Get("class").Latest(), o.project.Get("kind").Latest(), o.distribution.Tree.Latest())
	switch o.kind {
	case "delay":
		said = max(said, root.Get("delivery").Get("dates").Latest())
	case "stall":
		said = o.project.Get("stall_chance").Latest()
	}
	if number.Latest() <= said {
		return nil
	}
	return number
}
