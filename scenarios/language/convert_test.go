package language

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

const ofEach = `
cargo:
  boxes: {unit: TEU, tonnes_per_unit: 10}
  ore: {unit: wagon, tonnes_per_unit: 60}
  goods: {unit: truck, tonnes_per_unit: 20}
segments:
  line: {capacity: {rail: {trains_per_day: 10, net_tonnes: 1200}}}
`

// specsOf are the specs of numbers in the language, by unit.
func specsOf() map[string]*spec {
	found, seen := map[string]*spec{}, map[*spec]bool{}
	var look func(s *spec)
	look = func(s *spec) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		if s.form == formNumber && found[s.unit] == nil {
			found[s.unit] = s
		}
		for _, f := range s.fields {
			look(f.spec)
		}
		for _, f := range s.forms {
			look(f)
		}
		look(s.item)
	}
	look(schema)
	return found
}

// TestExamples: every figure that messages, editors and pages name as an example is one, for a
// unit that a key has, and editors accept it.
func TestExamples(t *testing.T) {
	report := &text.Report{}
	root := text.Parse(&text.File{Name: "each", Text: ofEach}, text.Contents{}, report)
	require.NoError(t, report.Err())
	specs := specsOf()
	for _, e := range examples {
		s := specs[e.Unit]
		require.NotNil(t, s, "no key is in %s", e.Unit)
		pattern := regexp.MustCompile(jsonText(e.Unit)["pattern"].(string))
		for _, figure := range e.Figures {
			path := []string{"segments", "line", "key"}
			if regexp.MustCompile("wagons|TEU|FEU").MatchString(figure) && e.Unit == "units/yr" {
				continue // of a segment that counts them, in the tests of package scenarios
			}
			c := converter{is: root, report: report, path: path}
			got := c.figure(nil, &text.Tree{Text: figure}, s, "")
			require.NoError(t, report.Err(), "%s in %s", figure, e.Unit)
			require.True(t, text.IsNumber(got.Text), "%s in %s is %s", figure, e.Unit, got.Text)
			require.Regexp(t, pattern, figure)
		}
		for _, wrong := range []string{"cheap", "2", "-2", "2.5", "Inf", ""} {
			require.NotRegexp(t, pattern, wrong, e.Unit)
		}
	}
}

// TestUnitsOfKeys: the unit of every key is a unit of the table, or one of those that are none.
func TestUnitsOfKeys(t *testing.T) {
	none := map[string]bool{"": true, "ratio": true, "1 per USD/t": true, asNumber: true, asDrawn: true, "as what it moves": true, "as the metric": true, "as its unit": true}
	for unit := range specsOf() {
		_, ok := units.Of(unit)
		require.True(t, ok != none[unit], "%q", unit)
	}
}

// TestDaysPerYear: figures have the year that capacities have.
func TestDaysPerYear(t *testing.T) { require.Equal(t, model.DaysPerYear, units.DaysPerYear) }
