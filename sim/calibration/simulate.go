package calibration

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"corridor/model/portable"
)

// ChunkPoints are the points of a chunk, the piece of work a journal keeps.
const ChunkPoints = 64

// Point is a point of the unit cube of the priors and what the model says there.
type Point struct {
	U   []float64 // by parameter
	Out []float64 // by target

	z []float64 // normal scores, Φ⁻¹(U): in them the prior is standard normal and has no bounds
}

// pointAt returns the point with normal scores z.
func pointAt(z []float64) Point {
	u := make([]float64, len(z))
	for d := range z {
		u[d] = math.Min(math.Max(portable.NormCDF(z[d]), leastRank), 1-leastRank)
	}
	return Point{U: u, z: z}
}

// leastRank keeps a point off the ends of a prior that has none.
const leastRank = 1e-12

// pointOf returns the point of the unit cube at u.
func pointOf(u []float64) Point {
	z := make([]float64, len(u))
	for d := range u {
		z[d] = portable.NormQuantile(u[d])
	}
	return Point{U: u, z: z}
}

// Chunks returns how many chunks a journal has for so many points.
func Chunks(points int) uint64 { return uint64(points+ChunkPoints-1) / ChunkPoints }

// simulate runs the model at points, whose Out it fills. When the context ends, the chunks that
// were begun are finished and kept, and the error is the context's.
func (p *Problem) simulate(ctx context.Context, name string, points []Point) error {
	first, chunks := p.Chunk, int(Chunks(len(points)))
	p.Chunk += uint64(chunks)
	number := func(chunk int) uint64 { return first + uint64(chunk) }
	var todo []int
	for c := range chunks {
		if p.Journal == nil || !p.Journal.Done(number(c)) {
			todo = append(todo, c)
			continue
		}
		payload, err := p.Journal.Read(number(c))
		if err == nil {
			err = p.decode(payload, chunkOf(points, c))
		}
		if err != nil {
			return err
		}
	}
	progress := newProgress(p.Progress, name, chunks-len(todo), chunks)
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan int)
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
	for range min(max(1, p.Workers), max(1, len(todo))) {
		working.Go(func() {
			model, err := p.New()
			for c := range queue {
				if err == nil {
					err = p.simulateChunk(model, chunkOf(points, c))
				}
				if err == nil && p.Journal != nil {
					err = p.Journal.Append(number(c), p.encode(chunkOf(points, c)))
				}
				if err != nil {
					stop(err)
					return
				}
				progress.one()
			}
		})
	}
	working.Wait()
	return context.Cause(ctx)
}

func chunkOf(points []Point, chunk int) []Point {
	return points[chunk*ChunkPoints : min(len(points), (chunk+1)*ChunkPoints)]
}

func (p *Problem) simulateChunk(model Simulator, points []Point) error {
	x := make([]float64, len(p.Parameters))
	for i := range points {
		p.Values(points[i].U, x)
		points[i].Out = make([]float64, len(p.Targets))
		if err := model.Simulate(x, points[i].Out); err != nil {
			return err
		}
	}
	return nil
}

// encode and decode write the outputs of a chunk one after the other, little-endian.
func (p *Problem) encode(points []Point) []byte {
	payload := make([]byte, 0, 8*len(points)*len(p.Targets))
	for i := range points {
		for _, v := range points[i].Out {
			payload = binary.LittleEndian.AppendUint64(payload, math.Float64bits(v))
		}
	}
	return payload
}

func (p *Problem) decode(payload []byte, points []Point) error {
	if len(payload) != 8*len(points)*len(p.Targets) {
		return fmt.Errorf("the journal has %d bytes for a chunk of %d points and %d targets", len(payload), len(points), len(p.Targets))
	}
	for i := range points {
		points[i].Out = make([]float64, len(p.Targets))
		for j := range points[i].Out {
			points[i].Out[j] = math.Float64frombits(binary.LittleEndian.Uint64(payload))
			payload = payload[8:]
		}
	}
	return nil
}

// progress tells how many chunks are done, one call at a time.
type progress struct {
	mutex    sync.Mutex
	tell     func(stage string, done, of int)
	stage    string
	done, of int
}

func newProgress(tell func(string, int, int), stage string, done, of int) *progress {
	p := &progress{tell: tell, stage: stage, done: done - 1, of: of}
	p.one()
	return p
}

func (p *progress) one() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.done++
	if p.tell != nil {
		p.tell(p.stage, p.done, p.of)
	}
}
