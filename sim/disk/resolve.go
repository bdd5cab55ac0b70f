package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// mostLinks is how many links are followed, as Linux does.
const mostLinks = 40

// Resolve returns the absolute path, without links, that a path stands for. Its last
// parts need not be there, nor what a link points to. What .. means is settled after
// the links before it, as the system does.
func Resolve(path string) (string, error) {
	var at string
	start := func(path string) []string {
		volume := filepath.VolumeName(path)
		at = volume + string(filepath.Separator)
		return parts(path[len(volume):])
	}
	var rest []string
	switch {
	case filepath.IsAbs(path):
		rest = start(path)
	case filepath.VolumeName(path) != "" || path != "" && os.IsPathSeparator(path[0]): // from the root of a drive of Windows, or where it stands
		whole, err := filepath.Abs(path)
		if err != nil {
			return "", err
		}
		rest = start(whole)
	default:
		here, err := os.Getwd()
		if err != nil {
			return "", err
		}
		rest = append(start(here), parts(path)...)
	}
	for links := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			at = filepath.Dir(at)
			continue
		}
		next := filepath.Join(at, part)
		info, err := os.Lstat(next)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		if links++; links > mostLinks {
			return "", &fs.PathError{Op: "open", Path: path, Err: errors.New("too many links")}
		}
		to, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if filepath.IsAbs(to) {
			rest = append(start(to), rest...)
		} else {
			rest = append(parts(to), rest...)
		}
	}
	return at, nil
}

func parts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
}
