package text

import "slices"

// Since returns what the files from a layer on say of a map: their values, and null for what they
// took away. It is nil where they say nothing. Lists are whole.
func (t *Tree) Since(layer int) *Tree {
	if t.Kind != Map || len(t.Entries) == 0 && len(t.Removed) == 0 {
		if t.since(layer) || t.Latest() >= layer {
			return t
		}
		return nil
	}
	out := &Tree{Position: t.Position, Kind: Map}
	for _, e := range t.Entries {
		if said := e.Tree.Since(layer); said != nil {
			out.Entries = append(out.Entries, Entry{Key: e.Key, At: e.At, Tree: said})
		}
	}
	for i, e := range t.Removed {
		again := slices.ContainsFunc(t.Removed[i+1:], func(later Entry) bool { return later.Key == e.Key })
		if t.Get(e.Key) == nil && !again && e.Tree.since(layer) {
			out.Entries = append(out.Entries, Entry{Key: e.Key, At: e.At, Tree: &Tree{Position: e.At, Kind: Null}})
		}
	}
	if len(out.Entries) == 0 {
		return nil
	}
	return out
}

// since reports whether a value itself is of a file from a layer on.
func (t *Tree) since(layer int) bool { return t.File != nil && t.File.Layer >= layer }
