package tables

import "cmp"

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
