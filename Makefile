# Each target does all of its own set-up: a fresh Debian machine with Go, Node
# and make is enough.
PORT ?= 8080
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Go's wasm host refuses an environment of more than 12 KiB, which hosted runners
# come close to: the tests need none of it.
WASM_EXEC = env -i 'PATH=$(PATH)' $(shell go env GOROOT)/lib/wasm/go_js_wasm_exec

.PHONY: run build test test-long mutate bench pictures vuln lint setup browser clean

run: build
	go run ./cmd/site serve -port $(PORT)

build: setup
	go run ./cmd/site build -out dist
	go build -o bin/readiness ./cmd/readiness

# The engine's stories and invariants run natively and as wasm, compiled as they are
# shipped; the main job runs in a real browser. Nothing is taken from Go's test cache: it does not see the
# scripts and the wasm that the browser tests build.
test: setup browser lint
	go test -count=1 -timeout 40m ./...
	GOOS=js GOARCH=wasm go test $$(go run ./cmd/site flags backend) -exec "$(WASM_EXEC)" ./engine ./engine/diary ./engine/signal ./engine/load ./engine/verdict ./engine/body ./engine/cycle ./engine/effect ./engine/beats ./engine/entry ./engine/coach

test-long: setup browser
	REBOUND_LONG=1 go test -count=1 -timeout 80m ./...
	for t in FuzzRead FuzzIdentify FuzzWalk; do go test ./engine/watch -run xxx -fuzz "$$t$$" -fuzztime 3m || exit 1; done
	go test ./engine/watch/inflate -run xxx -fuzz FuzzAppend -fuzztime 3m
	go test ./engine/diary -run xxx -fuzz FuzzUnpack -fuzztime 3m
	for t in FuzzFile FuzzRead; do go test ./app/backup -run xxx -fuzz "$$t$$" -fuzztime 3m || exit 1; done
	go test ./engine/entry -run xxx -fuzz FuzzReadJournal -fuzztime 3m

# Would the tests notice? The rule code is changed in one small place after another,
# and what no test saw is listed (docs/adr/0017).
mutate:
	go run ./cmd/mutate -least 90

bench: setup browser
	go run ./cmd/bench

# Every state of every screen, to be looked at, into build/pictures; ONLY=today
# WIDTH=390 THEME=dark take some of them.
pictures: setup browser
	go run ./cmd/pictures -only "$(ONLY)" -width "$(WIDTH)" -theme "$(THEME)"

# Which known vulnerabilities the code can reach; needs the network.
vuln: setup
	go run ./cmd/vuln

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "gofmt would change:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./app/... ./engine/... ./cmd/app ./cmd/backend ./cmd/reader ./cmd/bench/wasm
	go run $(STATICCHECK) ./...

setup: web/node_modules/.ready

web/node_modules/.ready: web/package-lock.json
	cd web && npm ci
	touch $@

# The browser tests need Chromium: Debian's, when we may install it.
browser:
	@for b in "$$CHROME" chromium chromium-browser google-chrome google-chrome-stable; do \
		if [ -n "$$b" ] && command -v "$$b" >/dev/null; then exit 0; fi; done; \
	if [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	else echo "The browser tests need Chromium or Chrome: install it (Debian: apt install chromium), or set CHROME to its path."; exit 1; fi

clean:
	rm -rf dist bin
