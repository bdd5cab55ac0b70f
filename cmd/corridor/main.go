// Command corridor is the open planning model of the Middle Corridor.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// heapFloor is memory that the collector counts and nobody touches, so that it takes none.
// The heap is collected whenever it has doubled: a command that is done in a second would
// be, over and over, while it is still small.
const heapFloor = 64 << 20

func main() {
	floor := make([]byte, heapFloor)
	ctx, stop := untilSignalled()
	signal.Ignore(syscall.SIGPIPE) // who prints learns of it by the error of the write
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err := os.Stdout.Close(); err != nil && code == exitDone { // some file systems write no sooner
		fmt.Fprintln(os.Stderr, "corridor:", &lostError{err})
		code = exitFailure
	}
	runtime.KeepAlive(floor)
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
