package language

import "fmt"

const MaxName = 200 // letters

// IsName reports whether a text can name something in a scenario.
func IsName(text string) bool {
	return namePattern.MatchString(text) && len(text) <= MaxName
}

// TooLong adds to what is said of a name that it has too many letters.
func TooLong(name string) string {
	if len(name) <= MaxName {
		return ""
	}
	return fmt.Sprintf(", at most %d of them", MaxName)
}
