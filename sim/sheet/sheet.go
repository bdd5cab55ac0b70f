package sheet

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"sync"
)

// ChunkRows are the rows of a chunk, the piece of work that a journal keeps.
const ChunkRows = 64

// Chunks returns how many chunks so many rows have.
func Chunks(rows int) uint64 { return uint64(rows+ChunkRows-1) / ChunkRows }

// Row fills out with the numbers of a row, counted from 0. It belongs to one worker.
type Row func(row int, out []float64) error

// Sheet is a table to be computed.
type Sheet struct {
	Rows, Columns int
	New           func() (Row, error) // called once by each worker
	Workers       int                 // at least 1; what comes out does not depend on it
	Journal       Journal             // nil to keep nothing
	First         uint64              // number that the journal has for the first chunk
	Progress      func(rows int)      // told how many rows are done, one call at a time; nil for nobody
}

// Fill computes the rows. When the context ends, or a row fails, the chunks that were begun are
// finished and kept, and the error is the context's or the row's. Where the journal shares the
// work with others that have not done theirs, the error is [ErrElsewhere].
func (s *Sheet) Fill(ctx context.Context) ([][]float64, error) {
	rows := make([][]float64, s.Rows)
	space := make([]float64, s.Rows*s.Columns)
	for i := range rows {
		rows[i] = space[i*s.Columns : (i+1)*s.Columns : (i+1)*s.Columns]
	}
	done := progress{tell: s.Progress}
	var todo []uint64
	for c := range Chunks(s.Rows) {
		if s.Journal == nil || !s.Journal.Done(s.First+c) {
			todo = append(todo, s.First+c)
		} else if err := s.recall(rows, s.First+c); err != nil {
			return nil, err
		} else {
			done.rows += len(chunkOf(rows, int(c)))
		}
	}
	done.add(0)
	come := func(chunk uint64) error {
		err := s.recall(rows, chunk)
		if err == nil {
			done.add(len(chunkOf(rows, int(chunk-s.First))))
		}
		return err
	}
	work := func(own []uint64) error { return s.work(ctx, rows, own, &done) }
	var err error
	if shared, ok := s.Journal.(Shared); ok && len(todo) > 0 {
		err = Together(ctx, shared, todo, work, come)
	} else {
		err = work(todo)
	}
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// recall reads a chunk from the journal.
func (s *Sheet) recall(rows [][]float64, chunk uint64) error {
	payload, err := s.Journal.Read(chunk)
	if err != nil {
		return err
	}
	return decode(payload, chunkOf(rows, int(chunk-s.First)), s.Columns)
}

// work computes some chunks.
func (s *Sheet) work(ctx context.Context, rows [][]float64, todo []uint64, done *progress) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan uint64)
	go func() {
		defer close(queue)
		for _, c := range todo {
			select {
			case queue <- c:
			case <-ctx.Done():
				return
			}
		}
	}()
	var working sync.WaitGroup
	for range min(max(1, s.Workers), len(todo)) {
		working.Go(func() {
			row, err := s.New()
			for number := range queue {
				c := int(number - s.First)
				chunk := chunkOf(rows, c)
				for i := 0; i < len(chunk) && err == nil; i++ {
					err = row(c*ChunkRows+i, chunk[i])
				}
				if err == nil && s.Journal != nil {
					err = s.Journal.Append(number, encode(chunk, s.Columns))
				}
				if err != nil {
					stop(err)
					return
				}
				done.add(len(chunk))
			}
			if err != nil { // though nothing was left to do
				stop(err)
			}
		})
	}
	working.Wait()
	return context.Cause(ctx)
}

func chunkOf(rows [][]float64, chunk int) [][]float64 {
	return rows[chunk*ChunkRows : min(len(rows), (chunk+1)*ChunkRows)]
}

// encode and decode write the rows of a chunk one after the other, little-endian.
func encode(rows [][]float64, columns int) []byte {
	payload := make([]byte, 0, 8*len(rows)*columns)
	for _, row := range rows {
		for _, v := range row {
			payload = binary.LittleEndian.AppendUint64(payload, math.Float64bits(v))
		}
	}
	return payload
}

func decode(payload []byte, rows [][]float64, columns int) error {
	if len(payload) != 8*len(rows)*columns {
		return fmt.Errorf("the journal has %d bytes for a chunk of %d rows of %d numbers", len(payload), len(rows), columns)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = math.Float64frombits(binary.LittleEndian.Uint64(payload))
			payload = payload[8:]
		}
	}
	return nil
}

// progress tells how many rows are done.
type progress struct {
	mutex sync.Mutex
	rows  int
	tell  func(rows int)
}

func (p *progress) add(rows int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.rows += rows
	if p.tell != nil {
		p.tell(p.rows)
	}
}
