package main

import (
	"context"
	"slices"

	"github.com/spf13/pflag"
)

type commandLineKey struct{}

// withCommandLine returns a context that knows the words that the program was called with.
func withCommandLine(ctx context.Context, words []string) context.Context {
	return context.WithValue(ctx, commandLineKey{}, words)
}

// commandLineWith returns the words that the program was called with, and one flag more; given are
// the flags that they gave. After -- there are no flags, so that it stands before.
func commandLineWith(ctx context.Context, given *pflag.FlagSet, flag string) []string {
	words, _ := ctx.Value(commandLineKey{}).([]string)
	at := len(words)
	if dash := given.ArgsLenAtDash(); dash >= 0 {
		at -= given.NArg() - dash + 1 // the -- itself
	}
	return slices.Insert(slices.Clone(words), at, flag)
}
