package random

import (
	"fmt"
	"testing"
)

func TestDiscrete(t *testing.T) {
	d := must(NewDiscrete([]float64{3, 1, 2, 9}, []float64{1, 2, 1, 0}))
	for u, want := range map[float64]float64{0: 1, 0.3: 1, 0.5: 1, 0.6: 2, 0.75: 2, 0.76: 3, 1: 3} {
		if got := d.Quantile(u); got != want {
			t.Errorf("quantile at %v is %v, want %v", u, got, want)
		}
	}
	for x, want := range map[float64]float64{0.9: 0, 1: 0.5, 1.5: 0.5, 2: 0.75, 3: 1, 9: 1} {
		if got := d.CDF(x); got != want {
			t.Errorf("CDF at %v is %v, want %v", x, got, want)
		}
	}
	if got := d.Mean(); got != 1.75 {
		t.Errorf("mean %v, want 1.75", got)
	}
}

func ExampleNewDiscrete() {
	// How many vessels come: four if the yard is late, six if not.
	vessels, err := NewDiscrete([]float64{6, 4}, []float64{0.7, 0.3})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %v %.1f\n", vessels.Quantile(0.2), vessels.Quantile(0.4), vessels.Mean())
	// Output: 4 6 5.4
}
