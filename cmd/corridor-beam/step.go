package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"corridor/sim/journal"
	"corridor/sim/runs"
	"corridor/sim/sheet"
)

func init() {
	register.DoFn3x1[context.Context, Task, func(int64, []byte), error](&Step{})
	register.DoFn3x1[context.Context, int64, func(*[]byte) bool, error](&Keep{})
	register.Emitter2[int64, []byte]()
	register.Iter1[[]byte]()
	beam.RegisterType(typeOf[Task]())
}

// Step computes chunks of a question. It goes to the workers as it is.
type Step struct {
	Question []byte
	Files    string
	Earlier  string // file with the journal of earlier stages; "" for none
	End      int64  // how long it is
}

// ProcessElement computes the chunks of a task, and gives each with its payload.
func (s *Step) ProcessElement(ctx context.Context, t Task, emit func(int64, []byte)) error {
	m, before := new(sheet.Memory), (*journal.Journal)(nil)
	var chunks []uint64
	for _, chunk := range t.Chunks {
		chunks = append(chunks, uint64(chunk))
	}
	err := runs.Perform(ctx, s.Question, chunks, 1, func(h journal.Header) (sheet.Journal, error) {
		if s.Earlier == "" {
			return m, nil
		}
		file, err := fetched(ctx, s.Earlier, s.End)
		if err != nil {
			return nil, err
		}
		before, err = journal.ViewUntil(file, h, s.End)
		m.Before = before
		return m, err
	})
	if before != nil {
		before.Close()
	}
	if err != nil {
		return err
	}
	for _, chunk := range t.Chunks {
		payload, ok := m.Own(uint64(chunk))
		if !ok {
			return fmt.Errorf("chunk %d was not computed", chunk)
		}
		emit(chunk, payload)
	}
	return nil
}

// fetch holds the files that this worker has fetched, each with its length.
var fetch struct {
	lock  sync.Mutex
	files map[string]string
}

// fetched is a file of this machine with what a file on a filesystem of Beam has.
func fetched(ctx context.Context, file string, length int64) (string, error) {
	fetch.lock.Lock()
	defer fetch.lock.Unlock()
	key := fmt.Sprintf("%s %d", file, length)
	if here, ok := fetch.files[key]; ok {
		return here, nil
	}
	fs, err := filesystem.New(ctx, file)
	if err != nil {
		return "", err
	}
	defer fs.Close()
	text, err := filesystem.Read(ctx, fs, file)
	if err != nil {
		return "", err
	}
	f, err := os.CreateTemp("", "corridor-earlier-")
	if err != nil {
		return "", err
	}
	defer f.Close()
	if _, err := f.Write(text); err != nil {
		return "", err
	}
	for _, before := range fetch.files { // of stages that are over
		os.Remove(before) // one that is still read stays until it is closed
	}
	fetch.files = map[string]string{}
	fetch.files[key] = f.Name()
	return f.Name(), nil
}

// Keep writes each chunk to a file.
type Keep struct{ Files string }

// ProcessElement writes a chunk. One that was computed more than once must have come out the same.
func (k *Keep) ProcessElement(ctx context.Context, chunk int64, payloads func(*[]byte) bool) error {
	var first, other []byte
	for n := 0; payloads(&other); n++ {
		if n == 0 {
			first = slices.Clone(other)
		} else if !bytes.Equal(first, other) {
			return fmt.Errorf("chunk %d came out in two ways: one of them was made by another program or by a failing machine", chunk)
		}
	}
	fs, err := filesystem.New(ctx, k.Files)
	if err != nil {
		return err
	}
	defer fs.Close()
	return filesystem.Write(ctx, fs, chunkFile(k.Files, uint64(chunk)), sealed(first))
}
