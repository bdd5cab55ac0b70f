package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
)

//go:embed page.html
var pageText string

//go:embed style.css
var style string

//go:embed script.js
var script string

var pageTemplate = template.Must(template.New("page").Funcs(said(english())).Parse(pageText))

// render fills the page. Its style and script are named by their hashes in the
// content security policy, which allows nothing else but fonts that are part of the
// style: no request leaves the page.
func render(w io.Writer, p *page) error {
	style := style + string(lineRules()) + string(p.Charts.Fonts) + string(p.Charts.Dark)
	own := template.Must(pageTemplate.Clone()).Funcs(said(p.topic.w))
	return own.Execute(w, struct {
		*page
		StyleText  template.CSS
		ScriptText template.JS
		Policy     string
	}{p, template.CSS(style), template.JS(script), "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script) + "'; font-src data:; img-src blob:; base-uri 'none'; form-action 'none'"})
}

// digest is the source expression for an inline text (Content Security Policy
// Level 3, §2.3.1).
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
