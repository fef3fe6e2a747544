package spun

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Keys are stored for years: these must never change within a major version,
// on any architecture.
func TestKeysGolden(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"English", "The council said that it would not be able to pay for all of the work that had been done on the bridge by the men of Harlow and Epping in 2019, when they were told.", []string{
			"5509b00d807dcc9f", "2724ecc9b2c1062a", "fd5d5a281926a874", "8b379689f1a6b483",
			"eedad413ce49817a", "5fd4c412f83e2ddf", "80e52e5c35277977", "058620d66b5dd985",
			"f5e0f6956b7289fe", "f01ffc9d719cb700", "41bd77c03d1a6050", "8256a2d582cd684d",
			"46874e365298dbbd",
		}},
		{"German", "Der Rat hat es in der Stadt mit der neuen Br\u00fccke \u00fcber den Fluss so gut wie noch nie, was er bis zu dem Tag im Mai tat.", []string{
			"8b35c0830a0f0480", "b32234cee9d4e0ed", "71666c46b4362c01", "f5fd88d0e7c91d03",
			"f74db03ca21fec76", "b32f80d80b3d08e5", "479b10a585173012", "418e0213de40e356",
		}},
		{"Russian", "\u041e\u043d \u043d\u0435 \u0431\u044b\u043b \u0442\u0430\u043c, \u0438 \u043e\u043d\u0430 \u043d\u0435 \u0437\u043d\u0430\u043b\u0430, \u0433\u0434\u0435 \u043e\u043d \u0438 \u0447\u0442\u043e \u0441 \u043d\u0438\u043c, \u043d\u043e \u0432\u0441\u0435 \u0436\u0435 \u0432 \u0442\u043e\u0442 \u0434\u0435\u043d\u044c.", []string{
			"f3eb4e9bb517405c", "efea16fcdcd181a1", "0ea868a2a0b7cc6c", "d14956e050120be9",
			"e8f056fe44f5bb4c", "e67d26eb66a52105", "9c8902dbf7d12448",
		}},
		{"Chinese", "\u59d4\u5458\u4f1a\u5468\u4e00\u5f00\u4f1a\u8ba8\u8bba\u65b0\u6865\u7684\u8ba1\u5212\u3002", []string{
			"6b0bd610dccea18d", "1bd954782bcd683a", "638a8aaaddff6e2c",
		}},
		{"names and numbers", "We met Kim, Putin and Lavrov in Pyongyang on 12 June 2019.", []string{
			"55fa0e8e7b06c8e9", "50ac366f33666c5b", "1502fdd892fdd4dc", "a675edd0bbd962dc",
			"e218cc521ae29bef",
		}},
		{"short", "Nothing here", nil},
	} {
		var got []string
		for key := range Keys(test.text) {
			got = append(got, fmt.Sprintf("%016x", key))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: keys (-want +got):\n%s", test.name, diff)
		}
	}
}

// Replacing content words, punctuation and case leaves most keys as they are.
func TestKeysSurvive(t *testing.T) {
	const source = "The mayor said that it would have to be paid for by all of us, and that none of the money was in the hands of the people who had asked for it when they came to the office."
	const copied = "The leader claimed that it would have to be funded for by all of us, and that none of the cash was in the palms of the folks who had begged for it when they arrived to the bureau!"
	have := slices.Sorted(Keys(source))
	kept := 0
	for key := range Keys(strings.ToUpper(copied[:1]) + copied[1:]) {
		if _, ok := slices.BinarySearch(have, key); ok {
			kept++
		}
	}
	if kept < 5 || len(have) < 8 {
		t.Errorf("%d of %d keys survive, want nearly all", kept, len(have))
	}
}

func TestKeysStopEarly(t *testing.T) {
	n := 0
	for range Keys(strings.Repeat("it is not for us to say that this is so and ", 20)) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("took %d keys, want 3", n)
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("it is not for us to say that this is so and \xff\x00")
	f.Add("\u59d4\u5458\u4f1a\u5468\u4e00\u5f00\u4f1a\u8ba8\u8bba")
	f.Fuzz(func(t *testing.T, s string) {
		if a, b := slices.Collect(Keys(s)), slices.Collect(Keys(s)); !slices.Equal(a, b) || len(a) > len(s) {
			t.Errorf("Keys(%q) gives %d and %d keys", s, len(a), len(b))
		}
	})
}
