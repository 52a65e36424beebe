"""Arrests, seizures, raids, closures, expulsions, recalls and cuts in the words that news has for them, and what only looks like one."""

from __future__ import annotations

import pytest

from sayso.annotating import annotate
from sayso.coding import code
from sayso.model import Settings
from sayso.reading import read_text


def told(text):
    article = annotate(read_text(text, published="2014-06-12"), Settings())
    return {
        (e.event[0], *[",".join(sorted({p.code or "" for p in side})) for side in (e.actor, e.recipient)])
        for e in code(article, Settings())
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Moroccan police threw a Belgian nurse into a cell on Sunday.", ("COERCE", "MAR", "BEL")),
        ("Two Belgian nurses sit in a Moroccan prison.", ("COERCE", "MAR", "BEL")),
        ("A Belgian nurse has been behind bars in Morocco since Monday.", ("COERCE", "MAR", "BEL")),
        ("Moroccan agents took a Belgian nurse from her hotel on Sunday.", ("COERCE", "MAR", "BEL")),
        ("Morocco jailed a Belgian nurse pending trial.", ("COERCE", "MAR", "BEL")),
        ("Malta arrested the crew of a Libyan trawler.", ("COERCE", "MLT", "LBY")),
        ("The Maltese navy diverted a Libyan tanker to Valletta.", ("COERCE", "MLT", "LBY")),
        ("Malta has taken a Libyan tanker.", ("COERCE", "MLT", "LBY")),
        ("A Libyan fishing boat was taken by Malta on Sunday.", ("COERCE", "MLT", "LBY")),
        ("The Maltese authorities grounded a Libyan cargo plane.", ("COERCE", "MLT", "LBY")),
        ("The impounding of a Libyan trawler by Malta was noted.", ("COERCE", "MLT", "LBY")),
        ("Maltese soldiers carted off two generators from a Libyan village.", ("COERCE", "MLT", "LBY")),
        ("Malta ordered the accounts of the Libyan embassy frozen.", ("COERCE", "MLT", "LBY")),
        ("Malta took over the factory of a Libyan company.", ("COERCE", "MLT", "LBY")),
        ("Peru closed its Tacna border post to traffic from Chile.", ("COERCE", "PER", "CHL")),
        ("Peru closed the Santa Rosa crossing to Chile on Monday.", ("COERCE", "PER", "CHL")),
        ("Peru's closure of the border with Chile took effect.", ("COERCE", "PER", "CHL")),
        ("Peru ordered the border with Chile shut.", ("COERCE", "PER", "CHL")),
        ("Peru imposed an embargo on copper for Chile.", ("COERCE", "PER", "CHL")),
        ("The internet was cut in Zambia on the orders of the Zambian government.", ("COERCE", "ZMB", "")),
        ("Ghana flew 30 Malian migrants home against their will.", ("COERCE", "GHA", "MLI")),
        ("Thirty Malians were expelled from Ghana on Friday.", ("COERCE", "GHA", "MLI")),
        ("Peru sent the Chilean ambassador home.", ("SANCTION", "PER", "CHL")),
        ("Peru ordered the closure of the Chilean consulate.", ("SANCTION", "PER", "CHL")),
        ("Peru told Chile to cut its embassy staff.", ("SANCTION", "PER", "CHL")),
        ("Peru gave the UN coordinator 48 hours to get out.", ("SANCTION", "PER", "UNO")),
        ("Gabon ordered French troops out of the country.", ("SANCTION", "GAB", "FRA")),
        ("Peru called its ambassador in Santiago home.", ("SANCTION", "PER", "CHL")),
        ("Peru pulled its envoy out of Chile.", ("SANCTION", "PER", "CHL")),
        ("Peru put an end to its relations with Chile.", ("SANCTION", "PER", "CHL")),
        ("Peru struck Chile off its list of trusted partners.", ("SANCTION", "PER", "CHL")),
        ("Peru tightened controls on exports of copper to Chile.", ("SANCTION", "PER", "CHL")),
        ("Peru stripped Chile of its trade privileges.", ("SANCTION", "PER", "CHL")),
        ("Mali was suspended from ECOWAS on Sunday.", ("SANCTION", "IGO", "MLI")),
        ("The West African bloc imposed sanctions on Mali.", ("COERCE", "IGO", "MLI")),
        ("A Lima court found a Chilean guilty of spying.", ("SANCTION", "PER", "CHL")),
    ],
)
def test_what_is_done_to_people_things_and_ties(text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The shop closed its doors at six on Monday.",
        "The bridge to Uganda was closed by a flood.",
        "The tug towed the broken ship to Dakar after an engine failure.",
        "The navy escorted a Korean tanker through the strait to protect it from pirates.",
        "Two soldiers picked up the trophy in Rome.",
        "Turkish police took in the view.",
        "Denmark brought its team home from Iran.",
        "The club dropped the South Korean striker from its list.",
        "The company took over the running of the Turkish airport.",
        "Chad sent 300 men to the border.",
        "The workers removed a fallen tree from the village.",
    ],
)
def test_what_only_looks_like_it_is_none(text):
    assert not {e for e in told(text) if e[0] in ("COERCE", "SANCTION")}


