package ink

import (
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

func TestCrosses(t *testing.T) {
	box := vg.Rectangle{Min: vg.Point{X: 10, Y: 10}, Max: vg.Point{X: 20, Y: 20}}
	for _, test := range []struct {
		name string
		a, b vg.Point
		want bool
	}{
		{"through", vg.Point{X: 0, Y: 0}, vg.Point{X: 30, Y: 30}, true},
		{"inside", vg.Point{X: 12, Y: 12}, vg.Point{X: 13, Y: 13}, true},
		{"past a corner", vg.Point{X: 0, Y: 15}, vg.Point{X: 15, Y: 35}, false},
		{"short of it", vg.Point{X: 0, Y: 15}, vg.Point{X: 9, Y: 15}, false},
		{"upright", vg.Point{X: 15, Y: 0}, vg.Point{X: 15, Y: 40}, true},
		{"upright beside", vg.Point{X: 21, Y: 0}, vg.Point{X: 21, Y: 40}, false},
		{"a point", vg.Point{X: 15, Y: 15}, vg.Point{X: 15, Y: 15}, true},
	} {
		require.Equal(t, test.want, Crosses(test.a, test.b, box), test.name)
		require.Equal(t, test.want, Crosses(test.b, test.a, box), test.name)
	}
}
