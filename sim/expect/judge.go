package expect

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Outcome is what became of a check.
type Outcome string

// The outcomes.
const (
	Passed    Outcome = "passed"
	Failed    Outcome = "failed"
	Undecided Outcome = "undecided" // the futures are too few to tell
	Unasked   Outcome = "unasked"   // of many futures, and none were drawn
)

// Verdict is an outcome and what was found.
type Verdict struct {
	Outcome Outcome
	Found   string   // in words
	Value   *float64 // that was compared, or the share of the futures; nil where there is none
	Wanted  *float64 // what it was compared with
	At      string   // the period that decided; "" where figures have periods of their own
}

// Values are the figures that a check asked of scenarios, "" for its own.
type Values func(scenario string, a Ask) float64

// Holds reports whether the check holds in one future. It is not known where a value is missing
// that would decide it, in all periods that are looked at; periods without a value do not count.
func (e *Expectation) Holds(values Values) (holds, known bool) {
	_, holds, known = e.decisive(values)
	return holds, known
}

// decisive finds the period that decides: the first that breaks what is to hold in all, or meets
// what is to hold in some; otherwise that with least to spare.
func (e *Expectation) decisive(values Values) (at *tables.Period, holds, known bool) {
	if len(e.over.periods) == 0 {
		holds, known = e.condition.Holds(e.in(nil, values))
		return nil, holds, known
	}
	nearest := math.Inf(1)
	for i := range e.over.periods {
		p := &e.over.periods[i]
		h, k := e.condition.Holds(e.in(p, values))
		switch {
		case !k:
			continue
		case h == e.over.some:
			return p, h, true
		}
		known = true
		if c, single := e.condition.Compared(e.in(p, values)); at == nil || single && math.Abs(c.Spare) < nearest {
			at, nearest = p, math.Abs(c.Spare)
		}
	}
	return at, known && !e.over.some, known
}

// in returns the values of the words of the condition in a period.
func (e *Expectation) in(at *tables.Period, values Values) func(w *tables.Word) float64 {
	return func(w *tables.Word) float64 {
		f := e.figures[w]
		when := f.at
		if at != nil {
			when = *at
		}
		return values(f.scenario, f.ask(when))
	}
}

// Judge judges the check in one future.
func (e *Expectation) Judge(values Values) Verdict {
	if e.share != nil {
		return Verdict{Outcome: Unasked, Found: "of many futures, and none were drawn"}
	}
	at, holds, known := e.decisive(values)
	v := Verdict{Outcome: Failed}
	if holds {
		v.Outcome = Passed
	}
	if !known {
		v.Found = "no value"
		return v
	}
	if at != nil {
		v.At = at.String()
	}
	if c, single := e.condition.Compared(e.in(at, values)); single {
		v.Value, v.Wanted = &c.Left, &c.Right
		v.Found = e.shown(c.Left)
		if !c.Fixed {
			v.Found += ", against " + e.shown(c.Right)
		}
	} else {
		v.Found = e.listed(at, values)
	}
	if v.At != "" && len(e.over.periods) > 1 {
		v.Found += " in " + v.At
	}
	return v
}

// listed are the values of all words of a condition of several comparisons.
func (e *Expectation) listed(at *tables.Period, values Values) string {
	var list []string
	for _, w := range e.condition.Words() {
		value := e.in(at, values)(w)
		switch {
		case math.IsNaN(value):
			list = append(list, w.Name+" no value")
		case w.Judged && w.Target.Met(value):
			list = append(list, w.Name+" met")
		case w.Judged:
			list = append(list, w.Name+" missed")
		default:
			list = append(list, w.Name+" "+e.shown(value))
		}
	}
	return strings.Join(list, ", ")
}

// shown writes a value to four digits, a share in percent.
func (e *Expectation) shown(v float64) string {
	switch u := e.Unit; {
	case e.percent:
		return digits(100*v) + " %"
	case u.Times != 0:
		return strings.TrimSpace(u.Before + " " + digits(float64(v*u.Times)) + " " + u.After)
	default:
		return strings.TrimSpace(digits(v) + " " + u.After)
	}
}

func digits(v float64) string {
	text := strconv.FormatFloat(v, 'g', 4, 64)
	switch {
	case !strings.Contains(text, "e"):
		return tables.Thousands(text, ",")
	case math.Abs(v) >= 10_000:
		return tables.Readable(v, 0)
	}
	return tables.FormatNumber(v)
}

// confidence is that of the interval of a share of futures.
const confidence = 0.95

// JudgeDrawn judges a check that is to hold in a share of futures, by in how many of those drawn
// it held. The interval is Wilson's. A share is at least another where the whole of its interval
// is; where the interval has it inside, the futures are too few to tell.
func (e *Expectation) JudgeDrawn(held, draws uint64) Verdict {
	of := float64(held) / float64(draws)
	low, high := stats.Wilson(held, draws, confidence)
	wanted := e.share.of
	v := Verdict{
		Outcome: Undecided, Value: &of, Wanted: &wanted,
		Found: fmt.Sprintf("%s %% of %s (%s to %s %%)", digits(100*of), tables.Counted(draws, "future"), digits(100*low), digits(100*high)),
	}
	reached, missed := low >= wanted, high < wanted
	if e.share.atMost {
		reached, missed = high <= wanted, low > wanted
	}
	switch {
	case reached:
		v.Outcome = Passed
	case missed:
		v.Outcome = Failed
	}
	return v
}

// JudgeCertain judges a check that is to hold in a share of futures where there is only one, in
// which it holds or not: in all of them, or in none.
func (e *Expectation) JudgeCertain(holds bool) Verdict {
	of, wanted := 0.0, e.share.of
	v := Verdict{Outcome: Failed, Value: &of, Wanted: &wanted, Found: "not in the only future there is: nothing is uncertain"}
	if holds {
		of, v.Found = 1, "in the only future there is: nothing is uncertain"
	}
	if of >= wanted && !e.share.atMost || of <= wanted && e.share.atMost {
		v.Outcome = Passed
	}
	return v
}
