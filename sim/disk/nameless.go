package disk

import "os"

// Nameless returns a new file in a directory, which is gone when it is closed, whatever
// becomes of the program. It is an error where files that are open cannot be removed.
func Nameless(dir string) (*os.File, error) {
	if err := Ask("write", dir); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, "nameless-")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(f.Name()); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
