package language

import (
	"fmt"
	"strings"
)

// Texts that stand in the place of a number are described once for each unit of keys. An editor
// checks their form: a number, a unit where one must be and, of what is one thing per another,
// a division. What a unit comes to is checked where it is converted.
const (
	jsonDecimal = `[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?`
	jsonHead    = `^ *[-+−]? *([A-Za-z$]+ *)?[-+−]? *` + jsonDecimal + ` *`
	jsonShare   = `^ *[-+−]? *` + jsonDecimal + ` *(%|per ?cent|pct|points?|percentage points?|pp)( .*|/.*)?$`
	jsonChange  = `^ *[-+−] *` + jsonDecimal + ` *(%|per ?cent|pct)$`
	jsonSigned  = `^ *[-+−].*[^-+−0-9.eE ].*$`
	jsonAmount  = jsonHead + `[A-Za-z$].*$|^ *[-+−]? *(USD|US\$|\$) *` + jsonDecimal + `$`
	jsonPer     = jsonHead + `.*(/|(^|[ 0-9])(per|an?|each|every) |[kKmM]?[tT]p[ady]$|p\.?a\.?$).*$`
)

// jsonFigure refers to a number of a key, or the text in its place.
func jsonFigure(s *spec) map[string]any {
	return map[string]any{"$ref": "#/$defs/" + figureName(s.unit)}
}

// figureName is the name of the definition of figures in a unit.
func figureName(unit string) string {
	if unit == "" {
		return "figure"
	}
	return "figure-in-" + strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, unit), "-")
}

// jsonFigures defines numbers and the texts that may stand in their place, by unit.
func jsonFigures(definitions map[string]any) {
	done := map[*spec]bool{}
	var define func(s *spec)
	define = func(s *spec) {
		if s == nil || done[s] {
			return
		}
		done[s] = true
		if s.form == formNumber {
			definitions[figureName(s.unit)] = jsonText(s.unit)
		}
		for _, f := range s.fields {
			define(f.spec)
		}
		for _, f := range s.forms {
			define(f)
		}
		define(s.item)
	}
	define(schema)
}

// jsonText is the schema of a figure with its unit.
func jsonText(unit string) map[string]any {
	out := map[string]any{"type": []string{"number", "string"}}
	switch some := suchAs(unit); {
	case unit == "year" || unit == asDrawn:
		out["type"] = "number"
	case strings.HasPrefix(unit, "as "):
		out["description"], out["pattern"] = "Or in the unit that its number has", jsonShare+"|"+jsonAmount
	case unit == "" || unit == "ratio" || strings.HasPrefix(unit, "per "):
		out["description"] = "Or in per cent, such as 80 %; with a sign, in what is laid on another file, a change of what stands there: -20 %, +2 points"
		out["pattern"] = jsonShare
	case some == "":
		out["description"], out["pattern"] = "Or, in what is laid on another file, a change of what stands there, such as -20 %", jsonChange
	default:
		out["description"] = fmt.Sprintf("Or with another unit, such as %s; with a sign, in what is laid on another file, a change of what stands there: -20 %%, +%s", some, strings.TrimPrefix(strings.TrimPrefix(examplesOf(unit)[0], "+"), "-"))
		form := jsonAmount
		if strings.Contains(unit, "/") || strings.Contains(unit, " per ") || strings.Contains(unit, " a ") {
			form = jsonPer
		}
		out["pattern"] = form + "|" + jsonChange
	}
	return out
}
