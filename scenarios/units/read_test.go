package units

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestConverted by hand: a year has 365 days and 12 months, a week 7 days.
func TestConverted(t *testing.T) {
	for _, c := range []struct{ written, in, want string }{
		{"500 t/day", "Mt/yr", "0.1825"}, // 500 × 365 = 182,500
		{"500t/d", "Mt/yr", "0.1825"},
		{"500 tonnes per day", "Mt/yr", "0.1825"},
		{"500 tons a day", "Mt/yr", "0.1825"},
		{"500 tpd", "Mt/yr", "0.1825"},
		{"40 kt/month", "Mt/yr", "0.48"},
		{"7 kt/week", "Mt/yr", "0.365"},
		{"25 kt/quarter", "Mt/yr", "0.1"},
		{"1 t/h", "Mt/yr", "0.00876"},
		{"500 kt/a", "Mt/yr", "0.5"},
		{"500 ktpa", "Mt/yr", "0.5"},
		{"0.5 Mt/yr", "Mt/yr", "0.5"},
		{"0.5 MTPA", "Mt/yr", "0.5"},
		{"0.5 million t a year", "Mt/yr", "0.5"},
		{"0.5 mln tonnes per annum", "Mt/yr", "0.5"},
		{"500 thousand t p.a.", "Mt/yr", "0.5"},
		{"-40 kg", "t", "-0.04"},
		{"\u221240 kg", "t", "-0.04"},
		{"+ 40 kg", "t", "0.04"},
		{"36 hours", "days", "1.5"},
		{"2 weeks", "days", "14"},
		{"12 months", "days", "365"},
		{"2 years", "months", "24"},
		{"18 months", "years", "1.5"},
		{"30 cm", "m", "0.3"},
		{"7 cm/yr", "m per year", "0.07"},
		{"100 nautical miles", "km", "185.2"},
		{"USD 1.2 bn", "USD million", "1200"},
		{"120 MUSD.", "USD million", "120"},
		{"1.2 mln. t p.a.", "Mt/yr", "1.2"},
		{"USD 1.2 bn.", "USD million", "1200"},
		{"$300m", "USD million", "300"},
		{"USD 300M", "USD million", "300"},
		{"800 million US dollars", "USD million", "800"},
		{"USD 5k", "USD million", "0.005"},
		{"1.5 million USD/month", "USD million a year", "18"},
		{"USD 30000/kt", "USD/t", "30"},
		{"-USD 5/t", "USD/t", "-5"},
		{"USD -5/t", "USD/t", "-5"},
		{"USD 20 per t", "USD/t", "20"},
		{"3.5 USD/t/week", "USD per t and day", "0.5"},
		{"3.5 USD per tonne and week", "USD per t and day", "0.5"},
		{"20 g CO2e/tkm", "g CO2e per tonne-km", "20"},
		{"0.02 kg CO2e per t-km", "g CO2e per tonne-km", "20"},
		{"20 trains/week", "trains/day", "20/7"},
		{"365 trains per year", "trains/day", "1"},
		{"3 vessels", "vessels", "3"},
		{"300 units/day", "units/yr", "109500"},
		{"0.05 per year", "per year", "0.05"},
	} {
		f, err := Read(c.written)
		require.NoError(t, err, c.written)
		key, ok := Of(c.in)
		require.True(t, ok, c.in)
		size, ok := f.Unit.In(key)
		require.True(t, ok, "%s in %s", c.written, c.in)
		want, _ := new(big.Rat).SetString(c.want)
		require.Equal(t, want.RatString(), size.Mul(size, f.Number).RatString(), "%s in %s", c.written, c.in)
	}
}

