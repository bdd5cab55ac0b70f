package plots

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/page"
)

// Nothing vanishes: what leaves the origins passes the ways and reaches the destinations, and
// is what the corridor carried in the year; so too where the small ones are taken together.
func TestFlowsAddUp(t *testing.T) {
	for _, most := range []int{9, 2} {
		p := exampleCorridor()
		s, err := readStreams(p)
		require.NoError(t, err)
		cargo, err := readCargo(p)
		require.NoError(t, err)
		_, byYear := cargo.totals()
		s.few(most, "Other")
		var classes []string
		for class := range s.titles {
			classes = append(classes, class)
		}
		for column := range 3 {
			sum := 0.0
			for _, o := range s.sizes(column) {
				require.NotEmpty(t, o.name)
				sum += o.mt
			}
			require.LessOrEqual(t, len(s.sizes(column)), most)
			require.InDelta(t, byYear[len(byYear)-1], sum, 1e-9)
		}
		for left := range 2 {
			sum := 0.0
			for _, b := range s.between(left, classes) {
				sum += b.mt
			}
			require.InDelta(t, byYear[len(byYear)-1], sum, 1e-9)
		}
	}
}

// A way that is hardly wider than the next is not alone in the title.
func TestFlowsFinding(t *testing.T) {
	ways := []station{{"Tankers", 1.41}, {"Rail ferries", 1.4}}
	require.Equal(t, "Most goes by Tankers and Rail ferries: 1.4 and 1.4 of 6.1 Mt", flowsFinding(english, ways, 6.1))
	ways[0].mt = 2
	require.Equal(t, "Most goes by Tankers: 2.0 of 6.1 Mt", flowsFinding(english, ways, 6.1))
}

// However many come from far and wide, names keep apart in every size and language.
func TestFlowsKeepTextApart(t *testing.T) {
	for _, size := range Sizes {
		for _, lang := range Languages {
			figure, err := must(Lookup("flows")).DrawAs(exampleCorridor(), page.Options{Lang: lang, Size: size})
			require.NoError(t, err)
			require.Empty(t, figure.Misplaced(), "%s %s", lang, size)
		}
	}
}
