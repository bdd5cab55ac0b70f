package large

import (
	"fmt"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// copied are the maps of a scenario that a copy of its network has by its own names; alone
// are those that speak of the one network, and are left out. All others are shared.
var (
	copied = []string{"nodes", "segments", "rivals", "markets", "projects", "measures", "hazards", "shocks", "pools", "uncertainties"}
	alone  = []string{"declared_capacity", "correlations", "delivery", "levers", "targets", "metrics", "hindcast", "experiments", "studies"}
)

// SideBySide returns a complete scenario, as text, with its network n times, which share
// nothing but the water and kinds of cargo. What is carried of each is what is carried of
// the one, and all costs are to be n times as large.
func SideBySide(scenario string, n int) string {
	var report text.Report
	root := text.Parse(&text.File{Name: "scenario", Text: scenario}, text.Contents{}, &report)
	if err := report.Err(); err != nil {
		panic(err) // it is complete: whoever calls has run it
	}
	root = root.Dropped(alone...)
	names := map[string]bool{}
	for _, section := range copied {
		for _, name := range root.Get(section).Keys() {
			names[name] = true
		}
	}
	for _, shared := range root.Get("cargo").Keys() {
		delete(names, shared)
	}
	for i, e := range root.Entries {
		if slices.Contains(copied, e.Key) {
			root.Entries[i].Tree = manyOf(e.Tree, n, names)
		}
	}
	return root.Print()
}

// manyOf returns a map with its entries n times, each time by other names.
func manyOf(t *text.Tree, n int, names map[string]bool) *text.Tree {
	out := *t
	for i := 2; i <= n; i++ {
		c := copying{names, fmt.Sprintf("-%d", i)}
		for _, e := range t.Entries {
			if of := e.TextOf("path"); e.Kind == text.Map && (of == "" || c.path(of) != of) {
				out.Entries = append(out.Entries, text.Entry{Key: e.Key + c.mark, At: e.At, Tree: c.tree(e.Tree)})
			}
		}
	}
	return &out
}

// copying gives the names in a copy their mark.
type copying struct {
	names map[string]bool
	mark  string
}

func (c *copying) tree(t *text.Tree) *text.Tree {
	out := *t
	out.Text = c.path(t.Text)
	out.Entries, out.Items = nil, nil
	for _, e := range t.Entries {
		out.Entries = append(out.Entries, text.Entry{Key: c.path(e.Key), At: e.At, Tree: c.tree(e.Tree)})
	}
	for _, item := range t.Items {
		out.Items = append(out.Items, c.tree(item))
	}
	return &out
}

// path marks a name, also where it is a step of a path.
func (c *copying) path(of string) string {
	if strings.Contains(of, " ") {
		return of
	}
	steps := strings.Split(of, ".")
	for i, step := range steps {
		if c.names[step] {
			steps[i] += c.mark
		}
	}
	return strings.Join(steps, ".")
}
