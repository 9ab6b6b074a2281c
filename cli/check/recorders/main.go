// A call by Go's client: run beside recorder.go with FILE, with the message in the environment.
package main

import (
	"io"
	"net/http"
	"os"
	"strings"
)

func main() {
	file, _ := os.Create(os.Args[1])
	client := http.Client{Transport: recorder{http.DefaultTransport, file}}
	request, _ := http.NewRequest("POST", os.Getenv("URL")+os.Getenv("TARGET"), strings.NewReader(os.Getenv("BODY")))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Signature", os.Getenv("SIGNATURE"))
	response, err := client.Do(request)
	if err != nil {
		panic(err)
	}
	if got, _ := io.ReadAll(response.Body); len(got) == 0 {
		os.Exit(1)
	}
}
