package scenarios

import (
	"cmp"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
)

// Translations returns what the names and texts of the scenario that readers are told are in
// other languages: as the scenario says, else as the glossary of the library does; of more
// texts what the glossary says.
func (s *Scenario) Translations(more ...string) language.Translations {
	texts, own := s.Told()
	glossary := library.Glossary()
	for _, english := range append(texts, more...) {
		for code, translation := range glossary[english] {
			own.Add(code, english, translation)
		}
	}
	if s.Variant != "" {
		for code := range own {
			if title, known := own[code][s.Title]; known {
				own.Add(code, s.Heading(), headed(title, variantIn(code, s.Variant)))
			}
			if description, known := own[code][s.Description]; known {
				own.Add(code, s.Remarks(), remarked(glossary[changedHere][code], s.root.TextOf("scenario"), description))
			}
		}
	}
	return own
}

// variantIn says what is changed of a scenario in a language, as far as the glossary knows the
// titles of overlays.
func variantIn(code, variant string) string {
	changes := strings.Split(variant, changesApart)
	for i, english := range changes {
		changes[i] = cmp.Or(library.Glossary()[english][code], english)
	}
	return strings.Join(changes, changesApart)
}
