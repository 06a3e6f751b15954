package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"testing"
	"time"
)

// webKitGTK is its's MiniBrowser, driven by WebDriver: the nearest thing to Safari on
// a phone that a Debian machine can run.
type webKitGTK struct {
	driver  *exec.Cmd
	session string // its address
}

func webKit(t *testing.T) engine {
	const hint = "Debian: webkit2gtk-driver, xvfb, dbus"
	driver := installed(t, "WebKitWebDriver", hint, "WebKitWebDriver")
	browser := installed(t, "MiniBrowser", hint, "/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib/*/webkitgtk-6.0/MiniBrowser", "/usr/lib/*/webkit2gtk-4.0/MiniBrowser")
	screen := installed(t, "xvfb-run", hint, "xvfb-run")
	bus := installed(t, "dbus-run-session", hint, "dbus-run-session")
	home, err := os.MkdirTemp(spare, "webkit") // the desktop's services leave a mount in it that outlives the test
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	w := &webKitGTK{driver: exec.Command(screen, "-a", bus, "--", driver, "--host=127.0.0.1", fmt.Sprintf("--port=%d", port))}
	w.driver.Env = append(os.Environ(), "HOME="+home, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", "LIBGL_ALWAYS_SOFTWARE=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1")
	ownGroup(w.driver)
	if err := w.driver.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.close)
	w.session = fmt.Sprintf("http://127.0.0.1:%d", port)
	want := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": browser, "args": []string{"--automation"}}}}}
	var got struct{ SessionID string }
	for end := time.Now().Add(2 * patience); ; time.Sleep(200 * time.Millisecond) {
		if err = w.call("POST", "/session", want, &got); err == nil {
			break
		}
		if time.Now().After(end) {
			t.Fatal(err)
		}
	}
	w.session += "/session/" + got.SessionID
	if err := w.call("POST", "/timeouts", map[string]int{"script": 60_000, "pageLoad": 60_000}, nil); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *webKitGTK) call(method, path string, body, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	r, err := http.NewRequest(method, w.session+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var a struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&a); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, clip(string(a.Value)))
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(a.Value, into)
}

func (w *webKitGTK) open(url string) error {
	return w.call("POST", "/url", map[string]string{"url": url}, nil)
}

func (w *webKitGTK) eval(expression string) (json.RawMessage, error) {
	script := `const done = arguments[0];
		(async () => (` + expression + `))().then((v) => done(JSON.stringify(v) ?? "null"), (e) => done("error " + e));`
	var text string
	if err := w.call("POST", "/execute/async", map[string]any{"script": script, "args": []any{}}, &text); err != nil {
		return nil, err
	}
	if !json.Valid([]byte(text)) {
		return nil, fmt.Errorf("%s", text)
	}
	return json.RawMessage(text), nil
}

func (w *webKitGTK) choose(selector, path string) error {
	var element map[string]string
	if err := w.call("POST", "/element", map[string]string{"using": "css selector", "value": selector}, &element); err != nil {
		return err
	}
	for _, id := range element {
		return w.call("POST", "/element/"+id+"/value", map[string]string{"text": path}, nil)
	}
	return fmt.Errorf("no %s", selector)
}

func (w *webKitGTK) close() {
	_ = w.call("DELETE", "", nil, nil)
	endGroup(w.driver)
}
