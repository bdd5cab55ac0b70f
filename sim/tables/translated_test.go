package tables

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Names for readers are said in the language asked for, as far as the package knows it; what
// names refer to and the package itself stay.
func TestIn(t *testing.T) {
	network := New(Network)
	p := &Package{
		Name: "s", Title: "A corridor", Description: "Does it bind?", Targets: []Target{{Name: "ten", Title: "10 Mt/yr"}},
		Translations: map[string]map[string]string{"ru": {"A corridor": "Коридор", "Ten": "x", "Quay": "Причал", "10 Mt/yr": "10 млн т/год"}},
		Tables:       []*Table{network},
	}
	row := make([]any, len(Network.Schema.Columns))
	for i, c := range Network.Schema.Columns {
		switch c.Type {
		case Number, Integer:
			row[i] = 1.0
		default:
			row[i] = "Quay"
		}
	}
	network.Append(row...)

	own := p.In("ru")
	require.Equal(t, "Коридор", own.Title)
	require.Equal(t, "Does it bind?", own.Description, "what it has no words for stays")
	require.Equal(t, "10 млн т/год", own.Targets[0].Title)
	require.Equal(t, []string{"Причал"}, Network.Title.Of(own.Table(Network)))
	require.Equal(t, []string{"Quay"}, Network.Segment.Of(own.Table(Network)), "a name that refers to something")
	require.Equal(t, []string{"Quay"}, Network.Title.Of(network))
	require.Equal(t, "10 Mt/yr", p.Targets[0].Title)
	require.Same(t, p, p.In("tr"))
	require.Same(t, p, p.In("en"))
}

// Names made of a phrase, a name and a unit are said part by part, by the phrase that says most.
func TestTranslatedPhrases(t *testing.T) {
	own := translatorOf(map[string]string{
		"the capacity of %s": "мощность: %s", "the %s": "%s!", "Ships": "Суда", "the sea, USD/t": "море, USD/т", "Mt/yr": "млн т/год",
	})
	for english, want := range map[string]string{
		"the capacity of Ships":          "мощность: Суда",
		"the capacity of Ships, Mt/yr":   "мощность: Суда, млн т/год",
		"the capacity of Ships, Mt/year": "the capacity of Ships, Mt/year",
		"the capacity of Trains":         "the capacity of Trains",
		"the sea, USD/t":                 "море, USD/т",
		"the Ships":                      "Суда!",
		"":                               "",
	} {
		require.Equal(t, want, own.say(english))
	}
	require.Equal(t, "Суда;open", own.cell(Limits.AmongLabels.Column, "Ships;open"))
	require.Equal(t, "Ships;open", own.cell(Limits.Title.Column, "Ships;open"))
}
