package tables

import (
	"cmp"
	"slices"
	"strings"
)

// Countries say in which country the places of a scenario are.
type Countries struct {
	Nodes  map[string]string // node to the code of ISO 3166, such as KZ; none where it is not said
	Titles map[string]string // code to the name for readers
}

// Title is the name of a country for readers, or its code where it has none.
func (c *Countries) Title(code string) string { return cmp.Or(c.Titles[code], code) }

// CountryNames are the countries along the corridor and beside it, by their codes. Charts and maps say
// them in the languages of plots/words.
var CountryNames = map[string]string{
	"AF": "Afghanistan", "AM": "Armenia", "AZ": "Azerbaijan", "BG": "Bulgaria", "CN": "China", "EU": "European Union", "GE": "Georgia", "IR": "Iran", "KG": "Kyrgyzstan",
	"KZ": "Kazakhstan", "RO": "Romania", "RU": "Russia", "TJ": "Tajikistan", "TM": "Turkmenistan", "TR": "Türkiye", "UA": "Ukraine", "UZ": "Uzbekistan",
}

// CountryName is the name of a country, or its code where it is elsewhere.
func CountryName(code string) string { return cmp.Or(CountryNames[code], code) }

// otherNames are names by which countries go too, of those whose own is hard to write.
var otherNames = map[string][]string{"TR": {"Turkey", "Turkiye"}}

// NamesOfCountry are the names by which a country may be called beside its code, its own first.
func NamesOfCountry(code string) (names []string) {
	if name := CountryNames[code]; name != "" {
		names = append(names, name)
	}
	return append(names, otherNames[code]...)
}

// CountryCode is the code of a country by one of its names, in letters of any case; other words
// are returned as they are.
func CountryCode(said string) string {
	for code := range CountryNames {
		if slices.ContainsFunc(NamesOfCountry(code), func(name string) bool { return strings.EqualFold(name, said) }) {
			return code
		}
	}
	return said
}
