package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// measure is a result column in the words and digits a reader sees.
type measure struct {
	Column, Name string
	Unit         string // by year
	MonthUnit    string
	Scale        float64 // shown over stored
	Decimals     int
	MonthDigits  int
}

// measures are the columns shown, the most asked for first. Their values are those
// of annual.csv and monthly.csv, times Scale.
var measures = []measure{
	{"throughput_mt", "Carried", "Mt", "Mt in the month", 1, 2, 3},
	{"capacity_mt", "Capacity", "Mt/yr", "Mt in the month", 1, 2, 3},
	{"utilisation", "Utilisation", "%", "%", 100, 0, 0},
	{"queue_mt", "Waiting at the end", "Mt", "Mt", 1, 2, 3},
	{"diverted_mt", "Turned away", "Mt", "Mt in the month", 1, 2, 3},
	{"transit_days", "Door to door", "days", "days", 1, 1, 1},
	{"cost_usd_per_t", "Transport cost", "USD/t", "USD/t", 1, 0, 0},
	{"capex_musd", "Capital spent", "USD million", "USD million in the month", 1, 0, 0},
	{"offered_mt", "Offered", "Mt", "Mt in the month", 1, 2, 3},
	{"potential_mt", "Potential demand, all ways", "Mt", "Mt in the month", 1, 2, 3},
	{"containers_kteu", "Containers carried", "thousand TEU", "thousand TEU in the month", 1, 1, 2},
	{"emissions_kt", "Emissions", "kt CO2e", "kt CO2e in the month", 1, 0, 0},
}

func measureOf(column string) (measure, bool) {
	i := slices.IndexFunc(measures, func(m measure) bool { return m.Column == column })
	if i < 0 {
		return measure{}, false
	}
	return measures[i], true
}

// year writes a value of a year.
func (m measure) year(v float64) string { return number(v*m.Scale, m.Decimals) }

// month writes a value of a month.
func (m measure) month(v float64) string { return number(v*m.Scale, m.MonthDigits) }

// cell is a number of the page: what is read, and the value of the table it shows.
type cell struct {
	Text string
	Raw  string // empty where there is no value
}

func (m measure) cell(v float64) cell { return cell{m.year(v), raw(v)} }

func raw(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return tables.FormatNumber(v)
}

const (
	none        = "–"
	percentSign = "\u00a0%" // kept on the line of its number
)

// number writes a number with so many decimals, thousands apart by commas, and a
// dash where there is none.
func number(v float64, decimals int) string {
	if math.IsNaN(v) {
		return none
	}
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if v < 0 && strings.ContainsAny(text, "123456789") {
		whole = "−" + whole
	}
	return whole
}

func integer(n int) string { return number(float64(n), 0) }

// plain writes a number of a scenario as its author would, with thousands apart.
func plain(v float64) string {
	if math.IsNaN(v) {
		return none
	}
	text := tables.FormatNumber(v)
	if strings.ContainsAny(text, "e") {
		return text
	}
	_, fraction, _ := strings.Cut(text, ".")
	return number(v, len(fraction))
}

// readable writes a number with at most two decimals.
func readable(v float64) string {
	text := number(v, 2)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// percent writes a probability with one decimal.
func percent(p float64) string {
	if math.IsNaN(p) {
		return none
	}
	return number(100*p, 1) + percentSign
}

// spoken writes 2028 as it is and 2028-12 as December 2028.
func spoken(period string) string {
	if m, err := calendar.ParseMonth(period); err == nil {
		return m.Name()
	}
	return period
}
