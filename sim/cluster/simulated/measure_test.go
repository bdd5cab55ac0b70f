package simulated

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/stats"
)

var measure = flag.String("measure", "", "what to measure on this machine, into measured.csv: draws, records, journals, kept, program or slurm, several with commas")

// TestMeasure measures, on a quiet machine, what the model asks for, and writes it into measured.csv:
// go test -run TestMeasure -measure draws,records,journals,kept,program, and the draws again with
// GOEXPERIMENT=simd. It takes some minutes of one core.
func TestMeasure(t *testing.T) {
	if *measure == "" {
		t.Skip("measures with -measure")
	}
	m := &measuring{t: t, dir: t.TempDir(), e: ensembleOf(t, scenarios.Request{Scenario: "reference"})}
	for part := range strings.SplitSeq(*measure, ",") {
		m.load = loadNow()
		map[string]func(){"draws": m.draws, "records": m.records, "journals": m.journals, "kept": m.kept, "program": m.program, "slurm": m.slurm}[part]()
		m.write()
	}
}

// measuring gathers rows of the table.
type measuring struct {
	t    *testing.T
	dir  string
	e    ensemble.Ensemble
	load string
	rows [][]string
}

func ensembleOf(t *testing.T, r scenarios.Request) ensemble.Ensemble {
	s, err := scenarios.Load(r)
	require.NoError(t, err)
	return ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative(s.Name)}, Seed: 7, Workers: 1}
}

func (m *measuring) add(name string, value float64, unit, how string) {
	m.t.Logf("%s: %.6g %s", name, value, unit)
	model := "unknown processor"
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		_, rest, _ := strings.Cut(string(text), "model name")
		line, _, _ := strings.Cut(rest, "\n")
		model = strings.TrimSpace(strings.TrimLeft(line, "\t :"))
	}
	machine := fmt.Sprintf("%s, %d cores, load %s", model, runtime.NumCPU(), m.load)
	m.rows = append(m.rows, []string{name, strconv.FormatFloat(value, 'g', 6, 64), unit, time.Now().UTC().Format(time.DateOnly), machine, how})
}

func loadNow() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Fields(string(text))[0]
}

// chunk simulates one chunk of so many draws and returns its record, and what it took.
func (m *measuring) chunk(e ensemble.Ensemble, draws uint64, number uint64) (payload []byte, took time.Duration) {
	const chunks = 4096
	e.Draws = draws * 4096
	if e.Keep || draws < 256 {
		e.Draws = draws
	}
	require.Equal(m.t, draws, e.DrawsIn(0))
	file := filepath.Join(m.dir, "chunk.journal")
	h := header(&e)
	j, err := journal.Start(file, h)
	require.NoError(m.t, err)
	options := ensemble.RunOptions{Journal: j}
	if e.Chunks() == chunks {
		options.Shard, options.Shards = number+1, chunks
	}
	begun := processorTime()
	_, err = e.Run(context.Background(), options)
	took = processorTime() - begun
	require.NoError(m.t, err)
	for r, err := range j.Records() {
		require.NoError(m.t, err)
		payload = slices.Clone(r.Payload)
	}
	require.NoError(m.t, j.Remove())
	return payload, took
}

func header(e *ensemble.Ensemble) journal.Header {
	return journal.Header{Program: "measured", Seed: e.Seed, Draws: e.Draws, Chunk: e.ChunkDraws(), Shard: 1, Shards: 1}
}

// draws measures the processor time of a draw, and how chunks spread.
func (m *measuring) draws() {
	const draws, chunks = 1024, 24
	name := "draw"
	if ensemble.Lanes() > 0 {
		name = "draw, side by side"
	}
	var took, logs []float64
	for i := range uint64(chunks) {
		_, d := m.chunk(m.e, draws, i)
		took = append(took, d.Seconds()/draws)
		logs = append(logs, math.Log(took[i]))
	}
	slices.Sort(took)
	how := fmt.Sprintf("processor time of %d chunks of %d draws, one worker, each with what a run makes anew", chunks, draws)
	m.add(name+", median", stats.Quantile(took, 0.5), "s", how)
	m.add(name+", least", took[0], "s", how)
	mean := 0.0
	for _, l := range logs {
		mean += l / chunks
	}
	squares := 0.0
	for _, l := range logs {
		squares += (l - mean) * (l - mean) / (chunks - 1)
	}
	m.add(name+", spread of chunks", math.Sqrt(squares), "standard deviation of the logarithm", how+"; what others do on the machine is in it")
}

// records measures how long the record of a chunk is.
func (m *measuring) records() {
	for _, draws := range []uint64{256, 4096, 16384, 65536} {
		payload, _ := m.chunk(m.e, draws, 0)
		m.add(fmt.Sprintf("record of %d draws", draws), float64(len(payload)), "bytes", "length of the payload in the journal")
		if draws == 65536 {
			var packed bytes.Buffer
			z := gzip.NewWriter(&packed)
			_, err := z.Write(payload)
			require.NoError(m.t, errors.Join(err, z.Close()))
			m.add("record, compressed", float64(packed.Len())/float64(len(payload)), "of its length", "gzip of the record of 65536 draws")
		}
	}
}

