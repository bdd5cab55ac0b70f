package disk

// Before is called before every change to the disk with what is to be done (such as
// "write", "sync", "rename") and where; an error takes the place of the change. It is
// for tests, which stop the program there, and nil otherwise.
var Before func(change, path string) error

// Ask tells Before of a change. It is for packages that change the disk themselves.
func Ask(change, path string) error {
	if Before == nil {
		return nil
	}
	return Before(change, path)
}
