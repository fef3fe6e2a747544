// Package words finds the words of a text, and folds them so that they can be
// compared.
//
// It is a light form of the word boundaries of Unicode's annex 29. A word is a
// run of letters, digits and the marks that follow them, as long as it can be:
//
//   - A letter is a character of Unicode's categories L and Nl, a digit one of
//     Nd. A word begins with a letter or a digit; marks (M) and formatting
//     characters (Cf, but for the zero-width space: the soft hyphen, joiners, marks of direction) continue
//     one, and part nothing.
//   - A single ', U+2019 or U+2018 between two letters belongs to the word, and
//     so do Catalan's middle dot (U+00B7, U+2027) and Hebrew's geresh and
//     gershayim (U+05F3, U+05F4).
//   - A single full stop or comma, and Arabic's U+066B and U+066C, between two
//     digits belongs to the word.
//   - All else parts words: spaces, hyphens, underscores, the other marks,
//     symbols, and each byte that is not UTF-8.
//   - In scripts written without spaces each letter is a word of its own, with
//     the marks that follow it: Han, Hiragana, Katakana, Bopomofo, Thai, Lao,
//     Khmer, Myanmar, Tai Le, New Tai Lue, Tai Tham, Tai Viet, Ahom, Javanese,
//     Balinese, Tangut, Nushu and Khitan. Hangul is a script with spaces.
//
// The tables are those of Unicode 15.0 whatever the toolchain has, as
// fingerprints that are stored depend on them. All functions are safe for
// concurrent use, and keep no reference to their arguments.
package words

import "unicode/utf8"

//go:generate go run ./gen

// Next returns the bounds of the first word in s that begins at or after the
// byte offset at, as s[start:end]. It returns len(s) twice when there is none.
//
// What stands before at has no influence: to walk through a text, pass the end
// of one word to find the next. An offset within a character is within no word.
// Next takes any bytes and any offset, and does not allocate.
func Next(s string, at int) (start, end int) {
	for i := max(at, 0); i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if ascii[c]&wordy != 0 {
				return i, wordEnd(s, i)
			}
			i++
			continue
		}
		p, size := decode(s[i:])
		switch p.class {
		case letter, digit:
			return i, wordEnd(s, i)
		case solo:
			return i, skipMarks(s, i+size)
		}
		i += size
	}
	return len(s), len(s)
}

// Solo reports whether word, as Next finds it, is a letter of a script that is
// written without spaces.
func Solo(word string) bool {
	if word == "" || word[0] < utf8.RuneSelf {
		return false
	}
	p, _ := decode(word)
	return p.class == solo
}

// wordEnd returns the end of the word that begins with the letter or digit at
// i.
func wordEnd(s string, i int) int {
	last := other // class of the last letter or digit
	for i < len(s) {
		c := s[i]
		if ascii[c]&wordy != 0 {
			for i++; i < len(s); i++ {
				if c = s[i]; ascii[c]&wordy == 0 {
					break
				}
			}
			if ascii[c] == uint8(other) {
				return i
			}
			last = class(ascii[s[i-1]] &^ wordy)
			continue
		}
		p, size := decode(s[i:])
		switch p.class {
		case letter, digit:
			last = p.class
		case mark, formatting:
		case apostrophe:
			if last != letter || classAt(s, i+size) != letter {
				return i
			}
		case point:
			if last != digit || classAt(s, i+size) != digit {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// skipMarks returns the offset of the first character at or after i that
// continues no word.
func skipMarks(s string, i int) int {
	for i < len(s) && s[i] >= utf8.RuneSelf {
		p, size := decode(s[i:])
		if p.class != mark && p.class != formatting {
			break
		}
		i += size
	}
	return i
}

// Fold appends to dst a form of word in which words are compared: in lower case
// and without formatting characters, quotation marks and apostrophes straight,
// full-width forms as ASCII. Forms that differ in case alone become one: the
// Greek final sigma an ordinary one, the long s an s. Accents and other marks
// are kept, and whether they are composed. Each byte that is not UTF-8 becomes
// U+FFFD: kept, two that a formatting character held apart could become one
// character.
//
// Folding what is folded changes nothing. Fold takes any bytes, and allocates
// only to extend dst.
func Fold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			dst = append(dst, lower[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if p := lookup(r); p.class != formatting {
			dst = utf8.AppendRune(dst, r+p.delta)
		}
		i += size
	}
	return dst
}
