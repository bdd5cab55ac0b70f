// Package words says what charts say in each of their languages: texts, numbers and
// months. [Of] returns a [Language]; its texts stand in a YAML file of its code. English
// texts are the keys of all others.
//
// It may import nothing of ours but model/calendar.
package words
