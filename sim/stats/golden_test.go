package stats

import (
	"crypto/sha256"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// The encoding and the tables have the same bytes on every machine. Values come
// from integers alone; moments, quantiles and intervals are held against other
// programs elsewhere.
func TestGolden(t *testing.T) {
	s := exampleSet(t)
	r := rand.New(rand.NewPCG(2030, 2040))
	for range 500 {
		wide := math.Ldexp(1+r.Float64(), int(r.Uint64N(20))-10)
		s.Add([]float64{r.Float64(), float64(5*r.Float64()) + 8, -wide, float64(r.Uint64N(3))})
	}
	encoded, _ := s.MarshalBinary()
	var text strings.Builder
	if err := s.Quantiles("golden").WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	if err := s.Probabilities("golden", 0.95).WriteCSV(&text); err != nil {
		t.Fatal(err)
	}
	for i := range s.cells {
		c := &s.cells[i]
		low, high := c.QuantileInterval(0.95, 0.9)
		draws, _ := c.Enough(0.01, 0.95)
		from, to := c.QuantileInterval(0.5, 0.682689492137085897) // within one standard deviation
		fmt.Fprintln(&text, c.MeanError(), (to-from)/2, low, high, draws)
	}
	if got, want := fmt.Sprintf("%x", sha256.Sum256(encoded)), "0a5f8e96b33c89c28a7fc1395927fe04520e0b2c41d8447040a5df4394fe74b4"; got != want {
		t.Errorf("the encoding of %d bytes has SHA-256 %s, want %s", len(encoded), got, want)
	}
	if got, want := fmt.Sprintf("%x", sha256.Sum256([]byte(text.String()))), "f033a3971746ed480be8ac0fda7235e2591bb9689ffa8d9e5266a79b44455fbc"; got != want {
		t.Errorf("the figures have SHA-256 %s, want %s\n%s", got, want, text.String())
	}
}
