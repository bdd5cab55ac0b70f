package main

import (
	"context"
	"errors"
	"fmt"

	"corridor/scenarios"
	"corridor/sim/runs"
)

// Exit codes, the same for every command.
const (
	exitDone        = 0
	exitFailure     = 1
	exitUsage       = 2
	exitInvalid     = 3 // invalid input
	exitMismatch    = 4 // verification found a difference
	exitMissed      = 5 // a check failed, or a target was missed and --require-targets given
	exitInterrupted = 130
)

// exitCodes are those of the errors of runs.
var exitCodes = map[runs.Kind]int{
	runs.Invalid: exitInvalid, runs.Misused: exitUsage, runs.Mismatch: exitMismatch, runs.Interrupted: exitInterrupted,
}

// codedError is an error with the exit code it leads to.
type codedError struct {
	code int
	error
}

func (e codedError) Unwrap() error { return e.error }

func usageError(format string, args ...any) error {
	return codedError{exitUsage, fmt.Errorf(format, args...)}
}

func exitCode(err error) int {
	var coded codedError
	var ofKind *runs.Error
	var invalid *scenarios.Error
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &ofKind):
		return exitCodes[ofKind.Kind]
	case errors.As(err, &invalid):
		return exitInvalid
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	default:
		return exitFailure
	}
}

// exitStatus is what the help of a command says of its exit codes.
const exitStatus = `

Exit status: 0 done, 1 failure, 2 usage, 3 invalid input, 4 verification mismatch,
5 check failed, or target missed (with --require-targets), 130 interrupted.`
