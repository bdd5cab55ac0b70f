package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// headline is a row of headlines.csv, of a target unless the threshold is nil.
type headline struct {
	value            float64
	threshold        any
	atMost, met      bool
	share            any
	rest             any
	together         any
	of               string
	reached, derived any
}

func resting(t *testing.T, h headline, foundations func(*tables.Table), watched func(*tables.Table)) *Resting {
	t.Helper()
	heads, evidence, observations := tables.New(tables.Headlines), tables.New(tables.Evidence), tables.New(tables.Observations)
	atMost, met := any(h.atMost), any(h.met)
	if h.threshold == nil {
		atMost, met = nil, nil
	}
	heads.Append("s", "h", "10 Mt by 2028", "throughput_mt", "2028", h.value, h.threshold, atMost, met, 100, h.value, 1.0, 4.0, 5.0, 6.0, h.share,
		0.0, h.derived, 0.0, 0.6, 0.0, h.rest, h.together, h.of, h.reached)
	if foundations != nil {
		foundations(evidence)
	}
	if watched != nil {
		watched(observations)
	}
	list := EvidenceOf(heads, evidence, observations)
	require.Len(t, list, 1)
	return &list[0]
}

func TestRestingInWords(t *testing.T) {
	two := func(e *tables.Table) {
		e.Append("s", "h", "ships", "the ships", "segments.ships", "assumed", "", "assumed", 2.0, 1.0, 4.0, 7.0, 8.0, 0.6, nil, nil, nil, "", "")
		e.Append("s", "h", "trade", "trade", "markets.trade", "derived", "w", "published", 3.0, 2.0, 7.0, 4.0, 3.0, 0.2, nil, nil, nil, "", "")
		e.Append("s", "other", "trade", "trade", "markets.trade", "derived", "w", "assumed", 3.0, 2.0, 7.0, 4.0, 3.0, 0.2, nil, nil, nil, "", "")
		e.Append("s", "h", "twin", "twin", "markets.twin", "assumed", "", "assumed", 3.0, 2.0, 5.0, 4.0, 5.01, 0.5, nil, nil, nil, "", "")
	}
	r := resting(t, headline{value: 5, threshold: 10.0, share: 0.0, rest: 0.2, derived: 0.25, together: 2, of: "ships;trade", reached: 10.2}, two, func(o *tables.Table) {
		o.Append("s", "h", "a", "Tonnes", "Mt", 2026, 1.0, 1.0, 0.1, 0.1, 0.5, 0.11)
		o.Append("s", "h", "b", "Tonnes again", "Mt", 2026, 1.0, 1.0, 0.1, 0.1, 0.5, 0.11) // the same under another name
		o.Append("s", "h", "b", "Élan", "Mt", 2027, 1.0, 1.0, 0.1, 0.1, -0.6, 0.21)
		o.Append("s", "h", "c", "Trucks", "Mt", 2027, 1.0, 1.0, 0.1, 0.1, 0.01, 0.0001)
	})
	require.Equal(t, "10 Mt by 2028: 5 Mt in the expected future, 5 short of it; 4 to 6 in nine futures of ten; met in none of them.", r.Sentence(English))
	require.Equal(t, "Of the variance 60 % comes from assumed figures, 25 % from derived figures; 20 % is weather and what is not linear.", r.Comes(English))
	require.Equal(t, "For the opposite no figure is enough. Taken in the order of what each does alone, 2 figures are, and it comes to 10.2: the ships at 7; markets.trade at 2.", r.Opposite(English))
	require.Equal(t, "To watch, with the part of the variance that an observation is expected to take away: élan in 2027, 21 %; tonnes in 2026, 11 %. To know the ships would take away 60 %.", r.Surer(English))
	require.Equal(t, "Whatever their values are, the ranges of 2 of the 3 figures are assumed.", Ranges(English, []Resting{*r}))
	e := func(part float64) func(*tables.Table) {
		return func(e *tables.Table) {
			e.Append("s", "h", "delay/port", "delay of the port", "projects.port.delay_factor", "project", "", "", nil, nil, nil, nil, nil, part, nil, nil, nil, "", "")
		}
	}
	require.Empty(t, resting(t, headline{value: 5, rest: 0.2, derived: 0.0}, e(0.1), nil).RestsOn, "a tenth is chance in 100 draws: 100 × 0.1 < 10.83")
	require.Len(t, resting(t, headline{value: 5, rest: 0.2, derived: 0.0}, e(0.11), nil).RestsOn, 1)
	require.Len(t, r.RestsOn, 2, "the twin does next to nothing alone")
	require.Equal(t, 1, r.With)
	require.Equal(t, "ships", r.RestsOn[0].Name)

	r = resting(t, headline{value: 5, threshold: 10.0, share: 0.004, rest: 0.2, derived: 0.0, together: 0, reached: 9.0}, two, nil)
	require.Contains(t, r.Sentence(English), "met in 0.4 % of them.")
	require.Equal(t, "For the opposite no figure is enough, nor are all 3 together, each at its better end, with the projects as planned: 9 of 10.", r.Opposite(English))
	require.Equal(t, "No year to be observed comes before it.", r.Surer(English))

	// A target to stay under, and one that is met.
	r = resting(t, headline{value: 12, threshold: 10.0, atMost: true, share: 0.5, rest: nil, derived: nil}, func(e *tables.Table) {
		e.Append("s", "h", "ships", "the ships", "segments.ships", "published", "w", "assumed", 3.0, 1.0, 4.0, 7.0, 12.0, 0.6, nil, 2.25, 0.3, "", "")
	}, nil)
	require.Contains(t, r.Sentence(English), "12 Mt in the expected future, 2 too much;")
	require.Equal(t, "For the opposite one figure is enough: the ships at 2.25 or less, of which the chance is 30 %.", r.Opposite(English))
	require.Equal(t, "It does not vary over the draws, or these are too few to say what its variance comes from.", r.Comes(English))
	r = resting(t, headline{value: 9, threshold: 10.0, atMost: true, met: true, share: 1.0, rest: 0.001, derived: 0.4}, nil, nil)
	require.Contains(t, r.Sentence(English), "which meets it;")
	require.Equal(t, "Of the variance 60 % comes from assumed figures, 40 % from derived figures.", r.Comes(English))
	require.Empty(t, r.Opposite(English), "there are no figures")

	// A figure that is no target.
	r = resting(t, headline{value: 1234.56, rest: 0.2, derived: 0.1}, nil, nil)
	require.Equal(t, "10 Mt by 2028: 1,235 Mt in the expected future; 4 to 6 in nine futures of ten.", r.Sentence(English))
	require.Empty(t, r.Opposite(English))
	require.True(t, math.IsNaN(r.MetShare))
	require.Empty(t, Ranges(English, []Resting{*r}))
	require.Empty(t, English.InSentence(""))
}