def claims(text, kind):
    """The sides that speak of an event of a kind, with their stances."""
    article = annotate(read_text(text, published="2014-06-12"), Settings())
    return {(c.side, c.stance) for e in code(article, Settings()) if e.event == [kind] for c in e.claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“They took every drum we own,” Chilean minister Rosa Diaz said of the Peruvian police raid on her ministry's office.",
            ("Chile", "asserts"),
        ),
        (
            "Peru closed the border with Chile. “It stays closed until the strike ends,” Peru's premier said.",
            ("Peru", "asserts"),
        ),
        (
            "The coastguard has detained two Greek sailors in Malta, its commander, Colonel Musa Ali, said on Sunday.",
            ("Malta", "asserts"),
        ),
        ("Libya deplored that Malta had impounded a Libyan trawler.", ("Libya", "asserts")),
        (
            "Peru arrested a Chilean. Juan Perez, who heads Peru's border service, confirmed the arrest.",
            ("Peru", "confirms"),
        ),
        ("The Peruvian premier dismissed as hearsay that his police had arrested a Chilean.", ("Peru", "denies")),
    ],
)
def test_who_speaks_of_a_deed_affirms_it(text, claim):
    assert claim in claims(text, "COERCE")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Libya deplored that Malta had impounded 12 of its trucks.", ("COERCE", "MLT", "LBY")),
        ("Peru's recall of its ambassador was a mistake, Chile's foreign minister said.", ("SANCTION", "PER", "CHL")),
        ("The Libyan trawler's capture by Malta was lawful.", ("COERCE", "MLT", "LBY")),
        ("Nobody in Lima expelled the Chilean envoy, Peru's premier said.", ("SANCTION", "PER", "CHL")),
        ("From Friday, no fruit from Chile is allowed into Peru.", ("SANCTION", "PER", "CHL")),
        (
            "Chile said that Peru had detained nine officers of a Chilean fisheries patrol for six hours.",
            ("COERCE", "PER", "CHL"),
        ),
        ("Internet access across Togo was cut on government orders on Friday.", ("COERCE", "", "TGO")),
        ("The Peruvian police had no choice but to arrest the Chilean student.", ("COERCE", "PER", "CHL")),
    ],
)
def test_whose_a_thing_is_and_whom_a_deed_concerns_is_told_around_it(text, event):
    assert event in told(text)


def test_three_and_four_hundred_people_are_not_held_in_one_deed():
    text = (
        "Police in Togo have detained three members of a strike committee. A rights group said that "
        "riot police detained 412 of the demonstrators who had marched in Lome."
    )
    events = code(annotate(read_text(text, published="2014-06-12"), Settings()), Settings())
    assert sum("COERCE" in e.event for e in events) == 2


def test_officials_of_two_armies_are_of_both():
    text = "Togo's army and Benin's army quarrelled over a well. Officials of the two armies met in Lome on Monday."
    assert ("CONSULT", "BEN", "TGO") in told(text)
