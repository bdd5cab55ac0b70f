package language

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

// ofScenario is what there is to know of a scenario for numbers that are asked of it.
func ofScenario(t *testing.T, content string) *Compiled {
	t.Helper()
	var report text.Report
	root := text.Parse(&text.File{Name: "of.yaml", Text: content}, text.Contents{}, &report)
	require.NoError(t, report.Err())
	return &Compiled{compiler: newCompiler(root, &report)}
}

const counted = `
cargo: {containers: {unit: TEU, tonnes_per_unit: 14}, oil: {}}
metrics: {fees: {expression: throughput_mt * 2, unit: USD million}, ratio: {expression: throughput_mt / offered_mt}}
`

// TestValuesAsked: numbers for a metric are read as those of targets in files.
func TestValuesAsked(t *testing.T) {
	s := ofScenario(t, counted)
	for _, c := range []struct {
		metric, written string
		want            float64
	}{
		{"throughput_mt", "9", 9},
		{"throughput_mt", "-1e1", -10}, // as ever: what can never be met is no mistake of writing
		{"throughput_mt", "9 Mt/yr", 9},
		{"throughput_mt", "9000 kt", 9},
		{"throughput_mt", "20 kt/day", 7.3},
		{"throughput_mt", "500000 TEU/yr", 7}, // of 14 t
		{"containers_kteu", "80000 TEU", 80},
		{"transit_days", "36 hours", 1.5},
		{"utilisation", "95 %", 0.95},
		{"capex_musd", "USD 1.5 bn", 1500},
		{"capex_musd", "150 MUSD", 150},
		{"npv_musd", "-150 MUSD", -150},
		{"net_benefit_musd", "-0.1 bn USD", -100},
		{"fees", "USD 3000", 0.003},
		{"ratio", "50 %", 0.5},
	} {
		got, err := s.ValueOf(c.metric, c.written)
		require.NoError(t, err, "%s %s", c.metric, c.written)
		require.Equal(t, c.want, got, "%s %s", c.metric, c.written)
	}
	sum, err := s.SumOf("throughput_mt", "30000 kt")
	require.NoError(t, err)
	require.Equal(t, 30.0, sum)
	column, err := InColumn("throughput_mt", "4484 kt")
	require.NoError(t, err)
	require.Equal(t, 4.484, column)
}

// TestValuesMistaken: what cannot be read says what was wanted, and why.
func TestValuesMistaken(t *testing.T) {
	s := ofScenario(t, counted)
	for _, c := range []struct{ metric, written, want string }{
		{"throughput_mt", "9 days", "expected a number in Mt of at least 0: this is no Mt, as 40 kt, 300000 t, 2000 TEU would be"},
		{"throughput_mt", "many", "expected a number in Mt of at least 0"},
		{"throughput_mt", "5 %", "expected a number in Mt of at least 0: a share of what? Write +5 % or -5 % for a change of what stands below"},
		{"throughput_mt", "+1 Mt", "expected a number in Mt of at least 0: this changes a number, and none stands below to change"},
		{"throughput_mt", "9 wagons/yr", "expected a number in Mt of at least 0: the unit of the cargo here is TEU, and not wagon"},
		{"throughput_mt", "9,5 Mt", "expected a number in Mt of at least 0: write 9.5"},
		{"transit_days", "3 Mt", "expected a number in d of at least 0: this is no d"},
		{"npv_musd", "EUR 5", "expected a number in USD million: money is in USD here, and rates of exchange are not known: write what it comes to in USD in the place of EUR"},
		{"ratio", "3 days", "expected a number of at least 0: this number has no unit; a share may be in %"},
	} {
		_, err := s.ValueOf(c.metric, c.written)
		require.EqualError(t, err, c.want, c.written)
	}
	_, err := s.SumOf("throughput_mt", "6 Mt/yr")
	require.ErrorContains(t, err, "this is no Mt", "a sum of years is no rate")
	_, err = InColumn("throughput_mt", "5 TEU")
	require.ErrorContains(t, err, "no cargo here is counted in TEU")
}

// TestAmounts: what is of no scenario is read by its unit alone.
func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		written, unit string
		want          float64
	}{
		{"2e9", "USD", 2e9}, {"150 MUSD", "USD", 1.5e8}, {"USD 1.5 bn", "USD", 1.5e9}, {"$300m", "USD", 3e8}, {"800 million dollars", "USD", 8e8},
		{"-3 MUSD", "USD", -3e6}, {"2 years", "years", 2}, {"24 months", "years", 2}, {"0.5 %", "", 0.005}, {"5 percent", "", 0.05},
	} {
		got, err := Amount(c.written, c.unit)
		require.NoError(t, err, c.written)
		require.Equal(t, c.want, got, c.written)
	}
	for written, want := range map[string]string{
		"3 days":    "this is no USD",
		"1,5 bn":    "write 1.5",
		"much":      "expected a number, and its unit where it has one",
		"150 MUSDs": "there is no unit \"musd\"",
	} {
		_, err := Amount(written, "USD")
		require.ErrorContains(t, err, want, written)
	}
}
