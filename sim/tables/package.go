package tables

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
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
	Remarks     string   // what the scenario holds and leaves out, in its author's words
	Program     string   // the program and version that made it
	Figures     int      // figures the scenario is made of
	Assumptions int      // how many of them are assumed or derived, not published
	Seed        *uint64  // of the random numbers, nil where none were drawn
	Sources     []Source // where the figures come from
	Targets     []Target // what the scenario wants reached
	Observed    []Observation

	Translations map[string]map[string]string // of names and texts, by ISO 639-1 code, then by English text

	Tables []*Table
	Beside []Resource // files that stand beside the tables

	said bool // in another language than it was written in
}

// Resource is a file that stands beside the tables: a table in another format, or of another kind.
type Resource struct {
	Name, Path, Title, Description string

	Format    string   // as a file is called by it, such as parquet
	MediaType string   // registered with IANA
	Encoding  string   // of a text; "" for what is none
	Columns   []Column // nil where they are those of the table that it repeats
	Tabular   bool     // CSV as the other tables are, to be read by Columns
}

// Observation is what happened in a year to what a metric measures, in its unit.
type Observation struct {
	Metric string  `json:"metric"`
	Year   int     `json:"year"`
	Value  float64 `json:"value"`
	Path   string  `json:"path,omitempty"` // address of the source
}

// Source is one work the figures come from.
type Source struct {
	Name  string `json:"name,omitempty"` // as figures.csv refers to it
	Title string `json:"title"`
	Date  string `json:"date,omitempty"`
	Path  string `json:"path,omitempty"` // address
}

// Table returns the table with the given schema, or nil.
func (p *Package) Table(of Described) *Table {
	for _, t := range p.Tables {
		if t.Schema.Name == of.Describe().Name {
			return t
		}
	}
	return nil
}

// Forget drops what was read again of tables that were written as they came: it is there for
// whoever asks, and need not be held until somebody does.
func (p *Package) Forget() {
	for _, t := range p.Tables {
		t.forget()
	}
}

type descriptor struct {
	Profile     string        `json:"profile"`
	Name        string        `json:"name"`
	Scenario    string        `json:"scenario"` // the name as it is, which a package's cannot always be
	Title       string        `json:"title"`
	Description string        `json:"description,omitempty"`
	Texts       string        `json:"texts"`
	Remarks     string        `json:"remarks,omitempty"`
	Program     string        `json:"program"`
	Figures     int           `json:"figures"`
	Assumptions int           `json:"assumptions"`
	Seed        *uint64       `json:"seed,omitempty"`
	Targets     []Target      `json:"targets,omitempty"`
	Observed    []Observation `json:"observed,omitempty"`

	Translations map[string]map[string]string `json:"translations,omitempty"`

	Sources   []Source   `json:"sources,omitempty"` // at least one, or the key is left out
	Resources []resource `json:"resources"`
}

type resource struct {
	Name        string          `json:"name"`
	Path        string          `json:"path"`
	Title       string          `json:"title"`
	Description string          `json:"description,omitempty"`
	Profile     string          `json:"profile"`
	Format      string          `json:"format,omitempty"`
	MediaType   string          `json:"mediatype,omitempty"`
	Encoding    string          `json:"encoding,omitempty"`
	Schema      *resourceSchema `json:"schema,omitempty"`
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

// textsOf says how texts stand in the tables.
const textsOf = "a text that begins with = + - @ ' or a tab has an apostrophe before it, so that no spreadsheet takes it for a formula"

// packageName writes a name with the signs that the name of a package may have:
// ^([-a-z0-9._/])+$ (Frictionless Data Package 1.0).
func packageName(name string) string {
	valid := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("-._/", r) {
			return r
		}
		return '-'
	}, strings.ToLower(name))
	return cmp.Or(valid, "results")
}

