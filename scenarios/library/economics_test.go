package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

var economicsClaims = []claim{
	{"economics/uncertain", func(t *testing.T, base, with *future) {
		years(2024, 2035, func(y int) {
			require.Equal(t, base.throughput(y), with.throughput(y), "what things are worth moves no tonne: %d", y)
			require.Equal(t, annual(base.Result, "net_benefit_musd", y), annual(with.Result, "net_benefit_musd", y), "what is expected stays: %d", y)
		})
	}},
}
