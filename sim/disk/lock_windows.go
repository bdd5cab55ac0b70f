package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// Lock keeps an open file to this process until it is closed or the process ends. The
// error is [ErrInUse] where another has it. Directories let everyone in.
func Lock(f *os.File) error {
	// A byte that no file reaches: what is locked here cannot be read by others.
	far := &windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return ErrInUse
	}
	return nil
}
