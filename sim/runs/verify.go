package runs

import (
	"bytes"
	"context"
	"os"
	"path"
	"runtime"
	"slices"
)

// Verification is a run directory beside what comes out when it is made again.
type Verification struct {
	Manifest    *Manifest
	Differences []string // a file to a line; empty when all is the same

	text  []byte // of the manifest
	fresh []Output
}

// Verify makes the results in a directory again, from the scenarios that its manifest
// holds, and compares every byte. It writes nothing there.
func Verify(ctx context.Context, dir string, pictures Pictures) (*Verification, error) {
	v := &Verification{}
	err := Read(ctx, dir, func(d *Directory) error { return v.look(ctx, d, pictures) })
	return v, err
}

// look compares the directory with what comes out of its manifest.
func (v *Verification) look(ctx context.Context, d *Directory, pictures Pictures) error {
	m, text, err := d.manifest()
	if err != nil {
		return err
	}
	if err := d.readable(m); err != nil {
		return err
	}
	if !bytes.Equal(text, v.text) {
		if err := m.checkScenarios(); err != nil {
			return err
		}
		fresh, err := again(ctx, m, pictures)
		if err != nil {
			return err
		}
		v.text, v.Manifest, v.fresh = text, m, fresh
	}
	v.Differences, err = d.compare(ctx, m, v.fresh)
	return err
}

// again makes the outputs of a manifest from the scenarios it holds.
func again(ctx context.Context, m *Manifest, pictures Pictures) ([]Output, error) {
	p, err := m.plan()
	if err != nil {
		return nil, err
	}
	by := &means{How: &How{Pictures: pictures, Tables: m.besideIn()}, workers: runtime.GOMAXPROCS(0)}
	defer by.end()
	came, err := p.do(ctx, by)
	if err != nil {
		return nil, err
	}
	content, err := pictures.files(ctx, came, chartFormats(m), by.Tables)
	if err != nil {
		return nil, err
	}
	if m.Report != nil { // which reads every table
		if err := hold(content, came.large); err != nil {
			return nil, err
		}
	}
	var large []Output
	for path, file := range came.large {
		o, err := describeFile(path, file)
		if err != nil {
			return nil, err
		}
		large = append(large, o)
	}
	if m.Report != nil {
		if content[ReportFile], err = reportAgain(m, pictures, content, large); err != nil {
			return nil, err
		}
	}
	return sorted(append(content.outputs(), large...)), nil
}

// hold reads large tables, and takes them from the large files.
func hold(content Files, large map[string]string) error {
	for name, file := range large {
		if path.Ext(name) != ".csv" || besideAs(name) != "" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		content[name] = text
		delete(large, name)
	}
	return nil
}

// chartFormats lists the formats that the run was to have, and those among the
// outputs: charts may have been drawn after the run.
func chartFormats(m *Manifest) []string {
	formats := []string{}
	for _, format := range Formats {
		if slices.Contains(m.Charts, format) || slices.ContainsFunc(m.Outputs, func(o Output) bool { return path.Ext(o.Path) == "."+format }) {
			formats = append(formats, format)
		}
	}
	return formats
}
