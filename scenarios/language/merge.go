package language

import (
	"fmt"
	"slices"

	"corridor/scenarios/text"
)

// merge lays over onto base and returns the result; neither is changed. The spec
// is that of the value, nil where the language knows none.
//
// The root is the scenario below, whose places selectors may name.
//
// Maps are merged key by key, everything else is replaced. A number with its
// range and source is replaced whole, so that no range outlives its number, and so is a
// posterior. An empty value (null) removes the key. The key "*" changes every entry the base
// has under that map, and a selector those that it names; in the changes of a project a selector
// is an entry of its own. A source or note that stands for all of a map is not passed
// on to the figures another file has there: what comes without a source of its own
// counts as assumed. The month in which all of a map became known goes to the figures
// that the file has there itself.
func merge(root, base, over *text.Tree, s *spec, report *text.Report) *text.Tree {
	if over == nil {
		return base
	}
	if base != nil && s == posteriorSpec {
		replacesSample(base, over, report)
		base = nil
	}
	if base == nil || base.Kind != text.Map || over.Kind != text.Map || isNumber(base, s) || isNumber(over, s) {
		return without(root, over, s, report)
	}
	s = s.resolve(over)
	over = handDown(over, s, report)
	below, out := base.Index(), base.Lay()
	for _, e := range s.severalFirst(over.Entries, base) {
		switch {
		case commentary[e.Key] != nil && s.child(e.Key) == commentary[e.Key]:
			if e.Kind == text.Map || e.Kind == text.List && e.Key != "source" {
				report.Mistake(e.Position, "%s is %v, expected %s", e.Key, e.Kind, expected(commentary[e.Key]))
			}
		case e.Key == star && s.hasNames():
			changeEvery(out.Done(), root, below, e, s, report)
		case s.changesSeveral(e.Key, base):
			changeSelected(out.Done(), root, below, e, s, report)
		case e.Kind == text.Null && s.child(e.Key) == nil:
			out.Set(e) // an unknown key, reported by the checker
		case e.Kind == text.Null:
			if below.Get(e.Key) == nil && s.hasNames() {
				noneToTake(root, base, e, s, report)
			}
			out.Remove(e)
		default:
			out.Set(text.Entry{Key: e.Key, At: e.At, Tree: merge(root, out.Get(e.Key), e.Tree, s.child(e.Key), report)})
		}
	}
	laid := out.Done()
	if s == growthSpec {
		saidLast(over, laid)
	}
	return laid
}

// severalFirst returns entries with those first that change several: what a file says of one entry
// itself holds, wherever it stands.
func (s *spec) severalFirst(entries []text.Entry, base *text.Tree) []text.Entry {
	if !s.hasNames() {
		return entries
	}
	rank := func(e text.Entry) int {
		if e.Key == star || s.changesSeveral(e.Key, base) {
			return 0
		}
		return 1
	}
	return slices.SortedStableFunc(slices.Values(entries), func(a, b text.Entry) int { return rank(a) - rank(b) })
}

// knownKey says when all of a map became known.
const knownKey = "known"

// handDown returns a map with what it says became known in a month said of each of its entries:
// the map that it is laid on has other figures beside them, which are not meant.
func handDown(t *text.Tree, s *spec, report *text.Report) *text.Tree {
	known := t.Get(knownKey)
	if known == nil || known.Kind != text.Scalar || s.child(knownKey) != commentary[knownKey] {
		return t
	}
	if _, err := parseMonth(known.Text); err != nil {
		report.Mistake(known.Position, "%s is %q, expected %s", knownKey, text.Short(known.Text), expected(commentary[knownKey]))
		return t
	}
	out, at := *t, t.PlaceOf(knownKey)
	out.Entries = slices.Clone(t.Entries)
	for i, e := range out.Entries {
		if commentary[e.Key] == nil {
			out.Entries[i].Tree = knownIn(e.Tree, s.child(e.Key), text.Entry{Key: knownKey, At: at, Tree: known})
		}
	}
	return &out
}

