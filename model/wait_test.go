package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWaitDays(t *testing.T) {
	const month = 30.4375 // days, 365.25 / 12
	for _, test := range []struct{ backlog, carried, want float64 }{
		{0, 5, 0},
		{0, 0, 0},
		{5, 5, month},
		{1, 4, month / 4},
		{3, 1, MaxWaitDays}, // 91.3 days
		{2.9, 1, 2.9 * month},
		{1e-9, 0, MaxWaitDays},
	} {
		require.InDelta(t, test.want, WaitDays(test.backlog, test.carried), 1e-9, "%+v", test)
	}
}
