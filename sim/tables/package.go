package tables

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// PackageFile is the description that stands beside the tables, a Frictionless
// Tabular Data Package.
const PackageFile = "datapackage.json"

// Package is a set of tables with what a reader needs to understand and label
// them. Titles and sources travel with the data, so that a chart can be drawn
// from the directory alone.
type Package struct {
	Name        string   // name of the run, for example stated
	Title       string   // title of its scenario
	Description string   // the question the scenario asks
	Program     string   // the program and version that made it
	Figures     int      // figures the scenario is made of
	Assumptions int      // how many of them are assumed or derived, not published
	Seed        *uint64  // of the random numbers, nil where none were drawn
	Sources     []Source // where the figures come from
	Tables      []*Table
}

// Source is one work the figures come from.
type Source struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"` // address
}

// Table returns the table with the given schema, or nil.
func (p *Package) Table(s *Schema) *Table {
	for _, t := range p.Tables {
		if t.Schema.Name == s.Name {
			return t
		}
	}
	return nil
}

type descriptor struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Program     string     `json:"program"`
	Figures     int        `json:"figures"`
	Assumptions int        `json:"assumptions"`
	Seed        *uint64    `json:"seed,omitempty"`
	Sources     []Source   `json:"sources"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Name        string         `json:"name"`
	Path        string         `json:"path"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Profile     string         `json:"profile"`
	Encoding    string         `json:"encoding"`
	Schema      resourceSchema `json:"schema"`
}

type resourceSchema struct {
	Fields        []field  `json:"fields"`
	MissingValues []string `json:"missingValues"`
}

type field struct {
	Name        string `json:"name"`
	Type        Type   `json:"type"`
	Unit        string `json:"unit,omitempty"`
	Description string `json:"description"`
}

// Descriptor returns the content of datapackage.json.
func (p *Package) Descriptor() ([]byte, error) {
	d := descriptor{
		Profile: "tabular-data-package", Name: p.Name, Title: p.Title, Description: p.Description,
		Program: p.Program, Figures: p.Figures, Assumptions: p.Assumptions, Seed: p.Seed, Sources: p.Sources,
	}
	if d.Sources == nil {
		d.Sources = []Source{}
	}
	for _, t := range p.Tables {
		s := t.Schema
		r := resource{
			Name: s.Name, Path: s.File(), Title: s.Title, Description: s.Description,
			Profile: "tabular-data-resource", Encoding: "utf-8",
			Schema: resourceSchema{MissingValues: []string{""}},
		}
		for _, c := range s.Columns {
			r.Schema.Fields = append(r.Schema.Fields, field(c))
		}
		d.Resources = append(d.Resources, r)
	}
	text, err := json.MarshalIndent(d, "", "  ")
	return append(text, '\n'), err
}

// ReadDir reads the description and every table of a run directory. A directory
// without datapackage.json is an error that wraps fs.ErrNotExist.
func ReadDir(dir string) (*Package, error) {
	text, err := os.ReadFile(filepath.Join(dir, PackageFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is not a run directory, it has no %s: %w", dir, PackageFile, err)
	}
	if err != nil {
		return nil, err
	}
	var d descriptor
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, PackageFile), err)
	}
	p := &Package{
		Name: d.Name, Title: d.Title, Description: d.Description,
		Program: d.Program, Figures: d.Figures, Assumptions: d.Assumptions, Seed: d.Seed, Sources: d.Sources,
	}
	for _, s := range All {
		t, err := readFile(dir, s)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		p.Tables = append(p.Tables, t)
	}
	if len(p.Tables) == 0 {
		return nil, fmt.Errorf("%s holds no result table", dir)
	}
	return p, nil
}

func readFile(dir string, s *Schema) (*Table, error) {
	file, err := os.Open(filepath.Join(dir, s.File()))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return ReadCSV(file, s)
}
