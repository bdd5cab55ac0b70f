package words

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

var english = func() *Language {
	w, err := Of("en")
	if err != nil {
		panic(err)
	}
	return w
}()

func TestTonnes(t *testing.T) {
	for mt, want := range map[float64]string{12.4: "12 Mt", 1.26: "1.3 Mt", 0.999: "1.0 Mt", 0.0442: "44 kt", 0.0001: "< 1 kt"} {
		require.Equal(t, want, english.Tonnes(mt))
	}
}

func TestAmount(t *testing.T) {
	for want, got := range map[string]string{
		"0":           english.Amount(0, 0),
		"0.0":         english.Amount(-0.0001, 1),
		"−3":          english.Amount(-3, 0),
		"9,999":       english.Amount(9999, 0),
		"10,000":      english.Amount(1e4, 0),
		"1,234,567.9": english.Amount(1234567.89, 1),
		"200,000,000": english.Amount(2e8, 0),
		"2·10^9":      english.Amount(2e9, 0),
		"−1.23·10^12": english.Amount(-1.234e12, 2),
		"1.5·10^−9":   english.Amount(1.5e-9, 10),
		"0.02":        english.Amount(0.02, 2),
	} {
		require.Equal(t, want, got)
	}
}

// Each language marks thousands and decimals in its own way.
func TestNumbersOfLanguages(t *testing.T) {
	for code, want := range map[string]string{
		"en": "12,345.6 −1.5 1.5·10^9",
		"kk": "12\u00a0345,6 −1,5 1,5·10^9",
		"ru": "12\u00a0345,6 −1,5 1,5·10^9",
		"az": "12.345,6 −1,5 1,5·10^9",
		"ka": "12\u00a0345,6 −1,5 1,5·10^9",
		"hy": "12\u00a0345,6 −1,5 1,5·10^9",
		"tr": "12.345,6 −1,5 1,5·10^9",
	} {
		w := of(t, code)
		require.Equal(t, want, w.Amount(12345.6, 1)+" "+w.Amount(-1.5, 1)+" "+w.Amount(1.5e9, 1), code)
	}
}

// A percentage never says that what can happen cannot, or that what need not must.
func TestPercent(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0 %", 0.01: "< 0.1 %", 0.4: "0.4 %", 1: "1 %", 41.6: "42 %", 99: "99 %", 99.5: "99.5 %", 99.97: "> 99.9 %", 100: "100 %",
	} {
		require.Equal(t, want, english.Percent(v))
	}
	require.Equal(t, "%42", of(t, "tr").Percent(42))
}

func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{1.24: "+1.2", -1.26: "−1.3", 0: "0.0", 0.04: "0.0", -0.04: "0.0"} {
		require.Equal(t, want, english.Signed(v, 1))
	}
	require.Equal(t, "–", english.Signed(math.NaN(), 1))
}

func TestSignedPercent(t *testing.T) {
	for v, want := range map[float64]string{26.2: "+26", -8.4: "−8", 0.4: "0", 5000: "> 999"} {
		require.Equal(t, want, english.SignedPercent(v))
	}
	require.Equal(t, "–", english.SignedPercent(math.NaN()))
}

// The sign of a change stands before all else in every language.
func TestChangePercent(t *testing.T) {
	for v, want := range map[float64][2]string{26.2: {"+26 %", "+%26"}, -38.6: {"−39 %", "−%39"}, 0.4: {"0 %", "%0"}, 5000: {"> 999 %", "> %999"}} {
		require.Equal(t, want, [2]string{of(t, "ru").ChangePercent(v), of(t, "tr").ChangePercent(v)})
	}
	require.Equal(t, "–", of(t, "tr").ChangePercent(math.NaN()))
}

func TestByYear(t *testing.T) {
	require.Equal(t, "2024 4.5, 2026 6.0", english.ByYear([]int{2024, 2025, 2026}, []float64{4.5, math.NaN(), 6}, 1))
	require.Empty(t, english.ByYear([]int{2024}, []float64{math.NaN()}, 1))
}

// A unit stays with its number, and percent is said as the language says it.
func TestIn(t *testing.T) {
	for _, test := range []struct{ lang, unit, number, want string }{
		{"en", "Mt", "5.3", "5.3\u00a0Mt"}, {"en", "USD million", "−3", "−3\u00a0USD\u00a0million"}, {"en", "%", "+12", "+12\u00a0%"},
		{"ru", "Mt", "5,3", "5,3\u00a0млн\u00a0т"}, {"tr", "%", "−12", "−%12"}, {"tr", "days", "3", "3\u00a0gün"},
		{"ru", "USD million", "−3", "−3\u00a0млн\u00a0долл.\u00a0США"}, {"tr", "Mt", "5,3", "5,3\u00a0milyon\u00a0t"}, {"hy", "Mt", "5,3", "5,3\u00a0մլն\u00a0տ"},
	} {
		require.Equal(t, test.want, of(t, test.lang).In(test.unit, test.number))
	}
}

// TestUnit: a unit in the middle of a line has a small letter, but an abbreviation stays.
func TestUnit(t *testing.T) {
	for _, test := range []struct{ lang, unit, want string }{
		{"en", "Mt", "Mt"}, {"en", "USD million", "USD million"}, {"ru", "Mt", "млн т"}, {"kk", "Mt per year", "жылына млн т"},
		{"tr", "Mt per year", "yılda milyon t"}, {"az", "Mt per year", "ildə mln t"}, {"ka", "Mt", "მლნ ტ"},
		{"ru", "thousand TEU", "тыс. ДФЭ"}, {"ru", "no such unit", "no such unit"}, {"ru", "TEU", of(t, "ru").Say("TEU")}, {"ru", "", ""},
	} {
		require.Equal(t, test.want, of(t, test.lang).Unit(test.unit))
	}
}
