package scenarios

import (
	"path/filepath"
	"slices"
)

// OverlayBases returns the scenarios that an overlay can be checked on by itself, the
// likeliest first: the one it is for or, where it is for any, those of the library. It
// is empty for what is no overlay.
func OverlayBases(name string) []string {
	l := &loader{}
	over := l.read(name, Position{}, nil)
	if over == nil || over.get("overlay") == nil || over.get("scenario") != nil {
		return nil
	}
	if made := over.get("for"); made != nil && made.kind == scalarKind {
		if isPath(made.text) && !filepath.IsAbs(made.text) {
			return []string{filepath.Join(filepath.Dir(over.File.Name), made.text)}
		}
		return []string{made.text}
	}
	const network = "reference" // which most overlays change
	bases := slices.DeleteFunc(scenarioNames(), func(s string) bool { return s == network })
	return slices.Insert(bases, 0, network)
}
