package expect

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// names are those of a corridor of two years.
func names(t *testing.T) *Names {
	t.Helper()
	lost, err := tables.ParseExpression("diverted_mt / offered_mt", nil)
	require.NoError(t, err)
	throughput, err := tables.ParseExpression("throughput_mt", nil)
	require.NoError(t, err)
	december, err := tables.ParsePeriod("2029")
	require.NoError(t, err)
	return &Names{
		Metrics:  map[string]*tables.Expression{"lost": lost},
		Targets:  []tables.Target{{Name: "carried-5", Metric: throughput, At: december, Threshold: 5}},
		Segments: []string{"rail-ferry", "border"}, Cargos: []string{"boxes", "border"}, Markets: []string{"east"},
		First: calendar.NewMonth(2028, 1), Last: calendar.NewMonth(2029, 12),
		Lack: func(metric string) string {
			if metric == "net_benefit_musd" {
				return "it needs the section economics"
			}
			return ""
		},
		Scenarios: []string{"reference"},
		Path:      func(text string) bool { return text == "base.yaml" },
		Resolve:   func(path string) string { return "dir/" + path },
	}
}

// world are figures by scenario, metric, part and period, in words.
func world(figures map[string]float64) Values {
	return func(scenario string, a Ask) float64 {
		name := a.Metric
		if a.Part.Name != "" {
			name += " of " + a.Part.Kind + " " + a.Part.Name
		}
		name += " " + a.At.String()
		if scenario != "" {
			name += " in " + scenario
		}
		if v, known := figures[name]; known {
			return v
		}
		return math.NaN()
	}
}

func TestJudge(t *testing.T) {
	figures := map[string]float64{
		"throughput_mt 2028": 4, "throughput_mt 2029": 6, "throughput_mt 2028-06": 3, "throughput_mt 2029 in dir/reference": 5.9,
		"throughput_mt 2029 in dir/base.yaml": 6.5, "queue_mt 2029": 0.3, "diverted_mt / offered_mt 2029": 0.02,
		"utilisation of segment rail-ferry 2028-05": 0.9, "utilisation of segment rail-ferry 2028-06": 0.97, "utilisation of segment rail-ferry 2029-01": 0.5,
		"carried_mt of cargo boxes 2029": 1.5, "carried_mt of market east 2028": 2, "utilisation 2028": 0.5, "utilisation 2029": 0.95,
		"offered_mt of cargo border 2029": 1,
	}
	for _, c := range []struct {
		check   string
		outcome Outcome
		found   string
	}{
		{"throughput_mt 2029 >= 6", Passed, "6"},
		{"throughput_mt 2029 >= 6.0000000001", Passed, "6"}, // rounding alone
		{"throughput_mt 2029 > 6", Failed, "6"},
		{"throughput_mt_2029 == 6", Passed, "6"},
		{"throughput_mt in 2029 != 6", Failed, "6"},
		{"throughput_mt >= 5 in 2029", Passed, "6"},
		{"throughput_mt >= 5 in 2028 to 2029", Failed, "4 in 2028"},
		{"throughput_mt in 2028 to 2029 >= 4", Passed, "4 in 2028"}, // least to spare
		{"throughput_mt >= 5 in some year", Passed, "6 in 2029"},
		{"throughput_mt > 6 in any year", Failed, "6 in 2029"},
		{"throughput_mt 2028-06 < throughput_mt 2028", Passed, "3, against 4"},
		{"throughput_mt 2029 - throughput_mt 2028 > 1.5", Passed, "2"},
		{"throughput_mt 2029 within 2 % of reference", Passed, "6, against 5.9"},
		{"throughput_mt 2029 within 0.05 of reference", Failed, "6, against 5.9"},
		{"throughput_mt 2029 within 1 of base.yaml", Passed, "6, against 6.5"},
		{"throughput_mt 2029 within 5 % of 6.3", Passed, "6"},
		{"throughput_mt within 2 of throughput_mt 2029 in every year", Passed, "4, against 6 in 2028"},
		{"lost 2029 < 1 %", Failed, "0.02"},
		{"utilisation 2029 <= 95 %", Passed, "95 %"},
		{"utilisation < 95 % in every year", Failed, "95 % in 2029"},
		{"utilisation of rail-ferry < 95 % in every month", Failed, "97 % in 2028-06"}, // months without a value do not count
		{"utilisation of rail-ferry < 95 % in every month of 2029", Passed, "50 % in 2029-01"},
		{"utilisation of segment rail-ferry 2028-06 < 95 %", Failed, "97 %"},
		{"utilisation < 95 % in every month of 2028-01 to 2028-05 of rail-ferry", Passed, "90 % in 2028-05"},
		{"carried_mt of boxes 2029 > carried_mt 2028 of market east", Failed, "1.5, against 2"},
		{"offered_mt of cargo border in 2029 == 1", Passed, "1"},
		{"carried-5", Passed, "carried-5 met"},
		{"not carried-5 or queue_mt 2029 < 1", Passed, "carried-5 met, queue_mt 2029 0.3"},
		{"queue_mt 2028 < 1", Failed, "no value"},
		{"utilisation of border < 1 in every month", Failed, ""},
		{"throughput_mt 2029 >= 5 in 80 % of futures", Unasked, "of many futures, and none were drawn"},
	} {
		t.Run(c.check, func(t *testing.T) {
			if c.found == "" { // of two kinds
				_, wrong := Parse("check", c.check, names(t))
				require.NotNil(t, wrong)
				return
			}
			e, wrong := Parse("check", c.check, names(t))
			require.Nil(t, wrong)
			v := e.Judge(world(figures))
			require.Equal(t, c.outcome, v.Outcome)
			require.Equal(t, c.found, v.Found)
		})
	}
}

