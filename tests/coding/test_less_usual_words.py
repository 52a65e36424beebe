"""Deeds in words that reports use now and then: idioms, nouns, participles; and words of deeds where nobody did any."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lima came round to Quito's proposal for a joint audit.", ("AGREE", "PER", "ECU")),
        ("Denmark announced 40 million euros in aid for Chad's farmers.", ("AGREE", "DNK", "TCD")),
        ("Norway's pledge to train Gambian judges was welcomed.", ("AGREE", "NOR", "GMB")),
        ("Oman promised to reopen its embassy in Beirut.", ("AGREE", "OMN", "LBN")),
        ("The summit of Kenya and Uganda wrapped up in Kigali on Friday.", ("CONSULT", "third-party", "KEN+UGA", "")),
        ("Thousands turned out in Accra in support of the Ghanaian president.", ("SUPPORT", "GHA", "GHA")),
        ("The Dutch king said he was sorry for the suffering of Indonesian civilians.", ("CONCEDE", "NLD", "IDN")),
        ("Iraqi gas began to flow to Jordan on Monday.", ("COOPERATE", "IRQ", "JOR")),
        ("A tip-off from Moroccan intelligence helped Spanish police find the cell.", ("COOPERATE", "MAR", "ESP")),
        ("Uganda supplied Kenya with the fugitive's bank records.", ("COOPERATE", "UGA", "KEN")),
        ("Joint patrols by the Nepali and Indian armies started at dawn.", ("COOPERATE", "IND+NPL", "")),
        ("Italian sailors plucked nine Sudanese from a sinking dinghy.", ("AID", "ITA", "SDN")),
        ("Firefighters from Croatia joined the fight against the blaze in Albania.", ("AID", "HRV", "ALB")),
        ("The guns fell silent in Yemen's capital on Sunday.", ("RETREAT", "ceasefire", "YEM", "")),
        ("Fiji appealed to New Zealand for drinking water.", ("REQUEST", "assist", "FJI", "NZL")),
        ("Polish nurses pressed the Polish health ministry for back pay.", ("REQUEST", "POL", "POL")),
        ("Vienna poured cold water on Prague's proposal.", ("REJECT", "AUT", "CZE")),
        ("The refusal by Chad to release the French engineers angered Paris.", ("REJECT", "yield", "TCD", "FRA")),
        ("Iran vowed to make Azerbaijan pay for the raid.", ("THREATEN", "violence", "IRN", "AZE")),
        ("Mali's army gave the rebels 48 hours to leave Kidal or be bombed.", ("THREATEN", "violence", "MLI", "MLI")),
        ("The Zambian opposition shunned the opening of parliament.", ("PROTEST", "boycott", "ZMB", "ZMB")),
        ("Oslo gave two Belarusian diplomats their marching orders.", ("SANCTION", "expel", "NOR", "BLR")),
        ("A Thai court put an Australian smuggler behind bars for ten years.", ("SANCTION", "convict", "THA", "AUS")),
        ("Japan pulled out of the naval exercise with Russia.", ("SANCTION", "discontinue", "JPN", "RUS")),
        ("Norwegian jets were scrambled to shadow Russian bombers.", ("MOBILIZE", "weapons", "NOR", "RUS")),
        ("The deployment of 300 Kenyan soldiers in Haiti began on Monday.", ("MOBILIZE", "troops", "KEN", "HTI")),
        ("The internet was switched off in Chad on election night.", ("COERCE", "censor", "", "TCD")),
        ("Students died when Sudanese police tried to clear a bridge.", ("ASSAULT", "SDN", "SDN")),
        ("Poisoned letters were sent to the Greek prime minister.", ("ASSAULT", "unconventional", "", "GRC")),
        ("A sailor held hostage by Somali pirates has written a book.", ("ASSAULT", "abduct", "SOM", "SOM")),
        ("Found guilty of treason, a Tajik editor got eight years.", ("SANCTION", "convict", "", "TJK")),
    ],
)
def test_deeds_are_told_in_many_words(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "Benfica shot down Porto with three goals in the first half.",
        "Italy go into battle with Wales for a place in the final.",
        "Ethiopia's runners attacked early and broke the Kenyans on the hill.",
        "The Spanish captain was charged with bringing the game into disrepute.",
        "Nurses in Malawi are waging war on malaria.",
        "The mayor of Lyon is fighting an uphill battle against litter.",
        "Hunters in Norway shot 200 moose.",
        "Floods drove farmers from their land in Bangladesh.",
        "Renault launched an attack on the cheap end of the market.",
        "The Portuguese airline struck a deal with its lenders.",
        "If Greece attacked Albania, NATO would respond.",
        "Analysts ask whether India could invade Nepal.",
    ],
)
def test_games_trade_hunts_and_guesses_are_no_deeds(coded, text):
    assert coded(text) == []


def test_a_real_attack_on_players_is_one(coded):
    [deed] = coded("Gunmen attacked the Togolese team's bus in Angola, killing the goalkeeper.")
    assert deed.event == ["ASSAULT"]


def test_who_speaks_out_against_a_deed_did_not_do_it(coded):
    text = "The Vatican spoke out against the jailing of Cuban bishops."
    assert ("ACCUSE", "disapprove", "VAT", "CUB") in told(coded(text))
    assert not any("arrest" in e.mode for e in coded(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The build-up of Russian armour on Latvia's doorstep went on.", ("MOBILIZE", "troops", "RUS", "LVA")),
        ("Khartoum's finger-pointing at Juba went on.", ("ACCUSE", "allege", "SDN", "SSD")),
        ("Kenyan police re-arrested the editor.", ("COERCE", "arrest", "KEN", "KEN")),
        ("A Malian trader died at the hands of Russian mercenaries.", ("ASSAULT", "RUS", "MLI")),
        ("Four Chinese miners were found with their throats cut.", ("ASSAULT", "primitive", "", "CHN")),
        ("A life term was handed down to a Rwandan pastor in Kigali.", ("SANCTION", "convict", "", "RWA")),
        ("Oslo's envoy to Baku has been ordered back to Norway.", ("SANCTION", "withdraw", "NOR", "AZE")),
        ("The closure of Oman's embassy in Doha was announced.", ("SANCTION", "withdraw", "OMN", "QAT")),
        ("Togo took a French radio station off the air.", ("COERCE", "censor", "TGO", "FRA")),
        ("Turkish and Greek investigators swapped files on the fire.", ("COOPERATE", "GRC+TUR", "")),
        ("Fiji must stop sheltering rebels, the Tongan president told reporters.", ("REQUEST", "yield", "TON", "FJI")),
        ("Lusaka's request for vaccines reached Pretoria.", ("REQUEST", "assist", "ZMB", "ZAF")),
        ("An Algerian court would not hear the Malian nomads' petition.", ("REJECT", "change", "DZA", "MLI")),
        ("Peru has its army on a war footing.", ("MOBILIZE", "troops", "PER", "")),
        ("Miners in Bolivia gave notice of a strike.", ("THREATEN", "restrict", "BOL", "")),
        ("Haiti's prime minister threw in the towel.", ("RETREAT", "resign", "HTI", "")),
        ("Cyclone survivors in Tonga were brought rice by a French frigate.", ("AID", "FRA", "TON")),
        ("Caracas helped itself to a Dutch company's oilfield.", ("COERCE", "seize", "VEN", "NLD")),
        ("The Kenyan activist ended his hunger strike.", ("CONCEDE", "KEN", "")),
        ("London accuses Russian military intelligence of cyber-attacks.", ("ACCUSE", "allege", "GBR", "RUS")),
        ("Fiji declined New Zealand's offer of a ferry.", ("REJECT", "FJI", "NZL")),
        ("The Chilean senate threw out the president's budget.", ("REJECT", "change", "CHL", "CHL")),
        ("Slovakia has stopped paying into the Moldovan fund.", ("SANCTION", "discontinue", "SVK", "MDA")),
        ("Serbian gunmen set Kosovar haystacks ablaze.", ("ASSAULT", "destroy", "SRB", "KOS")),
    ],
)
def test_deeds_of_two_words_and_in_idioms(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has declared war on potholes.",
        "The Slovak club sacked its coach on Monday.",
        "The Korean carmaker's assault on the American truck market has stalled.",
        "Two brothers in Perth are suing each other over a boat.",
        "Vienna gave the fence a bad mark.",
        "Swarms of locusts invaded northern Uganda.",
        "Bushfires forced hundreds of Australians from their homes.",
        "A Thai airline is to sack 200 pilots.",
        "Samsung has suspended sales of its phone in Peru.",
        "The minister fired back with a joke.",
        "The film recounts the murder of a Chilean poet.",
        "Whether the rebels will lay down their arms remains to be seen.",
    ],
)
def test_figures_of_speech_and_private_quarrels_are_no_deeds(coded, text):
    assert coded(text) == []
