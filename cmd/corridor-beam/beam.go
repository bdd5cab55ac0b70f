package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // for files of this machine
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"corridor/sim/cluster"
)

// Beam has chunks computed by pipelines. It is a [cluster.Cluster].
type Beam struct {
	Tasks int    // into which the chunks of a pipeline are put, at most
	Files string // directory on a filesystem of Beam that all workers reach; "" for one beside the results
}

// Compute has the chunks computed by a pipeline.
func (b *Beam) Compute(ctx context.Context, w *cluster.Work) error {
	dir := b.Files
	if dir == "" {
		var err error
		if dir, err = filepath.Abs(filepath.Join(w.Dir, "beam")); err != nil {
			return err
		}
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	fs, err := filesystem.New(ctx, dir)
	if err != nil {
		return err
	}
	defer fs.Close()
	own := make([]byte, 8) // no two stages of any runs share files
	if _, err := rand.Read(own); err != nil {
		return err
	}
	dir = join(dir, "stage-"+hex.EncodeToString(own))
	step := &Step{Question: w.Question, Files: dir}
	if step.End, err = w.Sync(); err != nil {
		return err
	}
	if step.End > 0 {
		step.Earlier = join(dir, "earlier.journal")
		if err := upload(ctx, fs, step.Earlier, w.Journal, step.End); err != nil {
			return err
		}
	}
	p, s := beam.NewPipelineWithRoot()
	tasks := beam.Reshuffle(s, beam.CreateList(s, b.tasks(w.Chunks)))
	records := beam.ParDo(s, step, tasks)
	beam.ParDo0(s, &Keep{Files: dir}, beam.GroupByKey(s, records))
	if err := beamx.Run(ctx, p); err != nil {
		return errors.Join(ctx.Err(), err)
	}
	for _, chunk := range w.Chunks {
		if err := take(ctx, fs, dir, chunk, w.Keep); err != nil {
			return err
		}
	}
	if remover, ok := fs.(filesystem.Remover); ok && step.Earlier != "" {
		return remover.Remove(ctx, step.Earlier)
	}
	return nil
}

// Clear removes what is beside the results.
func (b *Beam) Clear(dir string) error { return os.RemoveAll(dir) }

// Task is some chunks.
type Task struct{ Chunks []int64 }

// tasks deals out the chunks in turn.
func (b *Beam) tasks(chunks []uint64) []Task {
	var tasks []Task
	for _, own := range cluster.Deal(chunks, max(1, min(b.Tasks, len(chunks)))) {
		var t Task
		for _, chunk := range own {
			t.Chunks = append(t.Chunks, int64(chunk))
		}
		tasks = append(tasks, t)
	}
	return tasks
}

// join is a file of a directory on a filesystem.
func join(dir, name string) string { return strings.TrimSuffix(dir, "/") + "/" + name }

func chunkFile(dir string, chunk uint64) string { return join(dir, fmt.Sprintf("chunk-%d", chunk)) }

// upload copies the beginning of a file of this machine.
func upload(ctx context.Context, fs filesystem.Interface, to, from string, length int64) (err error) {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	out, err := fs.OpenWrite(ctx, to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	_, err = io.CopyN(out, f, length)
	return err
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealed is a payload with its sum before it.
func sealed(payload []byte) []byte {
	return append(binary.LittleEndian.AppendUint32(nil, crc32.Checksum(payload, castagnoli)), payload...)
}

// take keeps the chunk of a file and removes that.
func take(ctx context.Context, fs filesystem.Interface, dir string, chunk uint64, keep func(chunk uint64, payload []byte) error) error {
	file := chunkFile(dir, chunk)
	text, err := filesystem.Read(ctx, fs, file)
	if err != nil {
		return err
	}
	if len(text) < 4 || !bytes.Equal(text, sealed(text[4:])) {
		return fmt.Errorf("%s is damaged", file)
	}
	if err := keep(chunk, text[4:]); err != nil {
		return err
	}
	if remover, ok := fs.(filesystem.Remover); ok {
		return remover.Remove(ctx, file)
	}
	return nil
}
