package tables

// CorridorColumns are the measures of the corridor that annual.csv and monthly.csv share.
type CorridorColumns struct {
	PotentialMt, OfferedMt, ThroughputMt, DivertedMt, QueueMt        MetricColumn
	CapacityMt, MixCapacityMt, ComparableCapacityMt, Utilisation     MetricColumn
	LimitingSegment, MixLimitingSegment, HeldBackBy                  TextColumn
	TransitDays, CostUSDPerT, EmissionsKt, CapexMUSD, ContainersKTEU MetricColumn
	DemandMt, ContainersDemandKTEU                                   MetricColumn
	WagonsK, TrucksK, TonneKmBn, CO2eGPerTkm                         MetricColumn
	RivalMt, RivalsEmissionsKt                                       MetricColumn
	OperatingMUSD, UpkeepMUSD                                        MetricColumn
	SurplusMUSD, WaitingMUSD, TurnedAwayMUSD                         MetricColumn
	CO2eMUSD, NetBenefitMUSD                                         MetricColumn
}

// corridorColumns describe the measures; capacity is what the capacity is said to be.
func corridorColumns(capacity string) CorridorColumns {
	inYear := Reading{"Mt per year", "Mt", "Mt in the month", 1, 2, 3}
	boxes := Reading{"thousand TEU per year", "thousand TEU", "thousand TEU in the month", 1, 1, 2}
	perYear := Reading{"Mt per year", "Mt/yr", "Mt in the month", 1, 2, 3}
	money := Reading{"USD million per year (2025 prices)", "USD million", "USD million in the month", 1, 0, 1}
	emissions := Reading{"thousand tonnes of CO₂ equivalent per year", "kt CO2e", "kt CO2e in the month", 1, 0, 0}
	return CorridorColumns{
		PotentialMt: number("potential_mt", "Mt", "demand before shippers choose a route, in the period").
			shown("Potential", inYear),
		OfferedMt: number("offered_mt", "Mt", "cargo waiting for the corridor at the start of the period plus cargo that came in it; = throughput + queue + diverted").
			shown("Offered", inYear),
		ThroughputMt: number("throughput_mt", "Mt", "carried by the corridor in the period").
			shown("Throughput", inYear),
		DivertedMt: number("diverted_mt", "Mt", "cargo that gave up waiting or was refused by an embargo in the period, and went another way").
			shown("Turned away", inYear),
		QueueMt: number("queue_mt", "Mt", "cargo waiting at the end of the period").
			shown("Waiting", Reading{"Mt", "Mt", "Mt", 1, 2, 3}),
		CapacityMt: number("capacity_mt", "Mt", "what the corridor would carry if every market pressed on it until a full segment stopped it, so that services side by side all fill: "+capacity).
			shown("Capacity", perYear),
		MixCapacityMt: number("mix_capacity_mt", "Mt", "what it would carry if all that was carried in the period grew alike, in its mix, until the first segment was full; likewise; empty where nothing was carried").
			shown("Capacity in the mix", perYear),
		ComparableCapacityMt: number("comparable_capacity_mt", "Mt", "of capacity_mt, what the declared capacity counts: cargo of its scope on its ways; all where the scenario says nothing of them").
			shown("Comparable capacity", perYear),
		Utilisation: number("utilisation", "", "throughput over the capacity that was there in the period; empty where there was none").
			shown("Utilisation", Reading{"% of capacity", "%", "%", 100, 0, 0}),
		LimitingSegment:    text("limiting_segment", "segment that limits capacity_mt: the one that would stop most if all cargo grew in the proportions of the time until nothing more could pass"),
		MixLimitingSegment: text("mix_limiting_segment", "segment that would be full first at mix_capacity_mt"),
		HeldBackBy:         text("held_back_by", "segment that held back most of the cargo that came in the period, of that offered and not carried in each month; empty where less than a tonne was"),
		TransitDays: number("transit_days", "d", "mean door-to-door time of what was carried, waiting included; empty where nothing was").
			shown("Door-to-door time", Reading{"days", "days", "days", 1, 1, 1}),
		CostUSDPerT: number("cost_usd_per_t", "USD/t", "mean transport cost of what was carried; empty where nothing was").
			shown("Transport cost", Reading{"USD per tonne", "USD/t", "USD/t", 1, 0, 0}),
		EmissionsKt: number("emissions_kt", "kt CO2e", "emissions of what was carried, in the period").
			shown("Emissions", emissions),
		CapexMUSD: number("capex_musd", "USD million (2025 prices)", "capital spent on projects in the period").
			shown("Capital spent", Reading{"USD million per year (2025 prices)", "USD million", "USD million in the month", 1, 0, 0}),
		ContainersKTEU: number("containers_kteu", "thousand TEU", "containers carried by the corridor in the period, by the tonnes_per_unit of the cargo class containers; empty where the scenario has none").
			shown("Containers", boxes),
		DemandMt: number("demand_mt", "Mt", "what the corridor would carry in the period if no segment ever limited, in the same future: its ways, prices and free-flow times, without queues, delays or refusals").
			shown("Demand", inYear),
		ContainersDemandKTEU: number("containers_demand_kteu", "thousand TEU", "of demand_mt, the containers: how many there would be if no segment ever limited; likewise").
			shown("Demand for containers", boxes),
		WagonsK: number("wagons_k", "thousand wagons", "wagons carried by the corridor in the period, likewise of the cargo class wagons").
			shown("Wagons", Reading{"thousand wagons per year", "thousand wagons", "thousand wagons in the month", 1, 1, 2}),
		TrucksK: number("trucks_k", "thousand trucks", "trucks carried by the corridor in the period, likewise of the cargo class trucks").
			shown("Trucks", Reading{"thousand trucks per year", "thousand trucks", "thousand trucks in the month", 1, 1, 2}),
		TonneKmBn: number("tonne_km_bn", "billion tonne-km", "what was carried in the period times how far, on the corridor").
			shown("Transport performance", Reading{"billion tonne-km per year", "bn tkm", "bn tkm in the month", 1, 1, 2}),
		CO2eGPerTkm: number("co2e_g_per_tkm", "g CO2e per tonne-km", "emissions_kt over tonne_km_bn; empty where nothing was carried").
			shown("Emissions per tonne-km", Reading{"g of CO₂ equivalent per tonne-km", "g/tkm", "g/tkm", 1, 1, 1}),
		RivalMt: number("rival_mt", "Mt", "cargo of the corridor's markets that went outside it in the period: what chose a rival or went by an outlet, and what was turned away to a rival").
			shown("Outside the corridor", inYear),
		RivalsEmissionsKt: number("rivals_emissions_kt", "kt CO2e", "emissions of rival_mt, by the emissions_kg_per_t of rivals; empty where one that carried has none").
			shown("Emissions outside the corridor", emissions),
		OperatingMUSD: number("operating_musd", "USD million (2025 prices)", "what it cost to carry what was carried in the period: cost_usd_per_t times throughput_mt, and of that the operating_share; empty without a section economics, as all money of the kind is").
			shown("Operating cost", money),
		UpkeepMUSD: number("upkeep_musd", "USD million (2025 prices)", "the corridor's part of what it cost to keep projects and measures going in the period; part of capex_musd").
			shown("Upkeep", money),
		SurplusMUSD: number("surplus_musd", "USD million (2025 prices)", "what shippers gained in the period against the costs of the base year (consumer surplus), waiting_musd and turned_away_musd taken off. Only the difference between two runs of the same demand has a meaning").
			shown("Shippers' gain", money).signed(),
		WaitingMUSD: number("waiting_musd", "USD million (2025 prices)", "what the days cost shippers that cargo waited or was slowed down by congestion in the period").
			shown("Cost of waiting", money),
		TurnedAwayMUSD: number("turned_away_musd", "USD million (2025 prices)", "what shippers lost whose cargo gave up or was refused in the period, or found no way open; empty where cargo could go nowhere and nobody says what it was worth").
			shown("Cost of being turned away", money),
		CO2eMUSD: number("co2e_musd", "USD million (2025 prices)", "emissions_kt and rivals_emissions_kt at the value of the year").
			shown("Cost of emissions", money),
		NetBenefitMUSD: number("net_benefit_musd", "USD million (2025 prices)", "surplus_musd and what operators keep of the price, less co2e_musd, and the corridor's part of capex_musd. Only the difference between two runs of the same demand has a meaning").
			shown("Net benefit", money).signed(),
	}
}

