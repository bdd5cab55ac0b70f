package runs

import (
	"context"
	"errors"
	"maps"
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
	Report func(title, lang string, about *Finished) ([]byte, error)
}

// files adds to the tables of results their description, charts, and the tables in the formats that are wanted beside CSV.
// Tables that have been written are added to the large files of the results.
func (p *Pictures) files(ctx context.Context, came *results, formats, beside []string) (Files, error) {
	content := Files{}
	described := came.described
	if described == nil {
		return content, nil
	}
	if came.large == nil {
		came.large = map[string]string{}
	}
	described.Beside = append(described.Beside, besideAll(described, beside)...)
	if err := addTables(content, came.large, described); err != nil {
		return content, err
	}
	draw := len(formats) > 0 && p.Charts != nil
	if !draw && len(beside) == 0 {
		return content, nil
	}
	if err := addBeside(content, described, beside); err != nil {
		return content, err
	}
	var err error
	if draw {
		var charts Files
		charts, err = p.Charts(ctx, described, formats)
		maps.Copy(content, charts)
	}
	described.Forget()
	for _, t := range described.Tables {
		_, unread := t.Written()
		err = errors.Join(err, unread)
	}
	return content, err
}
