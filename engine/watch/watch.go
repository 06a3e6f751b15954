// Package watch turns a runner's files into diary records.
//
// [Walk] opens what was dropped (a file, a folder, a zip, zips in zips) and
// hands over each entry, cheaply, without reading more than it must. [Read]
// takes one entry's bytes, finds out which of the known sources wrote it, and
// returns the [diary.File] it holds. Every error is a [*Problem]: one line of
// what is wrong and one of what to do.
package watch
