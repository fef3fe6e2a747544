package repair_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/textmend/textmend/repair"
)

func TestReadWords(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for _, test := range []struct {
		name, list string
		words      int
		errs       []string // in the text of the error, none for no error
	}{
		{"empty", "", 0, nil},
		{"words", "pomme\npoire\n", 2, nil},
		{"no last line end", "pomme\npoire", 2, nil},
		{"CRLF, a mark and spaces", "\ufeffpomme\r\n  poire \r\n\r\n# comment\r\n", 2, nil},
		{"the same word twice", "Pomme\npomme\nPOMME\n", 1, nil},
		{"of a spelling checker", "pomme/AB\npoire/C\n", 2, nil},
		{"apostrophes and hyphens", "aujourd'hui\naujourd\u2019hui\npeut-\u00eatre\n", 2, nil},
		{"scripts", "\u0441\u043b\u043e\u0432\u043e\n\u05de\u05d9\u05dc\u05d4\n\u8a5e\n", 3, nil},
		{"Latin-1", "pomme\nfra\xeese\npoire\n", 2, []string{"line 2: it is not UTF-8"}},
		{"UTF-16", "\xff\xfep\x00o\x00m\x00\n\x00", 0, []string{"line 1: it is not UTF-8", "line 2: it has no letter"}},
		{"two words", "pomme\npomme de terre\n", 1, []string{"line 2: it has more than one word"}},
		{"a count", "2\npomme\npoire\n", 2, []string{"line 1: it has no letter"}},
		{"a long line", "pomme\n" + long + "\npoire\n" + long, 2, []string{"line 2: it is longer than 4096 bytes", "line 4: it is longer"}},
		{"many", strings.Repeat("\xff\n", 25) + "pomme\n", 1, []string{"line 1: it is not UTF-8", "line 10: ", "and 15 more lines"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(test.list), iotest.OneByteReader(strings.NewReader(test.list)), iotest.DataErrReader(strings.NewReader(test.list))} {
				words, err := repair.ReadWords(r)
				if got := words.Len(); got != test.words {
					t.Errorf("ReadWords(%.40q) has %d words, want %d", test.list, got, test.words)
				}
				if (err != nil) != (len(test.errs) > 0) {
					t.Errorf("ReadWords(%.40q): error %v, want %q", test.list, err, test.errs)
				}
				for _, want := range test.errs {
					if err != nil && !strings.Contains(err.Error(), want) {
						t.Errorf("ReadWords(%.40q): error %q, want %q in it", test.list, err, want)
					}
				}
			}
		})
	}
}

func TestReadWordsFails(t *testing.T) {
	broken := errors.New("broken pipe")
	words, err := repair.ReadWords(io.MultiReader(strings.NewReader("pomme\npoire\nban"), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "after line 2") {
		t.Errorf("ReadWords of a reader that fails: error %v, want one that is %v, after line 2", err, broken)
	}
	if words.Len() != 2 {
		t.Errorf("ReadWords of a reader that fails has %d words, want the 2 before", words.Len())
	}
}

// The user's words let the steps work on his language, and protect what they
// would else take for damage.
func TestWords(t *testing.T) {
	french, err := repair.ReadWords(strings.NewReader(
		"les\nhabitants\nsont\ninquiets\nselon\nle\nmaire\nde\nla\nville\na\nparl\u00e9\navec\neux\nprix\n\u00e9t\u00e9\nl'homme\nhomme\nMOSCOU\n\u00e9lus\n"))
	if err != nil {
		t.Fatal(err)
	}
	english, err := repair.ReadWords(strings.NewReader("andraised\ninthe\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words    *repair.Words
		in, want string
	}{
		{french, "Le maire de la ville a parl\u00e9 avec les \u00e9lus avec les \u00e9lus de la ville.", "Le maire de la ville a parl\u00e9 avec les \u00e9lus de la ville."},
		{nil, "Le maire de la ville a parl\u00e9 avec les \u00e9lus avec les \u00e9lus de la ville.", ""},
		{french, "Les habitants sont inquiets, selon les \u00e9lusMOSCOU \u2014 Le maire de la ville a parl\u00e9 avec eux.", "Les habitants sont inquiets, selon les \u00e9lus MOSCOU \u2014 Le maire de la ville a parl\u00e9 avec eux."},
		{nil, "Les habitants sont inquiets, selon les \u00e9lusMOSCOU \u2014 Le maire de la ville a parl\u00e9 avec eux.", ""},
		{french, "Le prix de la ville a \u00e9t\u00e9 pour l?homme de la ville.", "Le prix de la ville a \u00e9t\u00e9 pour l'homme de la ville."},
		{english, "They are more andraised than the others inthe house.", ""},
		{nil, "They are more andraised than the others inthe house.", "They are more and raised than the others in the house."},
	} {
		if test.want == "" {
			test.want = test.in
		}
		o := repair.Options{Words: test.words}
		if got := o.String(test.in); got != test.want {
			t.Errorf("with %d words, String(%q) = %q, want %q", test.words.Len(), test.in, got, test.want)
		}
	}
}

func ExampleReadWords() {
	words, err := repair.ReadWords(strings.NewReader("# Wörter\nStadt\nland flu\xdf\nFluss\n"))
	fmt.Println(words.Len(), err)
	o := repair.Options{Words: words}
	fmt.Println(o.String("Stadt und Land"))
	// Output:
	// 2 repair: words left out: line 3: it is not UTF-8
	// Stadt und Land
}

func ExampleWords_Len() {
	words, _ := repair.ReadWords(strings.NewReader("Stadt\nFluss\nstadt\n"))
	fmt.Println(words.Len())
	// Output: 2
}

func FuzzReadWords(f *testing.F) {
	f.Add("pomme\r\n\xff\n# x\n1\na b\n")
	f.Fuzz(func(t *testing.T, list string) {
		words, err := repair.ReadWords(strings.NewReader(list))
		again, errAgain := repair.ReadWords(iotest.HalfReader(strings.NewReader(list)))
		if words == nil || words.Len() != again.Len() || fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Errorf("ReadWords(%q) = %d words, %v, and by halves %d words, %v", list, words.Len(), err, again.Len(), errAgain)
		}
		if words.Len() > strings.Count(list, "\n")+1 {
			t.Errorf("ReadWords(%q) has %d words", list, words.Len())
		}
	})
}
