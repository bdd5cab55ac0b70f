package text

import (
	"slices"
	"strings"
)

// Kind is the shape of a value in a file.
type Kind int

const (
	Scalar Kind = iota
	Map
	List
	Null
)

// String says it in words, for messages.
func (k Kind) String() string {
	return [...]string{"a single value", "a group of keys", "a list", "nothing"}[k]
}

// Tree is a value of a file with its place.
type Tree struct {
	Position
	Kind    Kind
	Text    string // of a scalar
	Quoted  bool   // written in quotes, or as a block: a text whatever it looks like
	Entries []Entry
	Items   []*Tree
	Removed []Entry // keys that a file laid on this one took away
	Said    string  // of a text that was worked out: from what was written, and how
}

// Entry is a key of a map with its value.
type Entry struct {
	Key string
	At  Position // of the key
	*Tree
}

// Get returns the value of a key, or nil.
func (t *Tree) Get(key string) *Tree {
	if t == nil {
		return nil
	}
	if i := place(t.Entries, key); i >= 0 {
		return t.Entries[i].Tree
	}
	return nil
}

// Keys lists the keys of a map.
func (t *Tree) Keys() []string {
	if t == nil {
		return nil
	}
	keys := make([]string, len(t.Entries))
	for i := range t.Entries {
		keys[i] = t.Entries[i].Key
	}
	return keys
}

// Set replaces or adds a key.
func (t *Tree) Set(e Entry) {
	if i := place(t.Entries, e.Key); i >= 0 {
		t.Entries[i] = e
		return
	}
	t.Entries = append(t.Entries, e)
}

// Same reports whether two trees say the same, wherever they stand.
func Same(a, b *Tree) bool {
	if a == b {
		return true
	}
	return a.Kind == b.Kind && a.Text == b.Text && a.Quoted == b.Quoted &&
		slices.EqualFunc(a.Entries, b.Entries, func(x, y Entry) bool { return x.Key == y.Key && Same(x.Tree, y.Tree) }) &&
		slices.EqualFunc(a.Items, b.Items, Same)
}

// PlaceOf returns where a key stands, or where the map does when it has no such key.
func (t *Tree) PlaceOf(key string) Position {
	if i := place(t.Entries, key); i >= 0 {
		return t.Entries[i].At
	}
	return t.Position
}

// Dropped returns a tree without keys that are not passed on.
func (t *Tree) Dropped(keys ...string) *Tree {
	out := *t
	out.Entries = nil
	for _, e := range t.Entries {
		if !slices.Contains(keys, e.Key) {
			out.Entries = append(out.Entries, e)
		}
	}
	return &out
}

// Removal returns the place that last took away one of the keys.
func (t *Tree) Removal(keys ...string) (Position, bool) {
	if t == nil {
		return Position{}, false
	}
	for _, e := range slices.Backward(t.Removed) {
		if slices.Contains(keys, e.Key) {
			return e.At, true
		}
	}
	return Position{}, false
}

// Replace sets a key below a path of maps, which are copied and not changed.
func (t *Tree) Replace(path []string, e Entry) {
	if len(path) == 0 {
		t.Set(e)
		return
	}
	for i, have := range t.Entries {
		if have.Key == path[0] {
			below := *have.Tree
			below.Entries = slices.Clone(below.Entries)
			below.Replace(path[1:], e)
			t.Entries[i].Tree = &below
		}
	}
}

// Below returns what stands at a path, or nil.
func (t *Tree) Below(path string) *Tree {
	for step := range strings.SplitSeq(path, ".") {
		t = t.Get(step)
	}
	return t
}

// Latest returns the layer of the last file that gives something below a tree.
func (t *Tree) Latest() int {
	if t == nil {
		return 0
	}
	layer := 0
	if t.File != nil && t.Kind != Map && t.Kind != List {
		layer = t.File.Layer
	}
	for _, e := range t.Entries {
		layer = max(layer, e.Tree.Latest())
	}
	for _, item := range t.Items {
		layer = max(layer, item.Latest())
	}
	return layer
}

// Size counts the values of a tree, and the bytes of its keys and texts.
func (t *Tree) Size() (values, bytes int) {
	values, bytes = 1, len(t.Text)
	add := func(t *Tree) {
		v, b := t.Size()
		values, bytes = values+v, bytes+b
	}
	for _, e := range t.Entries {
		bytes += len(e.Key)
		add(e.Tree)
	}
	for _, item := range t.Items {
		add(item)
	}
	return values, bytes
}

// In returns a copy of a tree as read from another copy of its file.
func (t *Tree) In(file *File) *Tree {
	if t == nil {
		return nil
	}
	out := *t
	out.File = file
	out.Entries, out.Items, out.Removed = entriesIn(file, t.Entries), nil, entriesIn(file, t.Removed)
	for _, item := range t.Items {
		out.Items = append(out.Items, item.In(file))
	}
	return &out
}

func entriesIn(file *File, entries []Entry) []Entry {
	if entries == nil {
		return nil
	}
	out := make([]Entry, len(entries))
	for i, e := range entries {
		e.At.File = file
		e.Tree = e.Tree.In(file)
		out[i] = e
	}
	return out
}

// TextOf returns the text under a key, "" where there is none.
func (t *Tree) TextOf(key string) string {
	if v := t.Get(key); v != nil && v.Kind == Scalar {
		return v.Text
	}
	return ""
}
