package runs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
)

const (
	format  = "corridor-results/1"
	program = "corridor"
)

// Manifest says what was run, so that it can be run again and compared. It holds
// no time and no path of the machine: the same question has the same manifest.
type Manifest struct {
	Format   string  `json:"format"`
	Program  string  `json:"program"`
	Version  string  `json:"version"`
	Commit   string  `json:"commit,omitempty"`
	Command  string  `json:"command"` // that wrote it: the kind of the run
	Scenario string  `json:"scenario"`
	Request  Request `json:"request"`
	Cells    []Cell  `json:"effective"`
	Seed     *uint64 `json:"seed,omitempty"`
	Draws    uint64  `json:"draws,omitempty"`
	Design   string  `json:"design,omitempty"`

	Replicates uint64 `json:"replicates,omitempty"` // of the design; none where every draw is independent

	Keep      bool    `json:"keep,omitempty"`      // every draw is kept
	Precision float64 `json:"precision,omitempty"` // for which enough draws are suggested
	Draw      *uint64 `json:"draw,omitempty"`      // the only one that was run
	Years     []int   `json:"years,omitempty"`     // that are asked for
	Shard     uint64  `json:"shard,omitempty"`     // of Shards, 1 … Shards
	Shards    uint64  `json:"shards,omitempty"`
	Points    uint64  `json:"points,omitempty"` // of each wave of a calibration

	Orders uint64   `json:"orders,omitempty"` // of the projects, by draw of an appraisal
	Of     []string `json:"of,omitempty"`     // what is looked at, where not all is

	Method  string   `json:"method,omitempty"`  // of a sensitivity analysis
	Metrics []string `json:"metrics,omitempty"` // asked for; none for those that are usual
	Where   string   `json:"where,omitempty"`   // condition on the draws of a discovery
	Wanted  *Wanted  `json:"wanted,omitempty"`  // boxes of it

	Plan *PlanQuestion `json:"plan,omitempty"` // what is asked of plans
	Seek *SeekQuestion `json:"seek,omitempty"` // what is asked of a figure

	Warnings int `json:"warnings"` // of all scenarios, each once

	Charts  []string `json:"charts"` // formats
	Report  *Report  `json:"report,omitempty"`
	Outputs []Output `json:"outputs"`

	// Drawn are charts that were put beside those of the run later, in another
	// language or size, or as a spec asks. They are not drawn again.
	Drawn []Output `json:"drawn,omitempty"`
}

// Report is what a report in the run directory was made with and what it lists,
// so that it can be made again.
type Report struct {
	Title   string   `json:"title,omitempty"`
	Lang    string   `json:"lang,omitempty"` // English where it is not said
	Outputs []string `json:"outputs"`
}

// newManifest starts the manifest of a plan with its question.
func newManifest(p Plan, asked Request) *Manifest {
	m := &Manifest{Format: format, Program: program, Version: Version, Commit: commit(), Request: asked, Charts: []string{}}
	p.asks(m)
	m.Warnings = warningsIn(m.Cells)
	return m
}

func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, err
	}
	if b.Len() > mostManifest {
		return nil, invalidf("the scenarios together make a manifest of %d bytes, expected at most %d: run fewer at once", b.Len(), mostManifest)
	}
	return b.Bytes(), nil
}

// ReadManifest reads the manifest of a run directory.
func ReadManifest(dir string) (m *Manifest, err error) {
	err = Read(context.Background(), dir, func(d *Directory) error {
		m, _, err = d.manifest()
		return err
	})
	return m, err
}

// manifest reads and checks the manifest, and returns its text too.
func (d *Directory) manifest() (*Manifest, []byte, error) {
	text, err := d.read(ManifestFile, mostManifest)
	var irregular *irregularError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, invalidf("%s is not a run directory, it has no %s", d.dir, ManifestFile)
	case errors.As(err, &irregular):
		return nil, nil, invalid(err)
	case err != nil:
		return nil, nil, err
	}
	m, err := parseManifest(text)
	if err != nil {
		return nil, nil, invalidf("%s: %w", d.file(ManifestFile), err)
	}
	return m, text, nil
}

func parseManifest(text []byte) (*Manifest, error) {
	m := &Manifest{}
	if err := json.Unmarshal(text, m); err != nil {
		return nil, err
	}
	return m, m.check()
}
