package scenarios

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/ink"
	"corridor/plots/words"
	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/sim/findings"
)

// What a scenario says itself goes before the glossary, which has the names of the library it
// starts from.
func TestTranslations(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.yaml")
	require.NoError(t, os.WriteFile(file, []byte(`scenario: own
extends: teaching
title: {en: My corridor, tr: Koridorum}
description:
  en: Invented.
  ru: |-
    Придумано.
    Всё.
source: assumption
nodes: {quay: {title: {en: Quay, ru: Причал}}}
cargo: {boxes: {title: {en: Containers, ru: Ящики}}}
`), 0o644))
	s, err := Load(Request{Scenario: file, Set: []string{"segments.railway.effectiveness=0.8"}})
	require.NoError(t, err)
	require.Equal(t, "My corridor", s.Title)

	got := s.Translations()
	require.Equal(t, "Причал", got["ru"]["Quay"])
	require.Equal(t, "Ящики", got["ru"]["Containers"], "its own words, not those of the glossary")
	require.Equal(t, library.Glossary()["Containers"]["tr"], got["tr"]["Containers"])
	require.Equal(t, "Koridorum (segments.railway.effectiveness=0.8)", got["tr"]["My corridor (segments.railway.effectiveness=0.8)"])
	require.NotContains(t, got["kk"], "My corridor")
	require.Equal(t, "Of own, which is changed here: Invented.", s.Remarks())
	require.Equal(t, "Это сказано о сценарии own, который здесь изменён: Придумано.\nВсё.", got["ru"][s.Remarks()])
	require.NotContains(t, got["tr"], s.Remarks())
}

// A variant is called by the titles of its overlays, in every language.
func TestVariantsAreTranslated(t *testing.T) {
	s, err := Load(Request{Scenario: "stated", With: []string{"growth/low", "investment/half"}, Set: []string{"segments.corridor.effectiveness=0.9"}})
	require.NoError(t, err)
	require.Equal(t, "The Middle Corridor as stated in November 2025 (Growth of the region's freight, 4.1 % a year; Half the claimed capacity; segments.corridor.effectiveness=0.9)", s.Heading())
	glossary := library.Glossary()
	require.Equal(t, glossary[s.Title]["ru"]+" ("+glossary["Growth of the region's freight, 4.1 % a year"]["ru"]+"; "+glossary["Half the claimed capacity"]["ru"]+"; segments.corridor.effectiveness=0.9)",
		s.Translations()["ru"][s.Heading()])
}

// code is a name that stands for an entry without a title.
var code = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// Nothing that the library tells readers is left in English in any language, and the glossary
// has nothing that the library does not say.
func TestGlossary(t *testing.T) {
	said := map[string]bool{changedHere: true}
	for _, phrase := range findings.Phrases() {
		said[phrase] = true
	}
	for _, entry := range Library() {
		r := Request{Scenario: entry.Name}
		if entry.Overlay() {
			r = Request{Scenario: entry.For, With: []string{entry.Name}}
			if entry.For == "" {
				r.Scenario = "reference"
			}
		}
		s, err := Load(r)
		require.NoError(t, err, entry.Name)
		texts, _ := s.Told()
		for _, text := range append(texts, entry.Title, entry.Question) {
			said[text] = true
		}
	}
	glossary := library.Glossary()
	for text := range said {
		if text == "" || code.MatchString(text) {
			continue
		}
		for _, in := range language.Languages[1:] {
			own := glossary[text][in]
			require.NotEmpty(t, own, "%q in %s", text, in)
			require.NoError(t, words.CheckLabel(text, own))
			require.Empty(t, ink.Missing(own), "letters of %q", own)
		}
	}
	for text := range glossary {
		require.True(t, said[text], "the glossary has %q, which nothing in the library says", text)
	}
}
