package tables

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
		{"utilisation", Number, "", "throughput over the capacity that was there in the period"},
		{"binding_segment", String, "", "segment that limits the capacity: the one that freezes most tonnage when all flows are raised together"},
		{"transit_days", Number, "d", "mean door-to-door time of what was carried, waiting included"},
		{"cost_usd_per_t", Number, "USD/t", "mean transport cost of what was carried"},
		{"emissions_kt", Number, "kt CO2e", "emissions of what was carried, in the period"},
		{"capex_musd", Number, "USD million (2025 prices)", "capital spent on projects in the period"},
	}
}

// Annual is annual.csv: sums over the year for flows, the December value for
// stocks and capacity.
var Annual = &Schema{
	Name:  "annual",
	Title: "The corridor by year",
	Columns: append([]Column{scenarioColumn, {"year", Integer, "", "calendar year"}},
		corridorColumns("what the corridor would carry if every market pressed in today's proportions: December's value as Mt per year")...),
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
		{"utilisation", Number, "", "load over capacity"},
		{"queue_mt", Number, "Mt", "cargo waiting at the end of the month because this segment was full"},
		{"wait_days", Number, "d", "mean wait of that cargo by Little's law: queue over what its flows carried"},
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
		{"value", Number, "as the metric", "value reached"},
		{"met", Boolean, "", "whether it was reached in time"},
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
		{"added_capacity_mt", Number, "Mt/yr", "capacity it adds to its segments at full effect, as Mt per year; empty where it adds none"},
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
		{"first_full_month", Month, "", "first month in which cargo waits because the corridor is full; empty when never"},
		{"target_month", Month, "", "first month with the target capacity; empty when never"},
		{"target_capacity_mt", Number, "Mt/yr", "the target capacity"},
		{"diverted_before_target_mt", Number, "Mt", "cargo turned away before the target capacity is reached (over the whole horizon when it never is)"},
		{"diverted_mt", Number, "Mt", "cargo turned away over the whole horizon"},
		{"throughput_end_mt", Number, "Mt", "carried in the last full year"},
		{"potential_end_mt", Number, "Mt", "potential of the last full year"},
		{"capacity_end_mt", Number, "Mt/yr", "capacity at the end of the last full year"},
		{"capex_musd", Number, "USD million (2025 prices)", "capital spent over the whole horizon"},
	},
}

// All lists every table a run directory may hold, in the order they are written.
var All = []*Schema{Annual, Monthly, Segments, Flows, Targets, Projects, Matrix}
