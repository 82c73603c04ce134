"""The patterns of what is said of a figure, in small letters: in front of it in its sentence, behind it, or in all of it."""

from __future__ import annotations

import re

from numcheck.language.en.change import FALLING, FALLS, REVISED, RISES, RISING, one_of

DOUBT = re.compile(
    r"\b(?:could|might|may|would|will|shall|should|expect\w*|plan\w*|propos\w*|forecast\w*|predict\w*|project(?:s|ed|ion)|likely"
    r"|aim\w*|target\w*|fear\w*|estimat\w*|intend\w*|hop(?:e|es|ed|ing)|promis\w*|pledg\w*|vow\w*|wants?|must|schedul\w*"
    r"|anticipat\w*|earmark\w*|sets? aside|gets?|receives?|if|to be"
    r"|(?:is|are|was|were|set|due|about|poised|ready|has|have) to)\b",
)
"""Words of doubt, plan and forecast: one stands before a figure that is none yet, and nowhere in a sentence of fact."""

SETTLED = re.compile(
    r"\b(?:will|would)(?: \w+ly| also| still| now| then)?"
    r" (?:be|have|hold|seat|contain|comprise|number|measure|weigh|feature|house)"
    r"(?: (?:a|an|the|only|just|no|a total of|[\w,.]+(?: \w+)? (?:of|in) (?:a|the|its|their)))? ?\Z",
)
"""Verbs of a state, by design or by result, right in front of a figure: "will hold 112 of the 200 seats"."""

COMING = frozenset("people person worker employee job staff visitor customer user guest passenger resident student".split())
"""What a thing that will have it does not have by design."""

SAID_FIRST = r"(?:put|reported|measured|estimated|thought|given|said|stated|announced|budgeted|published|feared|counted)"

FORMER_BEFORE = re.compile(
    rf"\b(?:{one_of(REVISED)}|adjusted)(?: \w+)? from(?: \w+){{0,4}} ?\Z"
    r"|\b(?:rather than|instead of|and not|, not) (?:the )?\Z"
    r"|\b(?:earlier(?! (?:this|that|last|on|in|today|yesterday)\b)|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|preliminary"
    r"|at first)\b[^,;:\d]{0,60}\Z"
    rf"|\bfirst {SAID_FIRST}\b[^,;:\d]{{0,60}}\Z"
    r"|\b(?:earlier|previously|initially|originally|at first)\b[^;:\d]{0,40}\bhad\b[^,;:\d]{0,40}\Z",
)

FORMER_BEHIND = re.compile(
    rf"(?: [\w-]+){{0,4}},? (?:(?:at )?first|initially|originally|previously|earlier) {SAID_FIRST}\b"
    rf"|(?: [\w-]+){{0,4}},? (?:as )?{SAID_FIRST} (?:at first|first|initially|originally|previously|earlier)\b",
)
"""Words that tell a figure as one said before: "revised from 11", "had earlier put it at nine", "the 12 first reported"."""

STATE_BEFORE = re.compile(
    r"\b(?:up|down|raised|lowered|changed)(?: \w+| (?:by )?[^,;:]{0,12}\d[^,;:]{0,16}| by [^,;:]{1,30})? from(?: \w+){0,4} ?\Z"
    rf"|\b(?:{one_of(RISING | FALLING)})(?: by)? [^,;:a-z]{{1,16}}(?: ?per ?cent| percentage points| points)?"
    r" from (?:the |an? )?\Z"
    r"|\b(?:to|(?:up|down|higher|lower|ended|closed|stood) at)\b[^;:]{1,60} from (?:the |an? )?\Z",
)

COMPARED_BEFORE = re.compile(r"\b(?:compared (?:with|to)|against|versus|vs\.?)(?: [\w-]+){0,4} ?\Z")
THEN_BEHIND = re.compile(
    r"(?: [\w-]+){0,4},? (?:(?:[\w-]+ )?(?:years?|months?|weeks?|quarters?|days?) (?:ago|earlier|before|previously)\b"
    r"|last (?:year|month|week|quarter|season|summer|winter|autumn|spring)\b|in (?:19|20)\d\d\b"
    r"|(?:in |for |during |at |over )?the (?:same|previous|prior|preceding|corresponding|year-ago|year-earlier)\b)",
)
"""What a level is compared with, and the time before of which it is told: "compared with £1.6m in 2024"."""

CEILING_BEFORE = re.compile(
    r"\b(?:maximum|gusts?|gusted|gusting|peaks?|peaked|capped|cap|ceiling|limit|rising|potentially|top speeds?|as high)"
    r"(?: \w+)? (?:of|to|at|as|is|was|reached|hit) \Z",
)

CEILING_BEHIND = re.compile(r"(?: [\w-]+){0,2} (?:at most|at its peak|at their peak|maximum|with (?:add-ons|bonuses))\b")
"""Words of a greatest number beside it: "gusts of 140 km/h", "rising to €42 million with add-ons"."""

BARRED_BEFORE = re.compile(
    r"\b(?:bann(?:ed|ing)|bans?|bars(?! of)|barr(?:ed|ing)|prohibit(?:s|ed|ing)?|forbids?|forbidden|forbidding"
    r"|outlaw(?:s|ed|ing)?|may not|must not|cannot|can't|(?:not|never|nobody|no one) (?:is |are )?allowed)\b[^,;:]{0,50}\Z",
)

