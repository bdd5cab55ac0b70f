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
}

type downloadsOfRun struct {
	Label  string
	Number int
	Tables []download
	Less   bool // a table was left out
}

// embedFirst are the tables embedded before all others: the chart reads them.
var embedFirst = []*tables.Schema{tables.Annual, tables.Quantiles, tables.Monthly, tables.Targets, tables.Probabilities}

// downloadsOf embeds as many tables as the page may hold. The order is fixed: what
// the chart needs, of all runs, then the others of each run in turn.
func downloadsOf(subjects []*subject) []downloadsOfRun {
	left := tableLimit
	out := make([]downloadsOfRun, len(subjects))
	for i, s := range subjects {
		out[i] = downloadsOfRun{Label: s.Label, Number: s.Number}
		for _, t := range s.Package.Tables {
			d := download{
				Name: t.Schema.Name, File: t.Schema.File(), Title: t.Schema.Title, Rows: integer(t.Len()),
				Bytes: size(len(s.Files[t.Schema.File()])), Save: s.Package.Name + "-" + t.Schema.File(),
			}
			out[i].Tables = append(out[i].Tables, d)
		}
	}
	embed := func(i int, wanted func(*tables.Schema) bool) {
		for j, t := range subjects[i].Package.Tables {
			d, content := &out[i].Tables[j], subjects[i].Files[t.Schema.File()]
			length := base64.StdEncoding.EncodedLen(len(content))
			if d.Link == "" && wanted(t.Schema) && length <= left && content != nil {
				left -= length
				d.Link = template.URL("data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(content))
			}
		}
	}
	for _, first := range embedFirst {
		for i := range subjects {
			embed(i, func(s *tables.Schema) bool { return s == first })
		}
	}
	for i := range subjects {
		embed(i, func(*tables.Schema) bool { return true })
		out[i].Less = slices.ContainsFunc(out[i].Tables, func(d download) bool { return d.Link == "" })
	}
	return out
}

// size writes a number of bytes in kB of 1000 bytes.
func size(n int) string {
	if n < 1000 {
		return integer(n) + " B"
	}
	return integer((n+500)/1000) + " kB"
}
