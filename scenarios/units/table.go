package units

import (
	"math/big"
	"slices"
	"strings"
)

// DaysPerYear is how many days a year has where days become years: that of a train or ship
// in the model. A month is a twelfth of it.
const DaysPerYear = 365

// quantity is what a unit measures.
type quantity int

const (
	mass     quantity = iota // in tonnes
	duration                 // in years
	money                    // in US dollars
	length                   // in kilometres
	emission                 // in tonnes of CO2 equivalent
	count                    // in what is counted: wagons, trains
	share                    // a part of something, in ones
	quantities
)

// unit is a row of the table.
type unit struct {
	quantity quantity
	factor   *big.Rat // in the unit of the quantity
	names    []string // as it is written; the first is that of messages
	counted  string   // of a count: what
	points   bool     // of a share: of what is a share itself
}

// table lists the units, each with its size. A name is found as it is written and, where no
// other unit has it so, in small letters and without the s of a plural.
//
// A TEU and an FEU are containers of 20 and of 40 feet (ISO 668, series 1 freight
// containers): an FEU takes the place of two TEU.
var table = []unit{
	{quantity: mass, factor: of(1, 1), names: []string{"t", "tonne", "ton", "metric tonne", "metric ton"}},
	{quantity: mass, factor: of(1, 1000000), names: []string{"g", "gram"}},
	{quantity: mass, factor: of(1, 1000), names: []string{"kg", "kilogram", "kilo"}},
	{quantity: mass, factor: of(1000, 1), names: []string{"kt", "kilotonne", "kiloton"}},
	{quantity: mass, factor: of(1000000, 1), names: []string{"Mt", "megatonne", "megaton"}},

	{quantity: duration, factor: of(1, 1), names: []string{"yr", "year", "y", "annum"}},
	{quantity: duration, factor: of(1, 4), names: []string{"quarter"}},
	{quantity: duration, factor: of(1, 12), names: []string{"month", "mo", "mth"}},
	{quantity: duration, factor: of(7, DaysPerYear), names: []string{"week", "wk"}},
	{quantity: duration, factor: of(1, DaysPerYear), names: []string{"day", "d"}},
	{quantity: duration, factor: of(1, 24*DaysPerYear), names: []string{"hour", "h", "hr"}},

	{quantity: money, factor: of(1, 1), names: []string{"USD", "$", "US$", "dollar", "US dollar"}},

	{quantity: length, factor: of(1, 1), names: []string{"km", "kilometre", "kilometer"}},
	{quantity: length, factor: of(1, 1000), names: []string{"m", "metre", "meter"}},
	{quantity: length, factor: of(1, 100000), names: []string{"cm", "centimetre", "centimeter"}},
	{quantity: length, factor: of(1, 1000000), names: []string{"mm", "millimetre", "millimeter"}},
	{quantity: length, factor: of(1852, 1000), names: []string{"nmi", "nautical mile"}},

	{quantity: count, factor: of(1, 1), counted: "unit", names: []string{"unit"}},
	{quantity: count, factor: of(1, 1), counted: "TEU", names: []string{"TEU"}},
	{quantity: count, factor: of(2, 1), counted: "TEU", names: []string{"FEU"}},
	{quantity: count, factor: of(1000, 1), counted: "TEU", names: []string{"kTEU"}},
	{quantity: count, factor: of(1, 1), counted: "wagon", names: []string{"wagon", "railcar", "rail car"}},
	{quantity: count, factor: of(1, 1), counted: "truck", names: []string{"truck", "lorry"}},
	{quantity: count, factor: of(1, 1), counted: "train", names: []string{"train"}},
	{quantity: count, factor: of(1, 1), counted: "vessel", names: []string{"vessel", "ship"}},
	{quantity: count, factor: of(1, 1), counted: "berth", names: []string{"berth"}},
	{quantity: count, factor: of(1, 1), counted: "crane", names: []string{"crane"}},
	{quantity: count, factor: of(1, 1), counted: "shift", names: []string{"shift"}},

	{quantity: share, factor: of(1, 100), names: []string{"%", "percent", "per cent", "pct"}},
	{quantity: share, factor: of(1, 100), points: true, names: []string{"points", "point", "percentage point", "% point", "pp"}},
}

