package runs

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"corridor/sim/draws"
	"corridor/sim/tables"
	"corridor/sim/tables/columnar"
	"corridor/sim/tables/workbook"
)

// TableFormats are those in which tables can stand beside CSV, and [drawsInCSV]. All else is made
// from the CSV, and what stands beside it is never read.
var TableFormats = []string{"xlsx", "parquet", "csv-bom", drawsInCSV}

// drawsInCSV asks for kept draws in CSV too.
const drawsInCSV = "csv-draws"

// markedCSV is how a table is called that has the mark by which Excel takes CSV for UTF-8.
const markedCSV = ".bom.csv"

const byteOrderMark = "\ufeff"

// addBeside adds tables in the formats asked for to the files of a run.
func addBeside(content Files, p *tables.Package, formats []string) error {
	for _, format := range formats {
		switch format {
		case drawsInCSV: // which were written as they came
			continue
		case "xlsx":
			var book bytes.Buffer
			if err := workbook.Write(&book, p); err != nil {
				return err
			}
			content[workbook.File] = book.Bytes()
			continue
		}
		for _, t := range p.Tables {
			var b bytes.Buffer
			name, err := columnar.File(t.Schema), error(nil)
			if format == "parquet" {
				err = columnar.Write(&b, t)
			} else {
				name = t.Schema.Name + markedCSV
				b.WriteString(byteOrderMark)
				err = t.WriteCSV(&b)
			}
			if err != nil {
				return err
			}
			content[name] = b.Bytes()
		}
	}
	return nil
}

// besideAll describes tables in the formats asked for.
func besideAll(p *tables.Package, formats []string) (list []tables.Resource) {
	for _, format := range formats {
		switch format {
		case "xlsx":
			list = append(list, tables.Resource{
				Name: "tables-xlsx", Path: workbook.File, Title: p.Title, Description: "all tables in a workbook",
				Format: format, MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			})
		case "parquet":
			for _, t := range p.Tables {
				list = append(list, inParquet(t.Schema))
			}
		case "csv-bom":
			for _, t := range p.Tables {
				list = append(list, tables.Resource{
					Name: t.Schema.Name + "-bom", Path: t.Schema.Name + markedCSV, Title: t.Schema.Title,
					Description: t.Schema.File() + " with a byte order mark", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
				})
			}
		}
	}
	return list
}

// inParquet describes the file of a table in Parquet.
func inParquet(s *tables.Schema) tables.Resource {
	return tables.Resource{
		Name: s.Name + "-parquet", Path: columnar.File(s), Title: s.Title, Description: s.File() + " in Parquet",
		Format: "parquet", MediaType: "application/vnd.apache.parquet",
	}
}

// besideIn lists the formats in which tables stand beside CSV among the outputs of a run.
func (m *Manifest) besideIn() []string {
	return slices.DeleteFunc(slices.Clone(TableFormats), func(format string) bool {
		return !slices.ContainsFunc(m.Outputs, func(o Output) bool { return besideAs(o.Path) == format })
	})
}

// besideAs is the format of a file that stands beside the tables, "" for one that does not.
func besideAs(file string) string {
	switch {
	case path.Dir(file) != ".":
		return ""
	case file == workbook.File:
		return "xlsx"
	case file != draws.File && path.Ext(file) == columnar.Extension:
		return "parquet"
	case strings.HasSuffix(file, markedCSV):
		return "csv-bom"
	case file == draws.CSV:
		return drawsInCSV
	}
	return ""
}