// Descriptor returns the content of datapackage.json.
func (p *Package) Descriptor() ([]byte, error) {
	d := descriptor{
		Profile: "tabular-data-package", Name: packageName(p.Name), Scenario: p.Name, Title: p.Title,
		Description: p.Description, Texts: textsOf, Remarks: p.Remarks,
		Program: p.Program, Figures: p.Figures, Assumptions: p.Assumptions, Seed: p.Seed, Targets: p.Targets, Observed: p.Observed, Sources: p.Sources, Translations: p.Translations,
	}
	for _, t := range p.Tables {
		s := t.Schema
		d.Resources = append(d.Resources, resource{
			Name: s.Name, Path: s.File(), Title: s.Title, Description: s.Description,
			Profile: tabularResource, Encoding: "utf-8", Schema: schemaOf(s.Columns),
		})
	}
	for _, b := range p.Beside {
		r := resource{
			Name: b.Name, Path: b.Path, Title: b.Title, Description: b.Description,
			Profile: "data-resource", Format: b.Format, MediaType: b.MediaType, Encoding: b.Encoding, Schema: schemaOf(b.Columns),
		}
		if b.Tabular {
			r.Profile = tabularResource
		} else {
			d.Profile = "data-package" // which may hold what is no CSV
		}
		d.Resources = append(d.Resources, r)
	}
	text, err := json.MarshalIndent(d, "", "  ")
	return append(text, '\n'), err
}

// tabularResource is the profile of CSV that is described column by column.
const tabularResource = "tabular-data-resource"

func schemaOf(columns []Column) *resourceSchema {
	if columns == nil {
		return nil
	}
	s := &resourceSchema{MissingValues: []string{""}}
	for _, c := range columns {
		s.Fields = append(s.Fields, field(c))
	}
	return s
}

// ReadDir reads the description and every table of a run directory. A directory
// without datapackage.json is an error that wraps fs.ErrNotExist.
func ReadDir(dir string) (*Package, error) {
	return ReadWith(dir, func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) })
}

// ReadWith reads the same with a function that returns the content of a file by name,
// or an error that wraps fs.ErrNotExist. The directory is named in messages.
func ReadWith(dir string, open func(name string) ([]byte, error)) (*Package, error) {
	p, err := read(open)
	var missing *missingError
	switch {
	case errors.As(err, &missing):
		return nil, fmt.Errorf("%s is not a run directory, it has no %s: %w", dir, PackageFile, missing.error)
	case errors.Is(err, errNoTable):
		return nil, fmt.Errorf("%s holds no result table", dir)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	return p, nil
}

// ReadFiles reads the same from the content of files by name.
func ReadFiles(files map[string][]byte) (*Package, error) {
	return read(func(name string) ([]byte, error) {
		content, ok := files[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return content, nil
	})
}

// steering returns the first character in the texts of a JSON document that steers what
// shows it.
func steering(document []byte) (r rune, found bool) {
	d := json.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if err != nil {
			return 0, false
		}
		if text, ok := token.(string); ok {
			if r, found := FirstSteering(text); found {
				return r, true
			}
		}
	}
}

// programPattern is what Package.Program can be: charts show it beside the source.
var programPattern = regexp.MustCompile(`^corridor [0-9][0-9A-Za-z.+-]{0,60}$`)

// missingError is that of a description that is not there.
type missingError struct{ error }

var errNoTable = errors.New("there is no result table")

func read(open func(name string) ([]byte, error)) (*Package, error) {
	text, err := open(PackageFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &missingError{err}
	}
	if err != nil {
		return nil, err
	}
	var d descriptor
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("%s: %w", PackageFile, err)
	}
	if r, found := steering(text); found {
		return nil, fmt.Errorf("%s: a text cannot have the control character %U", PackageFile, r)
	}
	if d.Program != "" && !programPattern.MatchString(d.Program) {
		return nil, fmt.Errorf("%s: the program is %q, expected corridor and its version", PackageFile, d.Program)
	}
	for _, target := range d.Targets {
		if target.Metric == nil || target.At == (Period{}) {
			return nil, fmt.Errorf("%s: the target %q has no metric or no date", PackageFile, target.Name)
		}
	}
	p := &Package{
		Name: cmp.Or(d.Scenario, d.Name), Title: d.Title, Description: d.Description, Remarks: d.Remarks,
		Program: d.Program, Figures: d.Figures, Assumptions: d.Assumptions, Seed: d.Seed, Targets: d.Targets, Observed: d.Observed, Sources: d.Sources, Translations: d.Translations,
	}
	for _, s := range All {
		content, err := open(s.File())
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		t, err := ReadCSV(bytes.NewReader(content), s)
		if err != nil {
			return nil, err
		}
		p.Tables = append(p.Tables, t)
	}
	if len(p.Tables) == 0 {
		return nil, errNoTable
	}
	return p, nil
}
