package stats

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"corridor/sim/tables"
)

func exampleSet(t testing.TB) *Set {
	s, err := NewSet([]Metric{
		{Name: "throughput_mt", Thresholds: []float64{10}},
		{Name: "transit_days"},
	}, []string{"2025", "2030"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// draw returns the values of draw i, a function of i alone.
func draw(i int) []float64 {
	r := rand.New(rand.NewPCG(uint64(i), 1))
	days := 18 + 3*r.NormFloat64()
	if i%10 == 0 {
		days = math.NaN() // nothing was carried
	}
	return []float64{5 + r.Float64(), 9 + 2*r.NormFloat64(), days, days + 1}
}

// Chunks of any size give the bits of one pass, through their encodings too.
func TestSetChunks(t *testing.T) {
	const draws = 700
	whole := exampleSet(t)
	for i := range draws {
		whole.Add(draw(i))
	}
	want, _ := whole.MarshalBinary()
	for _, size := range []int{1, 7, 64, 256, 699} {
		merged, chunk := exampleSet(t), exampleSet(t)
		for start := 0; start < draws; start += size {
			chunk.Reset()
			for i := start; i < min(start+size, draws); i++ {
				chunk.Add(draw(i))
			}
			encoded, err := chunk.AppendBinary(nil)
			if err != nil {
				t.Fatal(err)
			}
			var decoded Set
			if err := decoded.UnmarshalBinary(encoded); err != nil {
				t.Fatal(err)
			}
			if err := merged.Merge(&decoded); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := merged.MarshalBinary(); !bytes.Equal(got, want) {
			t.Errorf("chunks of %d draws give other bits", size)
		}
	}
}

func TestSetTables(t *testing.T) {
	s := exampleSet(t)
	for i := range 101 {
		s.Add([]float64{float64(i), 10, math.NaN(), 0})
	}
	var csv strings.Builder
	if err := s.Quantiles("stated").WriteCSV(&csv); err != nil {
		t.Fatal(err)
	}
	want := `scenario,metric,period,mean,sd,min,p05,p10,p25,p50,p75,p90,p95,max,futures
stated,throughput_mt,2025,50,29.300170647967224,0,5,10,25,50,75,90,95,100,101
stated,throughput_mt,2030,10,0,10,10,10,10,10,10,10,10,10,101
stated,transit_days,2025,,,,,,,,,,,,0
stated,transit_days,2030,0,0,0,0,0,0,0,0,0,0,0,101
`
	if csv.String() != want {
		t.Errorf("quantiles.csv is\n%swant\n%s", csv.String(), want)
	}
	csv.Reset()
	if err := s.Probabilities("stated", 0.95).WriteCSV(&csv); err != nil {
		t.Fatal(err)
	}
	row := strings.Split(csv.String(), "\n")[2]
	if !strings.HasPrefix(row, "stated,throughput_mt,2030,10,101,1,0.96") || !strings.Contains(row, ",1,0,0,0.03") {
		t.Errorf("probabilities.csv has %s", row)
	}
	if _, err := tables.ReadCSV(strings.NewReader(csv.String()), tables.Probabilities); err != nil {
		t.Error(err)
	}
}

func TestNewSetRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		metrics []Metric
		periods []string
	}{
		"two metrics of a name": {[]Metric{{Name: "a"}, {Name: "b"}, {Name: "a"}}, nil},
		"two periods of a name": {nil, []string{"2025", "2026", "2025"}},
		"threshold of NaN":      {[]Metric{{Name: "a", Thresholds: []float64{math.NaN()}}}, nil},
		"infinite threshold":    {[]Metric{{Name: "a", Thresholds: []float64{math.Inf(1)}}}, nil},
	} {
		if _, err := NewSet(test.metrics, test.periods); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSetMergeRefuses(t *testing.T) {
	s := exampleSet(t)
	s.Add(draw(1))
	before, _ := s.MarshalBinary()
	for name, other := range map[string]struct {
		metrics []Metric
		periods []string
	}{
		"other metrics":    {[]Metric{{Name: "throughput_mt", Thresholds: []float64{10}}}, []string{"2025", "2030"}},
		"other periods":    {s.metrics, []string{"2025", "2035"}},
		"other thresholds": {[]Metric{{Name: "throughput_mt"}, {Name: "transit_days"}}, []string{"2025", "2030"}},
	} {
		o, err := NewSet(other.metrics, other.periods)
		if err != nil {
			t.Fatal(err)
		}
		if s.Merge(o) == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if after, _ := s.MarshalBinary(); !bytes.Equal(before, after) {
		t.Error("a refused merge changed the set")
	}
}

func TestAddPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a draw of another length is taken")
		}
	}()
	exampleSet(t).Add([]float64{1})
}
