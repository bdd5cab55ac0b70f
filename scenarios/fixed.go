package scenarios

import (
	"slices"
	"strings"
)

// withoutFixed returns a scenario in which the uncertainties about numbers that a
// later overlay, scenario or --set has fixed are certain: what is set is no longer
// uncertain, unless its uncertainty is given anew. It stays in the list, so that what
// it was correlated with can go on naming it.
func withoutFixed(root *tree) *tree {
	out := *root
	out.entries = slices.Clone(root.entries)
	uncertain := root.get("uncertainties")
	if uncertain != nil && uncertain.kind == mapKind {
		for _, e := range uncertain.entries {
			if number := fixedNumber(root, e.tree); number != nil {
				sure := &tree{Position: number.Position, text: "true"}
				out.replace([]string{"uncertainties", e.key}, entry{"certain", number.Position, sure})
			}
		}
	}
	for _, o := range outcomesOf(value{root, schema}) {
		number := fixedOutcome(root, o)
		if number == nil || o.project.certain(o.kind) {
			continue
		}
		section := "projects"
		if root.get(section).get(o.project.name) == nil {
			section = "measures"
		}
		list := &tree{Position: number.Position, kind: listKind}
		if have := out.get(section).get(o.project.name).get("certain"); have != nil && have.kind == listKind {
			list.items = slices.Clone(have.items)
		}
		list.items = append(list.items, &tree{Position: number.Position, text: o.kind})
		out.replace([]string{section, o.project.name}, entry{"certain", number.Position, list})
	}
	out.withoutFixedFit(root)
	return &out
}

// withoutFixedFit takes numbers out of the fit of a hindcast that something laid later has
// set without bounds of their own: what is set is no longer fitted.
func (t *tree) withoutFixedFit(root *tree) {
	fit := root.get("hindcast").get("parameters")
	if fit == nil || fit.kind != listKind || fit.File == nil {
		return
	}
	list := *fit
	list.items = slices.DeleteFunc(slices.Clone(fit.items), func(item *tree) bool {
		number := numberBelow(root, item.text)
		set := number != nil && number.File != nil && item.File != nil && number.File.layer > item.File.layer
		return set && (number.get("low") == nil || number.get("high") == nil)
	})
	if len(list.items) < len(fit.items) {
		t.replace([]string{"hindcast"}, entry{"parameters", root.get("hindcast").placeOf("parameters"), &list})
	}
}

// numberBelow returns what stands at a path, or nil.
func numberBelow(root *tree, path string) *tree {
	t := root
	for step := range strings.SplitSeq(path, ".") {
		t = t.get(step)
	}
	return t
}

// fixedNumber returns the number an uncertainty is about if it was set after the
// uncertainty was given, or nil.
func fixedNumber(root, uncertainty *tree) *tree {
	path := uncertainty.get("path")
	if uncertainty.kind != mapKind || path == nil {
		return nil
	}
	t := numberBelow(root, path.text)
	if t == nil || t.File.layer <= path.File.layer {
		return nil
	}
	return t
}

// fixedOutcome returns the number of a project that an outcome changes if it was set
// after all that makes the outcome uncertain, or nil.
func fixedOutcome(root *tree, o outcome) *tree {
	number := o.project.get(o.changed())
	if number == nil || number.File == nil {
		return nil
	}
	said := max(latest(o.project.get("class")), latest(o.project.get("kind")), latest(o.distribution.tree))
	switch o.kind {
	case "delay":
		said = max(said, latest(root.get("delivery").get("dates")))
	case "stall":
		said = latest(o.project.get("stall_chance"))
	}
	if latest(number) <= said {
		return nil
	}
	return number
}

// latest returns the layer of the last file that gives something below a tree.
func latest(t *tree) int {
	if t == nil {
		return 0
	}
	layer := 0
	if t.File != nil && t.kind != mapKind && t.kind != listKind {
		layer = t.File.layer
	}
	for _, e := range t.entries {
		layer = max(layer, latest(e.tree))
	}
	for _, item := range t.items {
		layer = max(layer, latest(item))
	}
	return layer
}

// replace sets a key below a path of maps, which are copied and not changed.
func (t *tree) replace(path []string, e entry) {
	if len(path) == 0 {
		t.set(e)
		return
	}
	for i, have := range t.entries {
		if have.key == path[0] {
			below := *have.tree
			below.entries = slices.Clone(below.entries)
			below.replace(path[1:], e)
			t.entries[i].tree = &below
		}
	}
}
