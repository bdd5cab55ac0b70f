package findings

import (
	"strings"

	"corridor/sim/tables"
)

// figureWords call an uncertain figure for readers.
type figureWords struct {
	name, unit string
	scale      float64 // of its numbers
	stalls     string  // the project whose stalling it is; "" for others
}

// phrases call figures by the last keys of their paths; %s is what they are of.
var phrases = []struct {
	key, name, unit string
	scale           float64
}{
	{"growth.rate_per_year", "the growth of %s", "% a year", 100},
	{"sensitivity_per_usd", "how readily %s answers to prices", "per USD/t", 1},
	{"inertia_per_month", "how fast %s changes its way", "a month", 1},
	{"give_up_per_month", "the part of what waits of %s that gives up", "a month", 1},
	{"dissimilarity", "how unlike the ways of %s are", "", 1},
	{"other_traffic_mt_per_year", "other traffic on %s", "Mt/yr", 1},
	{"net_tonnes", "the load of a train on %s", "t", 1},
	{"fixed_mt_per_year", "the capacity of %s", "Mt/yr", 1},
	{"units.per_year", "the capacity of %s", "units a year", 1},
	{"loss_per_m", "what a metre of water takes from %s", "", 1},
	{"catch_up", "how much faster %s works after a storm", "", 1},
	{"free_flow_days", "the time on %s", "days", 1},
	{"storage_mt", "the storage of %s", "Mt", 1},
	{"effectiveness", "the effectiveness of %s", "", 1},
	{"fulfilment", "the part that comes of what is agreed on of %s", "", 1},
	{"schedule", "what is agreed on of %s", "Mt/yr", 1},
	{"cost_usd_per_t", "the cost of %s", "USD/t", 1},
	{"rate_m_per_year", "the level of the water", "m a year", 1},
}

// outcomes call how projects turn out.
var outcomes = map[string]struct{ name, unit string }{
	"delay":  {"the time that %s takes", "times what is planned"},
	"cost":   {"the cost of %s", "times what is planned"},
	"effect": {"the effect of %s", "of what is claimed"},
	"stall":  {"whether %s stalls", ""},
}

// wordsOf calls a figure by its title, whose unit follows a comma, by what its path says, or by the
// path.
func wordsOf(name, title, path string, labels *tables.Labels) figureWords {
	if kind, project, is := strings.Cut(name, "/"); is {
		if o, known := outcomes[kind]; known {
			called := labels.Project(project)
			w := figureWords{name: strings.Replace(o.name, "%s", called, 1), unit: o.unit, scale: 1}
			if kind == "stall" {
				w.stalls = called
			}
			return w
		}
	}
	if title != "" && title != name {
		w := figureWords{name: title, scale: 1}
		if i := strings.LastIndex(title, ", "); i > 0 {
			w.name, w.unit = title[:i], title[i+len(", "):]
		}
		return w
	}
	for _, p := range phrases {
		if strings.Contains("."+path+".", "."+p.key+".") {
			return figureWords{name: strings.Replace(p.name, "%s", thing(path, labels), 1), unit: p.unit, scale: p.scale}
		}
	}
	return figureWords{name: path, scale: 1}
}

// thing is what a path leads into, for readers.
func thing(path string, labels *tables.Labels) string {
	steps := strings.SplitN(path, ".", 3)
	if len(steps) < 2 {
		return path
	}
	name, titled := steps[1], ""
	switch steps[0] {
	case "markets":
		titled = labels.Markets[name].Title
	case "segments":
		titled = labels.Segments[name].Title
	case "projects", "measures":
		titled = labels.Project(name)
	}
	if titled == "" {
		return name
	}
	return titled
}
