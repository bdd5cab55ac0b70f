package report

import (
	"encoding/base64"
	"html/template"
	"slices"

	"corridor/sim/tables"
)

// download is a table of a run: embedded in the page, or named where it was too
// large.
type download struct {
	Name, File, Title string
	Rows              string
	Bytes             string
	Link              template.URL // empty when it is not embedded
	Save              string       // the name it is saved under
	Where             string       // where it is when it is not embedded
}

type downloadsOfRun struct {
	Label  string
	Number int
	Tables []download
}

// embedFirst are the tables embedded before all others: the chart reads them.
var embedFirst = []*tables.Schema{tables.Annual.Schema, tables.Quantiles.Schema, tables.Monthly.Schema}

// smallTable is up to how many bytes a table is embedded before the large ones, and tinyTable up
// to how many before those that the chart reads.
const smallTable, tinyTable = 16_000, 4_000

// downloadsOf embeds as many tables as go into the room in bytes, each content once. The
// order is fixed: the tiny ones, what the chart needs, then the small ones, then the others of
// each run in turn.
func downloadsOf(subjects []*subject, room int) []downloadsOfRun {
	out := make([]downloadsOfRun, len(subjects))
	for i, s := range subjects {
		out[i] = downloadsOfRun{Label: s.Label, Number: s.Number}
		for _, t := range s.Package.Tables {
			out[i].Tables = append(out[i].Tables, download{
				Name: t.Schema.Name, File: t.Schema.File(), Title: s.w.Say(t.Schema.Title), Rows: integer(t.Len()),
				Bytes: size(len(s.Files[t.Schema.File()])), Save: s.Package.Name + "-" + t.Schema.File(),
				Where: s.w.Say("left out to keep this page small, it is in the run directory"),
			})
		}
	}
	e := embedder{subjects: subjects, out: out, left: room, known: map[string]string{}}
	e.embed(func(_ *tables.Schema, bytes int) bool { return bytes <= tinyTable })
	for _, first := range embedFirst {
		e.embed(func(t *tables.Schema, _ int) bool { return t == first })
	}
	e.embed(func(_ *tables.Schema, bytes int) bool { return bytes <= smallTable })
	e.embed(func(*tables.Schema, int) bool { return true })
	return out
}

type embedder struct {
	subjects []*subject
	out      []downloadsOfRun
	left     int
	known    map[string]string // label of the run whose table it is, by content
}

// embed adds the tables wanted, as far as there is room.
func (e *embedder) embed(wanted func(t *tables.Schema, bytes int) bool) {
	for i, s := range e.subjects {
		for j, t := range s.Package.Tables {
			d, content := &e.out[i].Tables[j], s.Files[t.Schema.File()]
			if d.Link != "" || content == nil || !wanted(t.Schema, len(content)) {
				continue
			}
			if label, again := e.known[string(content)]; again && !slices.Contains(embedFirst, t.Schema) {
				d.Where = s.w.Say("the same as that of %s", label)
				continue
			}
			length := base64.StdEncoding.EncodedLen(len(content))
			if length > e.left {
				continue
			}
			e.left -= length
			e.known[string(content)] = s.Label
			d.Where = ""
			d.Link = template.URL("data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(content))
		}
	}
}

// size writes a number of bytes in kB of 1000 bytes.
func size(n int) string {
	if n < 1000 {
		return integer(n) + " B"
	}
	return integer((n+500)/1000) + " kB"
}
