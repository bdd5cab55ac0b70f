package words

import (
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
		"0":                     english.Amount(0, 0),
		"0.0":                   english.Amount(-0.0001, 1),
		"−3":                    english.Amount(-3, 0),
		"9999":                  english.Amount(9999, 0),
		"10\u00a0000":           english.Amount(1e4, 0),
		"1\u00a0234\u00a0567.9": english.Amount(1234567.89, 1),
		"200\u00a0000\u00a0000": english.Amount(2e8, 0),
		"2·10^9":                english.Amount(2e9, 0),
		"−1.23·10^12":           english.Amount(-1.234e12, 2),
		"1.5·10^−9":             english.Amount(1.5e-9, 10),
		"0.02":                  english.Amount(0.02, 2),
	} {
		require.Equal(t, want, got)
	}
}
