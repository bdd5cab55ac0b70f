package runs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"corridor/scenarios"
)

// Request is what was asked for on the command line, files by their names alone.
type Request struct {
	Scenario string   `json:"scenario"`
	With     []string `json:"with,omitempty"`
	Set      []string `json:"set,omitempty"`
}

// NewRequest returns what was asked for without what is of this machine.
func NewRequest(words, with, set []string) Request {
	r := Request{Set: set}
	var named []string
	for _, word := range words {
		named = append(named, RecordedWord(word))
	}
	r.Scenario = strings.Join(named, " ")
	for _, overlay := range with {
		r.With = append(r.With, recordedName(overlay))
	}
	return r
}

// RecordedWord writes a scenario with what is its own as manifests and tables have it.
func RecordedWord(word string) string {
	r, err := scenarios.ParseRequest(word)
	if err != nil {
		return word // which is refused where it is read
	}
	r.Scenario = recordedName(r.Scenario)
	r.With = slices.Clone(r.With)
	for i, overlay := range r.With {
		r.With[i] = recordedName(overlay)
	}
	return r.String()
}

// recordedName is the name of a scenario or overlay as manifests have it: a file by its
// path from the working directory or, where it was named by one of this machine, by its
// own name.
func recordedName(name string) string {
	if ext := filepath.Ext(name); ext != ".yaml" && ext != ".yml" {
		return name
	}
	if !filepath.IsAbs(name) {
		return filepath.ToSlash(filepath.Clean(name))
	}
	if here, err := os.Getwd(); err == nil {
		if from, err := filepath.Rel(here, name); err == nil && filepath.IsLocal(from) {
			return filepath.ToSlash(from)
		}
	}
	return filepath.Base(name)
}
