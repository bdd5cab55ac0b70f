package main

import (
	"bytes"
	"io"
	"unicode/utf8"

	"corridor/sim/tables"
)

// shown is where a command prints. What comes from files, directories and arguments may
// hold characters that a terminal obeys; here they come to stand as \u001b, so that
// nothing that prints need think of it.
type shown struct {
	to     io.Writer
	before func() // is called before anything is printed; nil for nothing
	part   []byte // of a character whose other bytes have not come yet
}

func (s *shown) Write(text []byte) (int, error) {
	if s.before != nil {
		s.before()
	}
	all := text
	if len(s.part) > 0 {
		all = append(s.part, text...)
	}
	whole := len(all) - unfinished(all)
	s.part = bytes.Clone(all[whole:])
	if _, err := io.WriteString(s.to, tables.Shown(string(all[:whole]))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// unfinished counts the bytes at the end that begin a character and do not end it.
func unfinished(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if tail := text[len(text)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

// bare is what is printed to as it is, for those who mean to steer a terminal.
func bare(w io.Writer) io.Writer {
	if s, ok := w.(*shown); ok {
		return s.to
	}
	return w
}
