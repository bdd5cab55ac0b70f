package language

import (
	"slices"
	"strings"
)

// Examples are figures as they may be given for keys of a unit, "" for shares and factors.
type Examples struct {
	Unit    string
	Figures []string
}

// FigureExamples lists figures as they may be given, by the unit of keys.
func FigureExamples() []Examples { return slices.Clone(examples) }

// examples are figures as they may be given, by the unit of their keys: for messages, editors
// and pages. A test reads every one of them.
var examples = []Examples{
	{"Mt/yr", []string{"500 t/day", "40 kt/month", "0.5 million t a year", "20000 TEU/yr", "120 trucks/day", "3 trains/day", "3 trains/day of 1200 t"}},
	{"Mt", []string{"40 kt", "300000 t", "2000 TEU"}},
	{"t", []string{"1.2 kt", "800 kg"}},
	{"units/yr", []string{"300/day", "1500 wagons/week", "5000 TEU/month", "2500 FEU/month"}},
	{"trains/day", []string{"20 trains/week", "90 trains/month", "3/day"}},
	{"vessels", []string{"3 vessels", "2 ships"}},
	{"berths", []string{"2 berths"}},
	{"cranes", []string{"3 cranes"}},
	{"shifts/day", []string{"1 shift/day", "7 shifts/week"}},
	{"USD/t", []string{"USD 800/FEU", "900 USD/truck", "USD 55 per t", "USD 30000/kt"}},
	{"USD per t and day", []string{"USD 40 per TEU and day", "0.5 USD/t/day", "3 USD/t/week"}},
	{"USD million", []string{"USD 1.2 bn", "800 million USD", "$300m"}},
	{"USD million a year", []string{"USD 20 million a year", "1.5 million USD/month"}},
	{"days", []string{"36 hours", "2 weeks", "1.5 days"}},
	{"months", []string{"2 years", "18 months"}},
	{"years", []string{"30 years", "360 months"}},
	{"m", []string{"30 cm", "0.5 m"}},
	{"m per year", []string{"7 cm/yr", "-0.07 m a year"}},
	{"km", []string{"600 km", "240 nautical miles"}},
	{"g CO2e per tonne-km", []string{"20 g/tkm", "0.02 kg CO2e per t-km"}},
	{"kg CO2e per t", []string{"0.2 t/t", "200 kg CO2e/t"}},
	{"USD per t CO2e", []string{"60 USD/t", "USD 60 per t CO2e"}},
	{"per year", []string{"7 %", "7 % a year"}},
	{"", []string{"80 %", "5 percent"}},
}

// examplesOf lists figures of a unit, none where it takes no other.
func examplesOf(unit string) []string {
	for _, e := range examples {
		if e.Unit == unit {
			return e.Figures
		}
	}
	return nil
}

// suchAs names some of them, "" for none.
func suchAs(unit string) string {
	some := examplesOf(unit)
	if len(some) == 0 {
		return ""
	}
	return strings.Join(some[:min(len(some), 4)], ", ")
}