// knownIn returns a figure, or a map or list of some, with the month in which it became known
// where it does not say one itself.
func knownIn(t *text.Tree, s *spec, known text.Entry) *text.Tree {
	if t == nil || s == nil {
		return t
	}
	s = s.resolve(t)
	out := *t
	out.Entries, out.Items = slices.Clone(t.Entries), slices.Clone(t.Items)
	switch {
	case t.Kind == text.Scalar && s.form == formNumber:
		return &text.Tree{Position: t.Position, Kind: text.Map, Entries: []text.Entry{{Key: "value", At: t.Position, Tree: t}, known}}
	case t.Kind == text.List:
		for i, item := range t.Items {
			out.Items[i] = knownIn(item, s.item, known)
		}
	case t.Kind != text.Map || t.Get(knownKey) != nil:
		return t
	case isNumber(t, s) || s.child(knownKey) == commentary[knownKey]:
		out.Set(known)
	default: // the month is a key of its own, as of an agreement, and may be given below
		for i, e := range t.Entries {
			out.Entries[i].Tree = knownIn(e.Tree, s.child(e.Key), known)
		}
	}
	return &out
}

// saidLast takes out of growth the years that the file below gives in the other way: of a year
// either the potential is given or what was carried, and what is said last holds.
func saidLast(over, merged *text.Tree) {
	for _, key := range [][2]string{{pathKey, carriedKey}, {carriedKey, pathKey}} {
		said, other := over.Get(key[0]), merged.Get(key[1])
		if said == nil || other == nil || said.Kind != text.Map || other.Kind != text.Map {
			continue
		}
		years := slices.DeleteFunc(namesIn(said), func(year string) bool {
			return said.Get(year).Kind == text.Null || other.Get(year) == nil || over.Get(key[1]).Get(year) != nil
		})
		switch left := other.Dropped(years...); {
		case len(years) == 0:
		case len(namesIn(left)) == 0:
			merged.Entries = merged.Dropped(key[1]).Entries
		default:
			merged.Set(text.Entry{Key: key[1], At: merged.PlaceOf(key[1]), Tree: left})
		}
	}
}

// star is the key that stands for every entry.
const star = "*"

// changeEvery merges the value of a "*" into the entries that the base has too.
func changeEvery(t, root *text.Tree, below *text.Index, e text.Entry, s *spec, report *text.Report) {
	if len(namesIn(below.Tree)) == 0 {
		report.Mistake(e.At, nothingToChange)
	}
	if e.Kind == text.Null {
		report.Mistake(e.At, `"*" has no value, expected what to change in every entry`)
		return
	}
	changeEach(t, root, e, s, report, func(name string) bool { return below.Get(name) != nil })
}

// changeSelected merges the value of a selector into the entries that it names.
func changeSelected(t, root *text.Tree, below *text.Index, e text.Entry, s *spec, report *text.Report) {
	of := selection{root: root, parts: below.Tree, section: sectionOf(s)}
	names, mistake := of.named(e.Key)
	switch {
	case mistake != "":
		report.Mistake(e.At, "%s", mistake)
	case e.Kind == text.Null:
		report.Mistake(e.At, "%q has no value, expected what to change in every entry that it names", text.Short(e.Key))
	default:
		changeEach(t, root, e, s, report, func(name string) bool { return slices.Contains(names, name) })
	}
}

// changeEach merges a value into some of the entries.
func changeEach(t, root *text.Tree, e text.Entry, s *spec, report *text.Report, isOne func(name string) bool) {
	for i, have := range t.Entries {
		if commentary[have.Key] == nil && isOne(have.Key) {
			t.Entries[i].Tree = merge(root, have.Tree, fitting(e.Tree, have.Tree, s.item), s.item, report)
		}
	}
}

// changesSeveral reports whether a key laid on a map changes entries that it selects.
func (s *spec) changesSeveral(key string, base *text.Tree) bool {
	every := key == allParts && sectionOf(s) != "" && len(namesIn(base)) > 0 // elsewhere all is a name like others
	return s != nil && s.form == formNamed && s.selects == "" && (every || isSelector(key)) && base.Get(key) == nil
}

