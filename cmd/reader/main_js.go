// Command reader is the wasm program that opens the runner's files, in Web
// Workers of its own.
package main

import "rebound/app/reader"

func main() { reader.Serve() }
