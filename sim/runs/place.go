package runs

import (
	"errors"
	"fmt"
	"path"
	"slices"

	"corridor/sim/draws"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

// ManifestFile is the file of a run directory that says what was run.
const ManifestFile = rundir.Manifest

// Charts is the directory of the charts in a run directory.
const Charts = "charts"

// ReportFile is the report of a run in its directory.
const ReportFile = "report.html"

// listed returns what a run directory lists: its outputs and its manifest.
func listed(dir string) ([]string, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return nil, err
	}
	list := []string{ManifestFile}
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		if written(o.Path) {
			list = append(list, o.Path)
		}
	}
	return list, nil
}

// written reports whether a path is one that this program writes: a manifest that
// lists anything else does not make it ours.
func written(file string) bool {
	dir, name := path.Split(file)
	switch {
	case dir == Charts+"/":
		return isChart(name)
	case dir == planFiles:
		return isPlan(name)
	case dir != "":
		return false
	}
	return path.Ext(name) == ".csv" || boxFile.MatchString(name) || besideAs(name) != "" || slices.Contains([]string{tables.PackageFile, ReportFile, draws.File, chunksFile, PosteriorFile}, name)
}

// place returns the place of results, and refuses a directory that holds anything
// but earlier ones.
func place(dir string) (*rundir.Place, error) {
	p, err := rundir.At(dir, listed)
	var refused *rundir.RefusedError
	if errors.As(err, &refused) {
		return nil, &Error{Misused, err}
	}
	return p, err
}

// CheckPlace returns an error for a directory that results cannot go to, before it is found out
// after long work.
func CheckPlace(dir string) error {
	p, err := place(dir)
	if err != nil {
		return err
	}
	return p.Close()
}

// write writes a run directory. Large files, by their path in it, are moved from the
// scratch of the place. When it returns, the results are on the disk, and nothing else.
func write(to *rundir.Place, m *Manifest, content Files, large map[string]string) error {
	m.Outputs = content.outputs()
	for path, file := range large {
		o, err := describeFile(path, file)
		if err != nil {
			return err
		}
		m.Outputs = append(m.Outputs, o)
	}
	m.Outputs = sorted(m.Outputs)
	text, err := m.encode()
	if err != nil {
		return err
	}
	if err := to.Commit(rundir.Results{Files: content, Large: large, Manifest: text}); err != nil {
		return err
	}
	return to.Close()
}

// add adds files to a run directory, or puts them in the place of others; enter
// enters them into its manifest. What it says of the others stays.
func add(dir string, content Files, enter func(*Manifest) error) error {
	to, err := rundir.Of(dir, listed)
	if err != nil {
		return err
	}
	defer to.Close()
	return to.Update(func() (rundir.Results, error) {
		m, err := ReadManifest(dir)
		if err != nil {
			return rundir.Results{}, err
		}
		if err := enter(m); err != nil {
			return rundir.Results{}, err
		}
		text, err := m.encode()
		return rundir.Results{Files: content, Manifest: text}, err
	})
}

// AddCharts puts charts into the directory of their run: those that the run itself
// draws among its outputs, the others beside them.
func AddCharts(dir string, drawn, ofRun Files) error {
	beside := Files{}
	for name := range drawn {
		if ofRun[name] == nil {
			beside[name] = drawn[name]
		}
	}
	return add(dir, drawn, func(m *Manifest) error {
		for name := range drawn {
			m.Outputs = slices.DeleteFunc(m.Outputs, func(o Output) bool { return o.Path == name })
			m.Drawn = slices.DeleteFunc(m.Drawn, func(o Output) bool { return o.Path == name })
		}
		m.Outputs, m.Drawn = replaced(m.Outputs, ofRun), replaced(m.Drawn, beside)
		return nil
	})
}

// AddReport puts the page about the outputs of a run into its directory.
func AddReport(dir string, page []byte, title, lang string, about []Output) error {
	content := Files{ReportFile: page}
	return add(dir, content, func(m *Manifest) error {
		made := &Report{Title: title, Lang: lang}
		for _, o := range about {
			if !slices.Contains(m.Outputs, o) {
				return fmt.Errorf("%s was written again while the page was being made; make the page again", dir)
			}
			made.Outputs = append(made.Outputs, o.Path)
		}
		m.Report, m.Outputs = made, replaced(m.Outputs, content)
		return nil
	})
}
