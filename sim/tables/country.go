package tables

import "cmp"

// Countries say in which country the places of a scenario are.
type Countries struct {
	Nodes  map[string]string // node to the code of ISO 3166, such as KZ; none where it is not said
	Titles map[string]string // code to the name for readers
}

// Title is the name of a country for readers, or its code where it has none.
func (c *Countries) Title(code string) string { return cmp.Or(c.Titles[code], code) }
