package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

var lookPath = exec.LookPath

// fox is a Firefox, driven by WebDriver BiDi.
type fox struct {
	cmd  *exec.Cmd
	conn *websocket.Conn
	tab  string
	last int
}

func firefox(t *testing.T) engine {
	path := installed(t, "Firefox", "Debian: firefox-esr", "firefox", "firefox-esr")
	f := &fox{cmd: exec.Command(path, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", t.TempDir())}
	log, err := f.cmd.StderrPipe()
	if err == nil {
		err = f.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.close)
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(log); lines.Scan(); {
			if _, at, ok := strings.Cut(lines.Text(), "WebDriver BiDi listening on "); ok {
				address <- at
			}
		}
	}()
	select {
	case at := <-address:
		ctx, end := context.WithTimeout(context.Background(), patience)
		defer end()
		if f.conn, _, err = websocket.Dial(ctx, at+"/session", nil); err != nil {
			t.Fatal(err)
		}
		f.conn.SetReadLimit(64 << 20)
	case <-time.After(2 * patience):
		t.Fatal("Firefox does not say where it listens")
	}
	var tab struct{ Context string }
	if err := errors.Join(f.call("session.new", map[string]any{"capabilities": map[string]any{}}, nil),
		f.call("browsingContext.create", map[string]any{"type": "tab"}, &tab)); err != nil {
		t.Fatal(err)
	}
	f.tab = tab.Context
	return f
}

// call asks for one thing and waits for the answer; what else is said meanwhile is of
// no interest.
func (f *fox) call(method string, params, into any) error {
	ctx, end := context.WithTimeout(context.Background(), 2*patience)
	defer end()
	f.last++
	if err := wsjson.Write(ctx, f.conn, map[string]any{"id": f.last, "method": method, "params": params}); err != nil {
		return err
	}
	for {
		var m struct {
			ID      int
			Error   string
			Message string
			Result  json.RawMessage
		}
		if err := wsjson.Read(ctx, f.conn, &m); err != nil {
			return err
		}
		switch {
		case m.ID != f.last:
			continue
		case m.Error != "":
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		case into == nil:
			return nil
		}
		return json.Unmarshal(m.Result, into)
	}
}

func (f *fox) open(url string) error {
	return f.call("browsingContext.navigate", map[string]any{"context": f.tab, "url": url, "wait": "complete"}, nil)
}

// remote is a value as BiDi writes it.
type remote struct {
	Type   string
	Result struct {
		Type, SharedID string
		Value          json.RawMessage
	}
	ExceptionDetails struct{ Text string }
}

func (f *fox) script(expression string) (remote, error) {
	var r remote
	err := f.call("script.evaluate", map[string]any{"expression": expression, "awaitPromise": true,
		"resultOwnership": "none", "target": map[string]any{"context": f.tab}}, &r)
	if err == nil && r.Type != "success" {
		err = errors.New(r.ExceptionDetails.Text)
	}
	return r, err
}

func (f *fox) eval(expression string) (json.RawMessage, error) {
	r, err := f.script("(async () => JSON.stringify(await (" + expression + ")) ?? 'null')()")
	if err != nil {
		return nil, err
	}
	var text string
	err = json.Unmarshal(r.Result.Value, &text)
	return json.RawMessage(text), err
}

func (f *fox) choose(selector, path string) error {
	r, err := f.script(fmt.Sprintf("document.querySelector(%q)", selector))
	if err != nil {
		return err
	}
	return f.call("input.setFiles", map[string]any{"context": f.tab, "element": map[string]any{"sharedId": r.Result.SharedID}, "files": []string{path}}, nil)
}

func (f *fox) close() {
	if f.conn != nil {
		f.conn.CloseNow()
	}
	f.cmd.Process.Kill()
	f.cmd.Wait()
}
