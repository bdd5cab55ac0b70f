package scenarios

import (
	"path/filepath"
	"slices"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// OverlayBases returns the scenarios that an overlay can be checked on by itself, the
// likeliest first: the one it is for or, where it is for any, those of the library. It
// is empty for what is no overlay.
func OverlayBases(name string) []string {
	l := &loader{}
	over := l.read(name, text.Position{}, scenarioNames)
	if over == nil || over.Get("overlay") == nil || over.Get("scenario") != nil {
		return nil
	}
	if made := over.Get("for"); made != nil && made.Kind == text.Scalar {
		if language.IsPath(made.Text) && !filepath.IsAbs(made.Text) {
			return []string{filepath.Join(filepath.Dir(over.File.Name), made.Text)}
		}
		return []string{made.Text}
	}
	const network = "reference" // which most overlays change
	bases := slices.DeleteFunc(slices.Clone(scenarioNames()), func(s string) bool { return s == network })
	return slices.Insert(bases, 0, network)
}