// sectionOf names the section of a scenario that a map with names is, "" for any other map.
func sectionOf(s *spec) string {
	i := slices.IndexFunc(schema.fields, func(f field) bool { return f.spec == s })
	if i < 0 {
		return ""
	}
	return schema.fields[i].name
}

// fitting returns what a "*" says without the keys of which an entry has another instead: the
// growth of every market is that of those that grow, not of those with a schedule. Nor does it
// say what has no effect beside a key of the entry.
func fitting(said, have *text.Tree, s *spec) *text.Tree {
	if s == nil || len(s.oneOf) == 0 || said.Kind != text.Map {
		return said
	}
	other := func(key string) bool {
		if beside := s.idle[key]; beside != "" && have.Get(beside) != nil && said.Get(beside) == nil {
			return true
		}
		return slices.Contains(s.oneOf, key) && have.Get(key) == nil &&
			slices.ContainsFunc(s.oneOf, func(k string) bool { return have.Get(k) != nil && said.Get(k) == nil })
	}
	out := *said
	out.Entries = slices.DeleteFunc(slices.Clone(said.Entries), func(e text.Entry) bool { return other(e.Key) })
	return &out
}

const noneToSelect = "%q changes entries of the scenario below, and there is none here to change"

const nothingToChange = `"*" changes every entry, and there is none here to change`

// everyPart says how a map whose keys are selectors names every part.
func (s *spec) everyPart() string {
	if s.selects == "" {
		return ""
	}
	return "; all is every one of the " + s.selects
}

// noneToTake reports an entry that is taken away and is not there: its name is mistaken, unless it
// is that of an entry elsewhere.
func noneToTake(root, base *text.Tree, e text.Entry, s *spec, report *text.Report) {
	hint := text.DidYouMean(e.Key, namesIn(base))
	if there := sectionWith(root, e.Key); sectionOf(s) != "" && there != "" {
		hint = fmt.Sprintf(", did you mean %q?", there+"."+e.Key)
	}
	report.Mistake(e.At, "there is no %q here to take away%s", text.Short(e.Key), hint)
}

// sectionWith names the first section of a scenario that has an entry of a name, "" for none.
func sectionWith(root *text.Tree, name string) string {
	for _, f := range schema.fields {
		if t := root.Get(f.name); f.spec.form == formNamed && commentary[name] == nil && t.Get(name) != nil {
			return f.name
		}
	}
	return ""
}

// without returns a tree without the keys of the language that are set to nothing: where there is
// nothing below, they need not be taken away. An entry that is to be taken away is a mistake there.
func without(root, t *text.Tree, s *spec, report *text.Report) *text.Tree {
	if t == nil || t.Kind != text.Map {
		return t
	}
	s = s.resolve(t)
	out := &text.Tree{Position: t.Position, Kind: text.Map}
	for _, e := range t.Entries {
		switch {
		case e.Key == star && s.hasNames():
			report.Mistake(e.At, "%s", nothingToChange+s.everyPart())
		case s.changesSeveral(e.Key, nil):
			report.Mistake(e.At, noneToSelect, text.Short(e.Key))
		case e.Kind != text.Null:
			out.Entries = append(out.Entries, text.Entry{Key: e.Key, At: e.At, Tree: without(root, e.Tree, s.child(e.Key), report)})
		case s.child(e.Key) == nil:
			out.Entries = append(out.Entries, e) // reported by the checker
		case s.hasNames():
			noneToTake(root, nil, e, s, report)
			out.Entries = append(out.Entries, e) // so that the map is not said to be empty
		default:
			out.Removed = append(out.Removed, e)
		}
	}
	return out
}

// isNumber reports whether a map stands for a number with its range and source.
func isNumber(t *text.Tree, s *spec) bool {
	return isValue(t) && s != nil && s.form == formNumber
}
