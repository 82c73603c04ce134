"""The weights of align, in points: what each level of each feature says for (or against) two claims being one quantity.

They are round values set by hand, with a reason each, and are not fitted: on annotated stories learnt weights did worse on the
story left out. `python -m bench.weights` prints what the table does, and what is left
of it when every weight is off by a quarter.
"""

from __future__ import annotations

ROWS = (
    # The counted noun
    ("counted noun", "same", 0.8, "most figures of one quantity are told with one noun, but so are many others"),
    ("counted noun", "the rarer in the story", 0.25, "on top, by its rarity from 0 to 1: few things are told as canisters"),
    ("counted noun", "another word for it", 0.7, "outlets say lorries for trucks"),
    ("counted noun", "same class", 0.5, "suspects and pirates are people"),
    ("counted noun", "a kindred class", 0.2, "jobs, and the people who hold them"),
    ("counted noun", "a general word", 0.3, "things, items"),
    ("counted noun", "not named by both", 0.0, "five dead; 24 people died"),
    ("counted noun", "a part of the people", -1.5, "the children among the dead are not the dead"),
    ("counted noun", "another role", -0.8, "soldiers are no smugglers"),
    ("counted noun", "different", -1.0, "two nouns of no known class"),
    ("counted noun", "another class", -3.0, "houses are never boats"),
    # What is said of it
    ("measure", "same", 1.3, "killed and killed"),
    ("measure", "another word for it", 0.8, "what is spent is what it costs"),
    ("measure", "one holds the other", 0.8, "casualties hold the killed, a crowd the marchers"),
    ("measure", "not named by both", 0.0, "the lexicon does not know every verb"),
    ("measure", "another", -0.3, "the cue nearest the figure may be the wrong one"),
    ("measure", "contrary", -2.0, "killed and injured exclude each other"),
    # The value
    ("value", "equal, a rare number", 2.8, "10,800 or 11.4 % hardly meet by chance in one story"),
    ("value", "equal, an unusual number", 2.2, "23 or 249: two telling digits"),
    ("value", "equal", 1.6, "100, 50 or 9,000"),
    ("value", "equal, small", 0.6, "two, three and four are everywhere"),
    ("value", "same number, another bound", 1.1, "200 and more than 200"),
    ("value", "one rounds the other", 1.1, "41.3 % and 41 %"),
    ("value", "same word", 1.0, "tens of thousands, twice"),
    ("value", "one end the same", 0.8, "six months to a year; as little as six months"),
    ("value", "words of size", 0.5, "few quantities are told as a large number, a small number"),
    ("value", "overlapping", 0.3, "about 20 and 15 to 25"),
    ("value", "disjoint, but close", 0.3, "122 and 121: a toll that moves"),
    ("value", "in another currency", 0.3, "no rate is looked up"),
    ("value", "open, but far apart", 0.0, "more than 300 and about 1,500"),
    ("value", "disjoint", 0.0, "unequal values are no evidence at all: among them are the clashes"),
    ("value", "a word of size and a number", -0.5, "many, and 40"),
    ("value", "each factor of ten", -0.7, "values far apart are mostly two things"),
    ("value", "none against some", 0.7, "and counts as so many factors of ten: nobody hurt is a claim like any other"),
    # Marks of scope
    ("part of a whole", "one only", -0.8, "60 of them children"),
    ("part of a whole", "one only, of one number", -0.2, "an outlet may tell the part alone"),
    ("part of a whole", "one holds the other", -2.5, "180 people, 60 of them children; 60 people"),
    ("a remainder", "both, of unequal size", -1.5, "four others and two more are different rests"),
    ("the speaker's own share", "one only", -1.2, "we have treated 50 is not the total"),
    ("window of time", "another", -2.5, "in the past week, in the past month, in all"),
    ("place", "a part and the whole", -1.5, "the district against the country"),
    ("event", "same", 0.3, "both of 2004"),
    ("event", "another", -2.5, "another year, another event"),
    ("event", "another, by the sentence before", -1.2, "a year may reach into the next sentence"),
    ("event", "another month of one year", -1.0, "outlets mistake the month of an old event"),
    ("event", "named by one only, of one number", -0.8, "an old event may be told without its year"),
    ("the only one of its kind", "in both articles", 1.2, "an article tells one depth, one death toll"),
    ("the person", "same", 1.7, "one name beside both ages"),
    ("the person", "another", -4.0, "two names"),
    ("measured from", "same", 1.0, "90 km from one town"),
    ("measured from", "another", -2.0, "90 km from two towns"),
    ("kind", "both are money", 0.6, "a story has few sums of money"),
    ("an earlier value", "of the same figure", 4.0, "the article itself says so: 23, correcting an earlier count of 17"),
    ("said again", "in words of one size", 2.5, "the number is small, and further on a few have joined"),
    # Words
    ("words of the sentence", "alike", 2.0, "times their likeness, 0 to 1, by rarity in the story"),
    ("words nearby", "alike", 1.2, "the seven words on either side of the figure"),
    ("sentences around", "alike", 0.5, "250 characters on either side"),
    ("words beside the figure", "each equal", 0.25, "of three on either side: copied text"),
    ("place in the article", "apart", -0.5, "times the distance of the places, 0 to 1"),
    # What a sum of points is enough for
    ("enough", "to join", 2.0, "the mean over all pairs of two groups; from 1.8 to 2.2 the outcome is much the same"),
    ("enough", "to join at once", 3.0, "before the headlines come together: a doubtful join must not bar them"),
    ("enough", "a pair not compared", -1.0, "what such a pair counts in the mean"),
    ("enough", "to judge", 3.0, "the best pair of a topic whose claims disagree"),
    ("enough", "to judge in the lead", 2.4, "with one measure and noun, the points of the value left out"),
    ("enough", "to judge unlike numbers", 4.0, "six and 118 are mostly two things, $88 million and $88 billion are not"),
    ("enough", "to be likely", 0.9, "the best partner of each other by far, in another article; joined, never judged"),
    ("enough", "before the second likeliest", 1.0, "a noun more, or an unusual number"),
    ("enough", "to be listed", 1.7, "as possibly the same, never judged"),
    ("enough", "for a rival", 2.6, "without the slot that parts the pair"),
    ("enough", "to look at words", -3.0, "slots below this are not saved by words"),
)
"""Feature, level, points, reason."""

POINTS: dict[str, dict[str, float]] = {}
for _feature, _level, _points, _ in ROWS:
    POINTS.setdefault(_feature, {})[_level] = _points
