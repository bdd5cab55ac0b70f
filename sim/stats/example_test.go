package stats_test

import (
	"fmt"
	"os"

	"corridor/sim/stats"
)

// Two chunks of draws, summarised apart and merged.
func ExampleSet() {
	metrics := []stats.Metric{{Name: "throughput_mt", Thresholds: []float64{10}}}
	periods := []string{"2030", "2035"}
	total, err := stats.NewSet(metrics, periods)
	if err != nil {
		fmt.Println(err)
		return
	}
	for chunk := range 2 {
		part, _ := stats.NewSet(metrics, periods)
		for i := range 4 {
			draw := 4*chunk + i
			part.Add([]float64{5 + float64(draw), 8 + float64(draw)}) // 2030, 2035
		}
		if err := total.Merge(part); err != nil {
			fmt.Println(err)
			return
		}
	}
	total.Quantiles("reference").WriteCSV(os.Stdout)
	total.Probabilities("reference", 0.9).WriteCSV(os.Stdout)
	// Output:
	// scenario,metric,period,mean,sd,min,p05,p10,p25,p50,p75,p90,p95,max,futures
	// reference,throughput_mt,2030,8.5,2.449489742783178,5,5.35,5.7,6.75,8.5,10.25,11.3,11.649999999999999,12,8
	// reference,throughput_mt,2035,11.5,2.449489742783178,8,8.35,8.7,9.75,11.5,13.25,14.3,14.649999999999999,15,8
	// scenario,metric,period,threshold,draws,reached,reached_low,reached_high,exceeded,exceeded_low,exceeded_high,futures
	// reference,throughput_mt,2030,10,8,0.375,0.1611723377606735,0.6520085615952672,0.25,0.08651484419906227,0.5398469545128193,8
	// reference,throughput_mt,2035,10,8,0.75,0.4601530454871807,0.9134851558009378,0.625,0.3479914384047327,0.8388276622393265,8
}

// How sure a mean is, and how many draws would make it surer.
func ExampleSummary_Enough() {
	s := stats.NewSummary()
	for i := range 100 {
		s.Add(10 + float64(i%5))
	}
	draws, _ := s.Enough(0.005, 0.95)
	fmt.Printf("%.2f ± %.2f after %d draws; ± 0.5 %% takes %d\n", s.Mean(), 1.96*s.MeanError(), s.Count(), draws)
	// Output: 12.00 ± 0.28 after 100 draws; ± 0.5 % takes 2156
}

// The chance of reaching a target, from 23 of 30 draws.
func ExampleWilson() {
	low, high := stats.Wilson(23, 30, 0.9)
	fmt.Printf("%.2f to %.2f\n", low, high)
	// Output: 0.62 to 0.87
}

// The exact median of values that were kept.
func ExampleQuantile() {
	fmt.Println(stats.Quantile([]float64{4.1, 4.5, 5.2, 6.0}, 0.5))
	// Output: 4.85
}
