package main

import (
	"context"
	"fmt"
	"io"

	"corridor/plots"
)

type notesKey struct{}

// withNotes returns a context in which the charts of a command leave their notes.
func withNotes(ctx context.Context) context.Context {
	return context.WithValue(ctx, notesKey{}, new(plots.Notes))
}

// notesOf returns the notes of a command, nil outside of one.
func notesOf(ctx context.Context) *plots.Notes {
	n, _ := ctx.Value(notesKey{}).(*plots.Notes)
	return n
}

// printNotes says once, at the end of a command, what is to be said of its charts.
func printNotes(ctx context.Context, stderr io.Writer) {
	for _, line := range notesOf(ctx).Lines() {
		fmt.Fprintln(stderr, "warning:", line)
	}
}
