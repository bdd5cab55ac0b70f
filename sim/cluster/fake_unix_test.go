//go:build unix

package cluster

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"corridor/sim/journal"
)

// A small Slurm for tests: the commands are this program under their names, the queue is a
// directory, a job's tasks are processes that run its script. Files in the directory say what
// goes wrong.
const fakeVariable = "CORRIDOR_TEST_SLURM"

func TestMain(m *testing.M) {
	dir := os.Getenv(fakeVariable)
	command := filepath.Base(os.Args[0])
	switch {
	case dir == "":
		os.Exit(m.Run())
	case len(os.Args) == 4 && os.Args[1] == "task":
		os.Exit(fakeTask(dir, os.Args[2], os.Args[3]))
	case len(os.Args) == 4 && os.Args[1] == "node":
		fakeNode(dir, os.Args[2], os.Args[3])
	case command == "sbatch":
		fakeSbatch(dir)
	case command == "squeue":
		fakeSqueue(dir)
	case command == "scancel":
		fakeScancel(dir)
	case command == "scontrol":
		fmt.Println("JobId=1 ArrayTaskId=0 JobState=FAILED Reason=NodeFail ExitCode=0:9")
	}
	os.Exit(0)
}

// fakeSlurm puts the commands on the PATH and returns the directory of the queue.
func fakeSlurm(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	self, err := os.Executable()
	require.NoError(t, err)
	for _, name := range []string{"sbatch", "squeue", "scancel", "scontrol"} {
		require.NoError(t, os.Symlink(self, filepath.Join(dir, name)))
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv(fakeVariable, dir)
	return dir
}

// goesWrong makes the next so many times of something go wrong.
func goesWrong(t *testing.T, dir, what string, times int) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "wrong-"+what), []byte(strconv.Itoa(times)), 0o600))
}

// wrong reports whether something goes wrong this time.
func wrong(dir, what string) bool {
	file := filepath.Join(dir, "wrong-"+what)
	f, err := os.OpenFile(file+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return false
	}
	defer f.Close()
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX) != nil {
		return false
	}
	text, _ := os.ReadFile(file)
	times, _ := strconv.Atoi(string(text))
	if times > 0 {
		os.WriteFile(file, []byte(strconv.Itoa(times-1)), 0o600)
	}
	return times > 0
}