// AnnualColumns are the columns of annual.csv.
type AnnualColumns struct {
	*Schema
	Scenario TextColumn
	Year     NumberColumn
	CorridorColumns
	HeldBackMonths NumberColumn
}

// Annual is annual.csv: sums over the year for flows, the December value for
// stocks and capacity.
var Annual = define(AnnualColumns{
	Schema:          &Schema{Name: "annual", Title: "The corridor by year"},
	Scenario:        scenarioColumn,
	Year:            integer("year", "calendar year"),
	CorridorColumns: corridorColumns("December's value as Mt per year in mean weather"),
	HeldBackMonths:  integer("held_back_months", "months of the year in which a segment held back cargo, a tonne or more"),
})

// MonthlyColumns are the columns of monthly.csv.
type MonthlyColumns struct {
	*Schema
	Scenario TextColumn
	Month    MonthColumn
	CorridorColumns
}

// Monthly is monthly.csv: the same by month, masses in Mt in the month.
var Monthly = define(MonthlyColumns{
	Schema:          &Schema{Name: "monthly", Title: "The corridor by month"},
	Scenario:        scenarioColumn,
	Month:           monthColumn,
	CorridorColumns: corridorColumns("in the month, in its weather"),
})

// ClassesColumns are the columns of classes.csv.
type ClassesColumns struct {
	*Schema
	Scenario                    TextColumn
	Year                        NumberColumn
	Cargo, CargoTitle           TextColumn
	CarriedMt, CapacityMt       NumberColumn
	LimitingSegment, HeldBackBy TextColumn
	HeldBackMonths, DemandMt    NumberColumn
}

