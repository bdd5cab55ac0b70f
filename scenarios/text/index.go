package text

import "slices"

// Index finds the entries of a map by their keys, where many are looked for. It belongs to
// who made it, and holds while the entries stay where they are.
type Index struct {
	*Tree   // nil for none
	entries []Entry
	passed  int // by searches so far
	places  map[string]int
}

// widening is how often all entries may be passed before their places are kept: to find a few
// keys that takes longer.
const widening = 4

// Passed counts the entries that searches pass, where a test asks for it.
var Passed *int

// Index returns the index of a map.
func (t *Tree) Index() *Index {
	if t == nil {
		return &Index{}
	}
	return &Index{Tree: t, entries: t.Entries}
}

// Get returns the value of a key, or nil.
func (x *Index) Get(key string) *Tree {
	if i := x.place(key); i >= 0 {
		return x.entries[i].Tree
	}
	return nil
}

// place returns where a key is, −1 where it is not.
func (x *Index) place(key string) int {
	if x.places == nil && x.passed > widening*len(x.entries) {
		x.places = make(map[string]int, len(x.entries))
		for i := range x.entries {
			if _, twice := x.places[x.entries[i].Key]; !twice {
				x.places[x.entries[i].Key] = i
			}
		}
	}
	if x.places == nil {
		i := place(x.entries, key)
		if x.passed += i + 1; i < 0 {
			x.passed += len(x.entries)
		}
		return i
	}
	if i, known := x.places[key]; known {
		return i
	}
	return -1
}

// place returns where a key is among entries, −1 where it is not.
func place(entries []Entry, key string) int {
	for i := range entries {
		if entries[i].Key == key {
			count(i + 1)
			return i
		}
	}
	count(len(entries))
	return -1
}

func count(passed int) {
	if Passed != nil {
		*Passed += passed
	}
}

// Laying is a map of which many keys are set and taken away.
type Laying struct {
	*Tree
	index Index
	gone  []bool // by entry: it was taken away
}

// Lay returns a copy of a map, to be changed. [Laying.Done] says that it has been.
func (t *Tree) Lay() *Laying {
	out := &Tree{Position: t.Position, Kind: Map, Entries: slices.Clone(t.Entries), Removed: t.Removed[:len(t.Removed):len(t.Removed)]}
	return &Laying{Tree: out, index: Index{entries: out.Entries}}
}

func (l *Laying) place(key string) int {
	i := l.index.place(key)
	for i >= 0 && l.gone != nil && l.gone[i] { // it may have been set again
		next := place(l.Entries[i+1:], key)
		if next < 0 {
			return -1
		}
		i += 1 + next
	}
	return i
}

// Get returns the value of a key, or nil.
func (l *Laying) Get(key string) *Tree {
	if i := l.place(key); i >= 0 {
		return l.Entries[i].Tree
	}
	return nil
}

// Set replaces or adds a key.
func (l *Laying) Set(e Entry) {
	i := l.place(e.Key)
	if i >= 0 {
		l.Entries[i] = e
		return
	}
	l.Entries = append(l.Entries, e)
	l.index.entries = l.Entries
	if l.index.places != nil {
		l.index.places[e.Key] = len(l.Entries) - 1
	}
	if l.gone != nil {
		l.gone = append(l.gone, false)
	}
}

// Remove takes a key away and remembers who did.
func (l *Laying) Remove(e Entry) {
	i := l.place(e.Key)
	if i < 0 {
		return
	}
	if l.gone == nil {
		l.gone = make([]bool, len(l.Entries))
	}
	l.gone[i] = true
	l.Removed = append(l.Removed, e)
}

// Done takes out what was taken away, and returns the map.
func (l *Laying) Done() *Tree {
	if l.gone != nil {
		kept := l.Entries[:0:0]
		for i, e := range l.Entries {
			if !l.gone[i] {
				kept = append(kept, e)
			}
		}
		l.Entries, l.gone = kept, nil
	}
	l.index = Index{entries: l.Entries}
	return l.Tree
}
