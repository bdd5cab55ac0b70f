package simulated

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/ensemble"
	"corridor/sim/stats"
)

var update = flag.Bool("update", false, "write the parts of README.md anew")

// TestPageIsCurrent holds README.md to what the model says of the figures. With -update it writes
// the parts anew.
func TestPageIsCurrent(t *testing.T) {
	const page = "README.md"
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	p := paper{t, readFigures(t)}
	want := string(text)
	parts := map[string]func() string{"what it takes": p.takes, "measured": p.measured, "assumed": p.assumed, "here": p.here, "tasks that wait": p.waits}
	if *update || os.Getenv("CORRIDOR_TESTS") == "long" {
		maps.Copy(parts, map[string]func() string{"in short": p.short, "what holds it up": p.holdups, "more cores": p.sweep, "kept draws": p.kept, "ten times as many": p.ten})
	}
	for name, write := range parts {
		begins, ends := fmt.Sprintf("<!-- -update writes this: %s -->\n", name), "<!-- to here -->\n"
		before, rest, there := strings.Cut(want, begins)
		require.True(t, there, name)
		_, after, there := strings.Cut(rest, ends)
		require.True(t, there, name)
		want = before + begins + write() + ends + after
	}
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(want), 0o644))
		return
	}
	have := strings.Split(string(text), "\n")
	for i, line := range strings.Split(want, "\n") {
		require.Equal(t, line, have[min(i, len(have)-1)], "%s:%d is not what it should be now: go test ./sim/cluster/simulated -run Page -update", page, i+1)
	}
}

// paper writes the parts of the page.
type paper struct {
	t *testing.T
	f figures
}

const (
	million  = 1_000_000
	thousand = 1_000
	seed     = 1
	times    = 20 // replications
	few      = 4  // where each limit is taken away
)

// named is a case with its name.
type named struct {
	name string
	Case
}

func (p paper) cases() []named {
	const draws = 1000 * million
	one := asked{draws: draws, tasks: thousand, workers: 1}
	four := asked{draws: draws, tasks: thousand, workers: 4}
	coarse, fine := four, four
	coarse.chunk, fine.chunk = 1<<20, 1<<16
	side := one
	side.side = true
	f := p.f
	return []named{
		{"Slurm, 1,000 tasks of 1 core", f.slurm(one)},
		{"the same, with faults", f.faulty(f.slurm(one))},
		{"the same, four futures side by side", f.slurm(side)},
		{"Slurm, 1,000 tasks of 4 cores", f.slurm(four)},
		{"the same, with faults", f.faulty(f.slurm(four))},
		{"the same, in chunks of 1,048,576 draws", f.faulty(f.slurm(coarse))},
		{"the same, in chunks of 65,536 draws", f.faulty(f.slurm(fine))},
		{"Dataflow, 1,000 workers of 1 vCPU", f.dataflow(one)},
		{"the same, with faults", f.faulty(f.dataflow(one))},
	}
}

func (p paper) forecast(c Case, n int) *Forecast {
	p.t.Helper()
	forecast, err := c.Forecast(seed, n)
	require.NoError(p.t, err)
	return forecast
}

const hour = 3600.

func hours(of func(*Outcome) float64) func(*Outcome) float64 {
	return func(o *Outcome) float64 { return of(o) / hour }
}

