package spin

import "strings"

// functionWords are the words that order the others.
var functionWords = set(`
a an the this that these those some any each every no both all such other another
i you he she it we they me him her us them my your his its our their mine yours
who whom whose which what where when why how
and or but nor so yet if unless because since while although though as than whether
of in on at by for with from to into onto about over under between through during
after before against within without among toward towards upon per via until till
around across behind beyond near off out up down along despite throughout
is are was were be been being am has have had having do does did doing done
will would shall should can could may might must
not never also very too only just then there here now again more most less least much many few
himself herself itself themselves ourselves one ones own same
i'm i've i'd it's don't didn't doesn't isn't wasn't can't won't that's there's he's she's they're we're
`)

// swaps are what spinners put in the place of function words.
var swaps = map[string][]string{
	"with": {"using", "along with", "by"}, "during": {"throughout", "amid"}, "about": {"around", "regarding"},
	"could": {"might", "can"}, "can": {"could", "is able to"}, "may": {"might", "could"}, "has": {"possesses", "has actually"},
	"have": {"possess", "have actually"}, "but": {"yet", "however"}, "although": {"though", "even though"}, "though": {"although"},
	"because": {"since", "due to the fact that"}, "since": {"because", "given that"}, "while": {"whilst", "even as"},
	"over": {"above", "more than"}, "under": {"below", "beneath"}, "between": {"in between", "among"}, "among": {"amongst", "amid"},
	"after": {"following", "right after"}, "before": {"prior to", "ahead of"}, "against": {"versus", "in opposition to"},
	"into": {"in to", "right into"}, "through": {"via", "by means of"}, "within": {"inside", "in"}, "toward": {"towards", "to"},
	"towards": {"toward", "in the direction of"}, "upon": {"on", "after"}, "around": {"about", "close to"}, "across": {"throughout", "over"},
	"near": {"close to", "nearby"}, "despite": {"regardless of", "in spite of"}, "also": {"additionally", "likewise", "too"},
	"very": {"really", "extremely"}, "only": {"just", "solely"}, "just": {"simply", "only"}, "many": {"numerous", "lots of"},
	"some": {"a few", "several"}, "all": {"every", "each of"}, "most": {"the majority of", "many"}, "more": {"extra", "additional"},
	"such": {"such kind of", "these"}, "each": {"every", "each and every"}, "every": {"each"}, "other": {"various other", "different"},
	"another": {"an additional", "one more"}, "any": {"any kind of", "any type of"}, "this": {"the"}, "these": {"those"}, "that": {"which"},
	"which": {"that"}, "who": {"that"}, "will": {"will certainly", "is going to"}, "would": {"would certainly", "might"},
	"should": {"ought to", "need to"}, "must": {"have to", "should"}, "not": {"never", "not really"}, "if": {"in case", "whether"},
	"for": {"intended for", "regarding"}, "from": {"coming from", "through"}, "in": {"within", "inside"}, "on": {"upon"},
	"at": {"with", "in"}, "by": {"through", "simply by"}, "to": {"towards"}, "as": {"like", "because"}, "than": {"compared to"},
	"then": {"after that", "next"}, "now": {"currently", "at this moment"}, "here": {"below", "right here"}, "there": {"certainly there"},
	"a": {"one", "the"}, "an": {"a"}, "the": {"this", "your"}, "was": {"had been"}, "were": {"have been"}, "is": {"is actually"},
	"until": {"up until", "till"}, "without": {"with out", "lacking"}, "so": {"therefore", "thus"}, "or": {"or even"}, "and": {"as well as", "and also"},
}

// numbers are written as digits by some spinners.
var numbers = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
}

// editorial are changes that an editor makes here and there.
var editorial = map[string]string{
	"said": "says", "says": "said", "pledged": "vowed", "vowed": "pledged", "bolster": "strengthen", "told": "informed",
	"around": "about", "about": "around", "more than": "over", "over": "more than", "percent": "per cent", "start": "begin", "started": "began",
	"big": "large", "large": "big", "also": "too", "however": "but", "while": "as", "last": "past", "show": "reveal",
	"is": "was", "are": "were", "has": "had", "have": "had", "will": "would", "can": "could",
	"january": "Jan.", "february": "Feb.", "august": "Aug.", "september": "Sept.", "october": "Oct.", "november": "Nov.", "december": "Dec.",
	"monday": "Mon.", "tuesday": "Tues.", "wednesday": "Wed.", "thursday": "Thurs.", "friday": "Fri.",
	"did not": "didn't", "do not": "don't", "does not": "doesn't", "is not": "isn't", "cannot": "can't", "it is": "it's",
	"color": "colour", "center": "centre", "organization": "organisation", "defense": "defence", "program": "programme",
	"two": "2", "three": "3", "ten": "10", "united states": "US", "united kingdom": "UK", "united nations": "UN",
	"mr": "Mr.", "dr": "Dr.", "kilometers": "km", "percentage": "share", "help": "aid", "get": "receive", "got": "received",
}

// set returns the words of a list.
func set(list string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		words[word] = true
	}
	return words
}
