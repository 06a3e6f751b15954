package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// storeWorker runs the backend's own tests where they meet IndexedDB: in a Web
// Worker, over the shim that the app uses.
const storeWorker = `
import { open } from "./store.js";
const lines = [];
console.log = (line) => lines.push(line);
globalThis.reboundStore = { open };
// A database as the first version left it: rows without briefs.
globalThis.reboundVersion1 = (name, row, settings) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("log", { autoIncrement: true }).add(row);
      opening.result.createObjectStore("kv").put(settings, "settings");
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
// Something put into a database by another hand, and one that a later version has opened.
const raw = (name, version, act) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!act) return resolve(db.close());
      const tx = act(db);
      tx.oncomplete = () => resolve(db.close());
      tx.onabort = () => reject(tx.error);
    };
  });
globalThis.reboundPut = (name, store, value, key) =>
  raw(name, undefined, (db) => {
    const tx = db.transaction(store, "readwrite");
    tx.objectStore(store).put(value, key);
    return tx;
  });
globalThis.reboundRaise = (name, version) => raw(name, version);
const go = new Go();
go.argv = ["worker.test", "-test.run=TestIndexedDB", "-test.v"];
go.exit = (Code) => postMessage({ json: JSON.stringify({ Code, Lines: lines }) });
onmessage = async ({ data }) => {
  const { instance } = await WebAssembly.instantiate(data, go.importObject);
  await go.run(instance);
};`

const storePage = `
const worker = new Worker("backend.js");
worker.onmessage = ({ data }) => { globalThis.outcome = JSON.parse(data.json); };
fetch("test.wasm").then((r) => r.arrayBuffer()).then((b) => worker.postMessage(b));`

// TestIndexedDB holds the browser's database to the contract that every store is
// held to (app/backend, contract_test.go).
func TestIndexedDB(t *testing.T) {
	dir := t.TempDir()
	wasm := exec.Command("go", "test", "-c", "-o", filepath.Join(dir, "test.wasm"), "./app/backend")
	wasm.Dir = root
	wasm.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if msg, err := wasm.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, msg)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runtime, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	shim, err := filepath.Abs(filepath.Join(root, "web", "backend"))
	if err != nil {
		t.Fatal(err)
	}
	bundle := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: storeWorker, ResolveDir: shim},
		Bundle: true, Format: api.FormatIIFE, Banner: map[string]string{"js": string(runtime)},
		Outfile: filepath.Join(dir, "backend.js"), Write: true,
	})
	if len(bundle.Errors) > 0 {
		t.Fatal(bundle.Errors[0].Text)
	}
	for name, text := range map[string]string{"page.js": storePage, "index.html": `<!doctype html><title>Store</title><link rel="icon" href="data:,"><script src="page.js"></script>`} {
		if err := save(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	p := shared(t).open(t, newSite(t, dir).url(""))
	p.wait("the store's tests to end", `!!globalThis.outcome`)
	got := eval[struct {
		Code  int
		Lines []string
	}](p, `globalThis.outcome`)
	text := strings.Join(got.Lines, "\n")
	if got.Code != 0 || !strings.Contains(text, "--- PASS: TestIndexedDBVersion1") || strings.Contains(text, "SKIP") {
		t.Errorf("exit %d\n%s", got.Code, text)
	}
}
