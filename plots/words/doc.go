// Package words says what charts say in each of their languages: texts, numbers and
// months. [Of] returns a [Language]; its texts stand in a YAML file of its code. English
// texts are the keys of all others. What a term of the trade is in each language stands in
// terms.csv, which a test holds all texts to, those of the library's glossary too.
//
// It may import nothing of ours but model/calendar.
package words
