package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"corridor/scenarios"
	"corridor/sim/rundir"
)

const (
	manifestFile   = rundir.Manifest
	manifestFormat = "corridor-results/1"
	program        = "corridor"
)

// manifest says what was run, so that it can be run again and compared. It holds
// no time and no path of the machine: the same question has the same manifest.
type manifest struct {
	Format   string         `json:"format"`
	Program  string         `json:"program"`
	Version  string         `json:"version"`
	Commit   string         `json:"commit,omitempty"`
	Command  string         `json:"command"` // that wrote it
	Scenario string         `json:"scenario"`
	Request  request        `json:"request"`
	Cells    []manifestCell `json:"effective"`
	Seed     *uint64        `json:"seed,omitempty"`
	Draws    uint64         `json:"draws,omitempty"`
	Design   string         `json:"design,omitempty"`

	Replicates uint64 `json:"replicates,omitempty"` // of the design; none where every draw is independent

	Keep      bool    `json:"keep,omitempty"`      // every draw is kept
	Precision float64 `json:"precision,omitempty"` // for which enough draws are suggested
	Draw      *uint64 `json:"draw,omitempty"`      // the only one that was run
	Shard     uint64  `json:"shard,omitempty"`     // of Shards, 1 … Shards
	Shards    uint64  `json:"shards,omitempty"`

	Warnings int `json:"warnings"` // of all scenarios, each once

	Charts  []string        `json:"charts"` // formats
	Report  *reportMade     `json:"report,omitempty"`
	Outputs []rundir.Output `json:"outputs"`

	// Drawn are charts that corridor plot has put beside those of the run, in another
	// language or size, or as a spec asks. They are not drawn again.
	Drawn []rundir.Output `json:"drawn,omitempty"`
}

// reportMade is what a report in the run directory was made with and what it lists,
// so that it can be made again.
type reportMade struct {
	Title   string   `json:"title,omitempty"`
	Outputs []string `json:"outputs"`
}

// request is what was asked for on the command line, files by their names alone.
type request struct {
	Scenario string   `json:"scenario"`
	With     []string `json:"with,omitempty"`
	Set      []string `json:"set,omitempty"`
}

// scenarios lists what was asked for, each with what is its own.
func (m *manifest) scenarios() []string {
	if m.Command != "compare" {
		return []string{m.Request.Scenario}
	}
	var names []string
	for _, c := range m.Cells {
		names = append(names, c.Name)
	}
	return names
}

// words are those of a command line that asks for the same scenarios.
func (m *manifest) words() []string {
	var words []string
	for _, scenario := range m.scenarios() {
		if strings.HasPrefix(scenario, "-") {
			scenario = "./" + scenario // which is no flag
		}
		words = append(words, quoted(scenario))
	}
	if len(m.Request.With) > 0 {
		words = append(words, "--with", quoted(joinList(m.Request.With)))
	}
	for _, set := range m.Request.Set {
		words = append(words, "--set", quoted(set))
	}
	return words
}

// requested returns what was asked for without what is of this machine.
func requested(words, with, set []string) request {
	r := request{Set: set}
	var named []string
	for _, word := range words {
		named = append(named, recordedWord(word))
	}
	r.Scenario = strings.Join(named, " ")
	for _, overlay := range with {
		r.With = append(r.With, recordedName(overlay))
	}
	return r
}

// recordedWord writes a scenario with what is its own as manifests and tables have it.
func recordedWord(word string) string {
	r, err := scenarios.ParseRequest(word)
	if err != nil {
		return word // which is refused where it is read
	}
	r.Scenario = recordedName(r.Scenario)
	r.With = slices.Clone(r.With)
	for i, overlay := range r.With {
		r.With[i] = recordedName(overlay)
	}
	return r.String()
}

// recordedName is the name of a scenario or overlay as manifests have it: a file by its
// path from the working directory or, where it was named by one of this machine, by its
// own name.
func recordedName(name string) string {
	if ext := filepath.Ext(name); ext != ".yaml" && ext != ".yml" {
		return name
	}
	if !filepath.IsAbs(name) {
		return filepath.ToSlash(filepath.Clean(name))
	}
	if here, err := os.Getwd(); err == nil {
		if from, err := filepath.Rel(here, name); err == nil && filepath.IsLocal(from) {
			return filepath.ToSlash(from)
		}
	}
	return filepath.Base(name)
}

// manifestCell is a scenario as it was run, after all overlays.
type manifestCell struct {
	Name       string `json:"name"`
	Growth     string `json:"growth,omitempty"`
	Investment string `json:"investment,omitempty"`
	Variant    string `json:"variant,omitempty"` // what was changed of the scenario, in words
	SHA256     string `json:"sha256"`
	Scenario   string `json:"scenario"` // YAML

	Warnings []warning `json:"warnings,omitempty"`
}

func newManifest(command, name string, asked request, cells []manifestCell, charts []string) *manifest {
	return &manifest{
		Format: manifestFormat, Program: program, Version: version(), Commit: commit(),
		Command: command, Scenario: name, Request: asked, Cells: cells, Warnings: warningsIn(cells), Charts: charts,
	}
}

// warningsIn counts the warnings of scenarios, each once.
func warningsIn(cells []manifestCell) int {
	seen := map[warning]bool{}
	for _, cell := range cells {
		for _, w := range cell.Warnings {
			seen[w] = true
		}
	}
	return len(seen)
}

func newCell(s *scenarios.Scenario, name, growth, investment string) manifestCell {
	effective := s.Effective()
	return manifestCell{name, growth, investment, s.Variant, hash([]byte(effective)), effective, recorded(s.Warnings())}
}

func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func (m *manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(m); err != nil {
		return nil, err
	}
	if b.Len() > mostManifest {
		return nil, codedError{exitInvalid, fmt.Errorf("the scenarios together make a manifest of %d bytes, expected at most %d: run fewer at once", b.Len(), mostManifest)}
	}
	return b.Bytes(), nil
}

// readManifest reads the manifest of a run directory.
func readManifest(dir string) (m *manifest, err error) {
	err = readResults(context.Background(), dir, func(r *results) error {
		m, _, err = r.manifest()
		return err
	})
	return m, err
}

// manifest reads and checks the manifest, and returns its text too.
func (r *results) manifest() (*manifest, []byte, error) {
	text, err := r.read(manifestFile, mostManifest)
	var irregular *irregularError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, codedError{exitInvalid, fmt.Errorf("%s is not a run directory, it has no %s", r.dir, manifestFile)}
	case errors.As(err, &irregular):
		return nil, nil, codedError{exitInvalid, err}
	case err != nil:
		return nil, nil, err
	}
	m := &manifest{}
	if err = json.Unmarshal(text, m); err == nil {
		err = m.check()
	}
	if err != nil {
		return nil, nil, codedError{exitInvalid, fmt.Errorf("%s: %w", r.file(manifestFile), err)}
	}
	return m, text, nil
}