// Classes is classes.csv: what each cargo class carries, what it would without limits, and what could pass.
var Classes = define(ClassesColumns{
	Schema:          &Schema{Name: "classes", Title: "Cargo classes by year"},
	Scenario:        scenarioColumn,
	Year:            integer("year", "calendar year"),
	Cargo:           text("cargo", "cargo class"),
	CargoTitle:      text("cargo_title", "name of the class for readers"),
	CarriedMt:       number("carried_mt", "Mt", "carried by the corridor in the year"),
	CapacityMt:      number("capacity_mt", "Mt/yr", "what would pass of this class in a year of mean weather if every market pressed on the corridor, in December's proportions, until a full segment stopped it"),
	LimitingSegment: text("limiting_segment", "segment that limits capacity_mt: the one that would stop most of it"),
	HeldBackBy:      text("held_back_by", "segment that held back most of the cargo of this class that came in the year, of that offered and not carried in each month; empty where less than a tonne was"),
	HeldBackMonths:  integer("held_back_months", "months of the year in which a segment held back cargo of this class, a tonne or more"),
	DemandMt:        number("demand_mt", "Mt", "what it would carry in the year if no segment ever limited, as demand_mt in annual.csv"),
})

// CapacitiesColumns are the columns of capacities.csv.
type CapacitiesColumns struct {
	*Schema
	Scenario                    TextColumn
	Year                        NumberColumn
	Market, Cargo, Route, Scope TextColumn
	Comparable                  BooleanColumn
	CarriedMt, CapacityMt       NumberColumn
	LimitingSegment             TextColumn
}

// Capacities is capacities.csv: of which cargo, in which scope and on which ways the capacity
// of the corridor is.
var Capacities = define(CapacitiesColumns{
	Schema:          &Schema{Name: "capacities", Title: "What the capacity of the corridor is of", Description: "capacity_mt of a year adds to that of annual.csv."},
	Scenario:        scenarioColumn,
	Year:            integer("year", "calendar year"),
	Market:          text("market", "name of the market"),
	Cargo:           text("cargo", "cargo class"),
	Route:           text("route", "name of the route"),
	Scope:           text("scope", "official series that counts it, as in routes.csv"),
	Comparable:      boolean("comparable", "whether the declared capacity counts it, by its scope and its ways"),
	CarriedMt:       number("carried_mt", "Mt", "carried in the year"),
	CapacityMt:      number("capacity_mt", "Mt/yr", "what would pass in a year of mean weather if every market pressed on the corridor, in December's proportions, until a full segment stopped it"),
	LimitingSegment: text("limiting_segment", "segment that stops it; empty where none does"),
})
