package tables

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// row is a row of annual.csv in which every column has another value.
func row(column string) float64 {
	return map[string]float64{"throughput_mt": 6, "capacity_mt": 8, "queue_mt": 0.5, "potential_mt": 10, "utilisation": 0, "transit_days": math.NaN(), "capex_musd": math.MaxFloat64}[column]
}

func evaluated(t *testing.T, text string, defined map[string]*Expression) float64 {
	t.Helper()
	e, err := ParseExpression(text, defined)
	require.NoError(t, err, text)
	require.Equal(t, text, e.String())
	return e.Eval(row)
}

func TestExpression(t *testing.T) {
	for text, want := range map[string]float64{
		"throughput_mt":                6,
		"12":                           12,
		"2.5e3":                        2500,
		".5":                           0.5,
		"throughput_mt + queue_mt":     6.5,
		"capacity_mt - throughput_mt":  2,
		"2 * capacity_mt":              16,
		"throughput_mt / capacity_mt":  0.75,
		"1 + 2 * 3":                    7,
		"(1 + 2) * 3":                  9,
		"2 * 3 + 1":                    7,
		"10 - 4 - 3":                   3, // from the left
		"16 / 4 / 2":                   2,
		"16 / (4 / 2)":                 8,
		"8 / 2 * 4":                    16,
		"-queue_mt":                    -0.5,
		"-2 * -3":                      6,
		"1 - -1":                       2,
		"--1":                          1,
		"-(1 - 3)":                     2,
		"2*-(capacity_mt)+1":           -15,
		" \tthroughput_mt\t ":          6,
		"((throughput_mt))":            6,
		"1-throughput_mt/potential_mt": 0.4,
		"(capacity_mt-throughput_mt)/potential_mt": 0.2,
	} {
		require.InDelta(t, want, evaluated(t, text, nil), 1e-15, text)
	}
}

// What has no value has none, and infects what is made of it.
func TestExpressionsWithoutValue(t *testing.T) {
	for _, text := range []string{
		"transit_days", "transit_days - transit_days", "0 * transit_days", "throughput_mt / utilisation", "0 / 0",
		"capex_musd * 10", "capex_musd + capex_musd", "1 / (1 - 1)",
	} {
		require.True(t, math.IsNaN(evaluated(t, text, nil)), text)
	}
	require.Zero(t, evaluated(t, "1 / (capex_musd * 10)", nil), "only the result must be a double")
}

// A name that is defined stands for its whole expression.
func TestDefinedNames(t *testing.T) {
	slack, err := ParseExpression("capacity_mt - throughput_mt", nil)
	require.NoError(t, err)
	part, err := ParseExpression("slack / capacity_mt", map[string]*Expression{"slack": slack})
	require.NoError(t, err)
	defined := map[string]*Expression{"slack": slack, "part": part, "capex_musd": slack}
	require.Equal(t, 4.0, evaluated(t, "2 * slack", defined), "and not 2 * capacity_mt - throughput_mt")
	require.Equal(t, 0.25, evaluated(t, "part", defined))
	require.Equal(t, 2.0, evaluated(t, "capex_musd", defined), "a definition hides a column")
	require.True(t, part.Uses("capacity_mt"))
	require.True(t, part.Uses("throughput_mt"))
	require.False(t, part.Uses("slack"), "a name is no column")
	require.False(t, part.Uses("queue_mt"))
}

// A mistake is named where it stands, counted in characters.
func TestMistakesInExpressions(t *testing.T) {
	deep := strings.Repeat("(", maxParentheses)
	for _, c := range []struct {
		text   string
		offset int
		name   string
		want   string
	}{
		{"", 0, "", "the expression ends where a column, a number or ( is expected"},
		{"  ", 2, "", "the expression ends where a column, a number or ( is expected"},
		{"1 +", 3, "", "the expression ends where a column, a number or ( is expected"},
		{"(1", 2, "", "expected )"},
		{"(1 + 2", 6, "", "expected )"},
		{"1)", 1, "", `unexpected ")"`},
		{"1 2", 2, "", `unexpected "2"`},
		{"throughput_mt capacity_mt", 14, "", `unexpected "capacity_mt"`},
		{"1 ^ 2", 2, "", `unexpected "^"`},
		{"* 2", 0, "*", `there is no result column or metric "*"`},
		{"throughput", 0, "throughput", `there is no result column or metric "throughput"`},
		{"1 + throughput", 4, "throughput", `there is no result column or metric "throughput"`},
		{"held_back_months", 0, "held_back_months", `there is no result column or metric "held_back_months"`},
		{"limiting_segment", 0, "limiting_segment", `there is no result column or metric "limiting_segment"`},
		{"Throughput_mt", 0, "Throughput_mt", `there is no result column or metric "Throughput_mt"`},
		{"queue_mt × 2", 9, "", `unexpected "×"`},
		{"(€) + 1", 1, "€", `there is no result column or metric "€"`},
		{"\xff", 0, "\xff", `there is no result column or metric "\xff"`},
		{"1..2", 0, "", `"1..2" is not a number`},
		{"2 * 1e999", 4, "", `"1e999" is not a number`},
		{"1 + 0x10", 4, "", `"0x10" is not a number`},
		{"queue_mt\n+ 1", 8, "", `unexpected "\n"`},
		{deep + "1", maxParentheses, "", "nested more than 100 deep"},
		{"wrong", 0, "wrong", `there is no result column or metric "wrong"`},
	} {
		_, err := ParseExpression(c.text, map[string]*Expression{"wrong": nil})
		var mistake *ExpressionError
		require.True(t, errors.As(err, &mistake), "%q: %v", c.text, err)
		require.Equal(t, ExpressionError{c.offset, c.name, c.want}, *mistake, "%q", c.text)
		require.EqualError(t, err, c.want)
	}
}

// Parentheses nest to a bound, and so do signs.
func TestNesting(t *testing.T) {
	most := maxParentheses - 1
	require.Equal(t, 1.0, evaluated(t, strings.Repeat("(", most)+"1"+strings.Repeat(")", most), nil))
	require.Equal(t, -1.0, evaluated(t, strings.Repeat("-", most)+"1", nil), "an odd number of signs")
	_, err := ParseExpression(strings.Repeat("-", most+1)+"1", nil)
	require.EqualError(t, err, "nested more than 100 deep")
}

// An expression of a data package is its text, and has no value.
func TestExpressionAsText(t *testing.T) {
	var e Expression
	require.NoError(t, e.UnmarshalText([]byte("own / capacity_mt")))
	require.Equal(t, "own / capacity_mt", e.String())
	require.True(t, math.IsNaN(e.Eval(row)))
	require.False(t, e.Uses("capacity_mt"))
	text, err := e.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "own / capacity_mt", string(text))
}
