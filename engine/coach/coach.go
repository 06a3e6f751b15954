// Package coach decides what the screens show beside the verdict: what plan is
// made and offered, what became of the days that were planned, what is ahead, what
// to do first. Its answers are codes, dates and numbers; package app/words has the
// sentences.
//
// It stands above the engine and asks it, because most of its questions are of
// several days: what was planned for a day is what that day's own morning said,
// with the plan that was followed then.
package coach
