package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// TestTeachingByHand follows the first four months of the teaching scenario with
// a pencil. Monthly capacities: railway 12/12 = 1, ships 6 vessels × 100 trips ×
// 12,000 t = 7.2 Mt a year = 0.6, border 7.2/12 = 0.6, widened by 0.1 in March
// and by 0.2 from April on. Each month 5.4/12 = 0.45 Mt of boxes and 8.4/12 = 0.7
// Mt of bulk come anew.
func TestTeachingByHand(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "teaching"})
	require.NoError(t, err)
	r, err := s.Run().Run()
	require.NoError(t, err)

	// In March the railway fills first, at λ = 1/(0.522 + 0.75).
	const marchBoxes, marchBulk = 0.522 / 1.272, 0.75 / 1.272
	// What waits after March comes again in April.
	const aprilBoxesOffer = 0.45 + (0.522-marchBoxes)*0.8 // a fifth gave up
	const aprilBulkOffer = 0.7 + (0.75 - marchBulk)
	const april = aprilBoxesOffer + aprilBulkOffer
	const aprilLeft = (aprilBoxesOffer-aprilBoxesOffer/april)*0.8 + (aprilBulkOffer - aprilBulkOffer/april)

	days := func(backlog, carried float64) float64 { return backlog / carried * 365.25 / 12 }
	months := []struct {
		month                                       string
		boxesOffer, boxes, boxesLeft, boxesGone     float64
		bulkOffer, bulk, bulkLeft, bulkGone         float64
		border, ships                               float64 // load
		boxesDays, bulkDays, cost, emissions, capex float64
		limiting                                    string
	}{
		// The border fills first (0.6 of 0.7), the railway has 0.4 left for 0.45 of
		// boxes. A fifth of 0.05 gives up; of 0.1 of bulk the border can store 0.05.
		{"2030-01", 0.45, 0.4, 0.04, 0.01, 0.7, 0.6, 0.05, 0.05, 0.6, 0.5,
			6 + days(0.04, 0.4), 5 + days(0.05, 0.6), 0.4*50 + 0.6*25, 0.4*25 + 0.6*20, 60, "border"},
		{"2030-02", 0.49, 0.4, 0.072, 0.018, 0.75, 0.6, 0.05, 0.1, 0.6, 0.5,
			6 + days(0.072, 0.4), 5 + days(0.05, 0.6), 0.4*50 + 0.6*25, 0.4*25 + 0.6*20, 60, "border"},
		{"2030-03", 0.522, marchBoxes, (0.522 - marchBoxes) * 0.8, (0.522 - marchBoxes) * 0.2,
			0.75, marchBulk, 0.75 - marchBulk, 0, marchBulk, marchBoxes * 1.25,
			6 + days((0.522-marchBoxes)*0.8, marchBoxes), 5 + days(0.75-marchBulk, marchBulk),
			marchBoxes*50 + marchBulk*25, marchBoxes*25 + marchBulk*20, 0, "railway"},
		// More than the 0.3 the railway can store would wait; the excess is refused.
		{"2030-04", aprilBoxesOffer, aprilBoxesOffer / april,
			(aprilBoxesOffer - aprilBoxesOffer/april) * 0.8 * 0.3 / aprilLeft,
			(aprilBoxesOffer-aprilBoxesOffer/april)*0.2 + (aprilBoxesOffer-aprilBoxesOffer/april)*0.8*(1-0.3/aprilLeft),
			aprilBulkOffer, aprilBulkOffer / april,
			(aprilBulkOffer - aprilBulkOffer/april) * 0.3 / aprilLeft,
			(aprilBulkOffer - aprilBulkOffer/april) * (1 - 0.3/aprilLeft),
			aprilBulkOffer / april, aprilBoxesOffer / april * 1.25,
			0, 0, 0, 0, 0, "railway"},
	}
	near := func(want, got float64, what, month string) {
		t.Helper()
		require.InDelta(t, want, got, 1e-12, "%s in %s", what, month)
	}
	for i, want := range months {
		boxes, bulk := 2*i, 2*i+1 // rows of flows.csv
		require.Equal(t, want.month, tables.Monthly.Month.Of(r.Monthly)[i])
		flow := func(column string, row int) float64 { return r.Flows.Numbers(column)[row] }
		near(want.boxesOffer, flow("offered_mt", boxes), "boxes offered", want.month)
		near(want.boxes, flow("carried_mt", boxes), "boxes carried", want.month)
		near(want.boxesGone, flow("diverted_mt", boxes), "boxes diverted", want.month)
		near(want.bulkOffer, flow("offered_mt", bulk), "bulk offered", want.month)
		near(want.bulk, flow("carried_mt", bulk), "bulk carried", want.month)
		near(want.bulkGone, flow("diverted_mt", bulk), "bulk diverted", want.month)

		railway, ships, border := 3*i, 3*i+1, 3*i+2 // rows of segments.csv
		load := tables.Segments.LoadMt.Of(r.Segments)
		near(want.boxes+want.bulk, load[railway], "load of the railway", want.month)
		near(want.ships, load[ships], "load of the ships", want.month)
		near(want.border, load[border], "load of the border", want.month)
		near(0.6, tables.Segments.CapacityMt.Of(r.Segments)[ships], "capacity of the ships", want.month)

		month := func(column string) float64 { return r.Monthly.Numbers(column)[i] }
		near(1.15, month("potential_mt"), "potential", want.month)
		near(want.boxesOffer+want.bulkOffer, month("offered_mt"), "offered", want.month)
		near(1, month("throughput_mt"), "throughput", want.month)
		near(1, month("capacity_mt"), "capacity", want.month)
		near(want.boxesGone+want.bulkGone, month("diverted_mt"), "diverted", want.month)
		near(want.boxesLeft+want.bulkLeft, month("queue_mt"), "queue", want.month)
		near(want.capex, month("capex_musd"), "spending", want.month)
		require.Equal(t, want.limiting, tables.Monthly.LimitingSegment.Of(r.Monthly)[i])
		if want.cost > 0 {
			near(want.cost, month("cost_usd_per_t"), "cost", want.month)
			near(want.emissions, month("emissions_kt"), "emissions", want.month)
			near(want.boxes*want.boxesDays+want.bulk*want.bulkDays, month("transit_days"), "days", want.month)
		}
	}
}