BARRED_BEHIND = re.compile(
    r"[^,;:]{0,60}\b(?:may not|must not|cannot|can't|(?:is|are|was|were|be|been|being) (?:now |also |still )?"
    r"(?:banned|barred|forbidden|prohibited|outlawed|illegal|(?:not|no longer) (?:allowed|permitted)))\b",
)
"""Words of a rule that lets no more than a number be: "gatherings of more than 50 are banned" sets a limit of 50."""

DRAWN_BEFORE = re.compile(
    r"\b(?:defined(?: \w+)? as|by definition|definition(?: \w+){0,3} (?:is|of)"
    r"|(?:thresholds?|hurdle|cut-?off|quota|limit|cap|minimum (?:age|wage|stake|sentence|size|number))"
    r"(?: \w+){0,3} (?:of|at|is|to|from)"
    r"|(?:laws?|rules?|bill|acts?|treaty|constitution|charter|code|polic(?:y|ies)|regulations?)(?: \w+){0,2}"
    r" requir(?:e|es|ed|ing)"
    r"|must (?:be (?:paid|aged|older|younger|over|under)|have|hold|own|earn|score)|unless|provided|if"
    r"|when(?:ever)? (?:no|neither|an?|any)"
    r"|(?:no one|nobody|any(?:one|body)|all|those|people|drivers|children|voters)"
    r" (?:aged?|over|under|above|below|with|who|caught)"
    r"|(?:limit|restrict|confin)(?:s|ed|ing)?\b[^,;:]{0,40} to|(?:can|could|may) (?:only|afford)|(?:can|could|may) [a-z]+ only"
    r"|allow(?:s|ed|ing)? (?:only|up to)"
    r"|(?:needs? to|must) (?:win|get|reach|clear|pass|poll|secure|have|score|hold))\b[^,;:]{0,50}\Z",
)

DRAWN_BEHIND = re.compile(
    r"(?:[- ](?:\w+[- ]){0,2}(?:threshold|limit|minimum|maximum|cut-?off|hurdle|cap|quota|barrier|requirement)s?\b)"
    r"|[^,;:]{0,60}\b(?:must|(?:is|are|be) (?:eligible|required|needed|exempt|entitled)|qualif(?:y|ies)|counts? as)\b",
)
"""Words of a rule or a definition that draws its line at a number: "must win over 50 percent", "the 5 percent hurdle"."""

GROUP = re.compile(
    r"[^.;,]{0,30}\b(?:(?:in|among|from|of) (?:the|one|another) (?:[\w-]+ ){0,2}(?:group|arm|cohort|sample|class|category)"
    r"|(?:among|of|from) those)\b",
)

INCLUDED = re.compile(
    r"\b(?:including|among them|counting) (?:the|his|her) (?:[\w-]+ )?(?:gunman|attacker|bomber|shooter|driver|pilot|killer"
    r"|suspect|assailant|perpetrator|captain)\b",
)

HIMSELF = re.compile(r"\b(?:himself|herself)\b")

BASE_YEAR = re.compile(
    r"\b(?:from|on|than|over|against|versus|since|with|to)\s+(?:the\s+)?(?:(?:its|their)\s+)?"
    r"(?:level\s+(?:in|of)\s+|same\s+\w+\s+(?:in|of)\s+|levels\s+(?:in|of)\s+)?((?:19|20)[0-9]{2})\b"
)

CHANGES = re.compile(
    rf"\b(?:{one_of(RISES | FALLS - {'cut'})}|inflation|expansion|contraction|change|swing|slowdown|rebound)\b",
)

DEGREE = re.compile(r" (?:effective|efficient|more|less|above|below|\w{3,}er)\b")

COURSE = re.compile(
    rf"\b(?:{one_of(RISING | FALLING)}|cuts?|went|reduced|raised|lowered|doubled|tripled|halved|shortened|extended)\b"
    r"[^,;:]{0,60}\bfrom \Z",
)

ADDING = re.compile(r"\b(?:another|further|additional|plus)(?: (?:an?|another|about|some|nearly|at least|more than))*\W*\Z")
"""What stands in front of a figure that is told on top of the one before it: "plus another 1,000"."""

WHOLE = re.compile(r"\bof (?:the|its|their|his|her|our|all)\W*\Z|\Aof\W*\Z")
"""What stands in front of a whole: 12 of its 24 boats; Of 200 homes 80 burned down."""

SCORED = re.compile(r"\b(?:score[sd]?|scoring|net(?:s|ted|ting)?)\W+\Z")

FROM = re.compile(r"\bfrom\W*\Z")


ONCE = ("at", "the", "age", "of")

OF_ANOTHER = re.compile(
    r"(?:since )?(?:1[789]\d\d|20\d\d)(?:-\d\d|-[QH]\d)?$|.*\b(?:last (?:year|decade|century)|previous year)\b"
)
"""Windows that may be the time of another event: a year, a month or quarter of it, "last year"."""

TOLD_OF = re.compile(r"\b(?:1[789]\d\d|20\d\d),? (?:when|in which)\b")
"""A year whose own clause tells of it, wherever it stands: "the worst since 2009, when 200 died"."""

DIED = re.compile(r"\b(?:died|dies|dead|dying|passed away|death)\b")

YEAR = re.compile(r"\b(?:1[789]\d\d|20\d\d)\b|\b(?:last|previous) (?:year|decade|century)\b")
