// Beam repairs and scores the texts of a crawl and finds those among them that
// are synonym-spun copies of others, as a job for [Apache Beam].
//
// Usage:
//
//	beam [flags]
//
// Without flags it runs on the engine that is built in, Prism, over some short
// articles that it carries with it, and prints what it found. On texts of your own:
//
//	go run . -input 'crawl/*.jsonl.gz' -output found
//
// The flags are:
//
//	-input pattern
//		The files to read: a path or a pattern with * and ?, such as
//		gs://bucket/crawl/*.jsonl. What is compressed with gzip is known by
//		its first bytes, whatever its name.
//	-format jsonl|text
//		What the files hold: a JSON object on each line (the default), or each
//		file one text, whose id is the file's path.
//	-id-field name, -text-field name
//		The members of the objects that hold the id, a string or a number, and
//		the text, a string; "id" and "text". With -id-field "" the id is file:line.
//	-output directory
//		Where to write. It must hold nothing that this program wrote before.
//	-verdicts list
//		Which pairs to write, by the names of [spun.Verdict], separated by
//		commas; "spun". Others to ask for are copy, edited and paraphrase.
//	-shared n
//		How many keys two texts must share to be compared; 2.
//	-common n
//		How many texts may have a key; 64. A key that more of them have is
//		dropped.
//	-line bytes
//		How long a line may be, or a file that is one text; 64 MiB.
//	-shards n
//		How many files to write of each kind; 8.
//	-v
//		Log what the engine does, too.
//
// All flags of Beam's are there as well; beam -help-all lists them. The exit
// status is 0 if all went well, 2 if the command line makes no sense, and 1
// after any other trouble, such as a pattern that matches no file, or a file
// that can't be read to its end.
//
// # What it writes
//
// JSON lines, in files such as pairs-00003-of-00008.jsonl; a shard that would
// be empty is not there.
//
//   - texts: id and text, repaired by [repair.String].
//   - scores: id, integrity (of the text as it was, from 0 to 1), words,
//     damaged, repairable, repaired (whether the text was changed), and
//     findings, each kind of damage with its count: see [repair.Assess].
//   - pairs: text, the id of the text that was made from the other; reference,
//     the id of that; keys, how many they share; report, a [spun.Report], whose
//     offsets are those of the repaired texts.
//   - problems: file, line (0 if the file is one text) and error of everything
//     that was left out.
//
// Nothing is left out silently. Lines that are no JSON object, that lack the
// id or the text or are too long, are problems. Of several texts with one id
// the last stays, by the names of the files and then by lines, as in
// [spun.Index]; the others are problems. Each is counted, and the first twenty
// of a file or an id are logged. Blank lines are no problem.
//
// # How it goes about it
//
//	read    each file by one worker; then group by id, the last of each stays
//	mend    repair and score, and make the keys of the repaired text
//	group   key → ids, in a combiner that forgets the ids of a key that is too common
//	pair    ids of a key, two by two → how many keys they share; enough of them makes a candidate
//	join    the text of one side of each candidate goes to the other, once
//	verify  spun.Reference.CompareReference, the shorter text as the suspect
//
// The combiner runs before the shuffle as well, so a phrase that a million
// texts share costs each worker a few records, not a million, and never makes
// a group of more than -common ids. That bounds the pairs, too: a key makes at
// most 2,016 of them.
//
// How many keys to ask for is a matter of what a comparison costs and of how
// short the texts are. Of 400 hard spins (package internal/spin) of the sample's
// articles, which have some 140 words, so many share as many keys with their
// source as this, at two shares of content words replaced:
//
//	-shared       1      2      3      4
//	40 %    1.000  0.995  0.995  0.993
//	70 %    0.990  0.975  0.953  0.910
//
// Longer texts share more, and 3 or 4 will do for them; each step leaves fewer
// pairs that share keys by chance.
//
// # On a cluster
//
// The program itself is what the workers run, so build it once for them and
// name the engine. On Flink and Spark a job server takes the job, and the
// workers need paths that all of them can read, such as gs:// or a file system
// that they share:
//
//	CGO_ENABLED=0 GOOS=linux go build -o beam .
//	./beam -input 'gs://bucket/crawl/*.jsonl.gz' -output gs://bucket/found -shards 512 \
//		--runner=flink --endpoint=localhost:8099 --parallelism=64 --environment_type=DOCKER
//	./beam … --runner=spark --endpoint=localhost:8099 --environment_type=DOCKER
//	./beam … --runner=dataflow --project=p --region=europe-west1 \
//		--staging_location=gs://bucket/staging --worker_binary=./beam
//
// Take the job server of the SDK's own release; Beam's documentation names the
// images. With --environment_type=LOOPBACK the workers are this very process,
// to try out a job server on one machine. A file is read by one worker, because
// gzip can't be split and problems have line numbers: files of some 100 MB are
// a good size. A shard is written by one worker as well.
//
// # What it costs
//
// A text crosses the network four times: grouped by id, written, and joined
// twice with its candidates; and once more for each candidate. Each of its
// keys crosses it once, in 10 bytes and its id: some 80 for a text of 200
// words. See package spun for what that comes to for a billion texts.
//
// Prism holds all of it in memory, many times over, and is there to try things
// out: 20,000 made-up texts of 200 words, with -shared 4, took 136 seconds of
// processor time and 7.6 GB; 5,000 took 27 seconds and 1.9 GB.
//
// [Apache Beam]: https://beam.apache.org
package main
