// Command app is the wasm program of the page.
package main

import "rebound/app"

func main() { app.Run() }