// TestCounted: what is counted becomes tonnes by what one carries; an FEU carries what two TEU do.
func TestCounted(t *testing.T) {
	for _, c := range []struct {
		written, in, counted string
		carries              int64
		want, steps          string
	}{
		{"20000 TEU/yr", "Mt/yr", "TEU", 14, "0.28", "× 14 t/TEU"},
		{"10000 FEU/yr", "Mt/yr", "TEU", 14, "0.28", "× 28 t/FEU"},
		{"10 kTEU a year", "Mt/yr", "TEU", 14, "0.14", "× 14000 t/kTEU"},
		{"USD 800/FEU", "USD/t", "TEU", 10, "40", "÷ 20 t/FEU"},
		{"120 trucks/day", "Mt/yr", "truck", 20, "0.876", "× 20 t/truck × 365 days"},
		{"70 wagons/week", "Mt/yr", "wagon", 60, "0.219", "× 60 t/wagon × 365/7 weeks"},
		{"USD 40 per TEU and week", "USD per t and day", "TEU", 10, "4/7", "÷ 10 t/TEU ÷ 7 days"},
		{"100 barges/month", "Mt/yr", "barge", 3000, "3.6", "× 3000 t/barge × 12 months"},
	} {
		f, err := Read(c.written)
		require.NoError(t, err, c.written)
		require.Equal(t, c.counted, f.Unit.Counted())
		key, _ := Of(c.in)
		_, ok := f.Unit.In(key)
		require.False(t, ok, "a %s weighs nothing by itself", c.counted)
		load := big.NewRat(c.carries, 1)
		size, ok := f.Unit.Carrying(load).In(key)
		require.True(t, ok)
		want, _ := new(big.Rat).SetString(c.want)
		require.Equal(t, want.RatString(), size.Mul(size, f.Number).RatString(), c.written)
		require.Equal(t, c.steps, f.Unit.Steps(key, load), c.written)
	}
	f, err := Read("3 trains/day of 1.2 kt")
	require.NoError(t, err)
	tonnes, _ := f.Load.Unit.In(Unit{terms: []term{{*named("t"), 1}}})
	require.Equal(t, "1200", tonnes.Mul(tonnes, f.Load.Number).RatString())
}

func TestSharesAndPoints(t *testing.T) {
	for written, want := range map[string]struct {
		signed, share, points bool
		number                string
	}{
		"5 %":                   {share: true, number: "5"},
		"5%":                    {share: true, number: "5"},
		"5 per cent":            {share: true, number: "5"},
		"-20 percent":           {signed: true, share: true, number: "-20"},
		"7 % a year":            {share: true, number: "7"},
		"+2 points":             {signed: true, points: true, number: "2"},
		"+1 percentage point":   {signed: true, points: true, number: "1"},
		"+0.5 pp":               {signed: true, points: true, number: "1/2"},
		"-1.5 % points":         {signed: true, points: true, number: "-3/2"},
		"+500 t/day":            {signed: true, number: "500"},
		"1e3 t":                 {number: "1000"},
		"0.10 t":                {number: "1/10"},
		"12345678901234567.1 t": {number: "123456789012345671/10"}, // no float holds it
	} {
		f, err := Read(written)
		require.NoError(t, err, written)
		require.Equal(t, want.signed, f.Signed, written)
		require.Equal(t, want.share, f.Unit.Share(), written)
		require.Equal(t, want.points, f.Unit.Points(), written)
		require.Equal(t, want.number, f.Number.RatString(), written)
	}
}

