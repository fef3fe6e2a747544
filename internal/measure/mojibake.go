package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/textmend/textmend/internal/subcommand"
	"github.com/textmend/textmend/repair"
	"golang.org/x/text/encoding/charmap"
)

// A mojibakeCase is one of the cases that ftfy's authors collected.
type mojibakeCase struct {
	Label         string
	Original      string
	Fixed         string
	FixedEncoding string `json:"fixed-encoding"`
}

func mojibake(out io.Writer, args []string) error {
	flags := subcommand.Flags("mojibake")
	match := flags.String("match", "news-*.txt", "")
	verbose := flags.Int("v", 0, "")
	if err := subcommand.Parse(flags, args, 1, math.MaxInt); err != nil {
		return err
	}
	if strings.HasSuffix(flags.Arg(0), ".json") {
		for _, file := range flags.Args() {
			if err := mojibakeCases(out, file); err != nil {
				return err
			}
		}
		return nil
	}
	files, err := textFiles(flags.Args(), *match)
	if err != nil {
		return err
	}
	return misreadFiles(out, files, *verbose)
}

// mojibakeCases prints the cases of a file that do not come out right.
func mojibakeCases(out io.Writer, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var cases []mojibakeCase
	if err := json.Unmarshal(data, &cases); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if len(cases) == 0 {
		return fmt.Errorf("%s: no cases", file)
	}
	right := 0
	for i, c := range cases {
		got := repair.String(c.Original)
		if same := plainQuotes(got); same == plainQuotes(c.Fixed) || c.FixedEncoding != "" && same == plainQuotes(c.FixedEncoding) {
			right++
			continue
		}
		fmt.Fprintf(out, "%s:%d: %s\n\tin   %q\n\tgot  %q\n\twant %q\n", file, i+1, c.Label, c.Original, got, c.Fixed)
	}
	fmt.Fprintf(out, "%s: %d of %d right\n", file, right, len(cases))
	return nil
}

// plainQuotes writes curled quotes as straight ones.
var plainQuotes = strings.NewReplacer("\u2018", "'", "\u2019", "'", "\u201c", "\"", "\u201d", "\"").Replace

// A misreader reads the UTF-8 of a text as something else.
type misreader struct {
	name string
	read func(string) string
}

// misreaders returns those that are measured.
func misreaders() []misreader {
	var list []misreader
	for _, t := range []struct {
		name  string
		table *charmap.Charmap
	}{
		{"1252", charmap.Windows1252}, {"latin1", charmap.ISO8859_1}, {"1251", charmap.Windows1251}, {"1250", charmap.Windows1250},
		{"1253", charmap.Windows1253}, {"1254", charmap.Windows1254}, {"1257", charmap.Windows1257},
		{"latin2", charmap.ISO8859_2}, {"mac", charmap.Macintosh}, {"437", charmap.CodePage437},
	} {
		read := func(s string) string { return misread(t.table, s) }
		list = append(list, misreader{t.name, read})
		if t.name == "1252" {
			list = append(list, misreader{"twice", func(s string) string { return read(read(s)) }},
				misreader{"lossy", func(s string) string { return lose(read(s)) }})
		}
	}
	return list
}

