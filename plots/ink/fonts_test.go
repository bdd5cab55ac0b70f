package ink

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The faces that lend letters have the same em, or their letters would be of
// another size.
func TestFallbackHasTheSameEm(t *testing.T) {
	for f, other := range fallbacks {
		require.Equal(t, f.UnitsPerEm(), other.UnitsPerEm())
	}
}
