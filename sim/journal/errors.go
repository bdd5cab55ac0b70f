package journal

import (
	"errors"
	"fmt"
	"strings"
)

// damage is what is wrong with the content of a journal.
type damage string

func (d damage) Error() string { return string(d) }

// errHeader is for a file that does not begin as a journal does.
const errHeader = damage("not a journal, or its header is damaged; nothing was changed")

// Damaged reports whether an error tells what is wrong with the content of a journal, as
// opposed to the disk it is on.
func Damaged(err error) bool {
	var d damage
	var corrupt *CorruptError
	var conflict *ConflictError
	return errors.As(err, &d) || errors.As(err, &corrupt) || errors.As(err, &conflict)
}

// ErrUnfinished is for a journal that holds what an interrupted run has finished.
var ErrUnfinished = errors.New("it holds the finished part of an interrupted run")

// Difference is a field in which a journal differs from the run that opens it.
type Difference struct{ Field, Journal, Run string }

// MismatchError is for a journal that belongs to another run. The journal is left
// as it is.
type MismatchError struct {
	Path        string
	Differences []Difference
}

func (e *MismatchError) Error() string {
	var list []string
	for _, d := range e.Differences {
		list = append(list, fmt.Sprintf("%s %s there, %s here", d.Field, d.Journal, d.Run))
	}
	return fmt.Sprintf("journal %s belongs to another run: %s", e.Path, strings.Join(list, "; "))
}

// CorruptError is for damage that whole records follow.
type CorruptError struct {
	Path   string
	Offset int64 // of the damaged record
	Whole  int   // records before it
	Next   int64 // offset of the next whole record
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("journal %s is damaged at byte %d, after %d whole records, and goes on at byte %d; "+
		"cut it to %d bytes to keep those records and compute the others again",
		e.Path, e.Offset, e.Whole, e.Next, e.Offset)
}

// ConflictError is for a chunk that has two results. One of them was made by
// another program or by a failing machine.
type ConflictError struct {
	Path   string
	Chunk  uint64
	Offset int64 // of the first result
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("journal %s: chunk %d came out otherwise than the record at byte %d", e.Path, e.Chunk, e.Offset)
}
