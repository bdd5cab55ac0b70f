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
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as nohup asks
		ends = append(ends, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	signal.Ignore(syscall.SIGPIPE) // who prints learns of it by the error of the write
	context.AfterFunc(ctx, stop)   // the first signal ends the work in order, a second one at once
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err := os.Stdout.Close(); err != nil && code == exitDone { // some file systems write no sooner
		fmt.Fprintln(os.Stderr, "corridor:", &lostError{err})
		code = exitFailure
	}
	os.Exit(code)
}
