// Command corridor is the open planning model of the Middle Corridor.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := untilSignalled()
	signal.Ignore(syscall.SIGPIPE) // who prints learns of it by the error of the write
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err := os.Stdout.Close(); err != nil && code == exitDone { // some file systems write no sooner
		fmt.Fprintln(os.Stderr, "corridor:", &lostError{err})
		code = exitFailure
	}
	os.Exit(code)
}

// untilSignalled returns a context that the signals to end cancel: the first ends the
// work in order, a second one at once.
func untilSignalled() (context.Context, context.CancelFunc) {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as nohup asks
		signals = append(signals, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
