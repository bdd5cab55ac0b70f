//go:build !unix

package runs

import "testing"

// irregular: there are no pipes and devices among files here.
func irregular(string) map[string]func(name string) func(*testing.T, string) { return nil }
