package language

import (
	"corridor/scenarios/text"
)

// Laid is a value that another file gave than the one the thing stands in, of which it is told.
type Laid struct {
	Path  string `json:"path,omitempty" doc:"to the value below the key; without it the key's own"`
	Place string `json:"place" doc:"file:line:col"`
}

// laidOn lists the values of a tree that are of another layer of files than the one around it.
func laidOn(t, around *text.Tree) (list []Laid) {
	if t == nil || around == nil || around.File == nil {
		return nil
	}
	var walk func(t *text.Tree, path string)
	walk = func(t *text.Tree, path string) {
		if t.Kind == text.Map && len(t.Entries) > 0 && !isValue(t) {
			for _, e := range t.Entries {
				walk(e.Tree, join(path, e.Key))
			}
			return
		}
		if t.File != nil && t.File.Layer != around.File.Layer {
			list = append(list, Laid{path, t.Position.String()})
		}
	}
	walk(t, "")
	return list
}

// removedAt is the place that took away a key of a map which it has no more, "" for none.
func removedAt(t *text.Tree, key string) string {
	if at, gone := t.Removal(key); gone && t.Get(key) == nil {
		return at.String()
	}
	return ""
}
