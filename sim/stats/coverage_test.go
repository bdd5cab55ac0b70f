package stats_test

import (
	"fmt"
	"math"
	"os"
	"testing"

	"corridor/model/portable"
	"corridor/sim/random"
	"corridor/sim/stats"
)

// long reports whether the long proofs are asked for, as CI does: twenty times as many ensembles.
var long = os.Getenv("CORRIDOR_TESTS") == "long"

// TestIntervalsCoverInEveryDesign: of many ensembles, under seeds of their own, 95 in a
// hundred have the true mean, quantile or chance in their interval, whatever the design.
// The figure is lognormal, from five numbers that count for less and less and one that
// no design spreads, as the weather of a future is: mean, quantiles and chances are
// known exactly.
func TestIntervalsCoverInEveryDesign(t *testing.T) {
	const confidence, draws, noise = 0.95, 1024, 0.1
	ensembles := 200
	if long {
		ensembles *= 20
	}
	names := []string{"a", "b", "c", "d", "e"}
	weights := []float64{0.3, 0.2, 0.15, 0.1, 0.05}
	variance := noise * noise
	for _, w := range weights {
		variance += w * w
	}
	sigma := math.Sqrt(variance)
	threshold := math.Exp(0.8 * sigma) // exceeded with probability 1 − Φ(0.8)
	truth := []struct {
		name  string
		value float64
	}{
		{"mean", math.Exp(variance / 2)}, {"p05", math.Exp(-1.6448536269514722 * sigma)}, {"p50", 1},
		{"p95", math.Exp(1.6448536269514722 * sigma)}, {"chance", 1 - portable.NormCDF(0.8)},
	}
	for _, design := range random.Designs() {
		replicates := 1
		if design != random.MonteCarlo {
			replicates = random.Replicates
		}
		hits, widths := make([]int, len(truth)), make([]float64, len(truth))
		u := make([]float64, len(names))
		for seed := range uint64(ensembles) {
			d, err := random.NewDesign(design, seed, draws, uint64(replicates), names)
			if err != nil {
				t.Fatal(err)
			}
			set, err := stats.NewSet([]stats.Metric{{Name: "x", Thresholds: []float64{threshold}}}, []string{"2030"})
			if err != nil {
				t.Fatal(err)
			}
			if replicates > 1 {
				set.Replicated(replicates, func(int, int) bool { return true })
			}
			weather := random.NewStream(seed, "weather")
			for draw := range uint64(draws) {
				d.Point(draw, u)
				log := noise * portable.NormQuantile(weather.Float64(draw))
				for i, w := range weights {
					log += w * portable.NormQuantile(u[i])
				}
				set.AddTo(int(draw)%replicates, []float64{math.Exp(log)})
			}
			x := set.At(0, 0)
			for i, of := range truth {
				var low, high float64
				switch p := map[string]float64{"p05": 0.05, "p50": 0.5, "p95": 0.95}[of.name]; {
				case p > 0:
					low, high = x.QuantileInterval(p, confidence)
				case of.name == "mean":
					low, high = x.MeanInterval(confidence)
				default:
					low, high = stats.ShareInterval(x.Above(0), x.Counts(), confidence)
				}
				widths[i] += (high - low) / float64(ensembles)
				if low <= of.value && of.value <= high {
					hits[i]++
				}
			}
		}
		report := design + ":"
		for i, of := range truth {
			share := float64(hits[i]) / float64(ensembles)
			report += fmt.Sprintf(" %s %.3f ± %.5f", of.name, share, widths[i]/2)
			// Three standard deviations of the binomial below; above, quantiles and
			// chances may err on the wide side, by their resolution and whole draws.
			tolerance := 3 * math.Sqrt(confidence*(1-confidence)/float64(ensembles))
			if share < confidence-tolerance || of.name == "mean" && share > confidence+tolerance {
				t.Errorf("%s, %s: %d of %d intervals hold the true value", design, of.name, hits[i], ensembles)
			}
		}
		t.Log(report)
	}
}
