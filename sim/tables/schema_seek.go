package tables

// What rows of seek.csv say.
const (
	SeekFrom   = "from" // the low end of the range
	SeekTo     = "to"   // the high end
	SeekNow    = "as-it-is"
	SeekLeast  = "least" // the least value looked at of the metric
	SeekMost   = "most"
	SeekBegins = "begins" // the target begins to be met, in the direction of larger numbers
	SeekCeases = "ceases"
	SeekFlat   = "flat" // nothing changes from value to beyond
)

// SeekColumns are the columns of seek.csv.
type SeekColumns struct {
	*Schema
	Scenario, Figure, Metric, Expression, At TextColumn
	Wanted                                   NumberColumn
	AtMost                                   BooleanColumn
	What                                     TextColumn
	Value, Result                            NumberColumn
	Met                                      BooleanColumn
	Beyond, BeyondResult                     NumberColumn
	Jump                                     BooleanColumn
	Set                                      TextColumn
}

// Seek is seek.csv: at which values of one figure a metric reaches what is wanted.
var Seek = define(SeekColumns{
	Schema:       &Schema{Name: "seek", Title: "At which values of a figure a target is met", Description: "Of the expected future. Between two turns next to each other the target is met, or is not, everywhere that was looked at."},
	Scenario:     scenarioColumn,
	Figure:       text("figure", "path of the figure, as --set takes it"),
	Metric:       text("metric", "what is asked: name of a target, a result column and a year or month, or npv_musd, which is a net present value"),
	Expression:   text("expression", "expression on result columns"),
	At:           text("at", "year or month, or "+PresentValue),
	Wanted:       number("wanted", "as the metric", "value to reach"),
	AtMost:       boolean("at_most", "whether it is a value to stay under, and not one to reach"),
	What:         text("what", "from and to: the ends of the range; as-it-is; least and most: where the metric is so; begins and ceases: where the target begins or ceases to be met as the figure grows; flat: where nothing changes"),
	Value:        number("value", "as the figure", "the figure; where the target begins or ceases to be met, the last value that meets it"),
	Result:       number("result", "as the metric", "what comes of it; empty where there is no value"),
	Met:          boolean("met", "whether that meets the target"),
	Beyond:       number("beyond", "as the figure", "the nearest value that was found not to meet the target; of a flat stretch its end"),
	BeyondResult: number("beyond_result", "as the metric", "what comes of that"),
	Jump:         boolean("jump", "whether the metric leaps there, and has no value near what is wanted"),
	Set:          text("set", "what to set for it, in few digits"),
})

// SoughtColumns are the columns of sought.csv.
type SoughtColumns struct {
	*Schema
	Scenario, Figure, Metric, What TextColumn
	Value, Futures                 NumberColumn
	Does                           ShareColumns
}

// Sought is sought.csv: in how many futures which value of the figure would do.
var Sought = define(SoughtColumns{
	Schema:   &Schema{Name: "sought", Title: "In how many futures which value of the figure would do", Description: "All values are put into the same futures. Intervals are Wilson's score intervals."},
	Scenario: scenarioColumn,
	Figure:   text("figure", "path of the figure, as --set takes it"),
	Metric:   text("metric", "what is asked: name of a target, a result column and a year or month, or npv_musd, which is a net present value"),
	What:     text("what", "range: values from one end to the other; as-it-is; sought: the value that does in the expected future; needs: the value that so many futures have enough of"),
	Value:    number("value", "as the figure", "the figure; empty where no value of the range is enough, or every value too much"),
	Futures:  integer("futures", "futures simulated"),
	Does:     shareColumns("does", "share of them in which it meets the target"),
})
