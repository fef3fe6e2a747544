package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/textmend/textmend/entities"
)

// html4Names are the references that content management systems write by
// name: markup, punctuation and letters. Where a character has several names,
// this is its ordinary one. The apostrophe has no name in HTML 4.
var html4Names = strings.Fields(`
	amp lt gt quot nbsp
	ldquo rdquo lsquo rsquo bdquo laquo raquo ndash mdash hellip
	Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
	Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
	ETH Ntilde Ograve Oacute Ocirc Otilde Ouml Oslash
	Ugrave Uacute Ucirc Uuml Yacute THORN szlig
	agrave aacute acirc atilde auml aring aelig ccedil
	egrave eacute ecirc euml igrave iacute icirc iuml
	eth ntilde ograve oacute ocirc otilde ouml oslash
	ugrave uacute ucirc uuml yacute thorn yuml
	OElig oelig Scaron scaron Yuml`)

// latinANames are the letters of Latin Extended-A that only HTML 5 names.
var latinANames = strings.Fields(`
	Amacr amacr Abreve abreve Aogon aogon
	Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron
	Dcaron dcaron Dstrok dstrok
	Emacr emacr Edot edot Eogon eogon Ecaron ecaron
	Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil Hcirc hcirc Hstrok hstrok
	Itilde itilde Imacr imacr Iogon iogon Idot imath IJlig ijlig
	Jcirc jcirc Kcedil kcedil kgreen
	Lacute lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok
	Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng
	Omacr omacr Odblac odblac Racute racute Rcedil rcedil Rcaron rcaron
	Sacute sacute Scirc scirc Scedil scedil Tcedil tcedil Tcaron tcaron Tstrok tstrok
	Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon
	Wcirc wcirc Ycirc ycirc Zacute zacute Zdot zdot Zcaron zcaron`)

// An escaper has the names of the characters that it writes by name.
type escaper map[rune]string

// newEscaper looks the names up. It is an error if one is unknown, stands for
// more than one character, or for the same as another.
func newEscaper(lists ...[]string) (escaper, error) {
	e := escaper{}
	for _, name := range slices.Concat(lists...) {
		text, ok := entities.Lookup(name)
		r, size := utf8.DecodeRuneInString(text)
		if !ok || size != len(text) {
			return nil, fmt.Errorf("name %q: Lookup gives %q, %t", name, text, ok)
		}
		if other, ok := e[r]; ok {
			return nil, fmt.Errorf("names %q and %q: both stand for %q", other, name, r)
		}
		e[r] = name
	}
	return e, nil
}

// escape writes references for markup, quotes and everything outside ASCII.
// The C1 controls stay: their numbers stand for the characters that
// Windows-1252 has there.
func (e escaper) escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		name, named := e[r]
		switch {
		case named:
			b.WriteString("&" + name + ";")
		case r == '\'' || r > '\u009f':
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// deleted loses every "&", spaced turns it into one space.
func deleted(s string) string { return strings.ReplaceAll(s, "&", "") }
func spaced(s string) string  { return strings.ReplaceAll(s, "&", " ") }
