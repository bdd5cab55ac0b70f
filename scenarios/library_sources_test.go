package scenarios

import (
	"maps"
	"slices"
	"testing"
)

// Readers tell the files of the library apart by their titles.
func TestTitlesAreUnique(t *testing.T) {
	title := map[string]string{}
	for _, e := range Library() {
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
	for _, id := range bibliography().Keys() {
		unused[id] = true
	}
	for _, e := range Library() {
		s := loaded(t, e)
		for _, w := range s.Works() {
			delete(unused, w.Name)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("no figure of the library names %s", id)
	}
}

// An overlay is made for any scenario or for one that exists.
func TestOverlaysAreForScenarios(t *testing.T) {
	for _, e := range Library() {
		if e.For != "" && !slices.Contains(scenarioNames(), e.For) {
			t.Errorf("%s is for %s, which does not exist", e.Name, e.For)
		}
	}
}
