package scenarios

import (
	"errors"
	"io/fs"
	"path/filepath"

	"corridor/scenarios/spreadsheet"
	"corridor/scenarios/text"
)

// sheet returns the table that a value of a file names, which stands beside the file; nil where
// it cannot be read, which is reported. Each is read once for a file.
func (l *loader) sheet(name *text.Tree, file, sheet string) *spreadsheet.Table {
	key := file + "#" + sheet
	if t, read := l.sheets[name.File][key]; read {
		return t
	}
	path := file
	if !filepath.IsAbs(file) {
		path = filepath.Join(filepath.Dir(name.File.Name), file)
	}
	t, err := spreadsheet.Read(path, sheet)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.report.Mistake(name.Position, "there is no file %s", path)
	case err != nil:
		l.report.Mistake(name.Position, "the table %s cannot be read: %v", text.Short(file), err)
	}
	if l.sheets == nil {
		l.sheets = map[*text.File]map[string]*spreadsheet.Table{}
	}
	if l.sheets[name.File] == nil {
		l.sheets[name.File] = map[string]*spreadsheet.Table{}
	}
	l.sheets[name.File][key] = t
	return t
}
