// Command gallery is a tool for developers: it draws the charts of plots/gallery
// and writes those parts of the README files that come from results.
//
// It builds the program, runs it as a user would, and puts what it prints, and
// sentences made from the tables it writes, between the marks in the pages (pages.go).
// A sentence that the results no longer bear out is an error. Nothing imports it; it may
// import everything that reads results.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/spf13/pflag"

	"corridor/sim/disk"
)

func main() {
	var o options
	flags := pflag.NewFlagSet("gallery", pflag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintf(os.Stderr, "Usage: go run ./cmd/gallery [flags]\n\nDraws plots/gallery and writes the parts of README files that come from results.\n\n%s", flags.FlagUsages())
	}
	o.add(flags)
	_ = flags.Parse(os.Args[1:]) // which exits where it fails

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

type options struct {
	repository string
	pages      bool
}

func (o *options) add(flags *pflag.FlagSet) {
	flags.StringVar(&o.repository, "repository", ".", "root of the repository")
	flags.BoolVar(&o.pages, "pages", false, "write the pages and draw no pictures, which is quicker")
}

// run writes all pages and pictures, or none of them where one fails.
func run(ctx context.Context, o options, progress io.Writer) error {
	p, err := build(ctx, o.repository, progress)
	if err != nil {
		return err
	}
	defer p.remove()
	t := newTrials(p)
	content, err := pages(o.repository, t, many)
	if err != nil {
		return err
	}
	if !o.pages {
		if err := draw(t, content); err != nil {
			return err
		}
	}
	if content[noticesFile], err = notices(o.repository); err != nil {
		return err
	}
	for _, path := range content.paths() {
		if err := disk.Replace(filepath.Join(o.repository, filepath.FromSlash(path)), content[path]); err != nil {
			return err
		}
	}
	return nil
}
