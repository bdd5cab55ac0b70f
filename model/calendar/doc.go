// Package calendar counts time in calendar months, as every table and every part of the
// model does. It imports nothing of ours, and anything may import it. Month is where to
// begin.
package calendar
