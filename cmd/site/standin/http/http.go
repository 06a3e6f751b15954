// Package http stands in for net/http in the page's binary alone (docs/adr/0009):
// go-app's server half names these, and a page never calls them.
package http

import (
	"errors"
	"io"
	"net/url"
)

const (
	MethodGet                 = "GET"
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

type (
	Header  map[string][]string
	Handler interface {
		ServeHTTP(ResponseWriter, *Request)
	}
	ResponseWriter interface {
		Header() Header
		Write([]byte) (int, error)
		WriteHeader(int)
	}
	Request struct {
		Method string
		URL    *url.URL
		Header Header
		Host   string
		TLS    *struct{} // nil: never served over TLS, never served at all
	}
	Response struct {
		Status     string
		StatusCode int
		Header     Header
		Body       io.ReadCloser
	}
	Client struct{}
	Dir    string
)

var (
	errNone       = errors.New("the page has no HTTP client")
	DefaultClient = &Client{}
)

func (h Header) Get(string) string  { return "" }
func (h Header) Set(string, string) {}

func (c *Client) Do(*Request) (*Response, error) { return nil, errNone }

func Get(string) (*Response, error)                          { return nil, errNone }
func NewRequest(string, string, io.Reader) (*Request, error) { return nil, errNone }
func FileServer(Dir) Handler                                 { return nil }
func NotFound(ResponseWriter, *Request)                      {}
