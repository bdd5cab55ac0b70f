package runs

import (
	"context"
	"path"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Formats are those that charts of a run directory can have, by their file extension.
var Formats = []string{"svg", "png", "pdf"}

func isChart(name string) bool {
	return slices.Contains(Formats, strings.TrimPrefix(path.Ext(name), "."))
}

// Pictures draws results. Without a function there are none of its kind.
type Pictures struct {
	// Charts draws all charts that tables allow, by path in the run directory.
	Charts func(ctx context.Context, p *tables.Package, formats []string) (Files, error)
	// Report makes the page about results.
	Report func(title string, about *Finished) ([]byte, error)
}

// files adds to the tables of results their description and charts.
func (p *Pictures) files(ctx context.Context, described *tables.Package, formats []string) (Files, error) {
	content := Files{}
	if described == nil {
		return content, nil
	}
	if err := addTables(content, described); err != nil || len(formats) == 0 || p.Charts == nil {
		return content, err
	}
	charts, err := p.Charts(ctx, described, formats)
	for path, text := range charts {
		content[path] = text
	}
	return content, err
}
