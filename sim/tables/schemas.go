package tables

import "slices"

var (
	scenarioColumn = Column{"scenario", String, "", "name of the scenario"}
	monthColumn    = Column{"month", Month, "", "calendar month, 2024-01"}
)

// corridorColumns are the measures that annual.csv and monthly.csv share.
func corridorColumns(stock string) []Column {
	return []Column{
		{"potential_mt", Number, "Mt", "demand before shippers choose a route, in the period"},
		{"offered_mt", Number, "Mt", "cargo waiting for the corridor at the start of the period plus cargo that came in it; = throughput + queue + diverted"},
		{"throughput_mt", Number, "Mt", "carried by the corridor in the period"},
		{"diverted_mt", Number, "Mt", "cargo that gave up waiting or was refused by an embargo in the period, and went another way"},
		{"queue_mt", Number, "Mt", "cargo waiting at the end of the period"},
		{"capacity_mt", Number, "Mt", stock},
		{"utilisation", Number, "", "throughput over the capacity that was there in the period; empty where there was none"},
		{"limiting_segment", String, "", "segment that limits this capacity: the one that would stop most if all cargo grew in the proportions of the time until nothing more could pass"},
		{"held_back_by", String, "", "segment that held back most of the cargo that came in the period, of that offered and not carried in each month; empty where less than a tonne was"},
		{"transit_days", Number, "d", "mean door-to-door time of what was carried, waiting included; empty where nothing was"},
		{"cost_usd_per_t", Number, "USD/t", "mean transport cost of what was carried; empty where nothing was"},
		{"emissions_kt", Number, "kt CO2e", "emissions of what was carried, in the period"},
		{"capex_musd", Number, "USD million (2025 prices)", "capital spent on projects in the period"},
		{"containers_kteu", Number, "thousand TEU", "containers carried by the corridor in the period, by the tonnes_per_unit of the cargo class containers; empty where the scenario has none"},
	}
}

// Annual is annual.csv: sums over the year for flows, the December value for
// stocks and capacity.
var Annual = &Schema{
	Name:  "annual",
	Title: "The corridor by year",
	Columns: slices.Concat([]Column{scenarioColumn, {"year", Integer, "", "calendar year"}},
		corridorColumns("what the corridor would carry if every market pressed in today's proportions: December's value as Mt per year"),
		[]Column{{"held_back_months", Integer, "", "months of the year in which a segment held back cargo, a tonne or more"}}),
}

// Monthly is monthly.csv: the same by month, masses in Mt in the month.
var Monthly = &Schema{
	Name:  "monthly",
	Title: "The corridor by month",
	Columns: append([]Column{scenarioColumn, monthColumn},
		corridorColumns("what the corridor would carry in the month if every market pressed in today's proportions")...),
}

// Segments is segments.csv: every segment by month.
var Segments = &Schema{
	Name:  "segments",
	Title: "Segments by month",
	Columns: []Column{
		scenarioColumn, monthColumn,
		{"segment", String, "", "name of the segment"},
		{"capacity_mt", Number, "Mt", "capacity in the month"},
		{"load_mt", Number, "Mt", "capacity used in the month: sum over flows of tonnes times weight"},
		{"utilisation", Number, "", "load over capacity; empty where there is none"},
		{"held_back_mt", Number, "Mt", "cargo offered in the month and not carried because this segment could take no more; it waits, gives up or is refused"},
		{"queue_mt", Number, "Mt", "what of that waits at the end of the month"},
		{"wait_days", Number, "d", "mean wait of that cargo by Little's law: queue over what its flows carried; empty where nothing waits and nothing passes"},
		{"availability", Number, "", "share of the month the segment was open"},
	},
}

// Flows is flows.csv: every market on every route by month.
var Flows = &Schema{
	Name:  "flows",
	Title: "Flows by month",
	Columns: []Column{
		scenarioColumn, monthColumn,
		{"market", String, "", "name of the market"},
		{"cargo", String, "", "cargo class"},
		{"route", String, "", "name of the route"},
		{"offered_mt", Number, "Mt", "backlog plus new cargo of the month"},
		{"carried_mt", Number, "Mt", "carried in the month"},
		{"diverted_mt", Number, "Mt", "gave up or was refused in the month"},
		{"share", Number, "", "share of the market's potential that chose this route"},
	},
}

// Targets is targets.csv: every target of the scenario and whether it was met.
var Targets = &Schema{
	Name:  "targets",
	Title: "Targets",
	Columns: []Column{
		scenarioColumn,
		{"target", String, "", "name of the target"},
		{"metric", String, "", "expression on result columns"},
		{"at", String, "", "year or month the target is set for"},
		{"threshold", Number, "as the metric", "value to reach"},
		{"value", Number, "as the metric", "value reached; empty where there is none, which meets no target"},
		{"met", Boolean, "", "whether it was reached in time"},
		{"first_met", String, "", "first year or month that meets it, of a value to stay under not before the date; empty when none of those simulated does"},
	},
}

