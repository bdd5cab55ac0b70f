package scenarios

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed library
var library embed.FS

// libraryFile returns a file of the library by name, such as growth/low.
func libraryFile(name string) (*File, bool) {
	text, err := library.ReadFile(path.Join("library", name+".yaml"))
	if err != nil {
		return nil, false
	}
	return &File{Name: "library/" + name + ".yaml", Text: string(text)}, true
}

// libraryTrees holds the files of the library as they were parsed, by name.
var libraryTrees sync.Map

// libraryTree returns the tree of a file of the library, for the caller alone: what is laid
// on what is kept by file.
func libraryTree(name string) *tree {
	file, ok := libraryFile(name)
	if !ok {
		return nil
	}
	parsed, known := libraryTrees.Load(name)
	if !known {
		var report diagnostics
		parsed = parse(file, &report)
		if err := report.err(); err != nil {
			panic(err) // a broken build: the tests of this package catch it first
		}
		libraryTrees.Store(name, parsed)
	}
	return parsed.(*tree).in(file)
}

// in returns a copy of a tree as read from another copy of its file.
func (t *tree) in(file *File) *tree {
	if t == nil {
		return nil
	}
	out := *t
	out.File = file
	out.entries, out.items, out.removed = entriesIn(file, t.entries), nil, entriesIn(file, t.removed)
	for _, item := range t.items {
		out.items = append(out.items, item.in(file))
	}
	return &out
}

func entriesIn(file *File, entries []entry) []entry {
	if entries == nil {
		return nil
	}
	out := make([]entry, len(entries))
	for i, e := range entries {
		e.at.File = file
		e.tree = e.tree.in(file)
		out[i] = e
	}
	return out
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
	for _, name := range libraryNames() {
		root := libraryTree(name)
		entry := Entry{Name: name, Group: ScenarioGroup, For: textOf(root, "for"), Title: textOf(root, "title"), Question: textOf(root, "question")}
		if root.get("overlay") != nil {
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

// libraryNames lists scenarios and overlays, but not the bibliography.
func libraryNames() []string {
	var names []string
	_ = fs.WalkDir(library, "library", func(file string, d fs.DirEntry, err error) error {
		name, isYAML := strings.CutSuffix(strings.TrimPrefix(file, "library/"), ".yaml")
		if err == nil && isYAML && name != bibliographyName {
			names = append(names, name)
		}
		return nil
	})
	return names
}

// scenarioNames and overlayNames list the names of one kind.
func scenarioNames() []string { return namesOf(false) }
func overlayNames() []string  { return namesOf(true) }

func namesOf(overlay bool) []string {
	var names []string
	for _, e := range libraryEntries() {
		if e.Overlay() == overlay {
			names = append(names, e.Name)
		}
	}
	return names
}

func textOf(t *tree, key string) string {
	if v := t.get(key); v != nil && v.kind == scalarKind {
		return v.text
	}
	return ""
}
