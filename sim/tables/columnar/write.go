package columnar

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"corridor/sim/draws"
	"corridor/sim/tables"
)

// Extension is that of the files.
const Extension = ".parquet"

// File is the name of the file of a table.
func File(s *tables.Schema) string { return s.Name + Extension }

// groupRows is the number of rows of a row group.
const groupRows = 1 << 16

// Write writes a table. Texts and months are strings as in CSV, without the apostrophe that stands
// there before what looks like a formula; whole numbers are 64-bit integers, others doubles, and
// what is empty is NULL. The description of the columns, with their units, stands in the metadata
// under the key "fields", as in datapackage.json. The same table gives the same bytes. A number
// that is infinite is an error that names its cell.
func Write(w io.Writer, t *tables.Table) error {
	group, names := parquet.Group{}, make([]string, len(t.Schema.Columns))
	for i, c := range t.Schema.Columns {
		names[i] = c.Name
		group[c.Name] = parquet.Optional(nodeOf(c.Type))
	}
	schema, err := draws.Ordered(t.Schema.Name, group, names)
	if err != nil {
		return err
	}
	fields, err := json.Marshal(fieldsOf(t.Schema))
	if err != nil {
		return err
	}
	out := parquet.NewGenericWriter[any](w, schema,
		parquet.CreatedBy("corridor", "", ""), // which would be the library's build otherwise
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		parquet.KeyValueMetadata("title", t.Schema.Title),
		parquet.KeyValueMetadata("fields", string(fields)),
	)
	for from := 0; from < t.Len(); from += groupRows {
		to := min(from+groupRows, t.Len())
		for i, column := range out.ColumnWriters() {
			values, err := valuesOf(t, i, from, to)
			if err != nil {
				return err
			}
			if _, err := column.WriteRowValues(values); err != nil {
				return err
			}
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return out.Close()
}

// nodeOf says how a column of a type is written. Texts repeat, and go by numbers of a dictionary.
func nodeOf(t tables.Type) parquet.Node {
	switch t {
	case tables.Number:
		return parquet.Leaf(parquet.DoubleType)
	case tables.Integer:
		return parquet.Int(64)
	case tables.Boolean:
		return parquet.Leaf(parquet.BooleanType)
	default:
		return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
}

// valuesOf returns cells of a column, from a row to before another.
func valuesOf(t *tables.Table, i, from, to int) ([]parquet.Value, error) {
	c := t.Schema.Columns[i]
	values := make([]parquet.Value, 0, to-from)
	add := func(v parquet.Value, empty bool) {
		if empty {
			values = append(values, parquet.NullValue().Level(0, 0, i))
		} else {
			values = append(values, v.Level(0, 1, i))
		}
	}
	switch c.Type {
	case tables.Number, tables.Integer:
		for row, v := range t.Numbers(c.Name)[from:to] {
			switch {
			case math.IsInf(v, 0):
				return nil, fmt.Errorf("%s row %d: %s is infinite", t.Schema.Name, from+row+1, c.Name)
			case c.Type == tables.Integer && !math.IsNaN(v):
				add(parquet.Int64Value(int64(v)), false)
			default:
				add(parquet.DoubleValue(v+0), math.IsNaN(v)) // -0 is 0, as in CSV
			}
		}
	case tables.Boolean:
		for _, text := range t.Text(c.Name)[from:to] {
			add(parquet.BooleanValue(text == "true"), text == "")
		}
	default:
		for _, text := range t.Text(c.Name)[from:to] {
			add(parquet.ByteArrayValue([]byte(text)), text == "")
		}
	}
	return values, nil
}

// field describes a column as datapackage.json does.
type field struct {
	Name        string      `json:"name"`
	Type        tables.Type `json:"type"`
	Unit        string      `json:"unit,omitempty"`
	Description string      `json:"description"`
}

func fieldsOf(s *tables.Schema) []field {
	var list []field
	for _, c := range s.Columns {
		list = append(list, field(c))
	}
	return list
}