// A mistake points at the word, and names those there are.
func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		check   string
		offset  int
		message string
		valid   string // one of the names that there are
	}{
		{"througput_mt 2029 > 1", 0, `there is no result column, metric or target "througput_mt"`, "throughput_mt"},
		{"1 < througput_mt 2029", 4, `there is no result column, metric or target "througput_mt"`, "throughput_mt"},
		{"utilisation of rail-fery 2029 < 1", 15, `there is no segment, cargo class or market "rail-fery"`, "rail-ferry"},
		{"utilisation of cargo rail-ferry 2029 < 1", 21, `there is no cargo class "rail-ferry"`, "boxes"},
		{"utilisation of border 2029 < 1", 15, "border is a segment and a cargo: write segment border or cargo border", ""},
		{"throughput_mt of rail-ferry 2029 < 1", 0, "a segment has no throughput_mt", "load_mt"},
		{"load_mt 2029 < 1", 0, "load_mt is of a part of the corridor: say of which segment, cargo or market", ""},
		{"throughput_mt 2031 > 1", 14, "2031 is outside the months simulated, 2028-01 to 2029-12", ""},
		{"throughput_mt_2031 > 1", 14, "2031 is outside the months simulated, 2028-01 to 2029-12", ""},
		{"throughput_mt 2029-13 > 1", 14, `"2029-13" is not a period, expected a year such as 2028 or a month such as 2028-12`, ""},
		{"throughput_mt > 1 in 2031 to 2032", 21, "2031 is outside the months simulated, 2028-01 to 2029-12", ""},
		{"throughput_mt > 1 in 2028 to 2029-03", 21, "2028 to 2029-03 is of a year and a month, expected two years or two months", ""},
		{"throughput_mt > 1 in every year of 2028-03", 18, "there is no such year or month among those simulated, 2028-01 to 2029-12", ""},
		{"throughput_mt > 1 in every year in some year", 32, `a second "some", expected one in a check`, ""},
		{"throughput_mt > 1", 0, "throughput_mt has no period: write throughput_mt 2029, or in every year behind the check", ""},
		{"throughput_mt > 1 in evry month", 18, "expected in 2028, in 2028-06, in 2027 to 2030, in every month, in some year, or in 80 % of futures", ""},
		{"throughput_mt 2029 > 1 in 120 % of futures", 26, "120 % is no share of futures, expected 0 % to 100 %", ""},
		{"throughput_mt 2029 within 2 % of refrence", 33, `there is no scenario "refrence" in the library`, "reference"},
		{"throughput_mt 2029 within x of 5", 26, "expected a number or a share after within, as in within 2 % of 5", ""},
		{"throughput_mt 2029 within 2 of reference in 80 % of futures", 0, "a share of the futures cannot be compared with another scenario: corridor compare shows both in the same futures", ""},
		{"wait_days of rail-ferry 2029 < 3", 0, "wait_days of a segment is known by month, and this is of a year", ""},
		{"demand_mt of boxes < 3 in every month", 0, "demand_mt of a cargo is known by year, and this is of a month", ""},
		{"net_benefit_musd 2029 > 0", 0, "it needs the section economics", ""},
		{"throughput_mt 2029", 18, "expected a comparison such as < 5.5", ""},
		{"1 < 2", 0, "this compares numbers alone, expected a result column such as throughput_mt 2030", ""},
		{"°°° throughput_mt 2029 > x", 0, "there is no result column", "throughput_mt"},
	} {
		t.Run(c.check, func(t *testing.T) {
			_, wrong := Parse("check", c.check, names(t))
			require.NotNil(t, wrong)
			require.Contains(t, wrong.Message, c.message)
			require.Equal(t, c.offset, wrong.Offset)
			if c.valid != "" {
				require.Contains(t, wrong.Valid, c.valid)
			}
		})
	}
}

