package findings

import (
	"slices"
	"strings"

	"corridor/sim/tables"
)

// phrases call figures by the last keys of their paths; %s is what they are of.
var phrases = []struct {
	key, name, unit string
}{
	{"growth.rate_per_year", "the growth of %s", "% a year"},
	{"sensitivity_per_usd", "how readily %s answers to prices", "per USD/t"},
	{"inertia_per_month", "how fast %s changes its way", "a month"},
	{"give_up_per_month", "the part of what waits of %s that gives up", "a month"},
	{"dissimilarity", "how unlike the ways of %s are", ""},
	{"other_traffic_mt_per_year", "other traffic on %s", "Mt/yr"},
	{"net_tonnes", "the load of a train on %s", "t"},
	{"fixed_mt_per_year", "the capacity of %s", "Mt/yr"},
	{"units.per_year", "the capacity of %s", "units a year"},
	{"loss_per_m", "what a metre of water takes from %s", ""},
	{"catch_up", "how much faster %s works after a storm", ""},
	{"free_flow_days", "the time on %s", "days"},
	{"storage_mt", "the storage of %s", "Mt"},
	{"effectiveness", "the effectiveness of %s", ""},
	{"fulfilment", "the part that comes of what is agreed on of %s", ""},
	{"schedule", "what is agreed on of %s", "Mt/yr"},
	{"cost_usd_per_t", "the cost of %s", "USD/t"},
	{"rate_m_per_year", "the level of the water", "m a year"},
}

// Phrases are the phrases and units that FigureWords and FigureTitle make names of, each once;
// %s is what they are of.
func Phrases() []string {
	var out []string
	for _, p := range phrases {
		out = append(out, p.name, p.unit, bareUnit(p.unit))
	}
	for _, o := range outcomes {
		out = append(out, o.name, o.unit)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(s string) bool { return s == "" })
}

// outcomes call how projects turn out.
var outcomes = map[string]struct{ name, unit string }{
	"delay":  {"the time that %s takes", "times what is planned"},
	"cost":   {"the cost of %s", "times what is planned"},
	"effect": {"the effect of %s", "of what is claimed"},
	"stall":  {"whether %s stalls", ""},
}

// FigureWords call an uncertain figure for readers, and say in which unit its numbers are: by its
// title, whose unit follows a comma, by what its path says, or by the path. Numbers are times 100 where
// the unit begins with %.
func FigureWords(name, title, path string, labels *tables.Labels) (called, unit string) {
	if kind, project, is := strings.Cut(name, "/"); is {
		if o, known := outcomes[kind]; known {
			return strings.Replace(o.name, "%s", labels.Project(project), 1), o.unit
		}
	}
	if title != "" && title != name {
		if i := strings.LastIndex(title, ", "); i > 0 {
			return title[:i], title[i+len(", "):]
		}
		return title, ""
	}
	for _, p := range phrases {
		if strings.Contains("."+path+".", "."+p.key+".") {
			return strings.Replace(p.name, "%s", thing(path, labels), 1), p.unit
		}
	}
	return path, ""
}

// FigureTitle calls an uncertain figure for readers with the unit of its numbers as they are: its
// title, or what FigureWords say.
func FigureTitle(name, title, path string, labels *tables.Labels) string {
	if title != "" && title != name && !strings.Contains(name, "/") {
		return title
	}
	called, unit := FigureWords(name, title, path, labels)
	if unit = bareUnit(unit); unit == "" || called == path {
		return called
	}
	return called + ", " + unit
}

// bareUnit is a unit without the hundred of its numbers.
func bareUnit(unit string) string { return strings.TrimSpace(strings.TrimPrefix(unit, "%")) }

// labelled is the label of a value, or the value.
func labelled(label, value string) string {
	if label != "" {
		return label
	}
	return value
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
