package scenarios

import (
	"slices"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// compile checks a merged tree and builds the scenario. The name of the results
// follows from the name in the file.
func compile(root *text.Tree, name func(string) string, report *text.Report) (*Scenario, error) {
	root = withBibliography(root.Dropped("extends"))
	compiled := language.Compile(root, libraryNames(), report)
	if err := report.Err(); err != nil {
		return nil, err
	}
	s := &Scenario{
		Name:        name(root.TextOf("scenario")),
		Title:       language.English(root.Get("title")),
		Question:    language.English(root.Get("question")),
		Description: language.English(root.Get("description")),
		Compiled:    *compiled,
		root:        root,
		warnings:    report.Warned(),
	}
	if s.Title == "" {
		s.Title = root.TextOf("scenario") // whatever the results are called
	}
	return s, nil
}

// withBibliography adds the works of the library to those of the scenario, which
// come first where both have one of the same name.
func withBibliography(root *text.Tree) *text.Tree {
	own, works := root.Get("sources"), *bibliography()
	if own != nil && own.Kind != text.Map {
		return root // reported by the checker
	}
	works.Entries = slices.Clone(works.Entries)
	if own != nil {
		for _, e := range own.Entries {
			works.Set(e)
		}
	}
	out := *root
	out.Entries = slices.Clone(root.Entries)
	out.Set(text.Entry{Key: "sources", At: works.Position, Tree: &works})
	return &out
}
