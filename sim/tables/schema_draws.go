package tables

// InputsColumns are the columns of inputs.csv.
type InputsColumns struct {
	*Schema
	Scenario TextColumn
	Draw     NumberColumn
	Input    TextColumn
	Value    NumberColumn
}

// Inputs is inputs.csv: what was drawn for one future.
var Inputs = define(InputsColumns{
	Schema:   &Schema{Name: "inputs", Title: "What was drawn"},
	Scenario: scenarioColumn,
	Draw:     integer("draw", "number of the future"),
	Input:    text("input", "uncertainty"),
	Value:    number("value", "as the number it replaces", "what was drawn for it"),
})

// FailuresColumns are the columns of failures.csv.
type FailuresColumns struct {
	*Schema
	Scenario              TextColumn
	Draw                  NumberColumn
	Metric, Period, Input TextColumn
	Value                 NumberColumn
}

// Failures is failures.csv: the futures that came to no finite number, with what
// was drawn for them.
var Failures = define(FailuresColumns{
	Schema:   &Schema{Name: "failures", Title: "Futures that failed"},
	Scenario: scenarioColumn,
	Draw:     integer("draw", "number of the future; corridor run --draw runs it alone"),
	Metric:   text("metric", "first result column that is no finite number"),
	Period:   text("period", "year"),
	Input:    text("input", "uncertainty"),
	Value:    number("value", "as the number it replaces", "what was drawn for it"),
})