// short says what the tables come to.
func (p paper) short() string {
	const draws = 1000 * million
	f := p.f
	one, four := asked{draws: draws, tasks: thousand, workers: 1}, asked{draws: draws, tasks: thousand, workers: 4}
	c, wide := f.slurm(one), f.slurm(four)
	o, w := p.forecast(c, times), p.forecast(wide, times)
	kept := f.slurm(asked{draws: draws, keep: true, tasks: thousand, workers: 1})
	written := p.forecast(kept, 1)
	useful := o.Mean(hours(func(o *Outcome) float64 { return o.Useful }))
	slow, last := o.Slowest(), written.Slowest()
	return fmt.Sprintf("- 10^9 futures are %.0f core-hours: with 1,000 tasks of a core %.0f minutes in the median, of which %.0f for the slowest step (%s). On Dataflow they come to USD %.0f.\n",
		useful, o.Makespan(0.5)/60, slow.Seconds/60, slow.Name, f.usd(p.forecast(f.dataflow(one), times).Mean(hours(func(o *Outcome) float64 { return o.CoreSeconds })))) +
		fmt.Sprintf("- Their records have %.2f GB, %.1f bits a future; with the program that each task reads, and the copies, %.0f GB are moved.\n",
			f.recordOf(draws)/1e9, 8*f.recordOf(draws)/draws, o.Mean(func(o *Outcome) float64 { return o.Bytes })/1e9) +
		fmt.Sprintf("- The next limit is the size of chunks: 4,000 cores take %.0f minutes, as there are %d chunks, and %.0f %% of their time is used.\n",
			w.Makespan(0.5)/60, wide.Work.Chunks, 100*used(&wide, w)) +
		fmt.Sprintf("- Kept futures take %.0f bytes each: %.1f TB are computed in %.1f hours and written after %.0f, by one process (%s: %.0f hours).\n",
			f.of("kept draw"), f.of("kept draw")*draws/1e12, written.Mean(hours(func(o *Outcome) float64 { return o.Computed })), written.Makespan(0.5)/hour, last.Name, last.Seconds/hour) +
		fmt.Sprintf("- More than %d futures are refused.\n", uint64(ensemble.MaxDraws))
}

func (p paper) takes() string {
	var b strings.Builder
	b.WriteString("| 10^9 futures | minutes, median | 5 to 95 % | core-hours | of them useful | begun in vain | no work | GB moved | USD | longest step |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\n")
	for _, c := range p.cases() {
		f := p.forecast(c.Case, times)
		had := f.Mean(hours(func(o *Outcome) float64 { return o.CoreSeconds }))
		usd := "–"
		if c.Work.Pull {
			usd = fmt.Sprintf("%.0f", p.f.usd(had))
		}
		slow := f.Slowest()
		fmt.Fprintf(&b, "| %s | %.1f | %.1f–%.1f | %.0f | %.0f | %.1f | %.1f | %.0f | %s | %s, %.1f min |\n",
			c.name, f.Makespan(0.5)/60, f.Makespan(0.05)/60, f.Makespan(0.95)/60, had,
			f.Mean(hours(func(o *Outcome) float64 { return o.Useful })), f.Mean(hours(func(o *Outcome) float64 { return o.Lost })),
			math.Abs(f.Mean(hours((*Outcome).Idle))), f.Mean(func(o *Outcome) float64 { return o.Bytes / 1e9 }), usd, slow.Name, slow.Seconds/60)
	}
	return b.String()
}

// used is the share of the time of all cores, until the last chunk is taken in, that was useful.
func used(c *Case, f *Forecast) float64 {
	return f.Mean(func(o *Outcome) float64 { return o.Useful / (o.Gathered * float64(c.Cluster.Nodes*c.Cluster.Cores)) })
}

func (p paper) listed(c Case, n, most int) string {
	list, err := c.Holdups(seed, n)
	if err != nil {
		return "given up: " + err.Error()
	}
	var words []string
	for _, h := range list[:most] {
		if h.Seconds >= 1 {
			words = append(words, fmt.Sprintf("%s %.0f s", h.Limit, h.Seconds))
		}
	}
	return strings.Join(words, ", ")
}

func (p paper) holdups() string {
	var b strings.Builder
	b.WriteString("| 10^9 futures | mean, s | cores at work | sooner without |\n|---|---:|---:|---|\n")
	for _, c := range p.cases() {
		f := p.forecast(c.Case, times)
		fmt.Fprintf(&b, "| %s | %.0f | %.0f %% | %s |\n", c.name, f.Mean(func(o *Outcome) float64 { return o.Makespan }), 100*used(&c.Case, f), p.listed(c.Case, few, 5))
	}
	return b.String()
}

