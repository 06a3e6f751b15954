// Site builds and serves the app as a folder of static files.
//
//	site build [-out dist]             compile the wasm programs, bundle web/, write the folder
//	site serve [-dir dist] [-port 8080] serve it on this machine
//	site flags backend|reader|app      how a program is compiled, for tests that are to run what is shipped
//	site sizes [-dir dist] [-base DIR]  what each file costs a first visit, beside another build's
//
// The folder works on any host under any path: every address in it is relative.
// The same commit gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"rebound/cmd/site/size"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	verb := ""
	if len(args) > 0 {
		verb, args = args[0], args[1:]
	}
	switch verb {
	case "build":
		f := flag.NewFlagSet("build", flag.ContinueOnError)
		out := f.String("out", "dist", "the folder to write")
		root := f.String("root", ".", "the project's folder")
		if err := f.Parse(args); err != nil {
			return err
		}
		return Build(*root, *out)
	case "serve":
		f := flag.NewFlagSet("serve", flag.ContinueOnError)
		dir := f.String("dir", "dist", "the folder to serve")
		port := f.Int("port", 8080, "the port on localhost")
		if err := f.Parse(args); err != nil {
			return err
		}
		return serve(*dir, *port)
	case "flags":
		for _, p := range programs {
			if len(args) == 1 && args[0] == p.name {
				fmt.Println(strings.Join(p.flags, " "))
				return nil
			}
		}
		return fmt.Errorf("flags of which program: app, backend or reader")
	case "sizes":
		f := flag.NewFlagSet("sizes", flag.ContinueOnError)
		dir := f.String("dir", "dist", "the folder to weigh")
		base := f.String("base", "", "another build to set it against")
		if err := f.Parse(args); err != nil {
			return err
		}
		return sizes(*dir, *base)
	}
	return fmt.Errorf("say build, serve, flags or sizes")
}

// sizes prints what the files of a built site cost a first visit.
func sizes(dir, base string) error {
	here, err := size.Dir(dir)
	if err != nil {
		return err
	}
	var before map[string]int
	if base != "" {
		if before, err = size.Dir(base); err != nil {
			return err
		}
	}
	fmt.Print(size.Table(before, here))
	return nil
}
