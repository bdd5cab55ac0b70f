package page

import (
	"bytes"
	"context"
)

// Files writes the figure in every format, or in none, by file name.
func (f *Figure) Files(ctx context.Context, name string, formats []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, format := range formats {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := f.Write(&b, format); err != nil {
			return nil, err
		}
		files[name+"."+format] = b.Bytes()
	}
	return files, nil
}
