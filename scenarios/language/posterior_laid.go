package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// replacesSample says what a posterior leaves out that the one before it drew: figures that
// the other file set stay as they are.
func replacesSample(before, after *text.Tree, report *text.Report) {
	now := namesOf(after.Get("of"))
	left := slices.DeleteFunc(namesOf(before.Get("of")), func(name string) bool { return slices.Contains(now, name) })
	if len(now) > 0 && len(left) > 0 {
		report.Warn(after.Get("of").Position, "this posterior takes the place of another one, which drew %s too", strings.Join(left, ", "))
	}
}

// namesOf reads a list of names.
func namesOf(t *text.Tree) (names []string) {
	if t == nil {
		return nil
	}
	for _, item := range t.Items {
		names = append(names, item.Text)
	}
	return names
}

// sampled reports whether the posterior of a scenario names an uncertainty, and the layer
// that says so.
func sampled(root *text.Tree, name string) (layer int, ok bool) {
	of := root.Get(posteriorKey).Get("of")
	if !slices.Contains(namesOf(of), name) {
		return 0, false
	}
	return of.Latest(), true
}

// laidOnSample finds what a later file says of an uncertainty that the posterior draws, and
// where: then that holds.
func laidOnSample(root *text.Tree, name string, layer int) (at text.Position, what string) {
	all := root.Get("uncertainties")
	u := all.Get(name)
	if u == nil {
		at, ok := root.Removal("uncertainties")
		if all != nil {
			at, ok = all.Removal(name)
		}
		if ok && at.File.Layer > layer {
			return at, "is taken away"
		}
		return text.Position{}, ""
	}
	if number := fixedNumber(root, name, u); number != nil {
		return number.Position, "is set"
	}
	if u.Kind != text.Map || u.Dropped("title", "note", "source", "known").Latest() <= layer {
		return text.Position{}, ""
	}
	if u.TextOf("certain") == "true" {
		return u.Get("certain").Position, "is made certain"
	}
	return lastSaid(u), "is given another distribution"
}

// withoutLaidOn takes out of the posterior what a later file says something else of. The
// others are drawn as before, from their own margin of the sample.
func withoutLaidOn(out, root *text.Tree, report *text.Report) {
	posterior := root.Get(posteriorKey)
	of, rows := posterior.Get("of"), posterior.Get("rows")
	if of == nil || rows == nil || of.Kind != text.List || rows.Kind != text.List {
		return
	}
	keep := make([]bool, len(of.Items))
	left := 0
	for i, item := range of.Items {
		layer, _ := sampled(root, item.Text)
		at, what := laidOnSample(root, item.Text, layer)
		if keep[i] = what == ""; keep[i] {
			left++
			continue
		}
		report.Warn(at, "%s %s here, so the posterior does not draw it; the others are drawn as if nothing were known of it", item.Text, what)
	}
	switch left {
	case len(of.Items):
		return
	case 0:
		out.Entries = out.Dropped(posteriorKey).Entries
		return
	}
	kept := func(t *text.Tree) *text.Tree {
		if t.Kind != text.List || len(t.Items) != len(keep) {
			return t // reported
		}
		line := *t
		line.Items = nil
		for i, item := range t.Items {
			if keep[i] {
				line.Items = append(line.Items, item)
			}
		}
		return &line
	}
	all := *rows
	all.Items = make([]*text.Tree, len(rows.Items))
	for i, row := range rows.Items {
		all.Items[i] = kept(row)
	}
	out.Replace([]string{posteriorKey}, text.Entry{Key: "of", At: posterior.PlaceOf("of"), Tree: kept(of)})
	out.Replace([]string{posteriorKey}, text.Entry{Key: "rows", At: posterior.PlaceOf("rows"), Tree: &all})
}
