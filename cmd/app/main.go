// Command app is the wasm program of the page: it mounts package app/page, which
// boot.js (web/boot) has compiled and started once the backend was.
package main

import "rebound/app/page"

func main() { page.Run() }
