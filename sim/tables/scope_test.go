package tables

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

func TestCountedSince(t *testing.T) {
	january := calendar.NewMonth(2024, 1)
	require.Equal(t, "headline since 2024-01", Since(january))
	for _, c := range []struct {
		scope                 string
		headline, likeForLike calendar.Month
	}{
		{LikeForLike, 0, 0},
		{"", 0, 0},
		{Headline, 0, calendar.Never},
		{Since(january), january, calendar.Never},
	} {
		require.Equal(t, c.headline, CountedSince(Headline, c.scope), c.scope)
		require.Equal(t, c.likeForLike, CountedSince(LikeForLike, c.scope), c.scope)
	}
}
