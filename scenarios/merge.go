package scenarios

// merge lays over onto base and returns the result; neither is changed.
//
// Maps are merged key by key, everything else is replaced. A number with its
// range and source is replaced whole, so that no range outlives its number. An
// empty value (null) removes the key. The key "*" changes every entry the base
// has under that map.
func merge(base, over *tree, report *diagnostics) *tree {
	if over == nil {
		return base
	}
	if base == nil || base.kind != mapKind || over.kind != mapKind || base.isValue() || over.isValue() {
		return without(over)
	}
	out := &tree{Position: base.Position, kind: mapKind}
	out.entries = append(out.entries, base.entries...)
	for _, e := range over.entries {
		if e.key == "*" {
			if len(base.entries) == 0 {
				report.report(e.at, `"*" changes every entry, and there is none here to change`)
			}
			for i := range base.entries {
				at := out.entries[i]
				out.entries[i] = entry{at.key, at.at, merge(at.tree, e.tree, report)}
			}
			continue
		}
		if e.kind == nullKind {
			out.remove(e.key)
			continue
		}
		out.set(entry{e.key, e.at, merge(base.get(e.key), e.tree, report)})
	}
	return out
}

// without returns the tree without the keys that are set to nothing: where there
// is nothing below, there is nothing to remove.
func without(t *tree) *tree {
	if t == nil || t.kind != mapKind {
		return t
	}
	out := &tree{Position: t.Position, kind: mapKind}
	for _, e := range t.entries {
		if e.kind != nullKind {
			out.entries = append(out.entries, entry{e.key, e.at, without(e.tree)})
		}
	}
	return out
}

func (t *tree) remove(key string) {
	for i := range t.entries {
		if t.entries[i].key == key {
			t.entries = append(t.entries[:i:i], t.entries[i+1:]...)
			return
		}
	}
}
