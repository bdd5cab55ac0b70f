package draws

import (
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// schemaOf returns the schema of draws that consist of the named numbers, each of
// which may be NULL.
func schemaOf(names []string) (*parquet.Schema, error) {
	group, names := parquet.Group{}, append([]string{Draw}, names...)
	for _, name := range names {
		group[name] = parquet.Optional(parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.ByteStreamSplit))
	}
	group[Draw] = parquet.Encoded(parquet.Leaf(parquet.Int64Type), &parquet.DeltaBinaryPacked)
	return Ordered("draws", group, names)
}

// Ordered returns the schema of a group whose columns are in the order of the names, and not in
// that of the alphabet. Names must differ.
func Ordered(name string, group parquet.Group, names []string) (*parquet.Schema, error) {
	seen := map[string]bool{}
	for _, column := range names {
		if seen[column] {
			return nil, fmt.Errorf("%s: the column %q is there twice", name, column)
		}
		seen[column] = true
	}
	return parquet.NewSchema(name, ordered{group, names}), nil
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
