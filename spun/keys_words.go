package spun

// maxKeyWord is the length in bytes of the longest word that isKeyWord knows.
const maxKeyWord = 10

// isKeyWord reports whether word, in lower case, is one of the function words
// that keys are made of. The list is a part of what keys are: it must never
// change within a major version.
func isKeyWord(word []byte) bool {
	switch string(word) {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "no", "both", "all", "such",
		"other", "another", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your",
		"his", "its", "our", "their", "mine", "yours", "who", "whom", "whose", "which", "what", "where", "when", "why",
		"how", "and", "or", "but", "nor", "so", "yet", "if", "unless", "because", "since", "while", "although", "though",
		"as", "than", "whether", "of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "about", "over",
		"under", "between", "through", "during", "after", "before", "against", "within", "without", "among", "toward",
		"towards", "upon", "per", "via", "until", "till", "around", "across", "behind", "beyond", "near", "off", "out",
		"up", "down", "along", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having",
		"do", "does", "did", "doing", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not",
		"never", "also", "very", "too", "only", "just", "then", "there", "here", "now", "again", "more", "most", "less",
		"least", "much", "many", "himself", "herself", "itself", "myself", "yourself", "themselves", "ourselves", "one",
		"own", "same":
		return true
	}
	return false
}
