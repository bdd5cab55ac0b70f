package tables

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A country is meant by its own name, and by those by which it goes too, which no other has.
func TestCountryCode(t *testing.T) {
	for said, want := range map[string]string{
		"Kazakhstan": "KZ", "kazakhstan": "KZ", "Türkiye": "TR", "türkiye": "TR", "Turkey": "TR", "Turkiye": "TR", "KZ": "KZ", "kz": "kz", "Atlantis": "Atlantis",
	} {
		require.Equal(t, want, CountryCode(said), said)
	}
	of := map[string]string{}
	for code := range CountryNames {
		for _, name := range NamesOfCountry(code) {
			require.Empty(t, of[name], name)
			of[name] = code
		}
	}
	for code := range otherNames {
		require.Contains(t, CountryNames, code)
	}
}
