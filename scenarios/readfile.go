package scenarios

import (
	"fmt"
	"io"
	"os"
)

// ReadFile returns the content of a file of at most so many bytes. What is no regular
// file, such as a pipe or a device, is an error: reading it might never end.
func ReadFile(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name) // before it is opened, for a pipe opens when somebody writes
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("%s is a directory, expected a file", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > most:
		return nil, fmt.Errorf("%s has %d bytes, expected at most %d", name, info.Size(), most)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(content)) > most { // it has grown
		err = fmt.Errorf("%s has more than %d bytes", name, most)
	}
	return content, err
}
