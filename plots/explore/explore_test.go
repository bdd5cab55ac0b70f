package explore

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/atlas"
	"corridor/plots/page"
)

func example() Parts {
	return Parts{
		Version: "1.2.3", Engine: "function startEngine() {}", Program: []byte("program"),
		Scenarios: []Scenario{{
			Name: "reference", Title: Names{"en": "Ships & <ports>"}, Years: []int{2024, 2025},
			Levers: []Lever{{Name: "growth", Title: Names{"en": "Growth"}, Group: "market", Kind: "range", To: 2, Step: 0.5, Value: 1}},
			Nodes:  []Node{{Name: "aktau", Title: Names{"en": "Aktau"}, Place: []float64{43.6, 51.2}}, {Name: "nowhere", Title: Names{"en": "Nowhere"}}},
		}},
	}
}

func written(t *testing.T, p Parts) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Write(&out, p))
	return out.String()
}

// The policy names the engine, the script and the style by their hashes, and allows nothing else.
func TestPolicyNamesWhatStandsInThePage(t *testing.T) {
	text := written(t, example())
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(text)[1]
	policy = strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(policy)
	require.True(t, strings.HasPrefix(policy, "default-src 'none';"))
	require.NotContains(t, policy, "unsafe-inline")
	var found int
	for _, m := range regexp.MustCompile(`(?s)<(style|script)( id="engine")?>(.*?)</(?:style|script)>`).FindAllStringSubmatch(text, -1) {
		require.Contains(t, policy, "'"+digest(m[3])+"'", m[1])
		found++
	}
	require.Equal(t, 3, found)
	require.NotRegexp(t, `(?:src|href)="(?:https?:)?//`, text)
	require.NotContains(t, text, "ZgotmplZ")
}

func TestSamePartsGiveTheSameBytes(t *testing.T) {
	require.Equal(t, written(t, example()), written(t, example()))
}

// The description is JSON that any reader of it understands, with places on the map.
func TestDescription(t *testing.T) {
	text := written(t, example())
	var d data
	require.NoError(t, json.Unmarshal([]byte(regexp.MustCompile(`(?s)id="data">(.*?)</script>`).FindStringSubmatch(text)[1]), &d))
	require.Equal(t, "Ships & <ports>", d.Scenarios[0].Title["en"])
	require.Equal(t, "1.2.3", d.Version)
	require.Len(t, d.Languages, 7)
	x, y := atlas.Project(43.6, 51.2)
	require.InDeltaSlice(t, []float64{x, -y}, d.Scenarios[0].Nodes[0].At, 0.06)
	require.Empty(t, d.Scenarios[0].Nodes[1].At)
	require.NotEmpty(t, d.Ground)
}

func TestWhatCannotBeShown(t *testing.T) {
	for want, change := range map[string]func(p *Parts){
		"an explorer shows at least one scenario":                                                                      func(p *Parts) { p.Scenarios = nil },
		"scenario reference: it has 1 full years, and the charts need two":                                             func(p *Parts) { p.Scenarios[0].Years = []int{2024} },
		`scenario reference: lever growth stands in the group "weather"; valid: market, project, hazard, rival, money`: func(p *Parts) { p.Scenarios[0].Levers[0].Group = "weather" },
		`scenario reference: lever growth is a "knob"; valid: range, switch, choice`:                                   func(p *Parts) { p.Scenarios[0].Levers[0].Kind = "knob" },
		"scenario reference: lever growth stands at 3, outside 0 to 2":                                                 func(p *Parts) { p.Scenarios[0].Levers[0].Value = 3 },
	} {
		p := example()
		change(&p)
		require.EqualError(t, Write(&bytes.Buffer{}, p), want)
	}
}

// The parts of the script are one: where two gave something the same name, the last would have it.
func TestScriptsGiveEachNameOnce(t *testing.T) {
	in := map[string]string{}
	for _, part := range scripts {
		for _, m := range regexp.MustCompile(`(?m)^(?:async )?(?:function|const|let) (\w+)`).FindAllStringSubmatch(read(part+".js"), -1) {
			require.Empty(t, in[m[1]], "%s.js names %s, as another does", part, m[1])
			in[m[1]] = part
		}
	}
	require.Equal(t, "axes", in["frame"])
}

// The colours of charts are those of the theme, each with a twin for a dark screen, and stand in one place.
func TestColoursAreThoseOfCharts(t *testing.T) {
	rules := string(colourRules())
	for _, name := range page.ColourNames() {
		hex := page.Hex(page.Colour(name))
		twin, found := page.DarkTwin(hex)
		require.True(t, found, name)
		require.Equal(t, 1, strings.Count(rules, "--"+name+":"+hex+";"), name)
		require.Contains(t, rules, "--"+name+":"+twin+";")
	}
	require.NotRegexp(t, `--(blue|orange|vermillion|green|sky-blue|purple|yellow|mid-grey):`, style)
}
