package language

import "fmt"

// maxName bounds a name, in letters.
const maxName = 200

// IsName reports whether a text can name something in a scenario.
func IsName(text string) bool {
	return namePattern.MatchString(text) && len(text) <= maxName
}

// TooLong adds to what is said of a name that it has too many letters.
func TooLong(name string) string {
	if len(name) <= maxName {
		return ""
	}
	return fmt.Sprintf(", at most %d of them", maxName)
}
