"""Whom pronouns mean in what somebody tells, whose the soldiers and officials are of whom is told, and bodies by less than their name."""

from __future__ import annotations

import pytest

from sayso.annotating import actors, coreference, language
from sayso.model import Settings
from sayso.reading import read_text


def who(text, words, day="2014-06-12"):
    """The country and sector of the mention of these words, the last of them; None if there is none."""
    article = read_text(text, published=day)
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    return next(((a.code, a.sector) for a in reversed(article.actors) if a.text == words), None)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("The Zambian union said it had taken over the mine.", "it", ("ZMB", "LAB")),
        ("Zambia said it was in talks with Angola.", "it", ("ZMB", "GOV")),
        ("Zambia said it took three days to reach Mongu.", "it", None),
        ("Goat herders near Gao said gunmen had taken their kids.", "their", ("MLI", "AGR")),
        ("Police met Malian farmers, who said raiders had burned their barns.", "their", ("MLI", "AGR")),
        ("Niger wrote to Chad, which said it had seen no troops.", "it", ("TCD", "GOV")),
        ("The Fijian army dismissed the colonel, who beat his men.", "his", ("FJI", "MIL")),
        ("A gunman shot a clerk in Boise. The sheriff said he had fled.", "he", ("USA", "UAF")),
        ("Rebels burned a bus in Gao. Police came after they had gone.", "they", ("MLI", "REB")),
        ("A Peruvian army spokesman said it would pay.", "it", ("PER", "MIL")),
        ("Peru rejected Chile's complaint that its police had beaten a trader.", "its", ("PER", "GOV")),
        ("Peru denied a report by Chile that it had closed the road.", "it", ("PER", "GOV")),
    ],
)
def test_a_pronoun_means_whoever_is_told_of(text, pronoun, meant):
    assert who(text, pronoun) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Chile denied that soldiers had crossed into Peru.", "soldiers", ("CHL", "MIL")),
        ("Ankara rejected claims that troops had looted homes in Afrin.", "troops", ("TUR", "MIL")),
        ("Kenyan boats were stopped by the Omani navy, officials said.", "officials", ("OMN", "GOV")),
        ("Kenyan soldiers in Somalia shot a bandit, the army's spokesman said.", "the army", ("KEN", "MIL")),
        ("Kenyan troops withdrew from Baidoa, and residents cheered.", "residents", ("SOM", "CVL")),
        ("Burundian refugees in Tanzania said soldiers had burned their homes.", "soldiers", ("BDI", "MIL")),
        ("Separatist officials in Ukraine banned the film.", "Separatist officials in Ukraine", ("UKR", "REB")),
        ("The writer is in police custody in Minsk.", "police", ("BLR", "COP")),
        ("Rebels pulled out of Goma.", "Goma", None),
        ("NATO's Southern Command thanked Italy.", "NATO's Southern Command", ("IGO", "MIL")),
        ("The Kurdish YPG said Turkey had shelled it.", "The Kurdish YPG", ("SYR", "REB")),
        ("Nawaz Sharif left Lahore. His Muslim League wept.", "His Muslim League", ("PAK", "PTY")),
        ("Egypt's nurses met. A spokesman for their guild spoke.", "A spokesman for their guild", ("EGY", "LAB")),
        (
            "Benin thanked the OSCE. The Vienna-based organization left.",
            "The Vienna-based organization",
            ("IGO", None),
        ),
    ],
)
def test_soldiers_officials_and_bodies_are_those_meant(text, words, meant):
    assert who(text, words) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Kenya sank a skiff. Somali elders said fishermen had been killed.", "fishermen", ("SOM", "AGR")),
        ("Poland expelled two Russian diplomats. The embassy wept.", "The embassy", ("RUS", "GOV")),
        ("Burundi sent soldiers to Mali. Rebels shot at a convoy.", "Rebels", ("MLI", "REB")),
        ("The US bombed Syria. Iraqi officials protested, and lawmakers met.", "lawmakers", ("IRQ", "LEG")),
        ("Lebanese soldiers found rockets aimed at Israel. The army said it was glad.", "The army", ("LBN", "MIL")),
        ("The Dutch navy held ten Somali pirates. The suspects wept.", "The suspects", ("SOM", "CRM")),
        ("A French judge charged a Congolese colonel. His lawyers wept.", "His lawyers", ("COD", "CVL")),
        (
            "Turkey thanked Iraq. In Ankara a defence ministry source spoke.",
            "a defence ministry source",
            ("TUR", "GOV"),
        ),
        (
            "Benin sold rice to Togo. The director of agriculture said no.",
            "The director of agriculture",
            ("BEN", "GOV"),
        ),
        ("Saudi Arabia sued. The kingdom recalled its envoy from Doha.", "The kingdom", ("SAU", "GOV")),
        ("The Baltic states shut a road.", "The Baltic states", (None, "GOV")),
        ("Oman spoke. The Gulf state expelled a spy.", "The Gulf state", ("OMN", "GOV")),
        ("The court in Strasbourg ruled against Hungary.", "The court in Strasbourg", ("IGO", "JUD")),
        (
            "Taiwan hit a Chinese boat. The Coast Guard Administration wept.",
            "The Coast Guard Administration",
            ("TWN", "GOV"),
        ),
    ],
)
def test_whose_people_are_follows_from_what_was_told_before(text, words, meant):
    assert who(text, words) == meant
