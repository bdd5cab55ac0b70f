package runs

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
func (d *Directory) readable(m *Manifest) error {
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		f, _, err := d.open(o.Path)
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
func (d *Directory) compare(ctx context.Context, m *Manifest, fresh []Output) ([]string, error) {
	wrong := map[string][]string{}
	add := func(name string, what ...string) {
		if len(what) > 0 {
			wrong[name] = append(wrong[name], what...)
		}
	}
	listed, made := byPath(m.Outputs), byPath(fresh)
	for _, o := range m.Outputs {
		f, again := made[o.Path]
		// What a new run does not write, or with another size, is not read: it may be of any size.
		what, err := d.state(ctx, o, again && f.Bytes == o.Bytes)
		if err != nil {
			return nil, err
		}
		switch {
		case !again:
			what = append(what, "a new run does not write it")
		case f != o:
			what = append(what, "a new run gives another result")
		}
		add(o.Path, what...)
	}
	for _, o := range m.Drawn {
		what, err := d.state(ctx, o, o.Bytes <= MostTable)
		if err != nil {
			return nil, err
		}
		if o.Bytes > MostTable {
			what = append(what, "it is larger than a chart can be")
		}
		add(o.Path, what...)
	}
	for _, f := range fresh {
		if _, ok := listed[f.Path]; !ok && !m.optional(f.Path) {
			add(f.Path, "a new run writes it, and the manifest does not list it")
		}
	}
	others, err := d.unlisted(m)
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

// state says what is wrong with a file, beside what the manifest says of it. Its content
// is compared on request.
func (d *Directory) state(ctx context.Context, o Output, content bool) (wrong []string, err error) {
	f, size, err := d.open(o.Path)
	var irregular *irregularError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return []string{"the file is missing"}, nil
	case errors.As(err, &irregular):
		return []string{"it is not a regular file"}, nil
	case err != nil:
		return nil, err
	}
	f.Close()
	same := size == int64(o.Bytes)
	if same && content {
		have, err := d.describe(ctx, o.Path, o.Bytes)
		if err != nil {
			return nil, err
		}
		same = have == o
	}
	if !same {
		return []string{"the file has been changed since it was written"}, nil
	}
	return nil, nil
}

func byPath(list []Output) map[string]Output {
	out := map[string]Output{}
	for _, o := range list {
		out[o.Path] = o
	}
	return out
}

// optional reports whether a file was not asked for when the run was made: a chart in
// a format that others were drawn in later.
func (m *Manifest) optional(name string) bool {
	return path.Dir(name) == Charts && !slices.Contains(m.Charts, strings.TrimPrefix(path.Ext(name), "."))
}
