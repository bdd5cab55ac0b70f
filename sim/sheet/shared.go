package sheet

import (
	"context"
	"errors"
	"slices"
)

// Journal keeps the chunks that are done.
type Journal interface {
	Done(chunk uint64) bool
	Read(chunk uint64) ([]byte, error)
	Append(chunk uint64, payload []byte) error
}

// Shared is a journal of work that is shared with others.
type Shared interface {
	Journal
	// Share says which of the chunks, none of which is done, are to be done here. Others may do
	// some of them meanwhile: come is called for each when it is in the journal. It is asked
	// again until all are done, or it names none and none has come.
	Share(ctx context.Context, todo []uint64, come func(chunk uint64) error) (own []uint64, err error)
}

// ErrElsewhere is for work of which the rest is done elsewhere, and not here.
var ErrElsewhere = errors.New("the rest is computed elsewhere")

// Together does chunks, given in ascending order, together with others: work does those that
// are done here, come is told of those that others did.
func Together(ctx context.Context, with Shared, todo []uint64, work func(own []uint64) error, come func(chunk uint64) error) error {
	left := map[uint64]bool{}
	for _, chunk := range todo {
		left[chunk] = true
	}
	for len(left) > 0 {
		before := len(left)
		rest := slices.DeleteFunc(slices.Clone(todo), func(chunk uint64) bool { return !left[chunk] })
		own, err := with.Share(ctx, rest, func(chunk uint64) error {
			if !left[chunk] {
				return nil
			}
			delete(left, chunk)
			return come(chunk)
		})
		if err != nil {
			return err
		}
		if len(own) > 0 {
			if err := work(own); err != nil {
				return err
			}
		}
		for _, chunk := range own {
			delete(left, chunk)
		}
		if len(left) == before {
			return ErrElsewhere
		}
	}
	return nil
}
