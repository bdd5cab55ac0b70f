package library_test

import (
	"maps"
	"slices"
	"testing"

	"corridor/scenarios"
	"corridor/scenarios/library"
	"corridor/scenarios/text"
)

// Readers tell the files of the library apart by their titles.
func TestTitlesAreUnique(t *testing.T) {
	title := map[string]string{}
	for _, e := range scenarios.Library() {
		if other := title[e.Title]; other != "" {
			t.Errorf("%s and %s are both called %q", other, e.Name, e.Title)
		}
		title[e.Title] = e.Name
	}
}

// Every work of the bibliography is behind some figure: what nobody uses would
// look like a source of the results.
func TestEveryWorkIsUsed(t *testing.T) {
	unused := map[string]bool{}
	file, _ := library.File(library.Bibliography)
	var report text.Report
	for _, id := range text.Parse(file, text.Contents{}, &report).Get("sources").Keys() {
		unused[id] = true
	}
	for _, e := range scenarios.Library() {
		for _, w := range entry(t, e).scenario.Works() {
			delete(unused, w.Name)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("no figure of the library names %s", id)
	}
}

// An overlay is made for any scenario or for one that exists.
func TestOverlaysAreForScenarios(t *testing.T) {
	all := scenarios.Library()
	for _, e := range all {
		if e.For != "" && !slices.ContainsFunc(all, func(other scenarios.Entry) bool { return other.Name == e.For && !other.Overlay() }) {
			t.Errorf("%s is for %s, which does not exist", e.Name, e.For)
		}
	}
}
