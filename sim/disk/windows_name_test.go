package disk

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNotOnWindows(t *testing.T) {
	for name, why := range map[string]string{
		"reference": "", "console": "", "com": "", "com10": "", "lpt0": "", "aux-1": "", ".con": "", "a b": "", ".": "", "..": "", "дорога": "",
		"con": "device", "CON": "device", "nul.txt": "device", "aux .tar.gz": "device", "com9": "device", "Lpt1.x": "device", "com²": "device", "CONIN$": "device",
		"a:b": `':'`, "what?": `'?'`, "a\tb": `'\t'`, `a\b`: `'\\'`, "con:": `':'`,
		"end.": "full stop", "end ": "space", "...": "full stop",
	} {
		if got := NotOnWindows(name); why == "" {
			require.Empty(t, got, name)
		} else {
			require.Contains(t, got, why, name)
		}
	}
}
