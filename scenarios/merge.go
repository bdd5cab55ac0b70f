package scenarios

import "slices"

// merge lays over onto base and returns the result; neither is changed. The spec
// is that of the value, nil where the language knows none.
//
// Maps are merged key by key, everything else is replaced. A number with its
// range and source is replaced whole, so that no range outlives its number. An
// empty value (null) removes the key. The key "*" changes every entry the base
// has under that map. A source or note that stands for all of a map is not passed
// on to the figures another file has there: what comes without a source of its own
// counts as assumed.
func merge(base, over *tree, s *spec, report *diagnostics) *tree {
	if over == nil {
		return base
	}
	if base == nil || base.kind != mapKind || over.kind != mapKind || isNumber(base, s) || isNumber(over, s) {
		return without(over, s, report)
	}
	s = s.resolve(over)
	out := &tree{Position: base.Position, kind: mapKind, removed: base.removed}
	out.entries = append(out.entries, base.entries...)
	for _, e := range over.entries {
		switch {
		case commentary[e.key] != nil && s.child(e.key) == commentary[e.key]:
			if e.kind == mapKind || e.kind == listKind && e.key == "note" {
				report.report(e.Position, "%s is %v, expected %s", e.key, e.kind, expected(commentary[e.key]))
			}
		case e.key == star && s.hasNames():
			out.changeEvery(base, e, s, report)
		case e.kind == nullKind && s.child(e.key) == nil:
			out.set(e) // an unknown key, reported by the checker
		case e.kind == nullKind:
			if base.get(e.key) == nil && s.hasNames() {
				report.report(e.at, "there is no %q here to remove%s", short(e.key), didYouMean(e.key, base.names()))
			}
			out.remove(e)
		default:
			out.set(entry{e.key, e.at, merge(out.get(e.key), e.tree, s.child(e.key), report)})
		}
	}
	return out
}

// star is the key that stands for every entry.
const star = "*"

// changeEvery merges the value of a "*" into the entries that the base has too.
func (t *tree) changeEvery(base *tree, e entry, s *spec, report *diagnostics) {
	if len(base.names()) == 0 {
		report.report(e.at, nothingToChange)
	}
	if e.kind == nullKind {
		report.report(e.at, `"*" has no value, expected what to change in every entry`)
		return
	}
	for i, have := range t.entries {
		if commentary[have.key] == nil && base.get(have.key) != nil {
			t.entries[i].tree = merge(have.tree, e.tree, s.item, report)
		}
	}
}

const nothingToChange = `"*" changes every entry, and there is none here to change`

// without returns a tree without the keys that are set to nothing: where there is
// nothing below, there is nothing to remove.
func without(t *tree, s *spec, report *diagnostics) *tree {
	if t == nil || t.kind != mapKind {
		return t
	}
	s = s.resolve(t)
	out := &tree{Position: t.Position, kind: mapKind}
	for _, e := range t.entries {
		switch {
		case e.key == star && s.hasNames():
			report.report(e.at, nothingToChange)
		case e.kind != nullKind:
			out.entries = append(out.entries, entry{e.key, e.at, without(e.tree, s.child(e.key), report)})
		case s.child(e.key) == nil || s.hasNames():
			out.entries = append(out.entries, e) // reported by the checker
		default:
			out.removed = append(out.removed, e)
		}
	}
	return out
}

// isNumber reports whether a map stands for a number with its range and source.
func isNumber(t *tree, s *spec) bool {
	return t.isValue() && s != nil && s.form == formNumber
}

// remove takes a key away and remembers who did.
func (t *tree) remove(e entry) {
	for i := range t.entries {
		if t.entries[i].key == e.key {
			t.entries = append(t.entries[:i:i], t.entries[i+1:]...)
			t.removed = append(t.removed[:len(t.removed):len(t.removed)], e)
			return
		}
	}
}

// dropped returns a tree without keys that are not passed on.
func (t *tree) dropped(keys ...string) *tree {
	out := *t
	out.entries = nil
	for _, e := range t.entries {
		if !slices.Contains(keys, e.key) {
			out.entries = append(out.entries, e)
		}
	}
	return &out
}