// short are units that are written as one.
var short = []struct{ name, is string }{
	{"tpa", "t/yr"}, {"tpy", "t/yr"}, {"ktpa", "kt/yr"}, {"Mtpa", "Mt/yr"}, {"tpd", "t/day"}, {"tpm", "t/month"},
	{"p.a.", "/yr"}, {"pa", "/yr"}, {"tkm", "t km"}, {"MUSD", "million USD"},
}

// writtenOut is what a unit that is written as one stands for, "" for any other word.
func writtenOut(word string) string {
	for _, s := range short {
		if strings.EqualFold(s.name, word) {
			return s.is
		}
	}
	return ""
}

// multipliers stand between a number and its unit, or after it.
var multipliers = map[string]int64{
	"thousand": 1e3, "k": 1e3,
	"million": 1e6, "mn": 1e6, "mln": 1e6,
	"billion": 1e9, "bn": 1e9,
	"trillion": 1e12, "trn": 1e12,
}

// currencies are money of which nothing is known: rates of exchange are no part of a
// scenario.
var currencies = []string{"EUR", "€", "GBP", "£", "KZT", "₸", "tenge", "AZN", "manat", "GEL", "lari", "TRY", "lira", "CNY", "RMB", "yuan", "RUB", "rouble"}

// Unclear says what to write in the place of a word for several units, "" for any other. A
// scenario may count containers or boxes all the same.
func Unclear(counted string) string {
	switch counted {
	case "container", "box":
		return "a " + counted + " is one TEU or two: write TEU or FEU"
	}
	return ""
}

// byName and byLowerName find a row by how it is written, and in small letters.
var byName, byLowerName = rows(func(name string) string { return name }), rows(strings.ToLower)

func rows(key func(string) string) map[string]*unit {
	names := map[string]*unit{}
	for i := range table {
		for _, name := range table[i].names {
			names[key(name)] = &table[i]
		}
	}
	return names
}

// named returns the unit of a name, nil for none.
func named(name string) *unit {
	if u := byName[name]; u != nil {
		return u
	}
	if u := byLowerName[strings.ToLower(name)]; u != nil {
		return u
	}
	return byLowerName[Singular(name)]
}

// Singular is the name of one of what is counted, in small letters.
func Singular(name string) string {
	name = strings.ToLower(name)
	if stem, many := strings.CutSuffix(name, "ies"); many {
		return stem + "y"
	}
	if stem, many := strings.CutSuffix(name, "xes"); many {
		return stem + "x"
	}
	if len(name) > 2 {
		return strings.TrimSuffix(name, "s")
	}
	return name
}

// Names lists the units that there are, for a hint at the one that was meant.
func Names() (names []string) {
	for i := range table {
		names = append(names, table[i].names...)
	}
	for _, s := range short {
		names = append(names, s.name)
	}
	return slices.Clip(names)
}

// Row is a unit for readers.
type Row struct {
	Name string   // as it is written first
	Is   string   // how much it is
	Also []string // other ways to write it
}

// Rows lists the units that there are.
func Rows() (list []Row) {
	for i := range table {
		u := &table[i]
		list = append(list, Row{u.names[0], u.is(), u.names[1:]})
	}
	return list
}

// is says how much a unit is.
func (u *unit) is() string {
	size := plain(u.factor)
	switch {
	case u.points:
		return "a hundredth more or less of what is a share or a rate"
	case u.quantity == share:
		return "a hundredth"
	case u.counted == "train":
		return "net_tonnes of its segment"
	case u.counted == "vessel" || u.counted == "unit":
		return "a " + u.counted + ", which carries what is said beside it"
	case u.quantity == count && size != "1":
		return size + " " + u.counted
	case u.quantity == count:
		return "tonnes_per_unit of the cargo class it is the unit of"
	}
	return size + " " + [...]string{mass: "t", duration: "yr", money: "USD", length: "km"}[u.quantity]
}

func of(a, b int64) *big.Rat { return big.NewRat(a, b) }
