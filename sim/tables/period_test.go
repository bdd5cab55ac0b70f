package tables

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       Period
	}{
		{"2028", "2028", Period{calendar.NewMonth(2028, 12), true}},
		{"2028-12", "December 2028", Period{calendar.NewMonth(2028, 12), false}},
		{"0800", "0800", Period{calendar.NewMonth(800, 12), true}},
	} {
		got, err := ParsePeriod(c.text)
		require.NoError(t, err)
		require.Equal(t, c.want, got)
		require.Equal(t, c.text, got.String())
		require.Equal(t, c.name, got.Name())
		text, err := got.MarshalText()
		require.NoError(t, err)
		require.Equal(t, c.text, string(text))
	}
	for _, text := range []string{"", "28", "+228", "-228", "20280", "2028-0", "2028-00", "2028-13", "2028-12-31", " 2028", "soon"} {
		_, err := ParsePeriod(text)
		require.ErrorContains(t, err, "is not a period", text)
	}
}

// A period like another is a year or a month as that is.
func TestLike(t *testing.T) {
	june := calendar.NewMonth(2031, 6)
	require.Equal(t, "2031", Period{calendar.NewMonth(2028, 12), true}.Like(june).String())
	require.Equal(t, "2031-06", Period{calendar.NewMonth(2028, 12), false}.Like(june).String())
	require.Equal(t, 2031, Period{june, false}.Year())
}
