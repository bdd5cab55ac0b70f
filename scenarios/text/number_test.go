package text

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	for text, want := range map[string]float64{"0": 0, "-4.5": -4.5, "+.5": 0.5, "5.": 5, "1e3": 1000, "0712": 712} {
		v, err := Number(text)
		require.NoError(t, err, text)
		require.Equal(t, want, v, text)
	}
	for _, text := range []string{"", "x", "0x10", "1_000", "inf", "NaN", "1,5", " 1", "1e999", "--1"} {
		_, err := Number(text)
		require.Error(t, err, text)
	}
}

func TestIsNumberAsItIsDefined(t *testing.T) {
	decimal := regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)
	signs := rapid.StringOfN(rapid.RuneFrom([]rune("0123456789..eE+-x ")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		text := signs.Draw(t, "text")
		require.Equal(t, decimal.MatchString(text), IsNumber(text), "%q", text)
	})
}

func TestPunctuated(t *testing.T) {
	for text, want := range map[string]struct {
		meant []string
		rest  string
	}{
		"1,5":         {[]string{"1.5"}, ""},
		"-1,5 t":      {[]string{"-1.5"}, " t"},
		"1,500":       {[]string{"1500", "1.500"}, ""},
		"0,500":       {[]string{"0.500"}, ""},
		"1234,500":    {[]string{"1234.500"}, ""},
		"1.234,5 kt":  {[]string{"1234.5"}, " kt"},
		"1,234.5":     {[]string{"1234.5"}, ""},
		"1,234,567":   {[]string{"1234567"}, ""},
		"1 500":       {[]string{"1500"}, ""},
		"1 500,5":     {[]string{"1500.5"}, ""},
		"1'500":       {[]string{"1500"}, ""},
		"1_500_000 t": {[]string{"1500000"}, " t"},
		"1.5":         {nil, "1.5"},
		"1.500 t":     {nil, "1.500 t"},
		"15 t":        {nil, "15 t"},
		"1, 5":        {nil, "1, 5"},
		"t":           {nil, "t"},
	} {
		meant, rest := Punctuated(text)
		require.Equal(t, want.meant, meant, text)
		require.Equal(t, want.rest, rest, text)
	}
}
