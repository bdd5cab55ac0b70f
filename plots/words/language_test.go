package words

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func of(t *testing.T, code string) *Language {
	t.Helper()
	w, err := Of(code)
	require.NoError(t, err)
	require.Equal(t, code, w.Code)
	return w
}

func TestOf(t *testing.T) {
	usual, err := Of("")
	require.NoError(t, err)
	require.Equal(t, english, usual, "English when none is named")
	_, err = Of("de")
	require.EqualError(t, err, `there is no language "de"; valid: en, kk, ru, az, ka, hy, tr`)
}

// Every language says texts in its own words and its own order of what is put in.
func TestSay(t *testing.T) {
	for code, want := range map[string][2]string{
		"en": {"Throughput", "Projects named: 2 of 5, the largest first where there is room."},
		"ru": {"Объём перевозок", "Названо проектов: 2 из 5, сначала крупнейшие, где есть место."},
		"tr": {"Taşınan yük", "Adı yazılan projeler: 5 projenin 2 tanesi, yer oldukça en büyükleri önce."},
	} {
		w := of(t, code)
		require.Equal(t, want[0], w.Say("Throughput"), code)
		require.Equal(t, want[1], w.Say("Projects named: %[1]d of %[2]d, the largest first where there is room.", 2, 5), code)
		require.Equal(t, "no chart says this", w.Say("no chart says this"), code)
	}
}

// Words in place of a text leave all others, and the language itself, as they are.
func TestWith(t *testing.T) {
	for _, code := range []string{"en", "ka"} {
		w := of(t, code)
		own := w.With(map[string]string{"Throughput": "Tonnage"})
		require.Equal(t, "Tonnage", own.Say("Throughput"))
		require.Equal(t, w.Say("Capacity"), own.Say("Capacity"))
		require.NotEqual(t, "Tonnage", w.Say("Throughput"))
		require.Same(t, w, w.With(nil))
	}
}

func TestCheckLabel(t *testing.T) {
	for _, test := range []struct{ english, own, want string }{
		{"Throughput", "Tonnage", ""},
		{"%[1]s by %[2]s", "%[2]s: %[1]s", ""},
		{"%s Mt", "%s million tonnes", ""},
		{"%s %%", "%s %%", ""},
		{"%s Mt", "million tonnes", "needs the same placeholders"},
		{"%[1]s by %[2]s", "%[1]s", "needs the same placeholders"},
		{"Throughput", "Tonnage %s", "has a placeholder such as"},
		{"%s Mt", "%s % of all", "has a % alone"},
	} {
		err := CheckLabel(test.english, test.own)
		if test.want == "" {
			require.NoError(t, err, test.own)
		} else {
			require.ErrorContains(t, err, test.want)
		}
	}
	require.Contains(t, Texts(), "Throughput")
	require.IsIncreasing(t, Texts())
}
