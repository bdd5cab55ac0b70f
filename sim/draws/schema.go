package draws

import (
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// schemaOf returns the schema of draws that consist of the named numbers, each of
// which may be NULL.
func schemaOf(names []string) (*parquet.Schema, error) {
	row := ordered{Group: parquet.Group{}, names: append([]string{Draw}, names...)}
	for _, name := range row.names {
		if _, twice := row.Group[name]; twice {
			return nil, fmt.Errorf("draws: the column %q is there twice", name)
		}
		row.Group[name] = parquet.Optional(parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.ByteStreamSplit))
	}
	row.Group[Draw] = parquet.Encoded(parquet.Leaf(parquet.Int64Type), &parquet.DeltaBinaryPacked)
	return parquet.NewSchema("draws", row), nil
}

// ordered is a group whose fields are in the order given, and not in that of their
// names.
type ordered struct {
	parquet.Group
	names []string
}

// Fields implements [parquet.Node].
func (o ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(o.names, a.Name()) - slices.Index(o.names, b.Name())
	})
	return fields
}
