// Records what Go's http.Client sends and gets: http.Client{Transport: recorder{http.DefaultTransport, file}}
package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

type recorder struct {
	next http.RoundTripper
	out  io.Writer
}

func (r recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	sent := []byte{}
	if request.Body != nil {
		sent, _ = io.ReadAll(request.Body)
		request.Body = io.NopCloser(bytes.NewReader(sent))
	}
	response, err := r.next.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	got, err := io.ReadAll(response.Body)
	response.Body = io.NopCloser(bytes.NewReader(got))
	type object map[string]any
	json.NewEncoder(r.out).Encode(object{
		"request":  object{"method": request.Method, "target": request.URL.String(), "headers": request.Header, "body": object{"base64": sent}},
		"response": object{"status": response.StatusCode, "headers": response.Header, "body": object{"base64": got}},
	})
	return response, err
}
