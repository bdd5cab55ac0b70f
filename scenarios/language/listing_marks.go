package language

import (
	"slices"

	"corridor/scenarios/text"
)

// What may have become of a thing against the scenario below.
const (
	Added     = "added"
	Changed   = "changed"
	TakenAway = "taken away"
)

// Marks are all of them.
var Marks = []string{Added, Changed, TakenAway}

// mark says of each row what became of it between two states of its section, and adds those that
// were taken away, of which nothing but the title is told.
func (l *Listing) mark(before, after *text.Tree) {
	for i := range l.Rows {
		row := &l.Rows[i]
		switch was, is := before.Get(row.Name), after.Get(row.Name); {
		case was == nil:
			row.Change = Added
		case !text.Same(was, is):
			row.Change, row.Changed = Changed, keysChanged(was, is)
		}
	}
	for _, name := range namesIn(before) {
		if after.Get(name) == nil {
			was := before.Get(name)
			row := ListRow{Name: name, Cells: make([]any, len(l.Columns)), Change: TakenAway}
			if was.Kind == text.Map {
				row.Title = English(was.Get("title"))
			}
			l.Rows = append(l.Rows, row)
		}
	}
}

// keysChanged lists the keys of two states of a thing that are not the same in both.
func keysChanged(was, is *text.Tree) (keys []string) {
	for _, key := range slices.Concat(is.Keys(), was.Keys()) {
		a, b := was.Get(key), is.Get(key)
		if (a == nil || b == nil || !text.Same(a, b)) && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}
