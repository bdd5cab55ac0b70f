package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

func TestHangsOn(t *testing.T) {
	at, err := tables.ParsePeriod("2028-12")
	require.NoError(t, err)
	year := tables.Period{Month: calendar.NewMonth(2028, 12), Yearly: true}
	targets := []tables.Target{
		{Name: "room", Title: "A capacity of 10 Mt/yr", At: at, Threshold: 10},
		{Name: "carried", Title: "10 Mt carried", At: year, Threshold: 10},
		{Name: "lost", Title: "Little lost", At: year, Threshold: 1, AtMost: true},
	}
	swings := tables.New(tables.Swings)
	row := func(target, figure, title string, value float64, met bool, low, atLow float64, metLow bool, high, atHigh float64, metHigh bool) {
		lowLabel, highLabel := "", ""
		if figure == "iran" {
			lowLabel, highLabel = "open again", "still shut"
		}
		swings.Append("s", target, "m", "2028", tables.Finite(value), met, figure, title, "segments."+figure, low, tables.Finite(atLow), metLow, high, tables.Finite(atHigh), metHigh, lowLabel, highLabel)
	}
	row("room", "ferries", "ferries", 8, false, 14, 7.9, false, 30, 8.7, false) // less than a tenth
	row("room", "sea", "Level of the sea", 8, false, -1, 6.5, false, 1, 8, false)
	row("room", "tankers", "tankers", 8, false, 1.5, 7.5, false, 7, 11.25, true)
	row("carried", "iran", "the railway through Iran", 5, false, 0, 5, false, 94, 5.6, false)
	row("carried", "trade", "trade", 5, false, 0, 4.5, false, 1, 5.5, false) // a tenth, and no more
	row("carried", "gone", "gone", 5, false, 0, math.NaN(), false, 1, 9, false)
	row("lost", "storms", "storms", 0.98, true, 0, 0.98, true, 9, 1.02, false)

	list := HangsOn(swings, targets)
	var names, sentences []string
	for i := range list {
		names = append(names, list[i].Figure)
		sentences = append(sentences, list[i].Sentence(English))
	}
	require.Equal(t, []string{"tankers", "sea", "iran", "storms"}, names, "by target, what turns the verdict first")
	require.Equal(t, []string{
		"A capacity of 10 Mt/yr by December 2028 hangs on segments.tankers: 8 as it is; 7.5 with 1.5; 11.25 with 7, which meets it.",
		"A capacity of 10 Mt/yr by December 2028 moves with Level of the sea: 8 as it is; 6.5 with −1; missed in any case.",
		"10 Mt carried by 2028 moves with the railway through Iran: 5 as it is; 5.6 where it is still shut; missed in any case.",
		"Little lost in 2028 hangs on segments.storms: 0.98 as it is; 1.02 with 9, which misses it.",
	}, sentences)
	require.True(t, list[0].Turns)
	require.False(t, list[1].Turns)
	require.Empty(t, HangsOn(nil, targets))
}
