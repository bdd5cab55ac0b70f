package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"corridor/sim/tables"
)

// status says on a terminal what is being done, until something is printed there: then the
// line goes again. Nil says nothing.
type status struct {
	to    io.Writer
	width int    // of the terminal, in characters
	what  string // is done, such as corridor run reference

	lock  sync.Mutex
	shown bool
}

// newStatus returns the status line of standard error, nil where that is no terminal.
func newStatus(stderr io.Writer) *status {
	file, ok := stderr.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width < 2 {
		width = 80
	}
	return &status{to: file, width: width}
}

// begin says which command has begun to read, where it is one that writes results and
// nobody asked for silence.
func (s *status) begin(c *cobra.Command, args []string) {
	if s == nil || c.Flags().Lookup("out") == nil {
		return
	}
	if progress := c.Flags().Lookup("progress"); progress != nil && progress.Value.String() == progressNone {
		return
	}
	s.what = strings.Join(append([]string{c.CommandPath()}, args...), " ")
	s.say("reading")
}

// say says what is being done now.
func (s *status) say(stage string) {
	if s == nil || s.what == "" {
		return
	}
	line := tables.ShownInLine(s.what)
	if room := s.width - len(stage) - 4; utf8.RuneCountInString(line) > room {
		line = string([]rune(line)[:max(0, room-1)]) + "…"
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	fmt.Fprintf(s.to, "\r%s: %s\x1b[K", line, stage)
	s.shown = true
}

// clear takes the line away.
func (s *status) clear() {
	if s == nil {
		return
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.shown {
		fmt.Fprint(s.to, "\r\x1b[K")
	}
	s.shown = false
}

type statusKey struct{}

// withStatus returns a context in which a command has a status line.
func withStatus(ctx context.Context, s *status) context.Context {
	return context.WithValue(ctx, statusKey{}, s)
}

// statusOf returns the status line of a command, nil where it has none.
func statusOf(ctx context.Context) *status {
	s, _ := ctx.Value(statusKey{}).(*status)
	return s
}
