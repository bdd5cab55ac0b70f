package main

import (
	"bytes"
	"context"
	"path"

	"corridor/plots"
	"corridor/plots/report"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// pictures draws charts and reports, and leaves what is to be said of them in notes.
func pictures(notes *plots.Notes) runs.Pictures {
	return runs.Pictures{
		Charts: func(ctx context.Context, p *tables.Package, formats []string) (runs.Files, error) {
			drawn, err := plots.Files(ctx, p, formats, notes)
			return inCharts(drawn), err
		},
		Report: func(title, lang string, about *runs.Finished) ([]byte, error) {
			return writeReport([]report.Run{reported(about)}, title, lang, notes)
		},
	}
}

// inCharts puts charts by their file names where a run directory has them.
func inCharts(drawn map[string][]byte) runs.Files {
	files := runs.Files{}
	for name, content := range drawn {
		files[path.Join(runs.Charts, name)] = content
	}
	return files
}

func writeReport(about []report.Run, title, lang string, notes *plots.Notes) ([]byte, error) {
	var page bytes.Buffer
	if err := report.Write(&page, about, report.Options{Title: title, Lang: lang, Notes: notes}); err != nil {
		return nil, codedError{exitInvalid, err}
	}
	return page.Bytes(), nil
}

// reported is what a report tells of results: all outputs but the report itself.
func reported(f *runs.Finished) report.Run {
	m := f.Manifest
	told := report.Manifest{
		Program: m.Program, Version: m.Version, Commit: m.Commit, Command: tables.ShownInLine(m.CommandLine()), Seed: m.Seed, Draws: m.Draws,
	}
	for _, c := range m.Cells {
		told.Scenarios = append(told.Scenarios, report.Scenario{Name: tables.ShownInLine(c.Name), SHA256: c.SHA256})
	}
	for _, o := range m.Outputs {
		if o.Path != runs.ReportFile {
			told.Outputs = append(told.Outputs, o)
		}
	}
	return report.Run{Manifest: told, Package: f.Package, Files: f.Files}
}
