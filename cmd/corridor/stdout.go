package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"
)

// paper is where a command prints. It remembers the first error, so that whoever
// prints need not look: run looks once, when the command is done.
type paper struct {
	to   io.Writer
	lost *lostError
}

func (p *paper) Write(text []byte) (int, error) {
	if p.lost != nil {
		return 0, p.lost
	}
	n, err := p.to.Write(text)
	if err == nil {
		return n, nil
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	p.lost = &lostError{err}
	return n, p.lost
}

// lostError is that of output that could not be written.
type lostError struct{ error }

func (e *lostError) Error() string {
	return fmt.Sprintf("cannot write to standard output: %v", e.error)
}

func (e *lostError) Unwrap() error { return e.error }

// quiet reports whether the reader has gone, who need not be told.
func (e *lostError) quiet() bool { return errors.Is(e.error, syscall.EPIPE) }
