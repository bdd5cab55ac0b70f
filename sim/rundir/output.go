package rundir

// Output is a file of a run directory as its manifest lists it.
type Output struct {
	Path   string `json:"path"` // within the directory, with slashes
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"` // in hexadecimal digits
}
