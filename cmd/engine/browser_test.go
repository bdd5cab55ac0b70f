package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/explore/engine"
	"corridor/scenarios"
	"corridor/sim/explorer"
)

// asked is what the JavaScript of testdata/run.js reads: it starts the model on corridors, and runs
// them.
type asked struct {
	Script    string            `json:"script"`
	Program   []byte            `json:"program"` // gzip
	Corridors map[string][]byte `json:"corridors"`
	Runs      []ran             `json:"runs"`
	Times     int               `json:"times"`
}

type ran struct {
	Scenario string    `json:"scenario"`
	Values   []float64 `json:"values"`
	Draws    int       `json:"draws"` // of a fan; 0 for none
	Seed     int       `json:"seed"`
}

// told is what it writes.
type told struct {
	Results []struct {
		Numbers []byte `json:"numbers"` // of all parts
		Command string `json:"command"`
		Fan     []byte `json:"fan"`
	} `json:"results"`
	Ready, Move float64 // ms
}

// inBrowser runs the program of the room under node, as a browser would.
func inBrowser(t testing.TB, a *asked) *told {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node")
	}
	a.Script, a.Program = engine.Script(), engine.Program
	if built := os.Getenv("CORRIDOR_ENGINE"); built != "" { // a directory in which this program has built it anew
		support, err := os.ReadFile(filepath.Join(built, "wasm_exec.js"))
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(a.Script, string(support)), "the JavaScript of Go is not that of this version: go generate ./plots/explore/engine")
		a.Program, err = os.ReadFile(filepath.Join(built, "engine.wasm.gz"))
		require.NoError(t, err)
	}
	in, err := json.Marshal(a)
	require.NoError(t, err)
	c := exec.Command(node, "testdata/run.js")
	c.Stdin = bytes.NewReader(in)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	require.NoError(t, err, errs.String())
	var said told
	require.NoError(t, json.Unmarshal(out, &said))
	return &said
}

// machineOf is the explorer's machine of a scenario of the library, and its file.
func machineOf(t testing.TB, name string) (*explorer.Machine, *scenarios.Explorer, []byte) {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: name})
	require.NoError(t, err)
	e, err := s.Explorer(name)
	require.NoError(t, err)
	m, err := explorer.NewMachine(e.Corridor)
	require.NoError(t, err)
	return m, e, explorer.Append(nil, e.Corridor)
}

// settings are some positions of all levers of a scenario, the first where it is as it is.
func settings(e *scenarios.Explorer, n int) (all [][]float64) {
	for i := range n {
		values := make([]float64, len(e.Levers))
		for j := range values {
			values[j] = e.Levers[j].Value
			if positions := e.Corridor.Levers[j].Positions; i > 0 && (i*7+j*3)%4 < i {
				values[j] = positions[(i*31+j*17)%len(positions)].Value
			}
		}
		all = append(all, values)
	}
	return all
}

// TestProgramIsOfTheseSources, as far as what it reads tells; of results the next test tells.
func TestProgramIsOfTheseSources(t *testing.T) {
	require.Equal(t, explorer.Shape(), engine.Shape(), "go generate ./plots/explore/engine builds it anew")
}

// TestBrowserHasTheSameBits: every number of every part, with the program that is embedded.
func TestBrowserHasTheSameBits(t *testing.T) {
	a := &asked{Corridors: map[string][]byte{}, Times: 1}
	var want []string
	fans := map[string]string{}
	for _, name := range []string{"stated", "reference"} {
		m, e, file := machineOf(t, name)
		a.Corridors[name] = file
		for _, values := range settings(e, 4) {
			a.Runs = append(a.Runs, ran{Scenario: name, Values: values})
			r, err := m.Run(values)
			require.NoError(t, err)
			if len(a.Runs)%4 == 2 { // with levers moved
				of := &a.Runs[len(a.Runs)-1]
				of.Draws, of.Seed = 12, 3
				f, err := m.Fan(values, 12, 3, nil)
				require.NoError(t, err)
				var quantiles []byte
				for _, q := range [][]float64{f.P05, f.P25, f.P50, f.P75, f.P95} {
					for _, v := range q {
						quantiles = binary.LittleEndian.AppendUint64(quantiles, math.Float64bits(v))
					}
				}
				fans[name] = base64.StdEncoding.EncodeToString(quantiles)
			}
			want = append(want, base64.StdEncoding.EncodeToString(explorer.Numbers(append(m.Carried(r), m.Money(r)...))), m.Command(values))
		}
	}
	said := inBrowser(t, a)
	require.Len(t, said.Results, len(a.Runs))
	for i, r := range said.Results {
		if a.Runs[i].Draws > 0 {
			require.Equal(t, fans[a.Runs[i].Scenario], base64.StdEncoding.EncodeToString(r.Fan))
		}
		require.Equal(t, want[2*i], base64.StdEncoding.EncodeToString(r.Numbers), "%s %v", a.Runs[i].Scenario, a.Runs[i].Values)
		require.Equal(t, want[2*i+1], r.Command)
	}
}

// BenchmarkMove times a move of a lever of the reference network, here and under node.
func BenchmarkMove(b *testing.B) {
	m, e, file := machineOf(b, "reference")
	all := settings(e, 9)[1:]
	b.Run("native", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			_, err := m.Run(all[i%len(all)])
			require.NoError(b, err)
		}
	})
	b.Run("browser", func(b *testing.B) {
		a := &asked{Corridors: map[string][]byte{"reference": file}, Times: 10}
		for _, values := range all {
			a.Runs = append(a.Runs, ran{Scenario: "reference", Values: values})
		}
		for b.Loop() {
			said := inBrowser(b, a)
			b.ReportMetric(said.Move, "ms/move")
			b.ReportMetric(said.Ready, "ms/start")
		}
	})
}
