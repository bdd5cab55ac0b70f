// Package seek finds the values of one number at which what comes of it reaches what is wanted,
// and says when there are none, or several.
//
// The entry point is [Question.Answer]. It looks at a range from end to end, closes in on every
// place where the target begins or ceases to be met, and on the best that comes between.
//
// It imports nothing of ours.
package seek
