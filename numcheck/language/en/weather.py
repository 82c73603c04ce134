"""Small closed sets of words around degrees: what tells the weather from an angle, and a difference from a level."""

from __future__ import annotations

from numcheck.language.en.change import FALLS, RISES

OF_ANGLES = frozenset(
    "angle angles tilt tilted tilting lean leans leaned leaning list listed listing heel heeled heeling slope slopes gradient "
    "incline turn turns turned turning rotate rotates rotated rotating rotation spin spun latitude longitude pitch banked "
    "axis orbit bearing camera panorama".split()
)
"""Beside one of these a degree is one of an angle."""

HOT = frozenset(
    "hot hottest heat heatwave heatwaves sweltering scorching blistering searing baking sizzling scorcher swelter "
    "sweltered sweltering".split()
)
COLD = frozenset("cold coldest chilly freeze frost frosty wintry shivered shivering".split())
OF_WEATHER = (
    HOT
    | COLD
    | frozenset(
        "weather temperature temperatures mercury thermometer thermometers forecast forecaster forecasters sunny warm warmer "
        "hotter colder warmest cool cooler coolest summer winter fever".split()
    )
)
"""Beside one of these a degree is one of temperature."""

STEPS = RISES | FALLS | {"warming", "cooling", "heating", "difference", "swing", "change"}
"""Nouns that "of" and a difference follow."""

OF = ("of",)
CHANGING = frozenset("by warms warmed warm cools cooled warming cooling heated".split())
"""Right in front of a difference: the bay warmed 2C, or by 2C."""

BESIDE_A_STEP = frozenset("a an another further about around some just only nearly almost".split())
WARMING = frozenset({"warming", "heating"})
TO_A_LEVEL = frozenset(
    "to at of by below under above beyond past well reaches reach reaching hits hit is be could would may".split()
)
"""Words between "warming" and how much there is of it."""

COMPARING = frozenset(
    "warmer cooler colder hotter higher lower rise increase drop fall warming cooling "
    "goal target limit threshold guardrail".split()
)
"""Right behind a figure these make it a difference."""

SIDES = frozenset({"above", "below"})
FREEZING = frozenset({"zero", "freezing", "nought"})