// misread reads the bytes of s as characters of a table, and those that it
// leaves undefined as controls of Latin-1.
func misread(table *charmap.Charmap, s string) string {
	var b strings.Builder
	for i := range len(s) {
		r := rune(s[i])
		if s[i] >= utf8.RuneSelf {
			if q := table.DecodeByte(s[i]); q != utf8.RuneError {
				r = q
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lose drops controls, and makes spaces of no-break spaces, as programs do
// that clean text up.
func lose(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xa0:
			return ' '
		case 0x80 <= r && r < 0xa0:
			return -1
		}
		return r
	}, s)
}

// A share counts what came out exactly, and what came out wrong: neither as
// it was meant nor as it stood.
type share struct{ exact, left, wrong, all int }

func (s *share) count(damaged, got, want string) bool {
	s.all++
	switch got {
	case want:
		s.exact++
	case damaged:
		s.left++
	default:
		s.wrong++
		return false
	}
	return true
}

func (s share) String() string {
	if s.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f/%.1f", 100*float64(s.exact)/float64(s.all), 100*float64(s.wrong)/float64(s.all))
}

// misreadFiles prints for each file and misreader three shares in percent,
// exact/wrong: of lines that were misread as a whole, of single words that
// were among the good ones of their line, and of such words by themselves.
func misreadFiles(out io.Writer, files []string, verbose int) error {
	readers := misreaders()
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(table, "file\t\t")
	for _, m := range readers {
		fmt.Fprintf(table, "%s\t", m.name)
	}
	fmt.Fprintln(table)
	var details strings.Builder
	all := make([][3]share, len(readers))
	for _, file := range files {
		lines, err := readUTF8(file)
		if err != nil {
			return err
		}
		shares := make([][3]share, len(readers))
		for k, m := range readers {
			left := verbose
			for n, line := range lines {
				for kind, c := range m.cases(line, n) {
					got := repair.String(c.damaged)
					if (!shares[k][kind].count(c.damaged, got, c.want) || got != c.want && verbose > 1000) && left > 0 {
						left--
						fmt.Fprintf(&details, "%s:%d: %s, %s\n\tin   %q\n\tgot  %q\n\twant %q\n", file, n+1, m.name, caseKinds[kind], c.damaged, got, c.want)
					}
				}
			}
		}
		printShares(table, title(file), shares)
		for k := range all {
			for kind := range all[k] {
				all[k][kind].add(shares[k][kind])
			}
		}
	}
	printShares(table, "all", all)
	_, err := io.WriteString(out, details.String())
	return errors.Join(table.Flush(), err)
}

func (s *share) add(t share) {
	s.exact += t.exact
	s.left += t.left
	s.wrong += t.wrong
	s.all += t.all
}

var caseKinds = [3]string{"line", "word", "alone"}

func printShares(w io.Writer, name string, shares [][3]share) {
	for kind, label := range caseKinds {
		fmt.Fprintf(w, "%s\t%s\t", name, label)
		for _, s := range shares {
			fmt.Fprintf(w, "%v\t", s[kind])
		}
		fmt.Fprintln(w)
		name = ""
	}
}

// A damagedText is a text and what it should read.
type damagedText struct{ damaged, want string }

// cases yields what is measured on line n: the line, one of its words among
// the others, and that word alone. Texts without a character outside ASCII
// are left out.
func (m misreader) cases(line string, n int) func(func(int, damagedText) bool) {
	return func(yield func(int, damagedText) bool) {
		if damaged := m.read(line); damaged != line && !yield(0, damagedText{damaged, line}) {
			return
		}
		words := strings.Split(line, " ")
		var marked []int
		for i, w := range words {
			if m.read(w) != w {
				marked = append(marked, i)
			}
		}
		if len(marked) == 0 {
			return
		}
		i := marked[n%len(marked)]
		word := words[i]
		words[i] = m.read(word)
		if !yield(1, damagedText{strings.Join(words, " "), line}) {
			return
		}
		yield(2, damagedText{m.read(word), word})
	}
}

// sms measures the pairs of text messages: controls of C1 are what
// Windows-1252 has there, and spaces at the ends do not count. Rows that
// differ in the quoting of a spreadsheet are left out.
func sms(out io.Writer, args []string) error {
	flags := subcommand.Flags("sms")
	if err := subcommand.Parse(flags, args, 1, 1); err != nil {
		return err
	}
	file := flags.Arg(0)
	lines, err := readLines(file)
	if err != nil {
		return err
	}
	var s share
	for i, line := range lines {
		damaged, want, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%s:%d: no tab", file, i+1)
		}
		if quoted(damaged, want) {
			continue
		}
		got := repair.String(damaged)
		if n := s.exact; foldC1(got) == foldC1(want) {
			s.count(got, got, got)
		} else if s.count(damaged, got, want); s.exact == n {
			fmt.Fprintf(out, "%d:\n\tin   %q\n\tgot  %q\n\twant %q\n", i+1, damaged, got, want)
		}
	}
	fmt.Fprintf(out, "%d rows: %d right, %d left as they were, %d otherwise\n", s.all, s.exact, s.left, s.wrong)
	return nil
}

// quoted reports whether two texts differ in their quoting only.
func quoted(a, b string) bool {
	plain := strings.NewReplacer("\"", "", " ", "", "\\", "").Replace
	return a != b && plain(a) == plain(b)
}

// foldC1 writes the controls of C1 as Windows-1252 reads them, and trims.
func foldC1(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if 0x80 <= r && r < 0xa0 {
			return charmap.Windows1252.DecodeByte(byte(r))
		}
		return r
	}, s))
}
