package cluster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Slurm has chunks computed as job arrays of the Slurm Workload Manager, by its commands sbatch,
// squeue and scancel (https://slurm.schedmd.com/man_index.html).
type Slurm struct {
	Tasks   int           // of a job array, at most
	Workers int           // of a task, which asks for as many processors
	Options []string      // of sbatch, such as --partition=long, beside those of the program
	Retries int           // how often work is given out again that a task has not brought on at all
	Poll    time.Duration // between two looks at the queue at the most; 0 for the usual

	// Stays reports of a context that has ended whether the tasks are to work on; nil for no.
	Stays func(ctx context.Context) bool
	// GoOn is the command line that goes on with the run: it is submitted to be done when the
	// tasks have ended, and the work is left. nil to follow the tasks.
	GoOn []string
	// DryRun shows the scripts by a [LeftError] and submits nothing.
	DryRun bool
}

const (
	leastPoll = 500 * time.Millisecond
	usualPoll = 15 * time.Second
	leastTask = 15 * time.Second // of work, for what it takes to start a task
	patience  = 20 * time.Second // with tasks that are cancelled, and with commands to cancel them
	mostBad   = 20               // answers in a row that tell nothing, of sbatch
)

// tasksFor returns among how many tasks so many chunks are shared out.
func (c *Slurm) tasksFor(chunks int, each time.Duration) int {
	n := min(c.Tasks, chunks)
	if each > 0 {
		whole := each * time.Duration(chunks)
		n = min(n, int((whole+leastTask-1)/(leastTask*time.Duration(c.Workers)))+1)
	}
	return max(1, n)
}

// state is a task in the queue.
type state struct{ job, what, reason string }

func (s state) running() bool { return s.what != "PENDING" && s.what != "CONFIGURING" }

// queued asks for the tasks that are waiting or running, by the name of their job.
func queued(ctx context.Context, names []string) (map[string]map[int]state, error) {
	text, err := ask(ctx, "", "squeue", "--noheader", "--array", "--name="+strings.Join(names, ","), "--format=%j|%F|%K|%T|%r")
	if err != nil {
		return nil, err
	}
	return parseQueue(text)
}

// parseQueue reads a line for each task: the name of the job, its number, the number of the
// task in its array, its state and why.
func parseQueue(text string) (map[string]map[int]state, error) {
	found := map[string]map[int]state{}
	for line := range strings.Lines(text) {
		fields := strings.SplitN(strings.TrimSpace(line), "|", 5)
		if len(fields) < 5 {
			return nil, fmt.Errorf("squeue answers %q, expected a name, a job, a task, a state and a reason", line)
		}
		task, err := strconv.Atoi(fields[2])
		if err != nil {
			task = 0 // of a job that is no array
		}
		if found[fields[0]] == nil {
			found[fields[0]] = map[int]state{}
		}
		found[fields[0]][task] = state{fields[1], fields[3], fields[4]}
	}
	return found, nil
}

// submit submits a script and returns the number of the job.
func submit(ctx context.Context, script string) (job string, err error) {
	text, err := ask(ctx, script, "sbatch", "--parsable")
	job, _, _ = strings.Cut(strings.TrimSpace(text), ";") // a cluster may follow
	return job, err
}

func cancel(ctx context.Context, names []string) error {
	var errs []error
	for _, name := range names {
		_, err := ask(ctx, "", "scancel", "--name="+name)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// ended asks what became of a task, in the words of Slurm; "" where it does not say.
func ended(ctx context.Context, job string, task int) string {
	text, err := ask(ctx, "", "scontrol", "--oneliner", "show", "job", fmt.Sprintf("%s_%d", job, task))
	if err != nil {
		return ""
	}
	return parseEnded(text)
}

func parseEnded(text string) string {
	of := map[string]string{}
	for _, field := range strings.Fields(text) {
		key, value, _ := strings.Cut(field, "=")
		if of[key] == "" {
			of[key] = value
		}
	}
	words := []string{of["JobState"]}
	if reason := of["Reason"]; reason != "" && reason != "None" {
		words = append(words, reason)
	}
	if code := of["ExitCode"]; code != "" && code != "0:0" {
		words = append(words, "exit "+code)
	}
	return strings.TrimSpace(strings.Join(words, ", "))
}

// busyWords are in messages of commands that may succeed later.
var busyWords = []string{"contact", "timed out", "timeout", "temporarily", "try again", "connect", "communication", "socket"}

// busy reports whether an error is of a controller that is away for a while.
func busy(err error) bool {
	text := strings.ToLower(err.Error())
	for _, word := range busyWords {
		if strings.Contains(text, word) {
			return true
		}
	}
	return errors.Is(err, context.DeadlineExceeded)
}

// there returns an error where the commands of Slurm are not.
func there() error {
	for _, name := range []string{"sbatch", "squeue", "scancel"} {
		if _, err := exec.LookPath(name); err != nil {
			return fmt.Errorf("%s is not on the PATH: --on slurm needs the commands of Slurm", name)
		}
	}
	return nil
}

// ask runs a command of Slurm and returns what it prints.
func ask(ctx context.Context, input, name string, args ...string) (string, error) {
	const limit = 2 * time.Minute
	ctx, stop := context.WithTimeout(ctx, limit)
	defer stop()
	c := exec.CommandContext(ctx, name, args...)
	var out, errs bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(input), &out, &errs
	err := c.Run()
	if err != nil {
		text := strings.TrimSpace(errs.String())
		return "", fmt.Errorf("%s: %w", strings.TrimSpace(name+" "+text), errors.Join(ctx.Err(), err))
	}
	return out.String(), nil
}
