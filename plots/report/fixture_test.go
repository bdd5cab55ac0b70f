package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/rundir"
	"corridor/sim/tables"
)

// goal is a target to reach.
func goal(t *testing.T, name, title, metric, at string, threshold float64) tables.Target {
	t.Helper()
	expression, err := tables.ParseExpression(metric, nil)
	require.NoError(t, err)
	period, err := tables.ParsePeriod(at)
	require.NoError(t, err)
	return tables.Target{Name: name, Title: title, Metric: expression, At: period, Threshold: threshold}
}

// stated is the golden run of the corridor as stated, as a run directory holds it.
func stated(t *testing.T) Run {
	t.Helper()
	p := &tables.Package{
		Name: "stated", Title: "The corridor as stated", Description: "When is it full?", Program: "corridor 1",
		Figures: 18, Assumptions: 10,
		Sources: []tables.Source{{Name: "mission-2025-11", Title: "Mission of Kazakhstan", Date: "2025-11-24", Path: "https://example.org/mission"}},
		Targets: []tables.Target{
			goal(t, "capacity-10", "A capacity of 10 Mt/yr", "capacity_mt", "2028-12", 10),
			goal(t, "carried-10", "10 Mt carried in a year", "throughput_mt", "2028", 10),
		},
	}
	for _, s := range tables.All {
		content, err := os.ReadFile(filepath.Join("..", "..", "testdata", "golden", "stated", s.File()))
		if os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		table, err := tables.ReadCSV(bytes.NewReader(content), s)
		require.NoError(t, err)
		p.Tables = append(p.Tables, table)
	}
	return runOf(t, p)
}

// futures is an ensemble of the same scenario whose quantiles lie around a middle.
func futures(t *testing.T) Run {
	t.Helper()
	q, chances := tables.New(tables.Quantiles), tables.New(tables.Chances)
	for i, year := range []string{"2024", "2028", "2035"} {
		for j, m := range measures {
			middle := float64(4+i) + float64(j)/8
			q.Append("stated", m.Name, year, middle, 0.5, middle-2, middle-1.0625, middle-1, middle-0.5, middle, middle+0.5, middle+1, middle+1.0625, middle+2, 500)
		}
	}
	chances.Append("stated", "capacity-10", "A capacity of 10 Mt/yr", "capacity_mt", "2028-12", false, 10.0, 500, 0.108, 0.0837, 0.1383, nil, nil, nil)
	chances.Append("stated", "carried-10", "10 Mt carried in a year", "throughput_mt", "2028", false, 10.0, 500, 0.0, 0.0, 0.0076, 0.02, 0.01, 0.03)
	p := &tables.Package{Name: "stated", Title: "The corridor as stated", Targets: stated(t).Package.Targets, Tables: []*tables.Table{q, chances}}
	r := runOf(t, p)
	seed := uint64(7)
	r.Manifest.Command, r.Manifest.Seed, r.Manifest.Draws = "corridor ensemble stated --draws 500 --seed 7", &seed, 500
	return r
}

// other is the golden run under another name.
func other(t *testing.T, name string) Run {
	t.Helper()
	p := *stated(t).Package
	p.Name, p.Title = name, "Another one"
	return runOf(t, &p)
}

// onMap is a run of a network whose places are known, in which a ferry fills from year to year.
func onMap(t *testing.T) Run {
	t.Helper()
	network, segments := tables.New(tables.Network), tables.New(tables.Segments)
	for i, name := range []string{"line", "ferry", "road"} {
		from, to := []string{"inland", "port", "quay"}[i], []string{"port", "quay", "border"}[i]
		network.Append("stated", name, strings.ToTitle(name), []string{"rail", "sea", "road"}[i], from, "", float64(30*i), 50.0, to, "", float64(30*i+30), 50.0, 1.0, 1.0, 1.0, nil, nil, nil, nil, nil)
		for month := range 36 {
			used := 0.3 + float64(0.02*float64(month*i))
			load, held := min(used, 1), max(0, used-1)
			segments.Append("stated", fmt.Sprintf("%d-%02d", 2024+month/12, month%12+1), name, 1.0, used, load, held, held, nil, 1.0)
		}
	}
	p := *stated(t).Package
	p.Tables = append(slices.DeleteFunc(slices.Clone(p.Tables), func(t *tables.Table) bool {
		return t.Schema == tables.Network.Schema || t.Schema == tables.Segments.Schema
	}), network, segments)
	return runOf(t, &p)
}

func runOf(t *testing.T, p *tables.Package) Run {
	t.Helper()
	r := Run{Package: p, Files: map[string][]byte{}, Manifest: Manifest{
		Program: "corridor", Version: "1", Command: "corridor run " + p.Name,
		Scenarios: []Scenario{{p.Name, strings.Repeat("ab", 32)}},
	}}
	for _, table := range p.Tables {
		var b bytes.Buffer
		require.NoError(t, table.WriteCSV(&b))
		r.Files[table.Schema.File()] = b.Bytes()
		sum := sha256.Sum256(b.Bytes())
		r.Manifest.Outputs = append(r.Manifest.Outputs, rundir.Output{Path: table.Schema.File(), Bytes: b.Len(), SHA256: hex.EncodeToString(sum[:])})
	}
	return r
}

func written(t *testing.T, o Options, runs ...Run) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, runs, o))
	return b.String()
}

// element is an element of a page with its text.
type element struct {
	name     string
	attr     map[string]string
	text     string // of it and all within
	parent   *element
	from, to int // where the text is in that of the page
}

// in reports whether the element stands in one of a name.
func (e *element) in(name string) bool {
	for e = e.parent; e != nil; e = e.parent {
		if e.name == name {
			return true
		}
	}
	return false
}

var inlineText = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`)

// elements reads a page as its author means it: the tags of the page are all closed,
// except those that HTML closes by itself.
func elements(t *testing.T, page string) []*element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(inlineText.ReplaceAllString(page, "")))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var all []*element
	var open *element
	var text strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			require.Nil(t, open, "elements are left open")
			break
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attr: map[string]string{}, parent: open, from: text.Len()}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all, open = append(all, e), e
		case xml.EndElement:
			require.Equal(t, open.name, token.Name.Local)
			open.to, open = text.Len(), open.parent
		case xml.CharData:
			text.Write(token)
		}
	}
	for _, e := range all {
		e.text = text.String()[e.from:e.to]
	}
	return all
}

func named(all []*element, name string) []*element {
	var out []*element
	for _, e := range all {
		if e.name == name {
			out = append(out, e)
		}
	}
	return out
}

// has reports whether the value stands in a numeric column of a table of the run.
func has(r Run, of tables.Described, v float64) bool {
	t := r.Package.Table(of)
	if t == nil {
		return false
	}
	for _, c := range of.Describe().Columns {
		if c.Type != tables.Number && c.Type != tables.Integer {
			continue
		}
		for _, cell := range t.Numbers(c.Name) {
			if cell == v && !math.IsNaN(v) {
				return true
			}
		}
	}
	return false
}
