package ink

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// The letterings of the tests.
var (
	small = Lettering{Regular(9), RGB(0)}
	large = Lettering{Bold(15), RGB(0)}
)

func TestWrap(t *testing.T) {
	const text = "When is the corridor full, and how much cargo is lost until the programme is done?"
	require.Empty(t, small.Wrap(" \n ", 100, 3))
	require.Equal(t, []string{text}, small.Wrap(text, 1000, 3))
	for n := 1; n <= 6; n++ {
		lines := small.Wrap(text, 80, n)
		require.LessOrEqual(t, len(lines), n)
		for _, l := range lines {
			require.LessOrEqual(t, small.Width(l), vg.Length(80))
		}
	}
	two := small.Wrap(text, 80, 2)
	require.Equal(t, "…", two[1][len(two[1])-len("…"):])
}

// No line breaks within a number, nor between it and its unit.
func TestWords(t *testing.T) {
	require.Equal(t, []string{"с", "2027 г.,", "доля"}, Words("с 2027 г., доля"))
	require.Equal(t, []string{"всего", "28\u00a0679 млн т,", "и", "95 %", "из", "них"}, Words("всего 28\u00a0679 млн т, и 95 % из них"))
	require.Equal(t, []string{"10 Mt", "until", "2030"}, Words("10 Mt until 2030"))
	require.Equal(t, []string{"с 2027 г.,", "доля"}, small.Wrap("с 2027 г., доля", small.Width("с 2027 г.,")+1, 3))
	require.Equal(t, []string{"с", "2027 г.,", "доля"}, small.Wrap("с 2027 г., доля", small.Width("2027 г.,")+1, 3))
}

func TestFit(t *testing.T) {
	require.Equal(t, "Aktau", small.Fit("  Aktau\n", 200))
	require.Equal(t, "Programme…", small.Fit("Programme · of berths", small.Width("Programme ·…")))
	for _, room := range []vg.Length{1, 0, -0.1, -40, vg.Length(math.Inf(-1)), vg.Length(math.NaN())} {
		require.Empty(t, small.Fit("Aktau", room))
		require.Empty(t, small.FitBetween([]string{"Dostyk", "Aktau", "Baku"}, " – ", room))
	}
}
