package plots

import (
	"fmt"

	"corridor/sim/tables"
)

// Made-up projects and measures with what each brings: more than the rest, less than nothing, next to
// nothing, without a cost, and under a name that takes four lines.
var exampleAppraised = []struct {
	name, title                      string
	soft                             bool
	spent, carried, err, first, last float64
}{
	{"ferries", "First two of six ferries Kuryk–Alat", false, 31, 1.57, 0.08, 1.66, 1.45},
	{"ships", "Two container ships", false, 41, 1.31, 0.11, 1.67, 0.9},
	{"closures", "Rules of port closure by type of ship", true, 23, 0.57, 0.02, 0.6, 0.5},
	{"feeders", "Feeders: berth windows agreed between the ports, full loads in both directions, flatcars that wait for no ship, and one booking for all of it", true, 91, 0.49, 0.04, 0.71, 0.21},
	{"tariff", "Unified tariff for three to five years", true, 0, 0.33, 0.017, 0.21, 0.47},
	{"line", "China–Kyrgyzstan–Uzbekistan", false, 5642, 0.14, 0.012, 0.16, 0.12},
	{"track", "Modernisation Zhezkazgan–Beyneu–Mangystau", false, 836, 0.06, 0.006, 0.015, 0.118},
	{"hub", "", false, 128, 0.02, 0.002, 0.01, 0.04},
	{"stations", "Stations of Dostyk and Altynkol", false, 418, 0.0029, 0.0003, 0.0012, 0.0043},
	{"permits", "Electronic permits for trucks", true, 39, 0, 0, 0, 0},
	{"bypass", "Railway bypass", false, 422, -0.21, 0.03, -0.02, -0.4},
}

// exampleRanking has n projects and measures, of which the first are exampleAppraised and others
// bring a part of what these do.
func exampleRanking(n int) *tables.Package {
	t := tables.New(tables.Ranking)
	for i := range n {
		e := exampleAppraised[i%len(exampleAppraised)]
		if again := i / len(exampleAppraised); again > 0 {
			e.name, e.title = fmt.Sprintf("%s-%d", e.name, again), fmt.Sprintf("%s, part %d", e.title, again)
			part := 1 / float64(1+2*again)
			e.carried, e.err, e.first, e.last = float64(e.carried*part), float64(e.err*part), float64(e.first*part), float64(e.last*part)
			e.spent = float64(e.spent * (1.5 - part))
		}
		npv := func(carried float64) float64 { return float64(200*carried) - float64(0.3*e.spent) }
		worth := func(carried float64) float64 { return min(1, max(0, 0.5+float64(npv(carried)/200))) }
		var ratio any // where nothing is spent there is none
		if e.spent > 0 {
			ratio = float64(200*e.carried) / float64(0.3*e.spent)
		}
		appendRanked(t, map[string]any{
			"rank": i + 1, "project": e.name, "title": e.title, "soft": e.soft, "capex_musd": e.spent, "carried_mt": e.carried, "carried_error": e.err,
			"carried_first_mt": e.first, "carried_last_mt": e.last,
			"npv_musd": npv(e.carried), "npv_p05": npv(e.carried - 0.4), "npv_p95": npv(e.carried + 0.3), "npv_first_musd": npv(e.first), "npv_last_musd": npv(e.last),
			"ratio": ratio, "worth_first_share": worth(e.first), "worth_last_share": worth(e.last),
		})
	}
	p := examplePackage(t)
	seed := uint64(7)
	p.Seed = &seed
	return p
}

// appendRanked adds a row of which the cells not given are empty.
func appendRanked(t *tables.Table, given map[string]any) {
	given["scenario"] = "stated"
	var cells []any
	for _, c := range t.Schema.Columns {
		cell := given[c.Name]
		if cell == nil && c.Type == tables.String {
			cell = ""
		}
		cells = append(cells, cell)
	}
	t.Append(cells...)
}
