package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"corridor/scenarios/text"
)

// fromWorkbook reads a sheet of a workbook.
func fromWorkbook(name string, content []byte, sheet string) (*Table, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, errors.New("it is no xlsx workbook; save it as one, or as CSV")
	}
	b := book{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		b.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	part, called, err := b.open(sheet)
	if err != nil {
		return nil, err
	}
	return b.table(&text.File{Name: name, Sheet: called}, part)
}

// book is a workbook: parts in an archive (ISO/IEC 29500-2) that refer to each other.
type book struct {
	parts  map[string]*zip.File
	texts  []shared
	styles []style
	first  epoch
}

// relation leads from one part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations returns those of a part, "" for the archive, with whole names of parts.
func (b *book) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	var all struct {
		List []relation `xml:"Relationship"`
	}
	if err := b.read(dir+"_rels/"+file+".rels", &all); err != nil {
		return nil, err
	}
	for i, r := range all.List {
		if !strings.HasPrefix(r.Target, "/") {
			r.Target = path.Join(dir, r.Target)
		}
		all.List[i].Target = strings.TrimPrefix(r.Target, "/")
	}
	return all.List, nil
}

// open reads what the sheets have in common, and returns the part of the one of a name, or the
// first, and its name.
func (b *book) open(sheet string) (part, called string, err error) {
	main, err := b.relations("")
	if err != nil {
		return "", "", err
	}
	root := target(main, "officeDocument")
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := b.read(root, &book); err != nil {
		return "", "", err
	}
	if d := book.Properties.Date1904; d == "1" || d == "true" {
		b.first = macintosh
	}
	parts, err := b.relations(root)
	if err != nil {
		return "", "", err
	}
	if err := b.common(parts); err != nil {
		return "", "", err
	}
	var names []string
	for _, s := range book.Sheets {
		if sheet == "" || s.Name == sheet {
			return targetOf(parts, s.ID), s.Name, nil
		}
		names = append(names, s.Name)
	}
	return "", "", fmt.Errorf("there is no sheet %q%s", text.Short(sheet), text.DidYouMean(sheet, names))
}

// common reads the texts and styles that cells refer to; a workbook may have none of them.
func (b *book) common(parts []relation) error {
	if part := target(parts, "sharedStrings"); part != "" {
		var all struct {
			List []shared `xml:"si"`
		}
		if err := b.read(part, &all); err != nil {
			return err
		}
		b.texts = all.List
	}
	part := target(parts, "styles")
	if part == "" {
		return nil
	}
	var err error
	b.styles, err = b.formats(part)
	return err
}

// target returns the part that a relation of a kind leads to, "" where there is none.
func target(list []relation, kind string) string {
	for _, r := range list {
		if path.Base(r.Type) == kind {
			return r.Target
		}
	}
	return ""
}

func targetOf(list []relation, id string) string {
	for _, r := range list {
		if r.ID == id {
			return r.Target
		}
	}
	return ""
}

// read decodes a part. An archive that breaks off, or unpacks to more than can be meant, is an
// error.
func (b *book) read(part string, into any) error {
	f := b.parts[part]
	if f == nil {
		return errors.New("it is no xlsx workbook, or a part of it is missing; save it again as one")
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("the workbook is broken: %w", err)
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && len(content) > most {
		return fmt.Errorf("its part %s has more than %d bytes", text.Short(part), most)
	}
	if err == nil {
		err = xml.Unmarshal(content, into)
	}
	if err != nil {
		return fmt.Errorf("the workbook is broken: %w", err)
	}
	return nil
}
