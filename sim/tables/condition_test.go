package tables

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// drawn are the words of a draw in which carried-10 is missed, and nothing is known of days.
var drawn = []struct {
	Word
	value float64
}{
	{Word{Name: "oil-growth"}, 0.02},
	{Word{Name: "oil"}, 7},
	{Word{Name: "delay/anaklia"}, 1.5},
	{Word{Name: "stall/anaklia", YesNo: true, Values: []float64{0, 1}}, 1},
	{Word{Name: "iran", Values: []float64{0, 94}, Labels: []string{"open", "still-shut"}}, 94},
	{Word{Name: "throughput_mt_2030"}, 5},
	{Word{Name: "throughput_mt_2030-06"}, 6},
	{Word{Name: "days_2030"}, math.NaN()},
	{Word{Name: "carried-10", Judged: true, Target: &Target{Threshold: 10}}, 5},
	{Word{Name: "quick", Judged: true, Target: &Target{Threshold: 10, AtMost: true}}, math.NaN()},
}

func findDrawn(text string) (found *Word) {
	for i := range drawn {
		if w := &drawn[i].Word; strings.HasPrefix(text, w.Name) && (found == nil || len(w.Name) > len(found.Name)) {
			found = w
		}
	}
	return found
}

func valueDrawn(w *Word) float64 {
	for i := range drawn {
		if &drawn[i].Word == w {
			return drawn[i].value
		}
	}
	panic(w.Name)
}

func TestConditions(t *testing.T) {
	for text, want := range map[string]truth{
		"throughput_mt_2030 < 5.5":                            yes,
		"throughput_mt_2030 >= 5.5":                           no,
		"throughput_mt_2030<5":                                no,
		"throughput_mt_2030 <= 5":                             yes,
		"throughput_mt_2030 == 5 and throughput_mt_2030 != 6": yes,
		"5 > oil-growth":                                      yes,
		"oil-growth < 0.03":                                   yes, // one name, and no difference
		"oil - oil-growth > 6.9":                              yes,
		"oil -oil-growth-1 > 5.97":                            yes,
		"throughput_mt_2030-06 - throughput_mt_2030 = 1":      yes,
		"throughput_mt_2030-6 = -1":                           yes,
		"carried-10":                                          no,
		"not carried-10":                                      yes,
		"carried-10 > 4.5":                                    yes,
		"quick":                                               no, // without a value it is not met
		"not quick":                                           yes,
		"days_2030 < 20":                                      unknown,
		"not days_2030 < 20":                                  unknown,
		"days_2030 < 20 and oil > 8":                          no,
		"days_2030 < 20 or oil > 6":                           yes,
		"days_2030 < 20 and oil > 6":                          unknown,
		"oil < 6 or oil > 8 and carried-10 or stall/anaklia":  yes, // and binds more than or
		"(oil < 6 or oil > 6) and not carried-10":             yes,
		"(oil + 1) * 2 < 17":                                  yes,
		"((oil + 1) < 17)":                                    yes,
		"not (not (oil > 6))":                                 yes,
		"stall/anaklia and delay/anaklia > 1":                 yes,
		"iran == still-shut":                                  yes,
		"iran != still-shut or iran = open":                   no,
		"iran == 94":                                          yes,
		"1 / (oil - 7) > 0":                                   unknown,
		"oil ≥ 7 and oil≤7":                                   yes,
		"oil ≠ 7":                                             no,
		"-oil < 0":                                            yes,
		" oil-growth<0.03  and(carried-10 or oil>6)and throughput_mt_2030<6": yes,
	} {
		c, err := ParseCondition(text, findDrawn)
		require.NoError(t, err, text)
		require.Equal(t, text, c.String())
		holds, known := c.Holds(valueDrawn)
		require.Equal(t, []bool{want == yes, want != unknown}, []bool{holds, known}, text)
	}
	c, err := ParseCondition("oil > 1 and (oil - oil-growth) > 1 or carried-10", findDrawn)
	require.NoError(t, err)
	var names []string
	for _, w := range c.Words() {
		names = append(names, w.Name)
	}
	require.Equal(t, []string{"oil", "oil-growth", "carried-10"}, names)
}

func TestMistakesInConditions(t *testing.T) {
	for _, c := range []struct {
		text   string
		offset int
		name   string
		want   string
	}{
		{"", 0, "", "the expression ends where a column, a number or ( is expected"},
		{"oil", 3, "", "expected a comparison such as < 5.5"},
		{"oil + 1", 7, "", "expected a comparison such as < 5.5"},
		{"oil 5", 4, "", "expected a comparison such as < 5.5"},
		{"oil < ", 6, "", "the expression ends where a column, a number or ( is expected"},
		{"oil < 5 5", 8, "", `unexpected "5", expected and, or, or the end`},
		{"1 < oil < 5", 8, "", `unexpected "<", expected and, or, or the end`},
		{"oil-grwth < 5", 0, "oil-grwth", `there is nothing called "oil-grwth" among the draws`},
		{"throughput_2030 < 5", 0, "throughput_2030", `there is nothing called "throughput_2030" among the draws`},
		{"oil > 1 and delay/anklia > 1", 12, "delay/anklia", `there is nothing called "delay/anklia" among the draws`},
		{"(oil > 1 and fulfil < 2", 13, "fulfil", `there is nothing called "fulfil" among the draws`},
		{"oil => 5", 4, "", "=> is no comparison: write >="},
		{"oil=<5", 3, "", "=< is no comparison: write <="},
		{"(oil > 1", 8, "", "expected )"},
		{"oil > 1 and", 11, "", "the expression ends where a column, a number or ( is expected"},
		{"iran == shut", 8, "shut", `there is nothing called "shut" among the draws`},
		{strings.Repeat("not ", 200) + "carried-10", 400, "", "nested more than 100 deep"},
	} {
		_, err := ParseCondition(c.text, findDrawn)
		var mistake *ExpressionError
		require.True(t, errors.As(err, &mistake), "%q: %v", c.text, err)
		require.Equal(t, ExpressionError{c.offset, c.name, c.want}, *mistake, "%q", c.text)
	}
}

// TestMeasures: sums keep the unit of what they add, and so does a product with a number.
func TestMeasures(t *testing.T) {
	for text, want := range map[string]bool{
		"oil > 1": true, "oil - oil-growth > 1 and carried-10": true, "2 * oil / 3 > 1 or not oil * 2 > 1": true, "-oil > 1": true,
		"oil / oil-growth > 1": false, "oil * oil-growth > 1": false, "1 / oil > 1": false, "1 > oil - oil / oil-growth": false,
	} {
		c, err := ParseCondition(text, findDrawn)
		require.NoError(t, err, text)
		require.Equal(t, want, c.Measures(), text)
	}
}
