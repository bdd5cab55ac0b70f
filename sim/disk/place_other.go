//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package disk

// MountPoint reports whether a file system begins at the directory; it is not known.
func MountPoint(string) bool { return false }

// Writable returns an error where files cannot be created in a directory; it is found
// when one is.
func Writable(string) error { return nil }
