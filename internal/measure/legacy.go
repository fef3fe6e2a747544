package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/repair"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A legacyRoute is an encoding that texts of a language are written in, and
// what they are then read as: nothing for bytes that stay as they are.
type legacyRoute struct {
	language string
	name     string
	written  encoding.Encoding
	read     *charmap.Charmap
}

var legacyRoutes = []legacyRoute{
	{"rus", "windows-1251 as 1252", charmap.Windows1251, charmap.Windows1252},
	{"rus", "koi8-r as 1252", charmap.KOI8R, charmap.Windows1252},
	{"rus", "windows-1251 as koi8-r", charmap.Windows1251, charmap.KOI8R},
	{"rus", "koi8-r as windows-1251", charmap.KOI8R, charmap.Windows1251},
	{"ukr", "windows-1251 as 1252", charmap.Windows1251, charmap.Windows1252},
	{"jpn", "shift-jis as 1252", japanese.ShiftJIS, charmap.Windows1252},
	{"jpn", "euc-jp as 1252", japanese.EUCJP, charmap.Windows1252},
	{"zho-CN", "gbk as 1252", simplifiedchinese.GBK, charmap.Windows1252},
	{"kor", "euc-kr as 1252", korean.EUCKR, charmap.Windows1252},
	{"rus", "windows-1251", charmap.Windows1251, nil},
	{"rus", "koi8-r", charmap.KOI8R, nil},
	{"jpn", "shift-jis", japanese.ShiftJIS, nil},
	{"jpn", "euc-jp", japanese.EUCJP, nil},
	{"zho-CN", "gbk", simplifiedchinese.GBK, nil},
	{"kor", "euc-kr", korean.EUCKR, nil},
}

// damage returns s as the route leaves it, and false if it cannot be written.
func (r *legacyRoute) damage(s string) (string, bool) {
	raw, err := r.written.NewEncoder().String(s)
	if err != nil {
		return "", false
	}
	if r.read == nil {
		return raw, true
	}
	return misread(r.read, raw), true
}

// legacyTexts prints for each route what share of lines, and of words by
// themselves, came out exactly, and what share came out wrong.
func legacyTexts(out io.Writer, args []string) error {
	flags := subcommand.Flags("legacy")
	match := flags.String("match", "news-*.txt", "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	files, err := textFiles(flags.Args(), *match)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\troute\tlines\tright/wrong\twords\tright/wrong\t")
	for i := range legacyRoutes {
		r := &legacyRoutes[i]
		for _, file := range files {
			if title(file) != r.language {
				continue
			}
			lines, err := readUTF8(file)
			if err != nil {
				return err
			}
			whole, words := r.measure(lines)
			fmt.Fprintf(table, "%s\t%s\t%d\t%v\t%d\t%v\t\n", title(file), r.name, whole.all, whole, words.all, words)
		}
	}
	return table.Flush()
}

// measure damages and repairs lines, and the word in the middle of each.
func (r *legacyRoute) measure(lines []string) (whole, words share) {
	count := func(s *share, text string) {
		damaged, ok := r.damage(text)
		if ok && damaged != text {
			s.count(damaged, repair.String(damaged), text)
		}
	}
	for _, line := range lines {
		if line == "" || utf8.RuneCountInString(line) == len(line) {
			continue
		}
		count(&whole, line)
		fields := strings.Fields(line)
		count(&words, fields[len(fields)/2])
	}
	return whole, words
}
