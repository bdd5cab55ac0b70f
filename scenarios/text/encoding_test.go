package text

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// inUTF16 writes a text as an editor of Windows does.
func inUTF16(t testing.TB, text string, order binary.ByteOrder) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, binary.Write(&b, order, append([]uint16{byteOrderMark}, utf16.Encode([]rune(text))...)))
	return b.Bytes()
}

// TestEncodings: a text is the same in every encoding that editors write, with any letters,
// and what is none of them is left as it is, to be refused where it cannot be read.
func TestEncodings(t *testing.T) {
	const text = "scenario: own\r\ntitle: Баку – თბილისი 𐎠😀\r\n"
	for name, content := range map[string][]byte{
		"little": inUTF16(t, text, binary.LittleEndian), "big": inUTF16(t, text, binary.BigEndian), "utf-8": []byte(text),
	} {
		file := filepath.Join(t.TempDir(), "own.yaml")
		require.NoError(t, os.WriteFile(file, content, 0o644))
		got, err := ReadFile(file, 1<<20)
		require.NoError(t, err)
		require.Equal(t, text, string(got), name)
	}
	for _, other := range []string{"", "a", "\xff", "B\xe4hn", "s\x00c\x00"} {
		got, err := decoded("f", []byte(other))
		require.NoError(t, err)
		require.Equal(t, other, string(got))
	}
}

// TestBrokenUTF16: half a character is never dropped or replaced.
func TestBrokenUTF16(t *testing.T) {
	whole := inUTF16(t, "a😀b", binary.LittleEndian)
	_, err := decoded("own.yaml", whole[:len(whole)-1])
	require.ErrorContains(t, err, "own.yaml begins as UTF-16 text and ends in half a character")
	for name, broken := range map[string][]byte{
		"the second half is missing": whole[:6], "other than a second half": append(bytes.Clone(whole[:6]), 'b', 0),
		"the first half is missing": append(bytes.Clone(whole[:4]), whole[6:]...),
	} {
		_, err := decoded("own.yaml", broken)
		require.ErrorContains(t, err, "own.yaml is not UTF-16 text at byte 4", name)
	}
	_, err = decoded("own.yaml", whole)
	require.NoError(t, err)
}
