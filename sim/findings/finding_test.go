package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// said makes findings.csv of rows of scenario, baseline, finding, title, period and share
// with its interval.
func said(rows ...[]any) []Finding {
	t := tables.New(tables.Findings)
	for _, r := range rows {
		s := Share{r[5].(float64), r[6].(float64), r[7].(float64)}
		t.Append(r[0], r[1], r[2], r[3], r[3], r[4], 500, s.Of, s.Low, s.High, string(s.Verdict()), s.Open())
	}
	return FindingsOf(t)
}

func TestTargetsInWords(t *testing.T) {
	require.Empty(t, FindingsOf(nil))
	list := said(
		[]any{"s", "", TargetMet, "10 Mt by 2028", "2028", 0.25, 0.2, 0.3},
		[]any{"s", "", TargetReached, "10 Mt by 2028", "2028", 0.25, 0.2, 0.3},
		[]any{"s", "", TargetReached, "10 Mt by 2028", "2029", 0.91, 0.88, 0.93},
		[]any{"s", "", TargetReached, "10 Mt by 2028", "2030", 1.0, 0.99, 1.0},
		[]any{"s", "", TargetMet, "9 Mt by 2028", "2028", 0.95, 0.93, 0.97},
		[]any{"s", "", TargetMet, "90 Mt by 2028", "2028", 0.0, 0.0, 0.008},
		[]any{"s", "", TargetReached, "90 Mt by 2028", "2029", 0.02, 0.01, 0.04},
		[]any{"s", "", TargetReached, "90 Mt by 2028", "2030", 0.04, 0.03, 0.06},
		[]any{"other", "", TargetMet, "8 Mt by 2028", "2028", 1.0, 0.99, 1.0},
	)
	require.Equal(t, []string{
		"10 Mt by 2028: undecided; it is met in 25.0 % (20.0 to 30.0 %); it is reached by the end of 2029 in 91.0 % (88.0 to 93.0 %), and more draws may decide otherwise.",
		"9 Mt by 2028: met, in 95.0 % (93.0 to 97.0 %).",
		"90 Mt by 2028: missed; it is met in none (at most 0.8 %); it is reached by the end of 2030 in 4.0 % (3.0 to 6.0 %).",
	}, Targets(list, "s"))
}

func TestWhatLeadsInWords(t *testing.T) {
	list := said(
		[]any{"s", "", LimitsCapacity, "Berths", "2028", 0.03, 0.02, 0.05},
		[]any{"s", "", LimitsCapacity, "Tankers", "2028", 0.97, 0.95, 0.98},
		[]any{"s", "", LimitsCapacity, "Berths", "2035", 0.4, 0.36, 0.44},
		[]any{"s", "", LimitsCapacity, "Tankers", "2035", 0.5, 0.46, 0.54},
		[]any{"s", "", LimitsCapacity, "Rail", "2035", 0.06, 0.04, 0.09},
		[]any{"s", "", LimitsCapacity, "Road", "2035", 0.04, 0.03, 0.06},
		[]any{"s", "", HoldsBackMost, "Ferries", "2028", 0.11, 0.09, 0.14},
		[]any{"s", "", HoldsNothingBack, "", "2028", 0.89, 0.86, 0.91},
		[]any{"s", "", HoldsNothingBack, "", "2035", 1.0, 0.99, 1.0},
	)
	require.Equal(t, "Tankers, in 97.0 % (95.0 to 98.0 %)", WhatLimits(English, list, "s", "2028"))
	require.Equal(t, "undecided, nothing in 89.0 %, Ferries in 11.0 %, and more draws may decide otherwise", WhatHolds(English, list, "s", "2028"))
	require.Equal(t, []string{
		"What limits the capacity at the end of 2035: undecided, Tankers in 50.0 %, Berths in 40.0 %, and 2 more.",
		"What holds most cargo back in 2035: nothing, in all (at least 99.0 %).",
	}, Leading(English, list, "s", "2035"))
	require.Empty(t, Leading(English, list, "s", "2030"))
	require.Empty(t, Leading(English, list, "other", "2028"))
}

func TestPairInWords(t *testing.T) {
	list := said(
		[]any{"sea", "all", CarriesAsMuch, "", "2030", 0.98, 0.96, 0.99},
		[]any{"all", "sea", CarriesAsMuch, "", "2030", 1.0, 0.99, 1.0},
		[]any{"sea", "all", SpendsLess, "", "2030", 0.05, 0.03, 0.07},
		[]any{"all", "sea", SpendsLess, "", "2030", 0.95, 0.93, 0.97},
		[]any{"sea", "all", CostsLessPerTonne, "", "2030", 0.6, 0.56, 0.64},
		[]any{"sea", "all", CarriesAsMuch, "", "2031", 0.5, 0.45, 0.55},
	)
	require.Equal(t, []string{
		"In 2030 sea carries as much as all, at least 95 % of its tonnes: yes, in 98.0 % (96.0 to 99.0 %).",
		"In 2030 all carries as much as sea, likewise: yes, in all (at least 99.0 %).",
		"By the end of 2030 sea has spent less than all: no, only in 5.0 % (3.0 to 7.0 %).",
		"By then sea has spent less per tonne carried: undecided, in 60.0 % (56.0 to 64.0 %).",
	}, Pair(list, "sea", "all", "2030"))
}
