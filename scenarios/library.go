package scenarios

import (
	"path"
	"slices"
	"strings"
	"sync"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/scenarios/text"
)

// libraryTrees holds the files of the library as they were parsed, by name.
var libraryTrees sync.Map

// libraryTree returns the tree of a file of the library, for the caller alone: what is laid
// on what is kept by file.
func libraryTree(name string) *text.Tree {
	file, ok := library.File(name)
	if !ok {
		return nil
	}
	parsed, known := libraryTrees.Load(name)
	if !known {
		var report text.Report
		parsed = text.Parse(file, scenarioText, &report)
		if err := report.Err(); err != nil {
			panic(err) // a broken build: the tests of this package catch it first
		}
		libraryTrees.Store(name, parsed)
	}
	return parsed.(*text.Tree).In(file)
}

// Entry describes a file of the library.
type Entry struct {
	Name     string // as given on the command line
	Group    string // the overlay's group, or "scenario"
	For      string // scenario an overlay is made for, "" for any
	Title    string
	Question string
}

// Overlay reports whether the entry is an overlay rather than a scenario.
func (e Entry) Overlay() bool { return e.Group != ScenarioGroup }

// ScenarioGroup is the group of the entries that can be run by themselves.
const ScenarioGroup = "scenario"

// Library lists the files of the library, scenarios first, by name.
func Library() []Entry { return slices.Clone(libraryEntries()) }

var libraryEntries = sync.OnceValue(func() []Entry {
	var entries []Entry
	for _, name := range library.Names() {
		root := libraryTree(name)
		entry := Entry{Name: name, Group: ScenarioGroup, For: root.TextOf("for"), Title: language.English(root.Get("title")), Question: language.English(root.Get("question"))}
		if root.Get("overlay") != nil {
			entry.Group = path.Dir(name)
		}
		entries = append(entries, entry)
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		switch {
		case a.Overlay() != b.Overlay() && b.Overlay():
			return -1
		case a.Overlay() != b.Overlay():
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return entries
})

// TitleOf returns the title of a file of the library, or nothing.
func TitleOf(name string) string {
	if t := libraryTree(name); t != nil {
		return language.English(t.Get("title"))
	}
	return ""
}

// scenarioNames and overlayNames list the names of one kind, which a name tells: overlays
// stand in a directory by their group.
var (
	scenarioNames = sync.OnceValue(func() []string { return namesOf(false) })
	overlayNames  = sync.OnceValue(func() []string { return namesOf(true) })
)

func namesOf(overlay bool) []string {
	names := slices.DeleteFunc(library.Names(), func(name string) bool { return strings.Contains(name, "/") != overlay })
	slices.Sort(names)
	return names
}

func libraryNames() language.Names {
	return language.Names{Overlays: overlayNames(), Scenarios: scenarioNames()}
}
