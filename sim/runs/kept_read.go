package runs

import (
	"context"
	"fmt"

	"corridor/sim/draws"
)

// readKept hands over the columns of the draws that an ensemble has kept in a directory, one at a
// time, as its manifest lists them.
func readKept(ctx context.Context, dir string, n uint64, use func(column func(name string) ([]float64, error)) error) error {
	return Read(ctx, dir, func(d *Directory) error {
		f, size, err := d.open(draws.File)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := d.asListed(ctx, draws.File); err != nil {
			return err
		}
		r, err := draws.NewReader(f, size)
		if err != nil {
			return invalid(fmt.Errorf("%s: %w", d.file(draws.File), err))
		}
		if uint64(r.Len()) != n {
			return invalidf("%s has %d draws, and the manifest says %d", d.file(draws.File), r.Len(), n)
		}
		return use(func(name string) ([]float64, error) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			values, err := r.Column(make([]float64, 0, r.Len()), name)
			return values, invalid(err)
		})
	})
}
