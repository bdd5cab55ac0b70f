//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package disk

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// MountPoint reports whether a file system begins at the directory, so that it cannot
// be renamed.
func MountPoint(dir string) bool {
	var here, above unix.Stat_t
	if unix.Lstat(dir, &here) != nil || unix.Lstat(filepath.Dir(dir), &above) != nil {
		return false
	}
	return here.Dev != above.Dev
}

// Writable returns an error where files cannot be created in a directory.
func Writable(dir string) error { return unix.Access(dir, unix.W_OK|unix.X_OK) }