func TestMistakes(t *testing.T) {
	for written, want := range map[string]string{
		"1,5":                          "write 1.5",
		"0,500":                        "write 0.500",
		"1.234,5 t":                    "write 1234.5",
		"1,234.5 t":                    "write 1234.5",
		"1 500 t/day":                  "write 1500",
		"1\u00a0500 t":                 "write 1500",
		"1_500":                        "write 1500",
		"1'500":                        "write 1500",
		"1.234.567":                    "write 1234567",
		"1,500 t":                      "write 1500, or, where the comma is the decimal one, 1.500",
		"USD 1,500/FEU":                "write 1500, or, where the comma is the decimal one, 1.500",
		"6 MT":                         "write t for metric tons, or Mt for millions of them",
		"6 mt/yr":                      "write t for metric tons, or Mt for millions of them",
		"5 EUR":                        "money is in USD here, and rates of exchange are not known: write what it comes to in USD in the place of EUR",
		"₸ 5 bn":                       "money is in USD here, and rates of exchange are not known: write what it comes to in USD in the place of ₸",
		"5-6 t":                        "a range is given as {value: …, low: …, high: …}",
		"5–6 t":                        "a range is given as {value: …, low: …, high: …}",
		"5 t/":                         "something is missing after the division",
		"5 t per":                      "something is missing after the division",
		"5 CO2e":                       "CO2e stands after a mass, as in g CO2e",
		"5 km²":                        `expected a unit in the place of "²"`,
		"3 x 4 t":                      `expected a unit in the place of "4"`,
		"5 TEU/truck":                  `expected one thing that is counted, and here are "TEU" and "truck"`,
		"5 t of 3 t":                   "what one carries is said of what is counted, as in 3 trains/day of 1200 t",
		"5 trains of coal":             "expected after of what one carries, such as 1200 t",
		"5 trains of -3 t":             "expected after of what one carries, such as 1200 t",
		"5 trains of 3 TEU":            "expected after of what one carries, such as 1200 t",
		"1e99 t":                       "expected a number of fewer digits",
		"1e-999999999999 t":            "expected a number of fewer digits",
		"cheap":                        ErrNone.Error(),
		"":                             ErrNone.Error(),
		"t":                            ErrNone.Error(),
		"USD":                          ErrNone.Error(),
		"--5 t":                        ErrNone.Error(),
		".t":                           ErrNone.Error(),
		"about 500 t":                  ErrNone.Error(),
		strings.Repeat("9", 60) + " t": "expected a number of fewer digits",
	} {
		_, err := Read(written)
		require.EqualError(t, err, want, written)
	}
}

// TestUnitsAreApart: no two rows have a name in common, and every name reads as its row.
func TestUnitsAreApart(t *testing.T) {
	seen := map[string]bool{}
	for i := range table {
		for _, name := range table[i].names {
			require.False(t, seen[strings.ToLower(name)], name)
			seen[strings.ToLower(name)] = true
			f, err := Read("1 " + name)
			require.NoError(t, err, name)
			require.Len(t, f.Unit.terms, 1, name)
			require.Equal(t, table[i].names, f.Unit.terms[0].names, name)
		}
	}
}

// TestConvertedAndBack: a figure in another unit, and that in the first one again, is the same
// fraction.
func TestConvertedAndBack(t *testing.T) {
	alike := [][]string{
		{"t/day", "kt/month", "Mt/yr", "kg/hour", "tpa", "million t a quarter"},
		{"USD/t", "USD per kg", "million USD/Mt", "$/kt"},
		{"days", "weeks", "hours", "months", "years"},
		{"m", "cm", "km", "nautical miles"},
		{"TEU/yr", "FEU/week", "thousand TEU a month"},
	}
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SampledFrom(alike).Draw(t, "units")
		from, to := rapid.SampledFrom(units).Draw(t, "from"), rapid.SampledFrom(units).Draw(t, "to")
		number := big.NewRat(rapid.Int64Range(-1e9, 1e9).Draw(t, "number"), 1000)
		f, err := Read(number.FloatString(3) + " " + from)
		require.NoError(t, err)
		require.Equal(t, number.RatString(), f.Number.RatString())
		other, err := Read("1 " + to)
		require.NoError(t, err)
		there, ok := f.Unit.In(other.Unit)
		require.True(t, ok, "%s in %s", from, to)
		back, ok := other.Unit.In(f.Unit)
		require.True(t, ok)
		require.Equal(t, "1", there.Mul(there, back).RatString())
	})
}

// FuzzRead: any text is a figure with a number and a unit, or says why not.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"500 t/day", "USD 800/FEU", "+20 %", "3 trains/day of 1200 t", "1,5", "-USD 5/t", "7 % a year", "20 g CO2e/tkm", "1e30 t"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		figure, err := Read(written)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.NotNil(t, figure.Number)
		size, ok := figure.Unit.In(figure.Unit)
		require.True(t, ok)
		require.Equal(t, "1", size.RatString(), written)
		_ = figure.Unit.Steps(figure.Unit, nil)
	})
}
