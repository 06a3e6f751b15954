// Command app is the wasm program of the page.
package main

import "rebound/app/page"

func main() { page.Run() }
