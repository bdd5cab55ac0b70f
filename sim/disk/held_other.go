//go:build !windows

package disk

// Held reports whether another program has a file open and lets nobody replace it, which
// systems other than Windows do not know.
func Held(string) bool { return false }
