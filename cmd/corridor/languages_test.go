package main

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/plots/words"
	"corridor/scenarios"
	"corridor/scenarios/language"
)

// Scenarios can be given in the languages that charts are drawn in.
func TestLanguages(t *testing.T) { require.Equal(t, words.Languages, language.Languages) }

// latin is a word in Latin letters.
var latin = regexp.MustCompile(`[A-Za-z]{3,}`)

// proper are words that are written in Latin letters in every language: companies, treaties,
// units, and names of scenarios as they are typed.
var proper = []string{
	"Ports", "TRIPP", "eTIR", "eCMR", "Pax", "ASCO", "Semurg", "USD", "Natural", "Earth",
	"corridor", "reference", "growth", "investment", "TEU", "TEN", "BTC", "CPC",
}

// Charts of the library have nothing left in English in a language of another script.
func TestNothingIsLeftInEnglish(t *testing.T) {
	d := &dice{rand.New(rand.NewPCG(1, 9))}
	for _, name := range []string{"reference", "teaching"} {
		s, err := scenarios.Load(scenarios.Request{Scenario: name})
		require.NoError(t, err)
		_, one := oneFuture(t, s)
		_, many := manyFutures(t, d, s)
		for _, of := range []kindOfRun{one, many} {
			of.Sources = nil // works are cited in the language they are in
			for _, c := range plots.Charts {
				if !c.Possible(of.Package) {
					continue
				}
				for _, lang := range []string{"kk", "ru", "ka", "hy"} {
					figure, err := c.DrawAs(of.Package, plots.Options{Lang: lang})
					require.NoError(t, err)
					for _, text := range figure.Texts() {
						left := text.Text
						for _, word := range append(proper, name) {
							left = strings.ReplaceAll(left, word, "")
						}
						require.Empty(t, latin.FindAllString(left, -1), "%s of %s in %s: %s", c.Name, name, lang, text.Text)
					}
				}
			}
		}
	}
}