// fakeTask computes chunks as the tests have them.
func fakeTask(dir, batch, task string) int {
	number, _ := strconv.Atoi(task)
	t, err := OpenTask(batch, number)
	if err == nil {
		_, err = t.Open(testHeader)
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer t.Close()
	if wrong(dir, "refused") {
		t.Refuse(fmt.Errorf("the scenario is another"))
		return 3
	}
	if wrong(dir, "dead") {
		fmt.Println("no memory")
		return 1
	}
	for _, chunk := range t.Chunks {
		if t.Done(chunk) {
			continue
		}
		if wrong(dir, "slow") {
			for range 600 { // until somebody says otherwise
				if _, err := os.Stat(filepath.Join(dir, "go-on")); err == nil {
					break
				}
				time.Sleep(100 * time.Millisecond)
			}
		}
		if chunk >= 12 { // the stage before is there
			if payload, err := t.Read(0); err != nil || string(payload) != string(payloadOf(0)) {
				fmt.Println("the stage before:", err)
				return 1
			}
		}
		if err := t.Append(chunk, payloadOf(chunk)); err != nil {
			fmt.Println(err)
			return 1
		}
		if wrong(dir, "killed") {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
	}
	return 0
}

// fakeSbatch queues the script on its standard input and starts its tasks.
func fakeSbatch(dir string) {
	script, _ := io.ReadAll(os.Stdin)
	if wrong(dir, "sbatch-busy") {
		fmt.Fprintln(os.Stderr, "sbatch: error: Unable to contact slurm controller (connect failure)")
		os.Exit(1)
	}
	if wrong(dir, "sbatch") {
		fmt.Fprintln(os.Stderr, "sbatch: error: invalid partition specified: nowhere")
		os.Exit(1)
	}
	id := 1
	for os.Mkdir(filepath.Join(dir, fmt.Sprintf("job-%d", id)), 0o700) != nil {
		id++
	}
	job := filepath.Join(dir, fmt.Sprintf("job-%d", id))
	os.WriteFile(filepath.Join(job, "script"), script, 0o700)
	name := regexp.MustCompile(`--job-name=(.*)`).FindSubmatch(script)[1]
	os.WriteFile(filepath.Join(job, "name"), name, 0o600)
	if array := regexp.MustCompile(`--array=0-(\d+)`).FindSubmatch(script); array != nil {
		last, _ := strconv.Atoi(string(array[1]))
		for task := range last + 1 {
			os.WriteFile(filepath.Join(job, fmt.Sprintf("task-%d", task)), nil, 0o600)
			c := exec.Command("/proc/self/exe", "node", job, strconv.Itoa(task))
			c.Args[0] = "node"
			c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
			if err := c.Start(); err != nil {
				panic(err)
			}
		}
	}
	if wrong(dir, "sbatch-late") { // it is queued all the same
		fmt.Fprintln(os.Stderr, "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation")
		os.Exit(1)
	}
	fmt.Printf("%d;cluster\n", id)
}

// fakeNode runs a task, once more where it is killed and the node is said to have failed.
func fakeNode(dir, job, task string) {
	state := filepath.Join(job, "task-"+task)
	os.WriteFile(state, []byte(strconv.Itoa(os.Getpid())), 0o600)
	for restarts := 0; ; restarts++ {
		log, _ := os.OpenFile(taskLog(job, task), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		c := exec.Command("sh", filepath.Join(job, "script"))
		c.Env = append(os.Environ(), "SLURM_ARRAY_TASK_ID="+task)
		if restarts > 0 {
			c.Env = append(c.Env, "SLURM_RESTART_COUNT="+strconv.Itoa(restarts))
		}
		c.Stdout, c.Stderr = log, log
		err := c.Run()
		if err == nil || !wrong(dir, "requeue") {
			break
		}
	}
	os.Remove(state)
}

// taskLog is where the script of a job has its tasks print.
func taskLog(job, task string) string {
	script, _ := os.ReadFile(filepath.Join(job, "script"))
	file := string(regexp.MustCompile(`--output="?([^"\n]*)"?`).FindSubmatch(script)[1])
	return strings.ReplaceAll(strings.ReplaceAll(file, "%a", task), "%%", "%")
}

// fakeQueue calls f for each task in the queue.
func fakeQueue(dir string, f func(job, name, task, pid string)) {
	tasks, _ := filepath.Glob(filepath.Join(dir, "job-*", "task-*"))
	for _, file := range tasks {
		job := filepath.Dir(file)
		name, _ := os.ReadFile(filepath.Join(job, "name"))
		pid, err := os.ReadFile(file)
		if err == nil {
			f(strings.TrimPrefix(filepath.Base(job), "job-"), string(name), strings.TrimPrefix(filepath.Base(file), "task-"), string(pid))
		}
	}
}

func fakeSqueue(dir string) {
	if wrong(dir, "squeue") {
		fmt.Fprintln(os.Stderr, "slurm_load_jobs error: Unable to contact slurm controller (connect failure)")
		os.Exit(1)
	}
	names := ""
	for _, arg := range os.Args {
		if list, ok := strings.CutPrefix(arg, "--name="); ok {
			names = "," + list + ","
		}
	}
	fakeQueue(dir, func(job, name, task, pid string) {
		if state := "RUNNING"; strings.Contains(names, ","+name+",") {
			if pid == "" {
				state = "PENDING"
			}
			fmt.Printf("%s|%s|%s|%s|None\n", name, job, task, state)
		}
	})
}

func fakeScancel(dir string) {
	fakeQueue(dir, func(job, name, task, pid string) {
		if group, err := strconv.Atoi(pid); err == nil && os.Args[1] == "--name="+name {
			syscall.Kill(-group, syscall.SIGKILL)
			os.Remove(filepath.Join(dir, "job-"+job, "task-"+task))
		}
	})
}

// What the tests compute.
var testHeader = journal.Header{Program: "1", Seed: 3, Design: "test", Draws: 40, Chunk: 1, Shard: 1, Shards: 1}

func payloadOf(chunk uint64) []byte { return []byte(fmt.Sprintf("chunk %d", chunk)) }

// computing is a work of which each chunk is to be kept once.
type computing struct {
	*Work
	kept []uint64
	told []string
}

func newWork(t *testing.T, dir string, chunks ...uint64) *computing {
	t.Helper()
	c := new(computing)
	require.NoError(t, os.MkdirAll(dir, 0o700))
	j, err := journal.Open(filepath.Join(dir, "r.journal"), testHeader)
	require.NoError(t, err)
	t.Cleanup(func() { j.Close() })
	var todo []uint64
	for _, chunk := range chunks {
		if !j.Done(chunk) {
			todo = append(todo, chunk)
		}
	}
	c.Work = &Work{
		Question: []byte("what?\n"), Header: testHeader, Chunks: todo, Dir: filepath.Join(dir, "r.tasks"), Journal: filepath.Join(dir, "r.journal"),
		Sync: func() (int64, error) {
			if j.Len() == 0 {
				return 0, nil
			}
			return j.Sync()
		},
		Keep: func(chunk uint64, payload []byte) error {
			if !j.Done(chunk) {
				c.kept = append(c.kept, chunk)
			}
			return j.Append(chunk, payload)
		},
		Tell: func(text string) { c.told = append(c.told, text) },
	}
	return c
}

func numbers(n int) (list []uint64) {
	for i := range n {
		list = append(list, uint64(i))
	}
	return list
}

func soon(t *testing.T) context.Context {
	ctx, stop := context.WithTimeout(context.Background(), 50*time.Second)
	t.Cleanup(stop)
	return ctx
}
