package tables

// PlaceColumns are a node at an end of a segment.
type PlaceColumns struct {
	Name, Title TextColumn
	X, Y        NumberColumn
}

// SegmentsColumns are the columns of segments.csv.
type SegmentsColumns struct {
	*Schema
	Scenario                                                                     TextColumn
	Month                                                                        MonthColumn
	Segment                                                                      TextColumn
	CapacityMt, LoadMt, Utilisation, HeldBackMt, QueueMt, WaitDays, Availability NumberColumn
}

// Segments is segments.csv: every segment by month.
var Segments = define(SegmentsColumns{
	Schema:       &Schema{Name: "segments", Title: "Segments by month"},
	Scenario:     scenarioColumn,
	Month:        monthColumn,
	Segment:      text("segment", "name of the segment"),
	CapacityMt:   number("capacity_mt", "Mt", "capacity in the month"),
	LoadMt:       number("load_mt", "Mt", "capacity used in the month: sum over flows of tonnes times weight"),
	Utilisation:  number("utilisation", "", "load over capacity; empty where there is none"),
	HeldBackMt:   number("held_back_mt", "Mt", "cargo offered in the month and not carried because this segment could take no more; it waits, gives up or is refused"),
	QueueMt:      number("queue_mt", "Mt", "what of that waits at the end of the month"),
	WaitDays:     number("wait_days", "d", "mean wait of that cargo by Little's law: queue over what its flows carried; empty where nothing waits and nothing passes"),
	Availability: number("availability", "", "share of the month the segment was open"),
})

// FlowsColumns are the columns of flows.csv.
type FlowsColumns struct {
	*Schema
	Scenario                                TextColumn
	Month                                   MonthColumn
	Market, Cargo, Route                    TextColumn
	OfferedMt, CarriedMt, DivertedMt, Share NumberColumn
}

// Flows is flows.csv: every market on every route by month.
var Flows = define(FlowsColumns{
	Schema:     &Schema{Name: "flows", Title: "Flows by month"},
	Scenario:   scenarioColumn,
	Month:      monthColumn,
	Market:     text("market", "name of the market"),
	Cargo:      text("cargo", "cargo class"),
	Route:      text("route", "name of the route"),
	OfferedMt:  number("offered_mt", "Mt", "backlog plus new cargo of the month"),
	CarriedMt:  number("carried_mt", "Mt", "carried in the month"),
	DivertedMt: number("diverted_mt", "Mt", "gave up or was refused in the month"),
	Share:      number("share", "", "share of the market's potential that chose this route"),
})

// NetworkColumns are the columns of network.csv.
type NetworkColumns struct {
	*Schema
	Scenario, Segment, Title, Kind                   TextColumn
	From, To                                         PlaceColumns
	FreeFlowDays, CostUSDPerT, DistanceKm, StorageMt NumberColumn
	FromLatitude, FromLongitude                      NumberColumn
	ToLatitude, ToLongitude                          NumberColumn
}

// Network is network.csv: the segments as links between places.
var Network = define(NetworkColumns{
	Schema:   &Schema{Name: "network", Title: "The network"},
	Scenario: scenarioColumn,
	Segment:  text("segment", "name of the segment"),
	Title:    text("title", "name for readers"),
	Kind:     text("kind", "rail, road, port, border, sea, pipeline or corridor; empty when not given"),
	From: PlaceColumns{
		Name:  text("from", "node it leads from; empty for a segment outside the network"),
		Title: text("from_title", "name of that node for readers"),
		X:     number("from_x", "", "place of that node on a schematic, 0 to 100, west to the right; empty when not given"),
		Y:     number("from_y", "", "likewise, north at the top"),
	},
	To: PlaceColumns{
		Name:  text("to", "node it leads to"),
		Title: text("to_title", "name of that node for readers"),
		X:     number("to_x", "", "place of that node on a schematic"),
		Y:     number("to_y", "", "likewise"),
	},
	FreeFlowDays: number("free_flow_days", "d", "time to cross it when nothing is in the way"),
	CostUSDPerT:  number("cost_usd_per_t", "USD/t", "price of crossing it"),
	DistanceKm:   number("distance_km", "km", "length"),
	StorageMt:    number("storage_mt", "Mt", "cargo that may wait for it; empty for no limit"),

	FromLatitude:  number("from_latitude", "", "degrees north, of the node it leads from; empty when not given"),
	FromLongitude: number("from_longitude", "", "degrees east"),
	ToLatitude:    number("to_latitude", "", "degrees north, of the node it leads to"),
	ToLongitude:   number("to_longitude", "", "degrees east"),
})

// RoutesColumns are the columns of routes.csv.
type RoutesColumns struct {
	*Schema
	Scenario, Market, MarketTitle, Cargo, CargoTitle, Scope, Route TextColumn
	Rival                                                          BooleanColumn
	Segments                                                       TextColumn
	BaseShare, CostUSDPerT, Days, GeneralisedCostUSDPerT           NumberColumn
	Via                                                            TextColumn
}

// Routes is routes.csv: the markets and the routes they choose from.
var Routes = define(RoutesColumns{
	Schema:                 &Schema{Name: "routes", Title: "Markets and routes"},
	Scenario:               scenarioColumn,
	Market:                 text("market", "name of the market"),
	MarketTitle:            text("market_title", "name for readers"),
	Cargo:                  text("cargo", "cargo class"),
	CargoTitle:             text("cargo_title", "name of the class for readers"),
	Scope:                  text("scope", "official series that counts it: like-for-like, or headline for the ministry's alone"),
	Route:                  text("route", "name of the route"),
	Rival:                  boolean("rival", "whether it goes outside the corridor"),
	Segments:               text("segments", "names of its segments in order, joined by >; empty for a rival"),
	BaseShare:              number("base_share", "", "share of the market in the base year"),
	CostUSDPerT:            number("cost_usd_per_t", "USD/t", "cost in the first year"),
	Days:                   number("days", "d", "free-flow time in the first year"),
	GeneralisedCostUSDPerT: number("generalised_cost_usd_per_t", "USD/t", "cost, value of time and reliability penalty in the first year"),
	Via:                    text("via", "rival that it goes by, as in rivals.csv; empty of a route of the corridor"),
})

// RivalsColumns are the columns of rivals.csv.
type RivalsColumns struct {
	*Schema
	Scenario, Rival, Title, From                         TextColumn
	FromLatitude, FromLongitude, ToLatitude, ToLongitude NumberColumn
}

// Rivals is rivals.csv: the ways outside the corridor that several markets can use.
var Rivals = define(RivalsColumns{
	Schema:        &Schema{Name: "rivals", Title: "Ways outside the corridor", Description: "What goes by them is in flows.csv, by the routes whose via they are."},
	Scenario:      scenarioColumn,
	Rival:         text("rival", "name of the rival"),
	Title:         text("title", "name for readers"),
	From:          text("from", "node at which it leaves the corridor; empty when not given"),
	FromLatitude:  number("from_latitude", "", "degrees north, of that node; empty when not given"),
	FromLongitude: number("from_longitude", "", "degrees east"),
	ToLatitude:    number("to_latitude", "", "degrees north, of a place on its way"),
	ToLongitude:   number("to_longitude", "", "degrees east"),
})