// journals measures how fast records are appended, read through and merged.
func (m *measuring) journals() {
	const draws, chunks, shards = 16384, 64, 16
	e := m.e
	e.Draws = draws * 4096
	payload, _ := m.chunk(m.e, draws, 0)
	file := filepath.Join(m.dir, "records.journal")
	h := header(&e)
	j, err := journal.Start(file, h)
	require.NoError(m.t, err)
	begun := time.Now()
	for chunk := range uint64(chunks) {
		require.NoError(m.t, j.Append(chunk*shards, payload))
	}
	took := time.Since(begun).Seconds()
	m.add("append", chunks*float64(len(payload))/took, "bytes a second", fmt.Sprintf("%d records of %d bytes, synced every 16; local disk, by the clock", chunks, len(payload)))
	begun = time.Now()
	for _, err := range j.Records() {
		require.NoError(m.t, err)
	}
	m.add("scan", chunks*float64(len(payload))/time.Since(begun).Seconds(), "bytes a second", "the same records read and their sums checked, from the cache of the system, by the clock")
	began := processorTime()
	_, err = e.Run(context.Background(), ensemble.RunOptions{Parts: []*journal.Journal{j}, Shard: 1, Shards: shards})
	require.NoError(m.t, errors.Join(err, j.Close()))
	m.add("merge", (processorTime()-began).Seconds()/chunks, "s", fmt.Sprintf("processor time of a chunk read, decoded and merged, of %d whose records are %d bytes", chunks, len(payload)))
}

// kept measures what a draw that is kept takes.
func (m *measuring) kept() {
	e := m.e
	e.Keep = true
	payload, _ := m.chunk(e, 256, 0)
	plain, _ := m.chunk(m.e, 256, 0)
	m.add("kept draw", float64(len(payload)-len(plain))/256, "bytes", "of the record of a chunk, beyond that of one that keeps none")
}

// program measures whole processes.
func (m *measuring) program() {
	file := filepath.Join(m.dir, "corridor")
	out, err := exec.Command("go", "build", "-o", file, "corridor/cmd/corridor").CombinedOutput()
	require.NoError(m.t, err, string(out))
	info, err := os.Stat(file)
	require.NoError(m.t, err)
	m.add("program", float64(info.Size()), "bytes", "as go build makes it, with its charts and library")
	run := func(args ...string) float64 {
		var took []float64
		for range 7 {
			c := exec.Command(file, args...)
			c.Dir = m.dir
			require.NoError(m.t, c.Run())
			took = append(took, (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds())
		}
		slices.Sort(took)
		return took[3]
	}
	m.add("process", run("version"), "s", "processor time of corridor version, median of 7")
	m.add("load", run("validate", "reference"), "s", "processor time of corridor validate, which loads and checks the scenario, median of 7")
	m.add("small ensemble", run("ensemble", "reference", "--draws", "1", "--workers", "1", "--charts", "none", "--out", "one"), "s", "processor time of corridor ensemble of one draw without charts: load, tables and files, median of 7")
	few := run("ensemble", "reference", "--draws", "256", "--workers", "1", "--keep", "--charts", "none", "--out", "few")
	const draws = 4096
	many := run("ensemble", "reference", "--draws", fmt.Sprint(draws), "--workers", "1", "--keep", "--charts", "none", "--out", "many")
	plain := run("ensemble", "reference", "--draws", fmt.Sprint(draws), "--workers", "1", "--charts", "none", "--out", "plain")
	plainFew := run("ensemble", "reference", "--draws", "256", "--workers", "1", "--charts", "none", "--out", "plain-few")
	m.add("kept draw, table", max(0, (many-few)-(plain-plainFew))/(draws-256), "s", "processor time of draws.parquet a draw: 4096 and 256 draws with --keep, less the same without")
	info, err = os.Stat(filepath.Join(m.dir, "many", "draws.parquet"))
	require.NoError(m.t, err)
	m.add("kept draw, in Parquet", float64(info.Size())/draws, "bytes", "draws.parquet of 4096 draws")
}

// slurm measures the commands of a Slurm that runs here, with jobs that are held and cancelled.
func (m *measuring) slurm() {
	var submitted, looked []float64
	for range 9 {
		begun := time.Now()
		job, err := exec.Command("sbatch", "--parsable", "--hold", "--array=0-9", "--job-name=measured", "--output=/dev/null", "--wrap=true").Output()
		require.NoError(m.t, err)
		submitted = append(submitted, time.Since(begun).Seconds())
		begun = time.Now()
		require.NoError(m.t, exec.Command("squeue", "--noheader", "--array", "--name=measured", "--format=%j|%F|%K|%T|%r").Run())
		looked = append(looked, time.Since(begun).Seconds())
		require.NoError(m.t, exec.Command("scancel", strings.TrimSpace(string(job))).Run())
	}
	slices.Sort(submitted)
	slices.Sort(looked)
	m.add("sbatch", submitted[4], "s", "by the clock, a job array of ten tasks, Slurm 22.05 with three nodes on this machine, median of 9")
	m.add("squeue", looked[4], "s", "by the clock, the tasks of one job, the same Slurm, median of 9")
}

// write replaces the rows of the table that were measured.
func (m *measuring) write() {
	file, err := os.Open("measured.csv")
	have := [][]string{{"name", "value", "unit", "date", "machine", "how"}}
	if err == nil {
		have, err = csv.NewReader(file).ReadAll()
		require.NoError(m.t, errors.Join(err, file.Close()))
	}
	for _, row := range m.rows {
		at := slices.IndexFunc(have, func(r []string) bool { return r[0] == row[0] })
		if at < 0 {
			have = append(have, row)
		} else {
			have[at] = row
		}
	}
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	require.NoError(m.t, w.WriteAll(have))
	require.NoError(m.t, os.WriteFile("measured.csv", text.Bytes(), 0o644))
}
