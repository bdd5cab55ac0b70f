package tables

// FiguresColumns are the columns of figures.csv.
type FiguresColumns struct {
	*Schema
	Scenario, Path            TextColumn
	Value                     NumberColumn
	Unit                      TextColumn
	Low, High                 NumberColumn
	Kind, Source, Known, Note TextColumn
}

// Figures is figures.csv: every number a scenario is made of, with its range and
// where it comes from.
var Figures = define(FiguresColumns{
	Schema:   &Schema{Name: "figures", Title: "Figures the scenario is made of"},
	Scenario: scenarioColumn,
	Path:     text("path", "where the scenario file says it"),
	Value:    number("value", "see unit", "the figure used"),
	Unit:     text("unit", "unit of the figure; empty for a ratio or a count"),
	Low:      number("low", "see unit", "lower end of its range; empty where none is given"),
	High:     number("high", "see unit", "upper end of its range"),
	Kind:     text("kind", "published, derived (arithmetic on published figures) or assumed"),
	Source:   text("source", "names of the works it rests on, as in datapackage.json, joined by ;"),
	Known:    text("known", "month in which it became known: as the scenario says, or the latest date of its works; empty for an assumption without either"),
	Note:     text("note", "what the author says of it"),
})

// WarningsColumns are the columns of warnings.csv.
type WarningsColumns struct {
	*Schema
	Scenario, Place, Warning TextColumn
}

// Warnings is warnings.csv: what the scenario says and can hardly mean. It is written
// where there is any.
var Warnings = define(WarningsColumns{
	Schema:   &Schema{Name: "warnings", Title: "Warnings about the scenario"},
	Scenario: scenarioColumn,
	Place:    text("place", "file, line and column that the warning is about"),
	Warning:  text("warning", "what is strange there, and why"),
})
