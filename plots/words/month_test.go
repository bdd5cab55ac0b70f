package words

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMonths(t *testing.T) {
	m, err := ParseMonth("2028-12")
	require.NoError(t, err)
	for code, want := range map[string][2]string{
		"en": {"December 2028", "Dec 2028"},
		"kk": {"2028 ж. желтоқсан", "2028 ж. жел"},
		"ru": {"декабрь 2028", "дек 2028"},
		"az": {"dekabr 2028", "dek 2028"},
		"ka": {"დეკემბერი 2028", "დეკ 2028"},
		"hy": {"2028 թ. դեկտեմբեր", "2028 թ. դեկ"},
		"tr": {"Aralık 2028", "Ara 2028"},
	} {
		w := of(t, code)
		require.Equal(t, want, [2]string{w.LongMonth(m), w.ShortMonth(m)}, code)
	}
	require.Equal(t, "Jul–Dec 2028", of(t, "en").ShortMonths(m-5, m))
	require.Equal(t, "2028 ж. шіл–жел", of(t, "kk").ShortMonths(m-5, m))
}

func TestParseMonth(t *testing.T) {
	for _, text := range []string{"", "2028", "2028-13", "2028-1", "28-12", "2028-12-01"} {
		_, err := ParseMonth(text)
		require.ErrorContains(t, err, "is not a month such as 2028-12", text)
	}
	for _, text := range []string{"1799-12", "2201-01"} {
		_, err := ParseMonth(text)
		require.ErrorContains(t, err, "is not a month of the years 1800 to 2200", text)
	}
}
