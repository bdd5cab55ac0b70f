package expect

import (
	"slices"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Expectation is a check with a name.
type Expectation struct {
	Name string
	Text string // as it was written
	Unit Unit   // of what was found

	condition *tables.Condition
	figures   map[*tables.Word]*figure
	over      over
	share     *share
	percent   bool // what is compared is a share
}

// Unit is the unit of values as they are shown; the zero value is none.
type Unit struct {
	Before, After string  // the value: a currency, and the rest
	Times         float64 // of the unit of the column; 0 is 1
}

// figure is what a name of a condition stands for.
type figure struct {
	metric   string             // as it was written
	of       *tables.Expression // of the corridor; nil of a part
	part     Part
	at       tables.Period // its own
	dated    bool          // it has one
	scenario string        // that it is of; "" for the one with the check
	offset   int           // where it stands in the check, in bytes
}

// over says in which periods a condition is to hold.
type over struct {
	periods []tables.Period // none for those of the figures themselves
	some    bool            // in one of them, instead of all
}

// share says in how many futures a check is to hold.
type share struct {
	of     float64
	atMost bool
}

// Figures are the names of the columns, metrics and targets that the check compares, and whether
// it does so in their unit.
func (e *Expectation) Figures() (names []string, inUnit bool) {
	for _, w := range e.condition.Words() {
		names = append(names, e.figures[w].metric)
	}
	return names, e.condition.Measures()
}

// Drawn reports whether the check is of many futures.
func (e *Expectation) Drawn() bool { return e.share != nil }

// Scenarios are those besides its own whose results the check needs.
func (e *Expectation) Scenarios() (names []string) {
	for _, f := range e.figures {
		if f.scenario != "" && !slices.Contains(names, f.scenario) {
			names = append(names, f.scenario)
		}
	}
	slices.Sort(names)
	return names
}

// Ask is a figure in a period: what a check needs to know of a run.
type Ask struct {
	Metric string // the result column, or the expression on result columns
	Part   Part
	At     tables.Period

	of *tables.Expression
}

// key tells asks apart.
type key struct {
	metric string
	part   Part
	at     tables.Period
}

func (a *Ask) key() key { return key{a.Metric, a.Part, a.At} }

// Asks lists what the check needs of a scenario, "" for its own, each once.
func (e *Expectation) Asks(scenario string) (list []Ask) {
	seen := map[key]bool{}
	for _, w := range e.condition.Words() {
		f := e.figures[w]
		if f.scenario != scenario {
			continue
		}
		for _, at := range e.periods(f) {
			if a := f.ask(at); !seen[a.key()] {
				seen[a.key()] = true
				list = append(list, a)
			}
		}
	}
	return list
}

func (f *figure) ask(at tables.Period) Ask {
	if f.dated {
		at = f.at
	}
	a := Ask{Metric: f.metric, Part: f.part, At: at, of: f.of}
	if f.of != nil {
		a.Metric = f.of.String()
	}
	return a
}

// periods are those in which a figure is looked at.
func (e *Expectation) periods(f *figure) []tables.Period {
	if f.dated || len(e.over.periods) == 0 {
		return []tables.Period{f.at}
	}
	return e.over.periods
}

// everyPeriod lists the years or months from one month to another. A year is in it with its
// December.
func everyPeriod(from, to calendar.Month, yearly bool) (list []tables.Period) {
	for at := from; at <= to; at++ {
		if !yearly || at.IsDecember() {
			list = append(list, tables.Period{Month: at, Yearly: yearly})
		}
	}
	return list
}