func (p paper) sweep() string {
	var b strings.Builder
	b.WriteString("| cores | chunks as they are, min | cores at work | in chunks of 65,536 draws, min | cores at work | then sooner without |\n|---:|---:|---:|---:|---:|---|\n")
	const n = 4
	for tasks := 250; tasks <= 16_000; tasks *= 2 {
		a := asked{draws: 1000 * million, tasks: tasks, workers: 1}
		coarse := p.f.slurm(a)
		a.chunk = 1 << 16
		fine := p.f.slurm(a)
		coarse.Scheduler.MostTasks, fine.Scheduler.MostTasks = 0, 0 // MaxArraySize can be set higher
		with, finer := p.forecast(coarse, n), p.forecast(fine, n)
		fmt.Fprintf(&b, "| %d | %.1f | %.0f %% | %.1f | %.0f %% | %s |\n", tasks, with.Makespan(0.5)/60, 100*used(&coarse, with),
			finer.Makespan(0.5)/60, 100*used(&fine, finer), p.listed(fine, 1, 4))
	}
	return b.String()
}

func (p paper) kept() string {
	var b strings.Builder
	f := p.f
	fmt.Fprintf(&b, "A future that is kept takes %.0f bytes in the journal (%.0f bits) and %.0f in draws.parquet; one that is not takes %.1f bits of the records of 10^9.\n\n",
		f.of("kept draw"), 8*f.of("kept draw"), f.of("kept draw, in Parquet"), 8*f.recordOf(1000*million)/(1000*million))
	b.WriteString("| futures kept, 1,000 tasks of 1 core | computed after, h | taken in, h | merged, h | all written, h | TB moved | TB stored at most | sooner without |\n|---|---:|---:|---:|---:|---:|---:|---|\n")
	for _, draws := range []uint64{million, 10 * million, 100 * million, 1000 * million} {
		c := f.slurm(asked{draws: draws, keep: true, tasks: thousand, workers: 1})
		n := 3
		if draws > 100*million {
			n = 1 // luck moves nothing at this size
		}
		o := p.forecast(c, n)
		at := func(of func(*Outcome) float64) float64 { return o.Mean(hours(of)) }
		all := float64(draws)
		stored := all * (2*f.of("kept draw") + f.of("kept draw, in Parquet")) / 1e12
		holdups := "–"
		if draws <= 100*million {
			holdups = p.listed(c, 1, 4)
		}
		fmt.Fprintf(&b, "| %s | %.2f | %.2f | %.2f | %.2f | %.3g | %.3g | %s |\n", power(draws), at(func(o *Outcome) float64 { return o.Computed }),
			at(func(o *Outcome) float64 { return o.Gathered }), at(func(o *Outcome) float64 { return o.Merged }), at(func(o *Outcome) float64 { return o.Makespan }),
			o.Mean(func(o *Outcome) float64 { return o.Bytes })/1e12, stored, holdups)
	}
	return b.String()
}

// recordOf is the bytes of all records of an ensemble that keeps no draws.
func (f figures) recordOf(draws uint64) float64 {
	e := ensemble.Ensemble{Draws: draws}
	return float64(e.Chunks()) * f.record(float64(e.ChunkDraws()))
}

// power writes a power of ten.
func power(n uint64) string { return fmt.Sprintf("10^%d", len(fmt.Sprint(n))-1) }

