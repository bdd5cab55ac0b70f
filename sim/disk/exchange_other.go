//go:build !(linux || darwin)

package disk

import "errors"

// exchange is not known to the system.
func exchange(_, _ string) error { return errors.ErrUnsupported }
