"""Generated news for benchmarks: stories of invented places that several invented outlets tell in varied wording, by a seed.

Some articles are copies of another outlet's text under a new first sentence, as agencies' texts are; some give a figure that
differs.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

OUTLETS = (
    "Harbour Post",
    "Valley Chronicle",
    "Meridian Daily",
    "The Northern Gazette",
    "Lantern Wire",
    "Crescent Herald",
    "Tidewater Times",
    "Summit Review",
)

_STARTS = (
    "Bar Cor Dal El Fen Gor Hal Is Jor Kel Lor Mar Nor Or Pel Quen Ros Sel Tor Ul Ver Wes Yar Zan Ald Bren Cas Dor".split()
)
_MIDDLES = "a e i o u an en in on ar er or al el".split()
_ENDS = "by dale ford ham mere minster mouth port ston thorpe vale wick bridge field gate haven holm stead".split()
_FIRST = (
    "Ada Bram Cora Dirk Edda Finn Greta Hugo Ines Jonas Katya Leon Mara Nils Olga Piet Rosa Sven Tilda Uwe Vera Willem".split()
)


@dataclass(frozen=True, slots=True)
class Story:
    """An event: where and when it was, its people, and its figures by what they count."""

    kind: str
    place: str
    river: str
    names: tuple[str, ...]
    day: datetime
    figures: dict[str, int]


_KINDS = {
    "flood": {
        "dead": (3, 90),
        "homes": (120, 9000),
        "moved": (300, 30000),
        "soldiers": (50, 900),
        "cost": (2, 800),
        "hours": (6, 60),
    },
    "layoffs": {
        "jobs": (80, 6000),
        "staff": (3000, 60000),
        "loss": (3, 900),
        "sites": (2, 14),
        "share": (4, 38),
        "months": (2, 18),
    },
    "protest": {
        "marchers": (400, 90000),
        "arrested": (5, 300),
        "hurt": (3, 140),
        "police": (100, 3000),
        "price": (2, 60),
        "days": (2, 20),
    },
    "outbreak": {
        "cases": (30, 8000),
        "dead": (2, 160),
        "doses": (1000, 90000),
        "beds": (20, 700),
        "share": (5, 60),
        "weeks": (2, 12),
    },
    "fire": {"dead": (2, 60), "hurt": (4, 200), "crews": (6, 80), "hectares": (20, 9000), "homes": (5, 600), "hours": (3, 40)},
}

_TOLD = {
    "flood": (
        (
            "At least {dead} people died when the {river} burst its banks near {place}.",
            "Floods around {place} have killed {dead} people, officials say.",
            "The death toll of the flood at {place} stands at {dead}.",
        ),
        (
            "Some {homes:,} homes are under water.",
            "Water stands in {homes:,} homes, the council counted.",
            "About {homes:,} houses were flooded.",
        ),
        (
            "{moved:,} residents were moved to schools and halls.",
            "Rescuers took {moved:,} people to safety.",
            "More than {moved:,} people have been evacuated.",
        ),
        ("The army sent {soldiers} soldiers with boats.", "{soldiers} soldiers are helping with sandbags."),
        (
            "{name0}, the mayor, put the damage at {cost} million euros.",
            "Damage is estimated at €{cost} million, mayor {name0} said.",
        ),
        ("The {river} rose for {hours} hours without a pause.", "It took {hours} hours until the {river} fell again."),
    ),
    "layoffs": (
        (
            "{company} will cut {jobs:,} jobs, its chief executive {name0} said.",
            "{jobs:,} people will lose their work at {company}.",
            "{company} plans to shed {jobs:,} posts.",
        ),
        ("The group employs {staff:,} people.", "{company} has a staff of {staff:,}."),
        ("It made a loss of {loss} million euros last year.", "{company} lost €{loss} million last year."),
        ("{sites} plants are to close, that at {place} among them.", "The company will shut {sites} factories."),
        ("Orders fell by {share} percent.", "Orders are down {share}% on the year before."),
        ("The cuts are to be made within {months} months.", "Unions were given {months} months to negotiate."),
    ),
    "protest": (
        (
            "{marchers:,} people marched through {place}, police said.",
            "Some {marchers:,} protesters came to {place}.",
            "Organisers counted {marchers:,} marchers at {place}.",
        ),
        ("{arrested} people were arrested.", "Police took {arrested} demonstrators into custody."),
        ("{hurt} people were injured.", "Hospitals treated {hurt} wounded."),
        ("{police:,} officers were on duty.", "The city had called in {police:,} police officers."),
        (
            "A ticket is to cost {price} crowns more from the autumn on.",
            "The protest is against a rise of {price} crowns in fares.",
        ),
        ("It was the largest march in {days} days of protest.", "The protests have lasted {days} days."),
    ),
    "outbreak": (
        (
            "{cases:,} cases of fever have been confirmed at {place}.",
            "Doctors at {place} count {cases:,} infections.",
            "The fever at {place} has infected {cases:,} people.",
        ),
        ("{dead} patients have died.", "The outbreak has killed {dead} people."),
        ("{doses:,} doses of vaccine arrived on a flight.", "The ministry sent {doses:,} vaccine doses."),
        ("The hospital has {beds} beds for them.", "Only {beds} beds are free."),
        ("{share} percent of the children are vaccinated.", "Just {share}% of children had been vaccinated."),
        ("Schools stay shut for {weeks} weeks.", "Pupils will be at home for {weeks} weeks."),
    ),
    "fire": (
        (
            "A fire in the hills above {place} has killed {dead} people.",
            "{dead} people died in the fire near {place}.",
            "The fire at {place} left {dead} dead.",
        ),
        ("{hurt} people were injured.", "{hurt} were hurt, some of them badly."),
        ("{crews} crews fought the flames.", "Firefighters came with {crews} engines."),
        ("It burnt {hectares:,} hectares of pine.", "{hectares:,} hectares of forest are gone."),
        ("{homes} homes burnt down.", "The flames destroyed {homes} houses."),
        ("After {hours} hours it was under control.", "Crews needed {hours} hours to hold it."),
    ),
}

_TITLES = ("what we know", "the day after", "a town in doubt")

_FILLER = (
    "{name1}, who runs a bakery by the {river}, said that nobody in {place} had slept.",
    "The region's governor, {name2}, came to {place} in the evening and spoke of a hard week.",
    '"We have known each other here all our lives," said {name3}, a teacher at {place}.',
    "In {place} the bells rang, and the shops along the {river} stayed shut.",
    "{name2} asked the ministry for help and promised a report.",
    "Roads between {place} and the coast were closed for a while, the transport office said.",
    "{name4} of the workers' union said that the warnings had been read by nobody.",
    "The opposition asked why {name2} had not acted sooner, and called for a debate.",
    "An inquiry led by judge {name3} is to find out what went wrong, and who knew of it.",
    "For {name1} the night brought back memories of the old mill by the {river}.",
    "Neighbours brought soup and blankets to the hall, where {name4} kept a list of names.",
    "The weather service expects a calmer week for {place} and the valley of the {river}.",
    '"It is too soon to say," {name3} told reporters in front of the town hall of {place}.',
    "Insurers have opened an office at {place}, and {name4} said that queues were long.",
)


def articles(stories: int, seed: int = 1, outlets: int = 4, length: int = 4000) -> Iterator[dict[str, object]]:
    """Yield the articles of so many stories as rows, `outlets` a story, each of about `length` characters.

    `story` of a row is the number of the story it truly tells.
    """
    dice = random.Random(seed)
    start = datetime(2026, 1, 1, 6, tzinfo=UTC)
    for number in range(stories):
        story = _story(dice, start + timedelta(minutes=number * 25))
        written: list[str] = []
        for outlet in dice.sample(OUTLETS, outlets):
            moment = story.day + timedelta(minutes=dice.randrange(20, 40 * 60))
            copied = bool(written) and dice.random() < 0.2
            text = _copied(dice, written[0], outlet) if copied else _text(dice, story, length)
            written.append(text)
            yield {
                "id": f"{number}-{len(written)}",
                "outlet": outlet,
                "title": f"{story.place}: {dice.choice((*_TITLES, f'questions after the {story.kind}'))}",
                "published": moment.isoformat(timespec="minutes"),
                "text": text,
                "story": number,
            }


def _story(dice: random.Random, day: datetime) -> Story:
    kind = dice.choice(sorted(_KINDS))
    place, river, *names = [_name(dice) for _ in range(8)]
    people = tuple(f"{dice.choice(_FIRST)} {name}" for name in names)
    return Story(kind, place, river, people, day, {key: dice.randint(*span) for key, span in _KINDS[kind].items()})


def _name(dice: random.Random) -> str:
    return dice.choice(_STARTS) + dice.choice(_MIDDLES) + dice.choice(_ENDS)


def _text(dice: random.Random, story: Story, length: int) -> str:
    """Write one outlet's article: each figure in one of its wordings, one in eight of them off, and sentences around them."""
    said = {
        key: round(value * dice.choice((0.7, 1.5, 3))) if dice.random() < 1 / 8 else value
        for key, value in story.figures.items()
    }
    names = {f"name{at}": name for at, name in enumerate(story.names)}
    words = {"place": story.place, "river": story.river, "company": f"{story.names[5].split()[1]} Works", **names}
    told = [dice.choice(ways).format(**words, **said) for ways in _TOLD[story.kind]]
    lead, rest = told[0], told[1:]
    dice.shuffle(rest)
    size, fillers = sum(map(len, told)), []
    while size < length:
        fillers.append(dice.choice(_FILLER).format(**words))
        size += len(fillers[-1]) + 1
    for sentence in rest:
        fillers.insert(dice.randrange(max(1, len(fillers) // 2)), sentence)
    sentences = [lead, *fillers]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def _copied(dice: random.Random, text: str, outlet: str) -> str:
    first, _, rest = text.partition(". ")
    return f"{first}, {outlet} has learnt. {rest}" if dice.random() < 0.5 else text
