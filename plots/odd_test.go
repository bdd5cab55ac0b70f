package plots

import (
	"math"
	"testing"

	"corridor/sim/tables"
)

// TestOddNetworks draws what no sensible network, flow or forecast is.
func TestOddNetworks(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	one := func(s tables.Described, cells ...any) *tables.Table {
		table := tables.New(s)
		table.Append(cells...)
		return table
	}
	link := func(x0, y0, x1, y1, days any) *tables.Table {
		return one(tables.Network, "a", "s", "", "sea", "p", "", x0, y0, "q", "", x1, y1, days, 1.0, 1.0, nil, nil, nil, nil, nil)
	}
	earth := func(lat0, lon0, lat1, lon1 any) *tables.Table {
		return one(tables.Network, "a", "s", "", "sea", "p", "", nil, nil, "q", "", nil, nil, 1.0, 1.0, 1.0, nil, lat0, lon0, lat1, lon1)
	}
	segment := func(month string, capacity, load, used, held, wait any) *tables.Table {
		return one(tables.Segments, "a", month, "s", capacity, load, used, held, held, wait, 1.0)
	}
	ordinary := segment("2030-05", 1.0, 0.9, 0.9, 0.1, 3.0)
	here := link(0.0, 0.0, 9.0, 5.0, 2.0)
	route := func(segments string) *tables.Table {
		return one(tables.Routes, "a", "m", "", "oil", "", "headline", "r", false, segments, 1.0, 1.0, 1.0, 1.0, "")
	}
	flow := func(month, market string, carried any) *tables.Table {
		return one(tables.Flows, "a", month, market, "oil", "r", 1.0, carried, 0.0, 1.0)
	}
	project := func(start, in, full string, cost, added any) *tables.Table {
		return one(tables.Projects, "a", "p", "", start, in, full, cost, added, 0.0, cost, 0.0, 0.0)
	}
	annual := annualTable([]int{2024, 2025}, []float64{1, 2}, []float64{1, 2}, []float64{0, 0})
	flat := annualTable([]int{2024}, []float64{0}, []float64{0}, []float64{0})
	tested := func(year int, actual, model, last any) *tables.Table {
		return one(tables.Hindcast, "a", tables.Forecast, "2023→2024", "throughput_mt", "headline", year, actual, model, last, nil, nil, nil, "")
	}
	change := func(low, high, model any) *tables.Package {
		return examplePackage(tested(2024, 1.0, 1.0, 1.0), one(tables.Experiments, "a", "e", "", "", low, high, model, true, true))
	}

	drawOdd(t, []oddCase{
		{"one month", "map", examplePackage(here, ordinary), ""},
		{"nothing carried", "map", examplePackage(here, segment("2030-05", 1.0, 0.0, 0.0, 0.0, nil)), ""},
		{"no capacity", "map", examplePackage(here, segment("2030-05", nil, 1.0, nil, nil, nil)), ""},
		{"tiny", "map", examplePackage(here, segment("2030-05", 1e-12, 1e-12, 1.0, 0.0, 0.0)), ""},
		{"large", "map", examplePackage(here, segment("2030-05", 1e11, 1e11, 1.0, 0.0, 0.0)), ""},
		{"over full", "map", examplePackage(here, segment("2030-05", 1.0, 7.0, 7.0, 0.0, 0.0)), ""},
		{"level", "map", examplePackage(link(0.0, 5.0, 9.0, 5.0, 1.0), ordinary), ""},
		{"upright", "map", examplePackage(link(5.0, 0.0, 5.0, 9.0, 1.0), ordinary), ""},
		{"near", "map", examplePackage(link(5.0, 5.0, 5.0, 5.0000001, 1.0), ordinary), ""},
		{"one point", "map", examplePackage(link(5.0, 5.0, 5.0, 5.0, 1.0), ordinary), "No segment leads from one place to another that can be drawn."},
		{"nowhere", "map", examplePackage(link(nil, nil, 5.0, 5.0, 1.0), ordinary), "No segment leads from one place to another that can be drawn."},
		{"far", "map", examplePackage(link(0.0, 0.0, inf, 5.0, 1.0), ordinary), "network.csv:2: q lies at +Inf"},
		{"on earth", "map", examplePackage(earth(43.6, 51.2, 40.4, 49.9), ordinary), ""},
		{"from pole to pole", "map", examplePackage(earth(90.0, 0.0, -90.0, 180.0), ordinary), ""},
		{"round the earth", "map", examplePackage(earth(40.0, -180.0, 40.0, 180.0), ordinary), ""},
		{"neighbours on earth", "map", examplePackage(earth(43.6, 51.2, 43.6, 51.2000001), ordinary), ""},
		{"one place on earth", "map", examplePackage(earth(43.6, 51.2, 43.6, 51.2), ordinary), "No segment leads from one place to another that can be drawn."},
		{"half a place", "map", examplePackage(earth(43.6, nil, 43.6, 51.2), ordinary), "network.csv:2: p lies at 43.6, NaN degrees, which is no place on the earth"},
		{"beyond the pole", "map", examplePackage(earth(43.6, 51.2, 91.0, 51.2), ordinary), "network.csv:2: q lies at 91, 51.2 degrees, which is no place on the earth"},
		{"infinite on earth", "map", examplePackage(earth(43.6, inf, 40.0, 51.2), ordinary), "network.csv:2: p lies at 43.6, +Inf degrees"},
		{"never run", "map", examplePackage(here, one(tables.Segments, "a", "2030-05", "other", 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0)), ""},
		{"not a number", "map", examplePackage(here, segment("2030-05", 1.0, nan, nil, nil, nil)), "Every value of load_mt in segments.csv is empty."},
		{"infinite", "map", examplePackage(here, segment("2030-05", 1.0, inf, nil, nil, nil)), "load_mt in segments.csv is too large a number to be drawn."},
		{"no month", "map", examplePackage(here, segment("May", 1.0, 1.0, 1.0, 0.0, 0.0)), `segments.csv:2: "May" is not a month`},
		{"empty", "map", examplePackage(tables.New(tables.Network), ordinary), "network.csv has no rows"},
		{"twice", "map", examplePackage(twice(here), ordinary), "network.csv:3: segment s comes twice"},

		{"one month", "binding", examplePackage(ordinary), ""},
		{"held back without use", "binding", examplePackage(segment("2030-05", nil, nil, nil, 0.2, nil)), ""},
		{"over full", "binding", examplePackage(segment("2030-05", 1.0, 9.0, 9.0, 1e9, nil)), ""},
		{"slack", "binding", examplePackage(segment("2030-05", 1.0, 0.1, 0.1, 0.0, nil)), "No segment is ever 85 % full or holds cargo back."},
		{"infinite", "binding", examplePackage(segment("2030-05", 1.0, 1.0, 1.0, inf, nil)), "held_back_mt in segments.csv is too large a number to be drawn."},
		{"twice", "binding", examplePackage(twice(ordinary)), "segments.csv:3: 2030-05 comes twice"},

		{"one flow", "cargo", examplePackage(route("s"), flow("2030-05", "m", 1.0)), ""},
		{"tiny", "cargo", examplePackage(route("s"), flow("2030-05", "m", 1e-12)), ""},
		{"nothing", "cargo", examplePackage(route("s"), flow("2030-05", "m", 0.0)), "No cargo is carried in the corridor."},
		{"not a number", "cargo", examplePackage(route("s"), flow("2030-05", "m", nil)), "Every value of carried_mt in flows.csv is empty."},
		{"huge", "cargo", examplePackage(route("s"), flow("2030-05", "m", 1e300)), "carried_mt in flows.csv is too large a number to be drawn."},
		{"stranger", "cargo", examplePackage(route("s"), flow("2030-05", "n", 1.0)), "flows.csv:2: n on r is not in routes.csv"},
		{"twice", "cargo", examplePackage(twice(route("s")), flow("2030-05", "m", 1.0)), "routes.csv:3: m on r comes twice"},
		{"no month", "cargo", examplePackage(route("s"), flow("2030", "m", 1.0)), `flows.csv:2: "2030" is not a month`},

		{"one segment", "legs", examplePackage(route("s"), here, ordinary), ""},
		{"no days", "legs", examplePackage(route("s"), link(nil, nil, nil, nil, nil), segment("2030-05", 1.0, 1.0, 1.0, 0.0, nil)), ""},
		{"long wait", "legs", examplePackage(route("s"), here, segment("2030-05", 1.0, 1.0, 1.0, 1.0, 1e9)), ""},
		{"no segments", "legs", examplePackage(route(""), here, ordinary), ""},
		{"unknown segment", "legs", examplePackage(route("s>t"), here, ordinary), "routes.csv:2: segment t is not in network.csv"},
		{"infinite", "legs", examplePackage(route("s"), link(0.0, 0.0, 1.0, 1.0, inf), ordinary), "free_flow_days in network.csv is too large a number to be drawn."},

		{"one project", "timeline", examplePackage(annual, project("2024-01", "2025-01", "2025-06", 1.0, 1.0)), ""},
		{"never", "timeline", examplePackage(flat, project("2024-12", "", "", nil, nil)), ""},
		{"long ago", "timeline", examplePackage(annual, project("1990-01", "1995-01", "1996-01", 1.0, 1.0)), ""},
		{"far ahead", "timeline", examplePackage(annual, project("2090-01", "2095-01", "", 1.0, 1.0)), ""},
		{"backwards", "timeline", examplePackage(annual, project("2025-06", "2024-06", "2024-01", 1.0, 1.0)), ""},
		{"no start", "timeline", examplePackage(annual, project("", "2024-06", "", 1.0, 1.0)), `projects.csv:2: start "" is not a month`},
		{"no month", "timeline", examplePackage(annual, project("2024-01", "soon", "", 1.0, 1.0)), `projects.csv:2: in_service "soon" is not a month`},
		{"huge", "timeline", examplePackage(annual, project("2024-01", "2024-06", "", 1e300, 1.0)), "cost_musd in projects.csv is too large a number to be drawn."},
		{"none", "timeline", examplePackage(annual, tables.New(tables.Projects)), "The scenario has no projects."},

		{"one year", "hindcast", examplePackage(tested(2024, 4.5, 4.1, 2.8)), ""},
		{"nothing happened", "hindcast", examplePackage(tested(2024, 0.0, 0.0, 0.0)), ""},
		{"only actual", "hindcast", examplePackage(tested(2024, 4.5, nil, nil)), ""},
		{"wild", "hindcast", examplePackage(tested(2024, 1.0, 1e9, nil)), ""},
		{"not a number", "hindcast", examplePackage(tested(2024, nil, 4.1, 2.8)), "Every value of actual in hindcast.csv is empty."},
		{"huge", "hindcast", examplePackage(tested(2024, 4.5, 1e300, 2.8)), "model in hindcast.csv is too large a number to be drawn."},
		{"no year", "hindcast", examplePackage(tested(-3, 4.5, 1.0, 2.8)), "hindcast.csv:2: -3 is not a year"},
		{"wild", "errors", examplePackage(tested(2024, 1.0, 1e9, nil)), ""},
		{"nothing happened", "errors", examplePackage(tested(2024, 0.0, 0.0, 0.0)), "No forecast can be compared with what happened."},
		{"wild", "misses", examplePackage(tested(2024, 1.0, 1e9, nil)), ""},
		{"nothing happened", "misses", examplePackage(tested(2024, 0.0, 0.0, 0.0)), "No forecast can be compared with what happened."},
		{"nothing changed", "misses", change(0.0, 0.0, 0.0), ""},
		{"not observed", "misses", change(nil, nil, nil), ""},
		{"wild change", "misses", change(-1.0, 1e5, 1e5), ""},
		{"infinite change", "misses", change(-1.0, inf, 0.0), "observed_high in experiments.csv is too large a number to be drawn."},
		{"upside down", "misses", change(1.0, -1.0, 0.0), "experiments.csv:2: observed_low is above observed_high"},
	})
}

// twice repeats the rows of a table.
func twice(t *tables.Table) *tables.Table {
	out := tables.New(t.Schema)
	for range 2 {
		for row := range t.Len() {
			var cells []any
			for _, c := range t.Schema.Columns {
				switch {
				case c.Type != tables.Number && c.Type != tables.Integer:
					cells = append(cells, t.Text(c.Name)[row])
				case math.IsNaN(t.Numbers(c.Name)[row]):
					cells = append(cells, nil)
				default:
					cells = append(cells, t.Numbers(c.Name)[row])
				}
			}
			out.Append(cells...)
		}
	}
	return out
}
