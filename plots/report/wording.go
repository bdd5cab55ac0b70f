package report

import (
	"html/template"
	"regexp"
	"strings"

	"corridor/plots/words"
)

// said are the functions of the template that write the page in its language: t says a text, unit a
// unit behind a number or a comma, n writes a number or several that stand in English, months names
// the months, and asis is the attribute of what stands as it was written.
func said(w *words.Language) template.FuncMap {
	return template.FuncMap{
		"t":      w.Say,
		"unit":   w.Unit,
		"n":      func(text string) string { return numbersIn(w, text) },
		"last":   func(years []int) int { return len(years) - 1 },
		"months": func() []monthName { return monthsIn(w) },
		"lang":   func() string { return w.Code },
		"asis":   func() template.HTMLAttr { return asWritten(w) },
		"marks":  func() string { return numbersIn(w, ".") + numbersIn(w, ",") },
	}
}

func english() *words.Language {
	w, err := words.Of("")
	if err != nil {
		panic(err) // it is part of the program
	}
	return w
}

// numeric is a text that is a number, or several, with nothing but signs beside.
var numeric = regexp.MustCompile(`^[-−+<>≤≥\d.,% \x{00a0}()]*( to [-−+<>≤≥\d.,% \x{00a0}()]*)*$`)

// numbersIn writes the numbers of a text as a language marks decimals and thousands; English and
// whatever is no number stays.
func numbersIn(w *words.Language, text string) string {
	if w.Code == words.Languages[0] || !numeric.MatchString(text) {
		return text
	}
	return strings.NewReplacer(" to ", " – ", ",", w.Marks.Thousands, ".", w.Marks.Decimal).Replace(text)
}

// monthName is a month with its first letter.
type monthName struct{ Long, Short string }

func monthsIn(w *words.Language) (out []monthName) {
	for _, name := range w.Months {
		first := []rune(name)[:1]
		out = append(out, monthName{name, strings.ToUpper(string(first))})
	}
	return out
}

// Texts that the page says by a name that it has worked out.
var _ = []string{
	words.Text("met"), words.Text("missed"), words.Text("undecided"),
	words.Text("first year"), words.Text("target year"), words.Text("middle of the period"), words.Text("last year"),
	words.Text("Carried"), words.Text("Demand, if nothing limited"), words.Text("Waiting at the end"), words.Text("Door to door"), words.Text("Potential demand, all ways"), words.Text("Containers carried"),
	words.Text("Cargo held back most by"), words.Text("Year"), words.Text("Month"), words.Text("works"), words.Text("measure"),
	words.Text("Spent"), words.Text("Mean of the orders"), words.Text("Standard error"), words.Text("Alone"), words.Text("To all the others"), words.Text("A year late"),
	words.Text("Adds"), words.Text("Net present value"), words.Text("of futures"), words.Text("Benefits over costs"), words.Text("Worth it alone"), words.Text("beside all"),
	words.Text("% of futures"), words.Text("USD million"),
	words.Text("assumed"), words.Text("derived"), words.Text("published"), words.Text("calibrated"), words.Text("project"), words.Text("fit"), words.Text("hold-out"), words.Text("no bound"),
	words.Text("model"), words.Text("the year before"), words.Text("the year before and the mean change"), words.Text("0.8 of the official plan"),
}

// Units of figures of scenarios.
var _ = []string{
	words.Text("as the number"), words.Text("as its unit"), words.Text("as the metric"), words.Text("ratio"), words.Text("share"), words.Text("t"),
	words.Text("years"), words.Text("months"), words.Text("per year"), words.Text("a year"), words.Text("a month"), words.Text("per m"), words.Text("m per year"), words.Text("m a year"), words.Text("km"),
	words.Text("USD per t and day"), words.Text("USD per t CO2e"), words.Text("USD million a year"), words.Text("1 per USD/t"), words.Text("per USD/t"),
	words.Text("g CO2e per tonne-km"), words.Text("kg CO2e per t"), words.Text("trains/day"), words.Text("units/yr"), words.Text("units a year"), words.Text("vessels"),
	words.Text("times what is planned"), words.Text("of what is claimed"),
}
