package language

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestUnitsIn: numbers with units become numbers in the unit of their column, and nothing else of
// a check changes.
func TestUnitsIn(t *testing.T) {
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
	} {
		got, _, err := unitsIn(check)
		require.NoError(t, err, check)
		require.Equal(t, want, got.text)
	}
}

// TestUnitsInMistakes: what is no number of the column is told where it stands.
func TestUnitsInMistakes(t *testing.T) {
	for check, want := range map[string]struct {
		offset  int
		message string
	}{
		"throughput_mt 2030 > 5,5":         {21, "write 5.5"},
		"cost_usd_per_t 2030 < 12 USD/TEU": {22, "cost_usd_per_t is in USD/t, and 12 USD/TEU is no such number"},
		"throughput_mt 2030 < 12 days":     {21, "throughput_mt is in Mt, and 12 days is no such number"},
		"utilisation 2030 < 12 kt":         {19, "12 kt has a unit, and what it is compared with has none"},
	} {
		_, offset, err := unitsIn(check)
		require.EqualError(t, err, want.message)
		require.Equal(t, want.offset, offset, check)
	}
}

// TestUnitsInPlaces: a mistake behind a number that was converted is where it was written.
func TestUnitsInPlaces(t *testing.T) {
	for check, want := range map[string]int{"throughput_mt 2030 > 9000 kt and no": 33, "queue_mt 2030 < 1 t and no": 24, "queue_mt 2030 < 1 t and throughput_mt 2030 > 5000 kt and no": 57} {
		got, _, err := unitsIn(check)
		require.NoError(t, err)
		require.Equal(t, want, got.place(len(got.text)-len("no")), check)
	}
}
