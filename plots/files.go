package plots

import (
	"context"
	"maps"

	"corridor/sim/tables"
)

// Files draws every chart that the tables allow in every format, by file name. A chart
// that cannot be drawn is noted, and keeps none of the others away.
func Files(ctx context.Context, p *tables.Package, formats []string, notes *Notes) (map[string][]byte, error) {
	notes.Named(p)
	drawn := map[string][]byte{}
	for _, chart := range Charts {
		if !chart.Possible(p) {
			continue
		}
		figure, err := chart.Draw(p)
		if err == nil {
			var files map[string][]byte
			if files, err = figure.Files(ctx, chart.Name, formats); err == nil {
				maps.Copy(drawn, files)
				notes.Drawn(chart.Name, figure)
			}
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			notes.Failed(chart.Name, err)
		}
	}
	return drawn, nil
}