// TestUnits: what is found is in the unit of the check, a share in percent whatever that is.
func TestUnits(t *testing.T) {
	values := map[string]float64{"throughput_mt 2029": 0.08629, "throughput_mt 2028": 4, "utilisation 2029": 0.95, "queue_mt 2029": 12345.678}
	for _, c := range []struct {
		check string
		unit  Unit
		found string
	}{
		{"throughput_mt 2029 >= 0.085", Unit{After: "t", Times: 1e6}, "86,290 t"},
		{"throughput_mt 2029 >= 0.085", Unit{After: "Mt"}, "0.08629 Mt"},
		{"throughput_mt 2029 >= throughput_mt 2028", Unit{After: "kt", Times: 1000}, "86.29 kt, against 4,000 kt"},
		{"throughput_mt 2028 >= 5", Unit{Before: "USD", After: "bn", Times: 0.5}, "USD 2 bn"},
		{"throughput_mt 2028 >= 5", Unit{Before: "USD", Times: 0.5}, "USD 2"},
		{"utilisation 2029 < 95 %", Unit{After: "Mt"}, "95 %"},
		{"queue_mt 2029 < 1", Unit{}, "12,346"},
	} {
		e, wrong := Parse("check", c.check, names(t))
		require.Nil(t, wrong)
		e.Unit = c.unit
		v := e.Judge(func(_ string, a Ask) float64 { return values[a.Metric+" "+a.At.String()] })
		require.Equal(t, c.found, v.Found)
	}
}

// The Wilson intervals are those of prop.test(k, 100, correct = FALSE) in R 4.3: 80 of 100 has
// 0.7112 to 0.8666, 90 of 100 has 0.8256 to 0.9448.
func TestJudgeDrawn(t *testing.T) {
	for _, c := range []struct {
		check   string
		held    uint64
		outcome Outcome
		found   string
	}{
		{"throughput_mt 2029 > 1 in 80 % of futures", 80, Undecided, "80 % of 100 futures (71.12 to 86.66 %)"},
		{"throughput_mt 2029 > 1 in at least 80 % of futures", 90, Passed, "90 % of 100 futures (82.56 to 94.48 %)"},
		{"throughput_mt 2029 > 1 in 95 % of futures", 90, Failed, "90 % of 100 futures (82.56 to 94.48 %)"},
		{"throughput_mt 2029 > 1 in at most 95 % of the futures", 90, Passed, "90 % of 100 futures (82.56 to 94.48 %)"},
		{"throughput_mt 2029 > 1 in at most 80 % of futures", 90, Failed, "90 % of 100 futures (82.56 to 94.48 %)"},
		{"throughput_mt 2029 > 1 in at most 80 % of futures", 80, Undecided, "80 % of 100 futures (71.12 to 86.66 %)"},
	} {
		e, wrong := Parse("check", c.check, names(t))
		require.Nil(t, wrong)
		require.True(t, e.Drawn())
		v := e.JudgeDrawn(c.held, 100)
		require.Equal(t, c.outcome, v.Outcome, c.check)
		require.Equal(t, c.found, v.Found)
	}
}

// What is asked is asked once, of each scenario its own.
func TestAsks(t *testing.T) {
	e, wrong := Parse("check", "throughput_mt 2029 + throughput_mt_2029 - queue_mt 2028 within 2 % of reference", names(t))
	require.Nil(t, wrong)
	require.Len(t, e.Asks(""), 2)
	require.Equal(t, []string{"dir/reference"}, e.Scenarios())
	require.Len(t, e.Asks("dir/reference"), 2)
	require.Empty(t, e.Asks("base.yaml"))
}
