package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"gloss/ui"
)

// interruptible returns a context that is cancelled, with a ui.SignalError as
// its cause, when the program is asked to end. It is asked only once: after that, signals do what they do by
// default, so that a second one ends a program that hangs.
//
// A signal that is ignored already, as nohup sets it up, stays ignored.
func interruptible(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	incoming := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if !signal.Ignored(s) {
			signal.Notify(incoming, s)
		}
	}
	go func() {
		select {
		case s := <-incoming:
			cancel(ui.SignalError{Signal: s})
		case <-ctx.Done():
		}
		signal.Stop(incoming)
	}()
	return ctx, func() { cancel(context.Canceled) }
}
