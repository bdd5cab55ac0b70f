package cluster

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"corridor/sim/disk"
	"corridor/sim/journal"
)

// restartsVariable says how many times Slurm has started a task before.
const restartsVariable = "SLURM_RESTART_COUNT"

// Task is a task of a batch, for the process that does it.
type Task struct {
	Question []byte
	Chunks   []uint64 // ascending
	Workers  int

	dir      string // of the batch
	number   int
	restarts int
	batch    *batch
	own      *journal.Journal
	before   *journal.Journal // of earlier stages; nil until it is asked for
	header   journal.Header
}

// OpenTask reads a task of the batch in a directory, by its number from 0.
func OpenTask(dir string, number int) (*Task, error) {
	b, err := readBatch(dir)
	if err != nil {
		return nil, err
	}
	if number >= len(b.Tasks) {
		return nil, fmt.Errorf("%s has %d tasks and no task %d", dir, len(b.Tasks), number)
	}
	t := &Task{Chunks: b.Tasks[number], Workers: b.Workers, dir: dir, number: number, batch: b}
	if text := os.Getenv(restartsVariable); text != "" {
		if t.restarts, err = strconv.Atoi(text); err != nil {
			return nil, fmt.Errorf("%s is %q, expected a number", restartsVariable, text)
		}
	}
	t.Question, err = os.ReadFile(filepath.Join(filepath.Dir(dir), questionFile))
	return t, err
}

// Open opens the file of the task, which takes over what it finished before the scheduler
// started it again.
func (t *Task) Open(h journal.Header) (*Task, error) {
	t.header = h
	var err error
	if t.own, err = journal.Open(partFile(t.dir, t.number, t.restarts), h); err != nil {
		return nil, err
	}
	for restarts := range t.restarts {
		_, err := journal.Since(partFile(t.dir, t.number, restarts), h, 0, func(r journal.Record) error {
			return t.own.Append(r.Chunk, r.Payload)
		})
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Done reports whether the task or an earlier stage has finished a chunk.
func (t *Task) Done(chunk uint64) bool {
	if t.own.Done(chunk) {
		return true
	}
	if _, mine := slices.BinarySearch(t.Chunks, chunk); mine || t.batch.Journal == "" {
		return false
	}
	earlier, err := t.earlier()
	return err != nil || earlier.Done(chunk) // Read says what is wrong
}

// Read returns a finished chunk.
func (t *Task) Read(chunk uint64) ([]byte, error) {
	if t.own.Done(chunk) {
		return t.own.Read(chunk)
	}
	earlier, err := t.earlier()
	if err != nil {
		return nil, err
	}
	return earlier.Read(chunk)
}

// Append keeps a chunk that the task has finished.
func (t *Task) Append(chunk uint64, payload []byte) error { return t.own.Append(chunk, payload) }

func (t *Task) earlier() (*journal.Journal, error) {
	if t.before != nil {
		return t.before, nil
	}
	var err error
	t.before, err = journal.ViewUntil(filepath.Join(filepath.Dir(t.dir), filepath.FromSlash(t.batch.Journal)), t.header, t.batch.End)
	return t.before, err
}

// Refuse says to whoever follows the tasks that this one will never succeed, and why.
func (t *Task) Refuse(why error) error {
	return disk.Replace(failedFile(t.dir, t.number), []byte(why.Error()+"\n"))
}

// Close closes the files of the task.
func (t *Task) Close() error {
	var errs []error
	for _, j := range []*journal.Journal{t.own, t.before} {
		if j != nil {
			errs = append(errs, j.Close())
		}
	}
	return errors.Join(errs...)
}
