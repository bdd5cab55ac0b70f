package plots

import "corridor/sim/tables"

// Made-up boxes: of both sides, one side, one of a few values and a long name, and a second box.
var exampleSides = []map[string]any{
	{"box": 1, "input": "oil", "title": "the oil agreed on from 2028", "unit": "Mt/yr", "side": tables.AtMost, "limit": 1.17, "beyond": 0.68, "low": 0.1, "p05": 0.66, "p25": 1.11, "p50": 1.4, "p75": 1.7, "p95": 1.99, "high": 2.2},
	{"box": 1, "input": "water", "title": "the level of the Caspian", "unit": "m a year", "side": tables.AtLeast, "limit": -0.26, "beyond": 0.15, "low": -0.3, "p05": -0.27, "p25": -0.24, "p50": -0.2, "p75": -0.13, "p95": -0.05, "high": 0.04},
	{"box": 1, "input": "water", "title": "the level of the Caspian", "unit": "m a year", "side": tables.AtMost, "limit": -0.1, "beyond": 0.18, "low": -0.3, "p05": -0.27, "p25": -0.24, "p50": -0.2, "p75": -0.13, "p95": -0.05, "high": 0.04},
	{"box": 1, "input": "iran", "title": "the railway through Iran in 2028", "side": tables.Among, "among": "0", "among_labels": "open again", "low_label": "open again", "high_label": "still shut", "beyond": 0.39, "low": 0.0, "p05": 0.0, "p25": 0.0, "p50": 0.0, "p75": 94.0, "p95": 94.0, "high": 94.0},
	{"box": 2, "input": "ferries", "title": "what a metre of water takes from the capacity of the Rail ferries Kuryk–Alat and of those of Turkmenbashi", "side": tables.AtLeast, "limit": 0.17, "beyond": 0.9, "low": 0.04, "p05": 0.07, "p25": 0.11, "p50": 0.14, "p75": 0.17, "p95": 0.23, "high": 0.29},
}

// exampleDiscovery is a trajectory and the boxes that came of it.
func exampleDiscovery() *tables.Package {
	boxes, limits, trajectory := tables.New(tables.Boxes), tables.New(tables.Limits), tables.New(tables.Trajectory)
	for box := range 2 {
		appendRanked(boxes, map[string]any{"condition": "throughput_mt_2030 < 5.5", "method": "prim", "box": box + 1, "overlay": "box.yaml"})
	}
	for _, side := range exampleSides {
		given := map[string]any{}
		for key, v := range side {
			given[key] = v
		}
		appendRanked(limits, given)
	}
	for step := range 31 {
		n := float64(step) / 30
		given := map[string]any{
			"box": 1, "step": step, "coverage": 1 - 0.6*n*n, "density": 0.24 + 0.66*n, "judged_coverage": 1 - 0.63*n*n, "judged_density": 0.26 + 0.6*n,
			"limits": step / 4, "chosen": step == 20,
		}
		appendRanked(trajectory, given)
	}
	p := examplePackage(boxes, limits, trajectory)
	seed := uint64(7)
	p.Seed = &seed
	return p
}
