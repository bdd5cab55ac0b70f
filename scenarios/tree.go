package scenarios

import "slices"

// kind is the shape of a value in a file.
type kind int

const (
	scalarKind kind = iota
	mapKind
	listKind
	nullKind
)

func (k kind) String() string {
	return [...]string{"a single value", "a group of keys", "a list", "nothing"}[k]
}

// tree is a value of a scenario file with its place.
type tree struct {
	Position
	kind    kind
	text    string // of a scalar
	quoted  bool   // written in quotes, or as a block: a text whatever it looks like
	entries []entry
	items   []*tree
	removed []entry // keys that an overlay or extending scenario took away
}

// entry is a key of a map with its value.
type entry struct {
	key string
	at  Position // of the key
	*tree
}

// get returns the value of a key, or nil.
func (t *tree) get(key string) *tree {
	if t == nil {
		return nil
	}
	for i := range t.entries {
		if t.entries[i].key == key {
			return t.entries[i].tree
		}
	}
	return nil
}

func (t *tree) keys() []string {
	if t == nil {
		return nil
	}
	keys := make([]string, len(t.entries))
	for i := range t.entries {
		keys[i] = t.entries[i].key
	}
	return keys
}

// set replaces or adds a key.
func (t *tree) set(e entry) {
	if i := slices.IndexFunc(t.entries, func(have entry) bool { return have.key == e.key }); i >= 0 {
		t.entries[i] = e
		return
	}
	t.entries = append(t.entries, e)
}

// same reports whether two trees say the same, wherever they stand.
func same(a, b *tree) bool {
	if a == b {
		return true
	}
	return a.kind == b.kind && a.text == b.text && a.quoted == b.quoted &&
		slices.EqualFunc(a.entries, b.entries, func(x, y entry) bool { return x.key == y.key && same(x.tree, y.tree) }) &&
		slices.EqualFunc(a.items, b.items, same)
}

// placeOf returns where a key stands, or where the map does when it has no such key.
func (t *tree) placeOf(key string) Position {
	for i := range t.entries {
		if t.entries[i].key == key {
			return t.entries[i].at
		}
	}
	return t.Position
}

// isValue reports whether a map is a number with its range and source. It is one
// without its value too: that mistake is reported as such.
func (t *tree) isValue() bool {
	return t != nil && t.kind == mapKind && (t.get("value") != nil || t.get("low") != nil || t.get("high") != nil)
}
