package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// fields are the names of the members of an object that a text is taken from.
// An ID of "" makes the place of the text its id.
type fields struct{ ID, Text string }

// parse returns the document of a line.
func (f fields) parse(line []byte, at place) (document, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return document{}, jsonError(err)
	}
	if object == nil {
		return document{}, errors.New("not a JSON object: null")
	}
	d := document{ID: at.String(), Place: at}
	var err error
	if f.ID != "" {
		if d.ID, err = member(object, f.ID, true); err != nil {
			return document{}, err
		}
	}
	if f.ID != "" && d.ID == "" {
		return document{}, fmt.Errorf("%q is empty", f.ID)
	}
	d.Text, err = member(object, f.Text, false)
	return d, err
}

// jsonError says what is wrong with a line.
func jsonError(err error) error {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("not a JSON object: %s", wrong.Value)
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("invalid JSON at byte %d: %w", syntax.Offset, err)
	}
	return err
}

// member returns a member that is a string, or a number if that will do.
func member(object map[string]json.RawMessage, name string, number bool) (string, error) {
	raw, ok := object[name]
	if !ok {
		return "", fmt.Errorf("no member %q", name)
	}
	switch c := raw[0]; {
	case c == '"':
		return unquote(raw)
	case number && (c == '-' || '0' <= c && c <= '9'):
		return string(raw), nil
	}
	return "", fmt.Errorf("%q is no string", name)
}

// unquote returns what a JSON string says. Bytes that are no UTF-8, which
// package json would replace, stay as they are: package repair may know what
// they were.
func unquote(raw []byte) (s string, err error) {
	if utf8.Valid(raw) {
		err = json.Unmarshal(raw, &s)
		return s, err
	}
	var b strings.Builder
	rest := string(raw[1 : len(raw)-1])
	for rest != "" {
		n := validPrefix(rest)
		if err := json.Unmarshal([]byte(`"`+rest[:n]+`"`), &s); err != nil {
			return "", err
		}
		b.WriteString(s)
		if rest = rest[n:]; rest != "" {
			b.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	return b.String(), nil
}

// validPrefix returns the length of the longest prefix that is UTF-8.
func validPrefix(s string) int {
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
			return i
		}
	}
	return len(s)
}
