package plots

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// streams returns the unpacked streams of a PDF file.
func streams(t *testing.T, file []byte) (out []string) {
	for _, at := range regexp.MustCompile(`/Length (\d+)>>\nstream\n`).FindAllSubmatchIndex(file, -1) {
		length, err := strconv.Atoi(string(file[at[2]:at[3]]))
		require.NoError(t, err)
		z, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+length]))
		require.NoError(t, err)
		text, err := io.ReadAll(z)
		require.NoError(t, err)
		out = append(out, string(text))
	}
	return out
}

func TestPDFCrossReferences(t *testing.T) {
	file := mustWrite(t, "matrix", examplePackage(exampleMatrix(8, 6)), PDF)
	table := regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`).FindAllSubmatch(file, -1)
	require.Greater(t, len(table), 10)
	for i, entry := range table {
		offset, err := strconv.Atoi(string(entry[1]))
		require.NoError(t, err)
		require.True(t, bytes.HasPrefix(file[offset:], fmt.Appendf(nil, "%d 0 obj\n", i+1)))
	}
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	require.NotNil(t, start)
	offset, err := strconv.Atoi(string(start[1]))
	require.NoError(t, err)
	require.True(t, bytes.HasPrefix(file[offset:], []byte("xref\n")))
	require.Less(t, len(file), 32<<10)
	require.NotContains(t, string(file), "CreationDate")
}

// Kazakh and Azerbaijani letters can be searched for and copied.
func TestPDFTextIsText(t *testing.T) {
	run := examplePackage(exampleAnnual())
	run.Title = "Тасымал дәлізі, Bakı şəhəri"
	all := fmt.Sprint(streams(t, mustWrite(t, "throughput", run, PDF)))
	for _, r := range "Тдәліşə" {
		require.Contains(t, all, fmt.Sprintf("<%04X>\nendbfchar", r))
	}
}
