package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// kept are the pages that eachPage has written.
var kept []struct {
	name, page string
	all        []*element
}

// eachPage checks a page of each kind of report there is.
func eachPage(t *testing.T, check func(t *testing.T, page string, all []*element)) {
	if kept == nil {
		for name, runs := range map[string][]Run{
			"run": {stated(t)}, "map": {onMap(t)}, "ensemble": {futures(t)}, "several": {stated(t), futures(t), other(t, "more")},
		} {
			page := written(t, Options{}, runs...)
			kept = append(kept, struct {
				name, page string
				all        []*element
			}{name, page, elements(t, page)})
		}
	}
	for _, k := range kept {
		t.Run(k.name, func(t *testing.T) { check(t, k.page, k.all) })
	}
}

// No request leaves the page: the policy names the style and the script by their
// hashes and allows nothing else, and nothing asks for more.
func TestThePageNeedsNoNetwork(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, all []*element) {
		policy := ""
		for _, e := range named(all, "meta") {
			if e.attr["http-equiv"] == "Content-Security-Policy" {
				policy = e.attr["content"]
			}
		}
		own := ownStyle(page)
		for kind, text := range map[string]string{"style": style + own, "script": script} {
			require.Contains(t, page, "<"+kind+">"+text+"</"+kind+">", "the text must stand as it was hashed")
			require.Contains(t, policy, kind+"-src '"+digest(text)+"'")
		}
		require.True(t, strings.HasPrefix(policy, "default-src 'none';"))
		require.NotContains(t, policy, "unsafe")
		for _, e := range all {
			require.NotContains(t, []string{"link", "img", "iframe", "object", "embed", "image", "form", "base"}, e.name)
			for key, value := range e.attr {
				require.NotEqual(t, "style", key)
				require.NotEqual(t, "src", key)
				require.False(t, strings.HasPrefix(key, "on"), key)
				require.False(t, e.name == "use" && !strings.HasPrefix(value, "#") && key == "href")
			}
		}
		require.Contains(t, policy, "; font-src data:;")
		require.NotContains(t, style, "url(")
		require.Equal(t, strings.Count(own, "@font-face"), strings.Count(own, "url(data:font/woff;base64,"))
		require.Equal(t, strings.Count(own, "@font-face"), strings.Count(own, "url("))
		require.NotContains(t, style+own, "@import")
	})
}

// ownStyle returns the part of the style of a page that is not that of every page.
func ownStyle(page string) string {
	_, rest, _ := strings.Cut(page, "<style>"+style)
	own, _, _ := strings.Cut(rest, "</style>")
	return own
}

func TestLandmarksAndHeadings(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, all []*element) {
		require.Equal(t, "en", named(all, "html")[0].attr["lang"])
		for _, landmark := range []string{"header", "nav", "main", "footer", "h1"} {
			require.Len(t, named(all, landmark), 1, landmark)
		}
		level := 0
		for _, e := range all {
			if !regexp.MustCompile(`^h[1-6]$`).MatchString(e.name) {
				continue
			}
			require.LessOrEqual(t, int(e.name[1]-'0'), level+1, "heading %q skips a level", e.text)
			level = int(e.name[1] - '0')
			require.NotEmpty(t, strings.TrimSpace(e.text))
		}
		skip := named(all, "a")[0]
		require.Equal(t, "#answer", skip.attr["href"], "the first thing to reach is the way past the header")
	})
}

func TestIdsAndReferences(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, all []*element) {
		ids := map[string]bool{}
		for _, e := range all {
			if id, ok := e.attr["id"]; ok {
				require.NotEmpty(t, id)
				require.False(t, ids[id], "two elements have the id %q", id)
				ids[id] = true
			}
		}
		for _, e := range all {
			for _, key := range []string{"aria-labelledby", "aria-describedby", "for"} {
				for id := range strings.FieldsSeq(e.attr[key]) {
					require.True(t, ids[id], "%s refers to %q", e.name, id)
				}
			}
			if id, ok := strings.CutPrefix(e.attr["href"], "#"); ok {
				require.True(t, ids[id], "a link leads to %q", id)
			}
		}
	})
}

func TestTablesAreDescribed(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, all []*element) {
		tables, captions := named(all, "table"), named(all, "caption")
		require.Len(t, captions, len(tables))
		require.GreaterOrEqual(t, len(tables), 4)
		for _, c := range captions {
			require.NotEmpty(t, strings.TrimSpace(c.text))
		}
		for _, th := range named(all, "th") {
			require.Contains(t, []string{"col", "row", "colgroup", "rowgroup"}, th.attr["scope"])
		}
		for _, e := range all {
			if e.attr["class"] == "scroll" {
				require.Equal(t, "0", e.attr["tabindex"], "what scrolls can be reached with the keyboard")
				require.NotEmpty(t, e.attr["aria-label"]+e.attr["aria-labelledby"])
			}
		}
	})
}

func TestControlsAndPicturesAreNamed(t *testing.T) {
	eachPage(t, func(t *testing.T, page string, all []*element) {
		labelled := map[string]bool{}
		for _, e := range named(all, "label") {
			labelled[e.attr["for"]] = true
		}
		controls := slices.Concat(named(all, "input"), named(all, "select"))
		require.GreaterOrEqual(t, len(controls), 5)
		for _, e := range controls {
			require.True(t, labelled[e.attr["id"]] && e.attr["id"] != "" || e.in("label"), "%v has no label", e.attr)
		}
		pictures := 0
		for _, e := range named(all, "svg") {
			if e.attr["aria-hidden"] == "true" {
				continue
			}
			pictures++
			require.Equal(t, "img", e.attr["role"])
			require.NotEmpty(t, e.attr["aria-labelledby"])
			require.NotEmpty(t, e.attr["aria-describedby"])
		}
		require.Positive(t, pictures)
		for _, e := range all {
			if e.attr["class"] == "words" {
				require.Greater(t, len(e.text), 40, "a chart is told in words")
			}
		}
	})
}
