package cluster

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"corridor/sim/disk"
)

// enter makes the directory ready, or finds what an earlier run has given out.
func (o *office) enter() (err error) {
	if err := there(); err != nil {
		return err
	}
	if o.dir, err = filepath.Abs(o.Dir); err != nil {
		return err
	}
	file := filepath.Join(o.dir, questionFile)
	asked, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := o.furnish(); err != nil {
			return err
		}
	case err != nil:
		return err
	case !bytes.Equal(asked, o.Question):
		return fmt.Errorf("%s holds the tasks of another run, or of another version: remove it to start anew", o.dir)
	}
	name, err := os.ReadFile(filepath.Join(o.dir, nameFile))
	if err != nil {
		return err
	}
	o.name = string(name)
	numbers, err := batchesIn(o.dir)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		dir := batchDir(o.dir, n)
		b, err := readBatch(dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue // it was never submitted
		}
		if err != nil {
			return err
		}
		g := newGiven(b, dir)
		g.old, g.submitted = true, true
		o.batches = append(o.batches, g)
	}
	return nil
}

// furnish puts the question and the program into a new directory; the question last, so that
// one that has it has all.
func (o *office) furnish() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := os.ReadFile(self)
	if err != nil {
		return err
	}
	own := make([]byte, 4)
	if _, err := rand.Read(own); err != nil {
		return err
	}
	for _, f := range []struct {
		name    string
		content []byte
	}{
		{programFile, program}, {nameFile, []byte(newName(o.dir, hex.EncodeToString(own)))}, {questionFile, o.Question},
	} {
		file := filepath.Join(o.dir, f.name)
		if err := disk.Replace(file, f.content); err != nil {
			return err
		}
		if f.name == programFile {
			if err := os.Chmod(file, 0o755); err != nil {
				return err
			}
		}
	}
	return nil
}

func newGiven(b *batch, dir string) *given {
	g := &given{batch: b, dir: dir}
	for _, chunks := range b.Tasks {
		g.tasks = append(g.tasks, &followed{chunks: chunks, came: map[uint64]bool{}, read: map[string]int64{}})
	}
	return g
}

// newName is the name of the jobs of a directory.
func newName(dir, own string) string {
	return "corridor-" + strings.TrimSuffix(filepath.Base(dir), filepath.Ext(dir)) + "-" + own
}

// show writes the scripts that would be submitted.
func (o *office) show() error {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return err
	}
	n := o.tasksFor(len(o.Chunks), o.Each)
	text := o.script(newName(dir, "…"), batchDir(dir, 1), n)
	if o.GoOn != nil {
		here, err := os.Getwd()
		if err != nil {
			return err
		}
		text += "\n" + o.goOn(newName(dir, "…"), dir, here, []string{"…"})
	}
	return &LeftError{text, fmt.Sprintf("%d chunks for %d tasks; nothing was submitted", len(o.Chunks), n)}
}
