package language

import (
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// listedSection is how the things of a section are listed.
type listedSection struct {
	section string
	columns []ListColumn
	cells   func(s *Compiled, v namedValue) []any
}

// What stands in heads for the first and last year simulated.
const firstYearSaid, lastYearSaid = "the first year", "the last year"

// listedSections are the sections in the order in which they are listed.
var listedSections = []listedSection{
	{"nodes", []ListColumn{{"country", "Country", 0}}, func(_ *Compiled, v namedValue) []any {
		return []any{orNil(v.of("country"))}
	}},
	{"cargo", []ListColumn{{"tonnes_per_unit", "t a unit", 3}, {"unit", "Unit", 0}}, func(_ *Compiled, v namedValue) []any {
		return []any{numberOrNil(v.of("tonnes_per_unit")), orNil(v.of("unit"))}
	}},
	{"segments", []ListColumn{{"kind", "Kind", 0}, {"from", "From", 0}, {"to", "To", 0}, {"capacity_mt_per_year", "Mt/yr", 2}, {"free_flow_days", "Days", 1}, {"cost_usd_per_t", "USD/t", 1}}, segmentCells},
	{"markets", []ListColumn{{"cargo", "Cargo", 0}, {"first_year_mt", "Mt in " + firstYearSaid, 3}, {"last_year_mt", "Mt in " + lastYearSaid, 3}, {"routes", "Routes", 0}}, marketCells},
	{"projects", []ListColumn{{"start", "Begins", 0}, {"serves_from", "Serves", 0}, {"cost_musd", "USD m", 0}, {"changes", "Changes", 0}}, effortCells},
	{"measures", []ListColumn{{"start", "Begins", 0}, {"serves_from", "Serves", 0}, {"cost_musd", "USD m", 0}, {"changes", "Changes", 0}}, effortCells},
	{"rivals", []ListColumn{{"cost_usd_per_t", "USD/t", 1}, {"days", "Days", 1}}, rivalCells},
	{"hazards", []ListColumn{{"kind", "Kind", 0}, {"rate_per_year", "A year", 2}, {"on", "On", 0}}, hazardCells},
	{"shocks", []ListColumn{{"from", "From", 0}, {"to", "To", 0}, {"lasts", "Lasts", 0}, {"on", "On", 0}}, shockCells},
	{"levers", []ListColumn{{"kind", "Kind", 0}, {"from", "From", 3}, {"to", "To", 3}, {"of", "Of", 0}}, leverCells},
	{"targets", []ListColumn{{"metric", "Metric", 0}, {"at", "At", 0}, {"at_least", "At least", 3}, {"at_most", "At most", 3}}, func(_ *Compiled, v namedValue) []any {
		return []any{v.of("metric").string(), v.of("at").string(), numberOrNil(v.of("at_least")), numberOrNil(v.of("at_most"))}
	}},
	{"metrics", []ListColumn{{"expression", "Expression", 0}}, func(_ *Compiled, v namedValue) []any {
		return []any{v.of("expression").string()}
	}},
	{"uncertainties", []ListColumn{{"distribution", "Distribution", 0}, {"path", "Path", 0}}, func(_ *Compiled, v namedValue) []any {
		return []any{v.of("distribution").string(), v.of("path").string()}
	}},
	{"correlations", []ListColumn{{"rank", "Rank", 2}, {"of", "Of", 0}}, func(_ *Compiled, v namedValue) []any {
		return []any{v.of("rank").number(), brief(v.Get("of"), nil)}
	}},
}

// segmentCells has the capacity of the first year simulated, before projects.
func segmentCells(s *Compiled, v namedValue) []any {
	segment := &s.Corridor.Segments[s.compiler.segments[v.name]]
	return []any{orNil(v.of("kind")), orNil(v.of("from")), orNil(v.of("to")),
		segment.CapacityMt(s.compiler.first.Year()), segment.FreeFlowDays, segment.CostUSDPerT}
}

// marketCells has the potential of the first and last year simulated.
func marketCells(s *Compiled, v namedValue) []any {
	market := &s.Corridor.Markets[s.compiler.markets[v.name]]
	var routes []string
	for _, r := range market.Routes {
		routes = append(routes, r.Name)
	}
	return []any{market.Cargo, market.PotentialMt(s.compiler.first.Year()), market.PotentialMt(s.compiler.last.Year()), strings.Join(routes, ", ")}
}

// effortCells are those of projects and measures.
func effortCells(s *Compiled, v namedValue) []any {
	p := &s.Corridor.Projects[s.compiler.projects[v.name]]
	serves := "never"
	if from := p.Completion(); from != calendar.Never {
		serves = from.String()
	}
	return []any{p.Start.String(), serves, p.CostMUSD, strings.Join(v.of("changes").names(), ", ")}
}

// rivalCells are of the first month simulated.
func rivalCells(s *Compiled, v namedValue) []any {
	rival := &s.Corridor.Rivals[s.compiler.rivals[v.name]]
	return []any{rival.CostUSDPerT.In(s.compiler.first), rival.Days.In(s.compiler.first)}
}

// shockCells has the last month or day, or how long the shock lasts.
func shockCells(_ *Compiled, v namedValue) []any {
	var lasts any
	for _, unit := range []string{"days", "weeks", "months"} {
		if of := v.of(unit); of.given() {
			lasts = brief(of.Tree, of.spec) + " " + unit
		}
	}
	return []any{v.of("from").string(), orNil(v.of("to")), lasts, firstGiven(v, "segment", "market", "rival")}
}

func hazardCells(_ *Compiled, v namedValue) []any {
	for _, kind := range hazardSpec.oneOf {
		if of := v.of(kind); of.given() {
			return []any{kind, numberOrNil(of.of("rate_per_year")), firstGiven(namedValue{value: of}, "segments", "markets", "rivals")}
		}
	}
	return []any{nil, nil, nil}
}

func leverCells(_ *Compiled, v namedValue) []any {
	if v.Kind == text.List {
		return []any{"overlays", nil, nil, brief(v.Tree, nil)}
	}
	i := slices.IndexFunc(leverSpec.oneOf, func(key string) bool { return v.Get(key) != nil })
	kind := leverSpec.oneOf[max(i, 0)]
	of := v.of(kind)
	if kind == "choices" {
		return []any{kind, nil, nil, strings.Join(of.names(), ", ")}
	}
	return []any{strings.ReplaceAll(kind, "_", " "), v.of("from").number(), v.of("to").number(), brief(of.Tree, nil)}
}

// firstGiven is what is said under the first of some keys that is given, nil for none.
func firstGiven(v namedValue, keys ...string) any {
	for _, key := range keys {
		if of := v.of(key); of.given() {
			return brief(of.Tree, of.spec)
		}
	}
	return nil
}

func orNil(v value) any {
	if said := v.string(); said != "" {
		return said
	}
	return nil
}

func numberOrNil(v value) any {
	if v.given() {
		return v.number()
	}
	return nil
}
