package language

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/expect"
)

// TestConditionUnits: numbers with units become numbers in the unit of their column, and nothing else of
// a check changes.
func TestConditionUnits(t *testing.T) {
	for check, want := range map[string]string{
		"throughput_mt 2030 > 9000 kt":                                "throughput_mt 2030 > 9",
		"throughput_mt_2030 > 9e3 kt":                                 "throughput_mt_2030 > 9e3 kt", // no number that checks take
		"queue_mt of border 2030 < 250 t and utilisation 2030 < 95 %": "queue_mt of border 2030 < 0.00025 and utilisation 2030 < 95 %",
		"throughput_mt in 2030-03 >= 0.5 Mt/yr":                       "throughput_mt in 2030-03 >= 0.5",
		"capacity_mt of line 2030 > 73 kt/day":                        "capacity_mt of line 2030 > 26.645",
		"cost_usd_per_t 2030 < 12 USD/kg":                             "cost_usd_per_t 2030 < 12000",
		"transit_days 2030 < 36 hours or throughput_mt 2030 > 1":      "transit_days 2030 < 1.5 or throughput_mt 2030 > 1",
		"containers_kteu 2030 > 20000 TEU":                            "containers_kteu 2030 > 20",
		"throughput_mt 2030 within 20 kt of base.yaml":                "throughput_mt 2030 within 0.02 of base.yaml",
		"throughput_mt 2030 within 2 % of reference":                  "throughput_mt 2030 within 2 % of reference",
		"throughput_mt > 1 in 2028 to 2030 and not sea-2 met":         "throughput_mt > 1 in 2028 to 2030 and not sea-2 met",
		"throughput_mt 2030 > 7 in 80 % of futures":                   "throughput_mt 2030 > 7 in 80 % of futures",
		"throughput_mt 2030 > 9 million t a year and queue_mt 2030<1": "throughput_mt 2030 > 9 and queue_mt 2030<1",
		"throughput_mt 2030 > 0.5 million t in 2030":                  "throughput_mt 2030 > 0.5 in 2030",
		"capex_musd 2030 < USD 1.5 bn or queue_mt 2030 > 5 kt":        "capex_musd 2030 < 1500 or queue_mt 2030 > 0.005",
		"capex_musd 2030 < $300m":                                     "capex_musd 2030 < 300",
		"capex_musd 2030 < 150 MUSD":                                  "capex_musd 2030 < 150",
	} {
		got, _, err := ReadUnits(check, (&compiler{}).measured)
		require.NoError(t, err, check)
		require.Equal(t, want, got.Text)
	}
}

// TestConditionUnitsMistakes: what is no number of the column is told where it stands.
func TestConditionUnitsMistakes(t *testing.T) {
	for check, want := range map[string]struct {
		offset  int
		message string
	}{
		"throughput_mt 2030 > 5,5":         {21, "write 5.5"},
		"cost_usd_per_t 2030 < 12 USD/TEU": {22, "cost_usd_per_t is in USD/t, and 12 USD/TEU is no such number"},
		"throughput_mt 2030 < 12 days":     {21, "throughput_mt is in Mt, and 12 days is no such number"},
		"utilisation 2030 < 12 kt":         {19, "12 kt has a unit, and what it is compared with has none"},
	} {
		_, offset, err := ReadUnits(check, (&compiler{}).measured)
		require.EqualError(t, err, want.message)
		require.Equal(t, want.offset, offset, check)
	}
}

// TestConditionUnitsPlaces: a mistake behind a number that was converted is where it was written.
func TestConditionUnitsPlaces(t *testing.T) {
	for check, want := range map[string]int{"throughput_mt 2030 > 9000 kt and no": 33, "queue_mt 2030 < 1 t and no": 24, "queue_mt 2030 < 1 t and throughput_mt 2030 > 5000 kt and no": 57} {
		got, _, err := ReadUnits(check, (&compiler{}).measured)
		require.NoError(t, err)
		require.Equal(t, want, got.Place(len(got.Text)-len("no")), check)
	}
}

// TestWrittenUnits: the units that numbers are written in, with how many make the unit of the column.
func TestWrittenUnits(t *testing.T) {
	for check, want := range map[string][]expect.Unit{
		"containers_kteu 2030 > 20000 TEU":                      {{After: "TEU", Times: 1000}},
		"transit_days 2030 < 36 hours":                          {{After: "hours", Times: 24}},
		"capex_musd 2030 < USD 1.5 bn":                          {{Before: "USD", After: "bn", Times: 0.001}},
		"throughput_mt 2030 > 5 kt and queue_mt 2030 < 7 kt":    {{After: "kt", Times: 1000}},
		"throughput_mt 2030 > 5 kt and transit_days 2030 < 1 d": {{After: "kt", Times: 1000}, {After: "d", Times: 1}},
		"throughput_mt 2030 > 5":                                nil,
	} {
		got, _, err := ReadUnits(check, (&compiler{}).measured)
		require.NoError(t, err, check)
		require.Equal(t, want, got.Units, check)
	}
}
