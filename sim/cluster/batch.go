package cluster

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"corridor/sim/disk"
)

// The files of the directory of a work, and of a batch in it.
const (
	questionFile = "question.json"
	nameFile     = "name"
	programFile  = "corridor"
	batchFile    = "batch.json"
	scriptFile   = "script"
)

const batchFormat = "corridor-tasks/1"

// batch is what a job array computes, as its file has it.
type batch struct {
	Format  string     `json:"format"`
	Name    string     `json:"name"`              // of the job
	Workers int        `json:"workers"`           // of each task
	Journal string     `json:"journal,omitempty"` // with the chunks of earlier stages, from the directory of the work; none where there are none
	End     int64      `json:"end,omitempty"`     // how much of it
	Tasks   [][]uint64 `json:"tasks"`             // the chunks of each
}

// readBatch reads the batch of a directory.
func readBatch(dir string) (*batch, error) {
	file := filepath.Join(dir, batchFile)
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	b := new(batch)
	if err := json.Unmarshal(text, b); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if b.Format != batchFormat {
		return nil, fmt.Errorf("%s: the format is %q, expected %q", file, b.Format, batchFormat)
	}
	return b, nil
}

func (b *batch) write(dir string) error {
	text, err := json.Marshal(b)
	if err != nil {
		return err
	}
	return disk.Replace(filepath.Join(dir, batchFile), append(text, '\n'))
}

// batchesIn lists the numbers of the batches of a work.
func batchesIn(dir string) (numbers []int, err error) {
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, entry := range list {
		if n, err := strconv.Atoi(entry.Name()); err == nil && entry.IsDir() {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, err
}

func batchDir(dir string, number int) string {
	return filepath.Join(dir, fmt.Sprintf("%04d", number))
}

// partFile is what a task has finished since the scheduler has started it so many times.
func partFile(dir string, task, restarts int) string {
	return filepath.Join(dir, fmt.Sprintf("part-%d-%d.journal", task, restarts))
}

// taskOf is the task that a file of finished chunks is of.
func taskOf(name string) (task int, ok bool) {
	middle, part := strings.CutPrefix(name, "part-")
	middle, ends := strings.CutSuffix(middle, ".journal")
	number, _, has := strings.Cut(middle, "-")
	task, err := strconv.Atoi(number)
	return task, part && ends && has && err == nil && task >= 0
}

func logFile(dir, task string) string { return filepath.Join(dir, "task-"+task+".log") }

func failedFile(dir string, task int) string {
	return filepath.Join(dir, fmt.Sprintf("failed-%d", task))
}