// Projects is projects.csv: what each project and measure costs and when it serves.
var Projects = &Schema{
	Name:  "projects",
	Title: "Projects",
	Columns: []Column{
		scenarioColumn,
		{"project", String, "", "name of the project"},
		{"title", String, "", "what it is"},
		{"start", Month, "", "first month of spending"},
		{"in_service", Month, "", "first month with effect, after delay and prerequisites; empty when not before the horizon"},
		{"full_effect", Month, "", "month the ramp-up ends; empty when not before the horizon"},
		{"cost_musd", Number, "USD million (2025 prices)", "cost of the whole project"},
		{"added_capacity_mt", Number, "Mt/yr", "what the capacity of its segment rises by at its full effect and the mean availability of the year, in the month its ramp-up ends and with the other projects as they stand then; of several segments the most; empty where it adds none"},
		{"spent_before_musd", Number, "USD million (2025 prices)", "of its cost: spent before the first month simulated"},
		{"spent_musd", Number, "USD million (2025 prices)", "of its cost: spent in the months simulated; with running_musd, of all projects, the capital spent of annual.csv"},
		{"spent_after_musd", Number, "USD million (2025 prices)", "of its cost: left for after the last month simulated"},
		{"running_musd", Number, "USD million (2025 prices)", "spent on keeping it going in the months simulated"},
	},
}

// Matrix is matrix.csv: one row per pair of growth and investment overlay.
var Matrix = &Schema{
	Name:  "matrix",
	Title: "Growth against investment",
	Columns: []Column{
		scenarioColumn,
		{"growth", String, "", "growth overlay"},
		{"investment", String, "", "investment overlay"},
		{"first_held_back_month", Month, "", "first month in which a segment holds back cargo, a tonne or more; empty when never"},
		{"target_month", Month, "", "first month with the target capacity; empty when never"},
		{"target_capacity_mt", Number, "Mt/yr", "the target capacity"},
		{"diverted_before_target_mt", Number, "Mt", "cargo turned away before the target capacity is reached (over the whole horizon when it never is)"},
		{"diverted_mt", Number, "Mt", "cargo turned away over the whole horizon"},
		{"throughput_end_mt", Number, "Mt", "carried in the last full year"},
		{"potential_end_mt", Number, "Mt", "potential of the last full year"},
		{"capacity_end_mt", Number, "Mt/yr", "capacity at the end of the last full year"},
		{"capex_musd", Number, "USD million (2025 prices)", "capital spent over the whole horizon"},
		{"offered_before_target_mt", Number, "Mt", "cargo that came to the corridor in the time of diverted_before_target_mt: what is faster or cheaper draws more, and can turn away more of it"},
		{"spent_before_musd", Number, "USD million (2025 prices)", "cost of the projects spent before the horizon"},
		{"spent_after_musd", Number, "USD million (2025 prices)", "cost of the projects left for after it"},
	},
}

// Classes is classes.csv: what each cargo class carries and what could pass.
var Classes = &Schema{
	Name:  "classes",
	Title: "Cargo classes by year",
	Columns: []Column{
		scenarioColumn,
		{"year", Integer, "", "calendar year"},
		{"cargo", String, "", "cargo class"},
		{"cargo_title", String, "", "name of the class for readers"},
		{"carried_mt", Number, "Mt", "carried by the corridor in the year"},
		{"effective_capacity_mt", Number, "Mt/yr", "what would pass of this class in a year of mean weather if every market pressed in December's proportions"},
		{"limiting_segment", String, "", "segment that limits this capacity: the one that would stop most of it"},
		{"held_back_by", String, "", "segment that held back most of the cargo of this class that came in the year, of that offered and not carried in each month; empty where less than a tonne was"},
		{"held_back_months", Integer, "", "months of the year in which a segment held back cargo of this class, a tonne or more"},
	},
}

// Network is network.csv: the segments as links between places.
var Network = &Schema{
	Name:  "network",
	Title: "The network",
	Columns: []Column{
		scenarioColumn,
		{"segment", String, "", "name of the segment"},
		{"title", String, "", "name for readers"},
		{"kind", String, "", "rail, road, port, border, sea, pipeline or corridor; empty when not given"},
		{"from", String, "", "node it leads from; empty for a segment outside the network"},
		{"from_title", String, "", "name of that node for readers"},
		{"from_x", Number, "", "place of that node on a schematic, 0 to 100, west to the right; empty when not given"},
		{"from_y", Number, "", "likewise, north at the top"},
		{"to", String, "", "node it leads to"},
		{"to_title", String, "", "name of that node for readers"},
		{"to_x", Number, "", "place of that node on a schematic"},
		{"to_y", Number, "", "likewise"},
		{"free_flow_days", Number, "d", "time to cross it when nothing is in the way"},
		{"cost_usd_per_t", Number, "USD/t", "price of crossing it"},
		{"distance_km", Number, "km", "length"},
		{"storage_mt", Number, "Mt", "cargo that may wait for it; empty for no limit"},
	},
}

