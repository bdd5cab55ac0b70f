package tables

// DirectionsColumns are the columns of directions.csv.
type DirectionsColumns struct {
	*Schema
	Scenario                                                                        TextColumn
	Year                                                                            NumberColumn
	Segment, Cargo                                                                  TextColumn
	LoadedWestMt, LoadedEastMt                                                      NumberColumn
	LoadedWestKunits, LoadedEastKunits, EmptyWestKunits, EmptyEastKunits, AllKunits NumberColumn
}

// Directions is directions.csv: what goes west and east, loaded and empty. It is written where
// a scenario has an eastbound market or a cargo class whose units go back empty.
var Directions = define(DirectionsColumns{
	Schema:           &Schema{Name: "directions", Title: "Loads and empties by direction, segment and year"},
	Scenario:         scenarioColumn,
	Year:             integer("year", "calendar year"),
	Segment:          text("segment", "segment"),
	Cargo:            text("cargo", "cargo class"),
	LoadedWestMt:     number("loaded_west_mt", "Mt", "carried westward over the segment in the year"),
	LoadedEastMt:     number("loaded_east_mt", "Mt", "carried eastward"),
	LoadedWestKunits: number("loaded_west_kunits", "thousand units", "units it makes westward by the tonnes_per_unit of the class, such as thousand TEU; empty where that is not known"),
	LoadedEastKunits: number("loaded_east_kunits", "thousand units", "units it makes eastward"),
	EmptyWestKunits:  number("empty_west_kunits", "thousand units", "units that go back empty westward: the empty_return of those that came loaded eastward and found no load, month by month"),
	EmptyEastKunits:  number("empty_east_kunits", "thousand units", "units that go back empty eastward"),
	AllKunits:        number("all_kunits", "thousand units", "all of them together, as a count of both directions has it"),
})
