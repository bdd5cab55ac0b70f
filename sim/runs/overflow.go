package runs

import (
	"os"
	"path/filepath"
	"runtime"

	"corridor/sim/disk"
	"corridor/sim/tables"
)

// overflow takes the rows of tables that have many: their files go to scratch, from where
// they are moved among the results, and what columns are read from again has no name. It is
// nil where a file that is open cannot be removed: then all rows are held.
func (by *means) overflow() tables.Overflow {
	if runtime.GOOS == "windows" {
		return nil
	}
	return func(s *tables.Schema) (csv, columns *os.File, err error) {
		scratch, err := by.scratch()
		if err != nil {
			return nil, nil, err
		}
		dir, err := os.MkdirTemp(scratch, "tables-")
		if err != nil {
			return nil, nil, err
		}
		file := filepath.Join(dir, s.File())
		if err := disk.Ask("write", file); err != nil {
			return nil, nil, err
		}
		if csv, err = os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err != nil {
			return nil, nil, err
		}
		if columns, err = disk.Nameless(dir); err != nil {
			csv.Close()
		}
		return csv, columns, err
	}
}
