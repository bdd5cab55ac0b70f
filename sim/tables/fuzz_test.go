package tables

import (
	"errors"
	"math"
	"testing"
	"unicode/utf8"
)

// Any text is an expression or a mistake with its place, and an expression gives a
// number for any row.
func FuzzExpression(f *testing.F) {
	for _, text := range []string{
		"throughput_mt", "throughput_mt / capacity_mt", "-(1 - fill) * 2.5e3", "((queue_mt))", "1 - - -1",
		"", "(", ")", "1 +", "* 2", "1e999", ".", "1..2", "0x10", "throughput", "t€", "\xff", "fill(1)", "1 2",
	} {
		f.Add(text)
	}
	fill, err := ParseExpression("throughput_mt / capacity_mt", nil)
	if err != nil {
		f.Fatal(err)
	}
	defined := map[string]*Expression{"fill": fill, "broken": nil}
	column := func(name string) float64 { return float64(len(name)) }
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ParseExpression(text, defined)
		if err != nil {
			var wrong *ExpressionError
			if !errors.As(err, &wrong) || wrong.Message == "" {
				t.Fatalf("%q: %v is no mistake in an expression", text, err)
			}
			if wrong.Offset < 0 || wrong.Offset > utf8.RuneCountInString(text) {
				t.Errorf("%q: the place %d is outside", text, wrong.Offset)
			}
			return
		}
		if e.String() != text {
			t.Errorf("%q prints as %q", text, e.String())
		}
		wrapped, err := ParseExpression("("+text+") * 1", defined)
		if err != nil {
			if len(text) < maxParentheses {
				t.Fatalf("%q in parentheses: %v", text, err)
			}
			return
		}
		a, b := e.Eval(column), wrapped.Eval(column)
		if a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
			t.Errorf("%q is %v, and %v in parentheses", text, a, b)
		}
	})
}
