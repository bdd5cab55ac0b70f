package tables

import (
	"strings"

	"corridor/model/calendar"
)

// The official series. What the association's counts the ministry's does too.
const (
	LikeForLike = "like-for-like" // the association's
	Headline    = "headline"      // the ministry's
)

// since stands in a scope before the month from which the series counts it.
const since = " since "

// Since is the scope of what the headline alone counts, from a month on.
func Since(t calendar.Month) string { return Headline + since + t.String() }

// CountedSince returns the month from which a series counts the cargo of a scope, which is
// like-for-like, headline, headline since a month, or not said: 0 for all months, and
// calendar.Never for none.
func CountedSince(series, scope string) calendar.Month {
	alone, month, dated := strings.Cut(scope, since)
	switch {
	case alone != Headline:
		return 0
	case series == LikeForLike:
		return calendar.Never
	case !dated:
		return 0
	}
	t, err := calendar.ParseMonth(month)
	if err != nil {
		return 0
	}
	return t
}
