// Command app is the wasm program of the page.
package main

import page "rebound/app"

func main() { page.Run() }
