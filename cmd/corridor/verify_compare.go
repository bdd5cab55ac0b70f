package main

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// readable returns an error when an output is there and cannot be read: then nothing
// can be compared.
func (r *results) readable(m *manifest) error {
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		f, _, err := r.open(o.Path)
		var irregular *irregularError
		switch {
		case err == nil:
			f.Close()
		case !errors.Is(err, fs.ErrNotExist) && !errors.As(err, &irregular):
			return err
		}
	}
	return nil
}

// compare lists what is not as the manifest or the new run says, one file to a line.
func (r *results) compare(ctx context.Context, m *manifest, fresh []output) ([]string, error) {
	wrong := map[string][]string{}
	add := func(name, what string) { wrong[name] = append(wrong[name], what) }
	listed, made := byPath(m.Outputs), byPath(fresh)
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		size := o.Bytes
		have, err := r.describe(ctx, o.Path, size)
		var irregular *irregularError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			add(o.Path, "the file is missing")
		case errors.As(err, &irregular):
			add(o.Path, "it is not a regular file")
		case err != nil:
			return nil, err
		case have != o:
			add(o.Path, "the file has been changed since it was written")
		}
		if _, here := listed[o.Path]; !here {
			continue // drawn later
		}
		if f, ok := made[o.Path]; !ok {
			add(o.Path, "a new run does not write it")
		} else if f != o {
			add(o.Path, "a new run gives another result")
		}
	}
	for _, f := range fresh {
		if _, ok := listed[f.Path]; !ok && !m.optional(f.Path) {
			add(f.Path, "a new run writes it, and the manifest does not list it")
		}
	}
	others, err := r.unlisted(m)
	if err != nil {
		return nil, err
	}
	for _, name := range others {
		if len(wrong[name]) == 0 {
			add(name, "the manifest does not list it")
		}
	}
	var lines []string
	for name, what := range wrong {
		lines = append(lines, tables.ShownInLine(name)+": "+strings.Join(what, "; "))
	}
	slices.Sort(lines)
	return lines, nil
}

func byPath(list []output) map[string]output {
	out := map[string]output{}
	for _, o := range list {
		out[o.Path] = o
	}
	return out
}

// optional reports whether a file was not asked for when the run was made: a chart in
// a format that others were drawn in later.
func (m *manifest) optional(name string) bool {
	return path.Dir(name) == chartsDir && !slices.Contains(m.Charts, strings.TrimPrefix(path.Ext(name), "."))
}
