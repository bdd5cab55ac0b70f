package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// program is the user's program, built from the repository, with a directory to run in.
type program struct {
	ctx      context.Context
	binary   string
	dir      string
	progress io.Writer
}

// build compiles the program of a repository.
func build(ctx context.Context, repository string, progress io.Writer) (*program, error) {
	dir, err := os.MkdirTemp("", "corridor-gallery-")
	if err != nil {
		return nil, err
	}
	p := &program{ctx, filepath.Join(dir, "corridor.exe"), filepath.Join(dir, "work"), progress}
	c := exec.CommandContext(ctx, "go", "build", "-o", p.binary, "./cmd/corridor")
	c.Dir = repository
	if text, err := c.CombinedOutput(); err != nil {
		p.remove()
		return nil, fmt.Errorf("go build ./cmd/corridor: %w\n%s", err, text)
	}
	return p, os.Mkdir(p.dir, 0o700)
}

// remove takes the program and its results away.
func (p *program) remove() { _ = os.RemoveAll(filepath.Dir(p.binary)) }

const invalid = 3 // exit code of the program for a file with mistakes

// run runs a command line and returns what it prints; of a file with mistakes that
// is what it says of them.
func (p *program) run(command string) (string, error) {
	return p.runWords(strings.Fields(command), command)
}

// runWords runs a command line whose words may have spaces within.
func (p *program) runWords(words []string, command string) (string, error) {
	fmt.Fprintln(p.progress, "corridor", command)
	c := exec.CommandContext(p.ctx, p.binary, words...)
	c.Dir = p.dir
	var printed, told bytes.Buffer
	c.Stdout, c.Stderr = &printed, &told
	err := c.Run()
	var exit *exec.ExitError
	switch {
	case p.ctx.Err() != nil:
		return "", p.ctx.Err()
	case errors.As(err, &exit) && exit.ExitCode() == invalid:
		return told.String(), nil
	case err != nil:
		return "", fmt.Errorf("corridor %s: %w: %s", command, err, strings.TrimSpace(told.String()))
	}
	return printed.String(), nil
}
