//go:build unix

package cluster

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func testSlurm() *Slurm {
	return &Slurm{Tasks: 3, Workers: 1, Retries: 2, Poll: 20 * time.Millisecond}
}

// jobs counts what was submitted.
func jobs(t *testing.T, dir string) int {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "job-*"))
	require.NoError(t, err)
	return len(list)
}

// TestSlurm: every chunk is kept once whatever goes wrong, and nothing is submitted twice
// that is not lost.
func TestSlurm(t *testing.T) {
	for name, c := range map[string]struct {
		wrong map[string]int
		jobs  int // at most
		told  string
	}{
		"as it should be":                   {nil, 1, ""},
		"a task is killed":                  {map[string]int{"killed": 1}, 2, "has ended (FAILED, NodeFail, exit 0:9) with 3 of its 4 chunks undone; they are given out again"},
		"every task is killed twice":        {map[string]int{"killed": 6}, 7, "given out again"},
		"a task is killed and starts again": {map[string]int{"killed": 1, "requeue": 1}, 1, ""},
		"the queue does not answer":         {map[string]int{"squeue": 4}, 1, "the queue does not answer (squeue slurm_load_jobs error: Unable to contact slurm controller"},
		"the controller is away":            {map[string]int{"sbatch-busy": 2}, 1, "it is submitted again unless the queue has it"},
		"the answer to sbatch is lost":      {map[string]int{"sbatch-late": 1}, 1, "it is submitted again unless the queue has it"},
		"a task cannot begin twice":         {map[string]int{"dead": 2}, 3, "chunks undone"},
	} {
		t.Run(name, func(t *testing.T) {
			queue, dir := fakeSlurm(t), filepath.Join(t.TempDir(), `100% "of" it's`)
			for what, times := range c.wrong {
				goesWrong(t, queue, what, times)
			}
			w := newWork(t, dir, numbers(12)...)
			require.NoError(t, testSlurm().Compute(soon(t), w.Work))
			require.ElementsMatch(t, numbers(12), w.kept)
			require.LessOrEqual(t, jobs(t, queue), c.jobs)
			require.Contains(t, strings.Join(w.told, "\n"), c.told)
			batches, err := batchesIn(w.Dir)
			require.NoError(t, err)
			require.Empty(t, batches, "what is in the journal is there once")

			// The next stage reads the one before.
			w.kept, w.Chunks = nil, numbers(40)[12:]
			require.NoError(t, testSlurm().Compute(soon(t), w.Work))
			require.ElementsMatch(t, numbers(40)[12:], w.kept)

			require.NoError(t, testSlurm().Clear(w.Dir))
			require.NoDirExists(t, w.Dir)
		})
	}
}

// TestSlurmGivesUp: what cannot succeed ends, with the words of the task that failed.
func TestSlurmGivesUp(t *testing.T) {
	for name, c := range map[string]struct {
		wrong string
		jobs  int
		says  string
	}{
		"no task can begin": {"dead", 3, "was given to 3 tasks, and none of them finished anything"},
		"a task is refused": {"refused", 1, "the scenario is another"},
		"sbatch refuses":    {"sbatch", 0, "sbatch sbatch: error: invalid partition specified: nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			queue := fakeSlurm(t)
			goesWrong(t, queue, c.wrong, 100)
			w := newWork(t, t.TempDir(), numbers(6)...)
			alone := testSlurm()
			alone.Tasks = 1 // several would be seen to end one by one
			err := alone.Compute(soon(t), w.Work)
			require.ErrorContains(t, err, c.says)
			if c.wrong == "dead" {
				require.ErrorContains(t, err, "its last words are: no memory")
			}
			require.Equal(t, c.jobs, jobs(t, queue))
			require.NotContains(t, err.Error(), "no such file")
			fakeQueue(queue, func(_, _, task, _ string) { require.Fail(t, "still queued", task) })
			if c.wrong == "sbatch" {
				require.NoDirExists(t, w.Dir, "nothing was submitted")
				return
			}
			require.FileExists(t, logFile(batchDir(w.Dir, 1), "0"), "what the task has printed")

			// Once the cause is mended it goes on.
			goesWrong(t, queue, c.wrong, 0)
			require.NoError(t, testSlurm().Compute(soon(t), w.Work))
			require.ElementsMatch(t, numbers(6), w.kept)
		})
	}
	t.Setenv("PATH", t.TempDir())
	w := newWork(t, t.TempDir(), numbers(6)...)
	require.ErrorContains(t, testSlurm().Compute(soon(t), w.Work), "sbatch is not on the PATH")
	require.NoDirExists(t, w.Dir)
}

