package findings

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Words writes sentences in a language, by their English texts, and numbers as it marks them:
// a language of charts does, and [English].
type Words interface {
	Say(text string, args ...any) string
	Amount(v float64, decimals int) string
	Rounded(v float64, decimals int) string // with at most so many decimals
	LongMonth(m calendar.Month) string      // December 2028
	InSentence(title string) string         // a title within a sentence
	Unit(unit string) string                // a unit behind a number or a comma
}

// English writes sentences as they stand in the program.
var English Words = english{}

type english struct{}

func (english) Say(text string, args ...any) string {
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

func (english) Amount(v float64, decimals int) string {
	return minus(tables.Thousands(strconv.FormatFloat(v, 'f', decimals, 64), ","))
}

func (english) Rounded(v float64, decimals int) string { return minus(tables.Readable(v, decimals)) }

func (english) LongMonth(m calendar.Month) string { return m.Name() }

func (english) Unit(unit string) string { return unit }

// InSentence begins with a small letter.
func (english) InSentence(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}

// Dated is the title of a target with its date, as [tables.Target.Dated] has it in English.
func Dated(w Words, t *tables.Target) string {
	if t.AtMost {
		return w.Say("%[1]s in %[2]s", t.Title, PeriodIn(w, t.At))
	}
	return w.Say("%[1]s by %[2]s", t.Title, PeriodIn(w, t.At))
}

// PeriodIn writes a year, or a month as the language does.
func PeriodIn(w Words, p tables.Period) string {
	if p.Yearly {
		return p.String()
	}
	return w.LongMonth(p.Month)
}

// withUnit writes a number before the unit of a metric; "" is none.
func withUnit(w Words, number, unit string) string {
	switch unit {
	case "":
		return number
	case "% a year":
		return w.Say("%s %% a year", number)
	}
	return number + " " + w.Unit(unit)
}

// shareIn writes a share in percent, with a decimal where it is small.
func shareIn(w Words, share float64) string { return w.Say("%s %%", percentDigits(w, share)) }

func percentDigits(w Words, share float64) string {
	decimals := 0
	if percent := 100 * share; percent < 9.95 && percent > 0.05 {
		decimals = 1
	}
	return w.Rounded(100*share, decimals)
}

// joined joins clauses, the last by and.
func joined(w Words, list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return w.Say("%[1]s and %[2]s", strings.Join(list[:len(list)-1], ", "), list[len(list)-1])
}

// alternatives joins what is as good as each other.
func alternatives(w Words, list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return w.Say("%[1]s or %[2]s", alternatives(w, list[:len(list)-1]), list[len(list)-1])
}

// signed writes a change with its sign.
func signed(w Words, v float64) string {
	text := w.Rounded(v, 2)
	if v > 0 && text != "0" {
		return "+" + text
	}
	return text
}

// sentencesOf joins what is said, without what is empty.
func sentencesOf(list ...string) []string {
	var out []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}