// Routes is routes.csv: the markets and the routes they choose from.
var Routes = &Schema{
	Name:  "routes",
	Title: "Markets and routes",
	Columns: []Column{
		scenarioColumn,
		{"market", String, "", "name of the market"},
		{"market_title", String, "", "name for readers"},
		{"cargo", String, "", "cargo class"},
		{"cargo_title", String, "", "name of the class for readers"},
		{"scope", String, "", "official series that counts it: like-for-like, or headline for the ministry's alone"},
		{"route", String, "", "name of the route"},
		{"rival", Boolean, "", "whether it goes outside the corridor"},
		{"segments", String, "", "names of its segments in order, joined by >; empty for a rival"},
		{"base_share", Number, "", "share of the market in the base year"},
		{"cost_usd_per_t", Number, "USD/t", "cost in the first year"},
		{"days", Number, "d", "free-flow time in the first year"},
		{"generalised_cost_usd_per_t", Number, "USD/t", "cost, value of time and reliability penalty in the first year"},
	},
}

// Hindcast is hindcast.csv: what the model and plain rules would have said, beside
// what happened.
var Hindcast = &Schema{
	Name:  "hindcast",
	Title: "Hindcast against actual",
	Columns: []Column{
		scenarioColumn,
		{"case", String, "", "fit, hold-out, or rolling origin such as 2023→2024"},
		{"metric", String, "", "throughput_mt or containers_kteu"},
		{"scope", String, "", "series compared with: headline or like-for-like"},
		{"year", Integer, "", "year compared"},
		{"actual", Number, "as the metric", "what happened"},
		{"model", Number, "as the metric", "what the model says"},
		{"last_value", Number, "as the metric", "naive forecast: the year before"},
		{"last_growth", Number, "as the metric", "naive forecast: the year before, grown as it had grown; empty where it grew from nothing"},
		{"official_plan", Number, "as the metric", "official plan made before or early in the year; empty when none was found"},
	},
}

// Experiments is experiments.csv: natural experiments as tests of sign and size.
var Experiments = &Schema{
	Name:  "experiments",
	Title: "Natural experiments",
	Columns: []Column{
		scenarioColumn,
		{"experiment", String, "", "name of the experiment"},
		{"title", String, "", "what happened"},
		{"metric", String, "", "what is compared"},
		{"observed_low", Number, "ratio", "least change observed; 0.1 is 10 % more"},
		{"observed_high", Number, "ratio", "greatest change observed"},
		{"model", Number, "ratio", "change the model says; empty from nothing, or to no value"},
		{"sign_right", Boolean, "", "whether the model moves the way it moved; empty where it says nothing"},
		{"size_right", Boolean, "", "whether it lies between the observed bounds"},
	},
}

// Studies is studies.csv: headline figures of published studies beside the model
// run under their conditions.
var Studies = &Schema{
	Name:  "studies",
	Title: "Published studies",
	Columns: []Column{
		scenarioColumn,
		{"study", String, "", "name of the study"},
		{"conditions", String, "", "scenario or overlays the model was run under"},
		{"quantity", String, "", "what is compared"},
		{"scope", String, "", "what the study counts"},
		{"year", Integer, "", "year of the figure"},
		{"unit", String, "", "unit of the figures"},
		{"study_value", Number, "see unit", "figure of the study"},
		{"model_value", Number, "see unit", "figure of the model, converted to the study's scope where it can be"},
		{"note", String, "", "how the two compare"},
	},
}

// Figures is figures.csv: every number a scenario is made of, with its range and
// where it comes from.
var Figures = &Schema{
	Name:  "figures",
	Title: "Figures the scenario is made of",
	Columns: []Column{
		scenarioColumn,
		{"path", String, "", "where the scenario file says it"},
		{"value", Number, "see unit", "the figure used"},
		{"unit", String, "", "unit of the figure; empty for a ratio or a count"},
		{"low", Number, "see unit", "lower end of its range; empty where none is given"},
		{"high", Number, "see unit", "upper end of its range"},
		{"kind", String, "", "published, derived (arithmetic on published figures) or assumed"},
		{"source", String, "", "names of the works it rests on, as in datapackage.json, joined by ;"},
		{"note", String, "", "what the author says of it"},
	},
}

// Warnings is warnings.csv: what the scenario says and can hardly mean. It is written
// where there is any.
var Warnings = &Schema{
	Name:  "warnings",
	Title: "Warnings about the scenario",
	Columns: []Column{
		scenarioColumn,
		{"place", String, "", "file, line and column that the warning is about"},
		{"warning", String, "", "what is strange there, and why"},
	},
}

// All lists every table a run directory may hold, in the order they are written.
var All = []*Schema{Annual, Monthly, Segments, Flows, Targets, Projects, Classes, Network, Routes, Matrix, Hindcast, Experiments, Studies, Quantiles, Probabilities,
	Chances, Attainment, Bottlenecks, Differences, Precision, Failures, Inputs, Figures, Warnings}