// TestSlurmInterrupted: the tasks are cancelled, what they finished is kept, and the same goes
// on from there.
func TestSlurmInterrupted(t *testing.T) {
	queue, dir := fakeSlurm(t), t.TempDir()
	w := newWork(t, dir, numbers(12)...)
	ctx, stop := context.WithCancel(soon(t))
	goesWrong(t, queue, "slow", 1)
	keep := w.Keep
	w.Keep = func(chunk uint64, payload []byte) error {
		if len(w.kept) == 4 {
			stop()
		}
		return keep(chunk, payload)
	}
	require.ErrorIs(t, testSlurm().Compute(ctx, w.Work), context.Canceled)
	require.GreaterOrEqual(t, len(w.kept), 4)
	fakeQueue(queue, func(_, _, task, _ string) { require.Fail(t, "still queued", task) })

	goesWrong(t, queue, "slow", 0)
	before := w.kept
	w.kept, w.Keep = nil, keep
	w.Chunks = nil
	for _, chunk := range numbers(12) {
		if !contains(before, chunk) {
			w.Chunks = append(w.Chunks, chunk)
		}
	}
	require.NoError(t, testSlurm().Compute(soon(t), w.Work))
	require.ElementsMatch(t, numbers(12), append(before, w.kept...))
}

func contains(list []uint64, chunk uint64) bool {
	for _, c := range list {
		if c == chunk {
			return true
		}
	}
	return false
}

// TestSlurmFollowsOn: a run whose terminal has gone leaves its tasks, and the next one follows
// them and submits nothing.
func TestSlurmFollowsOn(t *testing.T) {
	queue, dir := fakeSlurm(t), t.TempDir()
	w := newWork(t, dir, numbers(12)...)
	ctx, stop := context.WithCancel(soon(t))
	stays := testSlurm()
	stays.Stays = func(context.Context) bool { return true }
	w.Say = func(string) { stop() }
	goesWrong(t, queue, "slow", 1)
	require.ErrorIs(t, stays.Compute(ctx, w.Work), context.Canceled)
	w.Say = nil
	require.NoError(t, os.WriteFile(filepath.Join(queue, "go-on"), nil, 0o600))
	require.NoError(t, testSlurm().Compute(soon(t), w.Work))
	require.ElementsMatch(t, numbers(12), w.kept)
	require.Equal(t, 1, jobs(t, queue))

	w.Question = []byte("what else?\n")
	require.ErrorContains(t, testSlurm().Compute(soon(t), w.Work), "another run")
}

// TestSlurmGoesOnByItself: the work is left to a job that waits for the tasks.
func TestSlurmGoesOnByItself(t *testing.T) {
	queue, dir := fakeSlurm(t), t.TempDir()
	w := newWork(t, dir, numbers(12)...)
	goesWrong(t, queue, "slow", 3)
	alone := testSlurm()
	alone.GoOn = []string{"ensemble", "it's.yaml", "--resume"}
	var left *LeftError
	require.ErrorAs(t, alone.Compute(soon(t), w.Work), &left)
	require.Contains(t, left.Message, "job 1 computes, and job 2 goes on")
	script, err := os.ReadFile(filepath.Join(queue, "job-2", "script"))
	require.NoError(t, err)
	require.Contains(t, string(script), "#SBATCH --dependency=afterany:1\n")
	require.Contains(t, string(script), filepath.Join(dir, "r.tasks", "corridor")+` ensemble 'it'\''s.yaml' --resume`)
	require.NoError(t, alone.Clear(w.Dir))
}

func TestSlurmDryRun(t *testing.T) {
	dir := t.TempDir()
	w := newWork(t, dir, numbers(12)...)
	dry := testSlurm()
	dry.DryRun, dry.Options = true, []string{"--partition=long", "--comment=a b"}
	var left *LeftError
	require.ErrorAs(t, dry.Compute(soon(t), w.Work), &left)
	require.Contains(t, left.Script, "#SBATCH --array=0-2\n")
	require.Contains(t, left.Script, "#SBATCH --partition=long\n#SBATCH --comment=\"a b\"\n")
	require.NoDirExists(t, w.Dir)
}

func TestTasksFor(t *testing.T) {
	c := &Slurm{Tasks: 100, Workers: 2}
	require.Equal(t, 40, c.tasksFor(40, 0))
	require.Equal(t, 100, c.tasksFor(4000, 0))
	require.Equal(t, 5, c.tasksFor(40, 3*time.Second), "120 s by tasks of 30 s")
	require.Equal(t, [][]uint64{{1, 9}, {4}}, Deal([]uint64{1, 4, 9}, 2))
}

func TestParseQueue(t *testing.T) {
	found, err := parseQueue("a-1|17|3|RUNNING|None\na-1|17|4|PENDING|Resources\nb|9|N/A|PENDING|Dependency\n")
	require.NoError(t, err)
	require.Equal(t, map[string]map[int]state{
		"a-1": {3: {"17", "RUNNING", "None"}, 4: {"17", "PENDING", "Resources"}}, "b": {0: {"9", "PENDING", "Dependency"}},
	}, found)
	_, err = parseQueue("JOBID PARTITION\n")
	require.ErrorContains(t, err, "expected a name")
}
