// Prints what Go writes for each body of a folder: go run golang.go FOLDER
package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func decode(body []byte, useNumber bool) any {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(body))
	if useNumber {
		decoder.UseNumber()
	}
	check(decoder.Decode(&value))
	return value
}

// encode is json.Encoder, which ends with a line feed.
func encode(value any, html bool) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(html)
	check(encoder.Encode(value))
	return out.String()
}

func marshal(value any) string {
	out, err := json.Marshal(value)
	check(err)
	return string(out)
}

func indent(value any, with string) string {
	out, err := json.MarshalIndent(value, "", with)
	check(err)
	return string(out)
}

// ordered writes members in the order read, as a struct with fields in that order would.
type ordered json.RawMessage

func (raw ordered) MarshalJSON() ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var out bytes.Buffer
	write(decoder, &out)
	return out.Bytes(), nil
}

func write(decoder *json.Decoder, out *bytes.Buffer) {
	token, err := decoder.Token()
	check(err)
	open, nested := token.(json.Delim)
	if !nested {
		out.WriteString(strings.TrimSuffix(encode(token, false), "\n"))
		return
	}
	out.WriteString(open.String())
	for first := true; decoder.More(); first = false {
		if !first {
			out.WriteByte(',')
		}
		if open == '{' {
			write(decoder, out)
			out.WriteByte(':')
		}
		write(decoder, out)
	}
	end, err := decoder.Token()
	check(err)
	out.WriteString(end.(json.Delim).String())
}

var profiles = map[string]func(body []byte) string{
	"Marshal map":             func(b []byte) string { return marshal(decode(b, false)) },
	"Marshal map UseNumber":   func(b []byte) string { return marshal(decode(b, true)) },
	"Marshal ordered":         func(b []byte) string { return marshal(ordered(b)) },
	"MarshalIndent map 2":     func(b []byte) string { return indent(decode(b, false), "  ") },
	"MarshalIndent map 4":     func(b []byte) string { return indent(decode(b, false), "    ") },
	"MarshalIndent map tab":   func(b []byte) string { return indent(decode(b, false), "\t") },
	"Encoder map":             func(b []byte) string { return encode(decode(b, false), true) },
	"Encoder map no-html":     func(b []byte) string { return encode(decode(b, false), false) },
	"Encoder ordered":         func(b []byte) string { return encode(ordered(b), true) },
	"Encoder ordered no-html": func(b []byte) string { return encode(ordered(b), false) },
}

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*"))
	check(err)
	outputs := map[string]map[string]string{}
	for name, write := range profiles {
		outputs[name] = map[string]string{}
		for _, file := range files {
			body, err := os.ReadFile(file)
			check(err)
			outputs[name][filepath.Base(file)] = write(body)
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	check(encoder.Encode(map[string]any{"runtime": runtime.Version(), "outputs": outputs}))
}
