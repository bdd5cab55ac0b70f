package spreadsheet

import "strings"

// style is how a cell is shown; of it only matters whether its number is a date.
type style struct{ date bool }

// formats reads the styles of cells.
func (b *book) formats(part string) ([]style, error) {
	var all struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.read(part, &all); err != nil {
		return nil, err
	}
	own := map[int]bool{}
	for _, f := range all.Formats {
		own[f.ID] = isDate(f.Code)
	}
	styles := make([]style, len(all.Cells))
	for i, c := range all.Cells {
		date, given := own[c.Format]
		styles[i].date = date || !given && builtInDate(c.Format)
	}
	return styles, nil
}

// builtInDate reports whether a format that every workbook has shows a date (ISO/IEC 29500-1,
// 18.8.30).
func builtInDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58
}

// isDate reports whether a format shows a year, a month or a day: letters y, m and d outside
// texts in quotes and outside brackets, such as [Red]; m alone beside h or s is minutes.
func isDate(code string) bool {
	var bare strings.Builder
	quoted, bracket, escaped := false, false, false
	for _, r := range strings.ToLower(code) {
		switch {
		case escaped:
			escaped = false
		case r == '\\' || r == '_' || r == '*':
			escaped = true
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !bracket:
			bare.WriteRune(r)
		}
	}
	shown := strings.ReplaceAll(bare.String(), "general", "")
	return strings.ContainsAny(shown, "yd") || strings.Contains(shown, "m") && !strings.ContainsAny(shown, "hs")
}
