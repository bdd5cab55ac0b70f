package stats

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Values of scipy.stats.binom.sf(k − 1, n, p), SciPy 1.10.1.
func TestBinomialTail(t *testing.T) {
	for _, c := range []struct {
		k, n uint64
		p    float64
		want float64
	}{
		{67, 87, 0.5, 2.1526840625005967e-07},
		{1, 1, 0.3, 0.3},
		{0, 5, 0.2, 1},
		{5, 5, 0.2, 0.00032},
		{3, 10, 0.5, 0.9453125},
		{8200, 10000, 0.8, 2.2060950159473368e-07},
		{700, 10000, 0.05, 2.288000346466165e-18},
		{40, 100, 0.5, 0.9823998998911476},
		{10000, 10000, 0.999, 4.517334597704825e-05},
		{1, 10000, 1e-05, 0.09516303438565249},
		{6, 5, 0.5, 0},
		{1, 5, 0, 0},
		{5, 5, 1, 1},
	} {
		require.InEpsilon(t, c.want+1, BinomialTail(c.k, c.n, c.p)+1, 1e-12)
		if c.want > 0 {
			require.InEpsilon(t, c.want, BinomialTail(c.k, c.n, c.p), 2e-11, "%+v", c)
		}
	}
}
