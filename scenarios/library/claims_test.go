package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// claim is what the description of a file of the library says to expect of it,
// against the scenario it starts from.
type claim struct {
	name  string
	holds func(t *testing.T, base, with *future)
}

// TestClaims holds each scenario and overlay to its description.
func TestClaims(t *testing.T) {
	for _, claims := range [][]claim{scenarioClaims, shockClaims, policyClaims, demandClaims, structureClaims, calibrationClaims, economicsClaims} {
		for _, c := range claims {
			t.Run(c.name, func(t *testing.T) {
				c.holds(t, runOf(t, "reference"), entry(t, libraryEntry(t, c.name)))
			})
		}
	}
}

func libraryEntry(t *testing.T, name string) scenarios.Entry {
	for _, e := range scenarios.Library() {
		if e.Name == name {
			return e
		}
	}
	require.Fail(t, "there is no "+name+" in the library")
	return scenarios.Entry{}
}

// TestEveryFileHasAClaim: whoever adds a file says what to expect of it. Overlays
// for any scenario are tested on stated.
func TestEveryFileHasAClaim(t *testing.T) {
	claimed := map[string]bool{"reference": true, "stated": true, "teaching": true}
	for _, claims := range [][]claim{scenarioClaims, shockClaims, policyClaims, demandClaims, structureClaims, calibrationClaims, economicsClaims} {
		for _, c := range claims {
			claimed[c.name] = true
		}
	}
	for _, e := range scenarios.Library() {
		if !e.Overlay() || e.For == "reference" {
			require.True(t, claimed[e.Name], "nothing is claimed of %s", e.Name)
		}
	}
}

// years calls do for every year from one to another.
func years(from, to int, do func(year int)) {
	for year := from; year <= to; year++ {
		do(year)
	}
}