func (p paper) ten() string {
	var b strings.Builder
	const draws = 10_000 * million
	fmt.Fprintf(&b, "An ensemble has at most %d futures (2^32 − 1), so that 10^10 are refused today. If they were not:\n\n", uint64(ensemble.MaxDraws))
	b.WriteString("| 10^10 futures | hours, median | core-hours | begun in vain | cores at work | a chunk takes, h | sooner without |\n|---|---:|---:|---:|---:|---:|---|\n")
	a := asked{draws: draws, tasks: thousand, workers: 1}
	four, fine := a, a
	four.workers = 4
	fine.workers, fine.chunk = 4, 1<<20
	for _, c := range []named{
		{"Slurm, 1,000 tasks of 1 core, with faults", p.f.faulty(p.f.slurm(a))},
		{"Slurm, 1,000 tasks of 4 cores, with faults", p.f.faulty(p.f.slurm(four))},
		{"the same, in chunks of 2^20 draws", p.f.faulty(p.f.slurm(fine))},
		{"Dataflow, 1,000 workers, with faults", p.f.faulty(p.f.dataflow(a))},
	} {
		f, err := c.Forecast(seed, times)
		if err != nil {
			fmt.Fprintf(&b, "| %s | – | – | – | – | %.2f | given up: %v |\n", c.name, c.Work.Seconds/hour, err)
			continue
		}
		fmt.Fprintf(&b, "| %s | %.2f | %.0f | %.1f | %.0f %% | %.2f | %s |\n", c.name, f.Makespan(0.5)/hour,
			f.Mean(hours(func(o *Outcome) float64 { return o.CoreSeconds })), f.Mean(hours(func(o *Outcome) float64 { return o.Lost })), 100*used(&c.Case, f),
			c.Work.Seconds/hour, p.listed(c.Case, few, 4))
	}
	limited := p.f.slurm(a)
	limited.Faults.Limit = hour
	limited.Work.Retries = 3
	_, err := limited.Forecast(seed, 1)
	require.Error(p.t, err)
	fmt.Fprintf(&b, "\nUnder a time limit of an hour (`--time=1:00:00`) it ends with: %s.\n", strings.TrimPrefix(err.Error(), "replication 0: "))
	return b.String()
}

func (p paper) measured() string {
	return p.rows("measured.csv", "| measured | | unit | when | where | how |\n|---|---:|---|---|---|---|\n")
}

func (p paper) assumed() string {
	return p.rows("assumed.csv", "| taken from others, or assumed | | unit | from |\n|---|---:|---|---|\n")
}

func (p paper) rows(name, head string) string {
	var b strings.Builder
	b.WriteString(head)
	for _, row := range table(p.t, name) {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
	return b.String()
}

// row reads the first numbers of a row.
func (p paper) row(row []string, n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		var err error
		v[i], err = strconv.ParseFloat(row[i], 64)
		require.NoError(p.t, err)
	}
	return v
}

// waits does the same for tasks that only wait, which no other work on the machine makes longer.
func (p paper) waits() string {
	var b strings.Builder
	b.WriteString("| nodes of 1 core | tasks | each waits, s | Slurm, s | model, s | model too long by |\n|---:|---:|---:|---:|---:|---:|\n")
	for _, row := range table(p.t, "waits.csv") {
		v := p.row(row, 4)
		c := p.f.slurm(asked{draws: million, tasks: int(v[1]), workers: 1})
		c.Work = Work{Chunks: int(v[1]), Seconds: v[2], Tasks: int(v[1]), Workers: 1}
		c.Cluster = Cluster{Nodes: int(v[0]), Cores: 1}
		c.Coordinator.Before = 0
		says := p.forecast(c, times).Mean(func(o *Outcome) float64 { return o.Computed })
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %.1f | %+.0f %% |\n", row[0], row[1], row[2], row[3], says, 100*(says/v[3]-1))
	}
	return b.String()
}

// here sets what the model says of a Slurm of three nodes on this machine beside what it took.
func (p paper) here() string {
	var b strings.Builder
	var off []float64
	b.WriteString("| nodes of 1 core | draws | load before | one process, s | Slurm, s | model, s | model too long by |\n|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, row := range table(p.t, "here.csv") {
		v := p.row(row, 5)
		says := p.forecast(p.f.small(int(v[0]), v[1], v[2]), times).Makespan(0.5)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %.1f | %+.0f %% |\n", row[0], row[1], row[4], row[2], row[3], says, 100*(says/v[3]-1))
		off = append(off, math.Abs(says/v[3]-1))
	}
	slices.Sort(off)
	fmt.Fprintf(&b, "\nIn the median the model is off by %.0f %%, at most by %.0f %%.\n", 100*stats.Quantile(off, 0.5), 100*off[len(off)-1])
	return b.String()
}
