package scenarios

import (
	"slices"
	"sync"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// bibliography returns the works of the library's sources.yaml.
var bibliography = sync.OnceValue(func() *text.Tree {
	return libraryTree(library.Bibliography).Get("sources")
})

// Works lists the works the scenario's figures name: those behind most figures
// first, then by first use.
func (s *Scenario) Works() []tables.Source {
	var works []tables.Source
	uses := map[string]int{}
	for i := range s.Figures() {
		for _, id := range s.Figures()[i].Sources {
			if id == language.Assumption || id == language.Derived {
				continue
			}
			if uses[id]++; uses[id] == 1 {
				t := s.root.Get("sources").Get(id)
				works = append(works, tables.Source{Name: id, Title: t.TextOf("title"), Date: t.TextOf("date"), Path: t.TextOf("url")})
			}
		}
	}
	slices.SortStableFunc(works, func(a, b tables.Source) int { return uses[b.Name] - uses[a.Name] })
	return works
}
