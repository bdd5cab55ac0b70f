package ink

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDrawingOrder(t *testing.T) {
	for s, want := range map[string]string{
		"Poti":                  "Poti",
		"Алат – Батуми":         "Алат – Батуми",
		"e\u0301и\u0306x\u0323": "éйx\u0323",
		"נמל":                   "למנ",
		"Port נמל ים, Haifa":    "Port םי למנ, Haifa",
		"נמל 12 (ים)":           "םי) 12 למנ)", // the last bracket belongs to the line
		"a שָׁל b":              "a לשָׁ b",
		"العقبة":                "ةبقعلا",
	} {
		require.Equal(t, []rune(want), []rune(drawingOrder(s)), "%q", s)
	}
	require.Equal(t, small.Width("נמל"), small.Width("למנ"))
}
