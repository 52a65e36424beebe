"""Whole articles in the shapes in which outlets and people give them: what of each is prose, its title, date, credits, dateline."""

from __future__ import annotations

import pytest

from sayso.model import Article
from sayso.reading import read_text

A = "Rescuers pulled 14 people from a collapsed block in the port on Tuesday, officials said, as the toll rose to 212."
B = "“We still hear voices under the concrete,” said Colonel Amina Yusuf, who leads the search in the Old Harbour district."
C = "The interior ministry said that more than 3,000 people had been injured and that 40 schools would serve as shelters."


def prose(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "body"]


def place(article: Article) -> str | None:
    line = article.dateline
    return line.place.of(article.text) if line and line.place else None


SHAPES = {
    "points of a summary over the dateline": (
        f"Rescuers find survivors of quake\n\nBy Samir Haddad\n\nSeptember 12, 2023 11:04 AM GMT+1 Updated 3 hours ago\n\nSummary\nCompanies\n"
        f"Death toll rises to 212\nForty schools to be shelters\nPresident visits area\n\nRABAT, Sept 12 (Reuters) - {A}\n\n{B}\n\n"
        f"Advertisement · Scroll to continue\n\nReport this ad\n\n{C}\n\nPurchase Licensing Rights\n",
        "Rescuers find survivors of quake",
        "2023-09-12T11:04:00+01:00",
        ["Reuters"],
        "RABAT",
    ),
    "sections over the title and a standfirst over the date": (
        f"News\n|\nEarthquakes\nRescuers find survivors in rubble\nPublished On 12 Sep 2023\n12 Sep 2023\n"
        f"Save articles to read later and create your own reading list.\n\n{A}\n\n{B}\n\nRecommended Stories\nlist of 1 item\nlist 1 of 1\n"
        f"Why the quake was so deadly\nend of list\n\n{C}\n\nSource: Al Jazeera and news agencies\n",
        "Rescuers find survivors in rubble",
        "2023-09-12",
        ["Al Jazeera"],
        None,
    ),
    "a local paper with its name over the title": (
        f"The Harbor Gazette\nQuake survivors get help from Harbor volunteers\nBy Jill Marsh | jmarsh@harbor.example\n"
        f"PUBLISHED: September 12, 2023 at 4:15 p.m. | UPDATED: September 13, 2023 at 9:02 a.m.\nFacebook\nTwitter\n\nHARBOR, N.J. — {A}\n\n{B}\n\n"
        f"RELATED: Church collects blankets\n\n{C}\n\nWant more news? Subscribe for just 99 cents a month.\n",
        "Quake survivors get help from Harbor volunteers",
        "2023-09-12T16:15:00",
        [],
        "HARBOR, N.J.",
    ),
    "an old story with a newsletter in its middle": (
        f"World ▸ Morocco\nThis article is more than 2 years old\nSurvivors pulled from rubble as toll rises\nThis article is more than 2 years old\n\n"
        f"Nora Fielding in Rabat and agencies\nTue 12 Sep 2023 16.20 CEST\nShare\n{A}\n\n{B}\n\nskip past newsletter promotion\nSign up to First\n"
        f"The day in your hands\nPrivacy Notice: Newsletters may contain info about charities. For more information see our policy.\n"
        f"after newsletter promotion\n\n{C}\n\nAgence France-Presse and Reuters contributed to this report\nExplore more on these topics\nMorocco\n",
        "Survivors pulled from rubble as toll rises",
        "2023-09-12T16:20:00+02:00",
        ["AFP", "Reuters"],
        None,
    ),
    "two dates run together, a caption over its credit, initials at the end": (
        f"Morocco: Survivors pulled from rubble\n09/12/2023September 12, 2023\n\n{A}\n\nhttps://p.dw.com/p/4WABC\nRescuers carry a stretcher down a street\n"
        f"Image: Samir Haddad/AFP/Getty Images\nAdvertisement\n{B}\n\n{C}\n\nsms/rt (AFP, AP, dpa, Reuters)\n",
        "Morocco: Survivors pulled from rubble",
        "2023-09-12",
        ["AFP", "AP", "DPA", "Reuters"],
        None,
    ),
    "an agency between slashes and dates over the title": (
        f"12 SEP, 16:44\nUpdated at: 12 SEP, 17:20\nSurvivors pulled from rubble in Morocco — Interior Ministry\n© Samir Haddad/AP\n"
        f"MOSCOW, September 12. /TASS/. {A}\n\n{B}\n\n{C}\n\nTags\nMorocco\n",
        "Survivors pulled from rubble in Morocco — Interior Ministry",
        None,
        ["TASS"],
        "MOSCOW",
    ),
    "a caption with its credit run in, the writer's life and the printed edition": (
        f"Morocco Quake Survivors Are Pulled From Rubble\n\nShare full article\n24\n\nRescuers in the old town on Tuesday.Credit...Samir Haddad for The New York Times\n\n"
        f"By Nora Fielding\n\nReporting from Rabat, Morocco\n\nSept. 12, 2023\n\n{A}\n\nAdvertisement\n\nSKIP ADVERTISEMENT\n\n{B}\n\n{C}\n\n"
        f"Nora Fielding is the bureau chief in Rabat, covering North Africa. More about Nora Fielding\n\n"
        f"A version of this article appears in print on Sept. 13, 2023, Section A, Page 6 of the New York edition with the headline: Survivors. Order Reprints\n",
        "Morocco Quake Survivors Are Pulled From Rubble",
        "2023-09-12",
        [],
        None,
    ),
    "Markdown with fields, emphasis, pictures and links": (
        f'---\ntitle: "Survivors pulled from quake rubble"\ndate: 2023-09-12T10:00:00+02:00\nauthor: Nora Fielding\ntags: [quake]\n---\n\n'
        f"# Survivors pulled from quake rubble\n\n*By Nora Fielding, Agence France-Presse*\n\n![Rescuers](rescue.jpg)\n*Rescuers at work. Photo: Samir Haddad/AFP*\n\n"
        f"**RABAT** — {A}\n\n{B}\n\n## Second night\n\n{C}\n\n- [Why the quake was so deadly](https://example.org/why)\n\n**Read more:** [Floods](https://example.org/floods)\n",
        "Survivors pulled from quake rubble",
        "2023-09-12T10:00:00+02:00",
        ["AFP"],
        "RABAT",
    ),
    "a message from a list": (
        f"From: desk@wire.example\nSubject: FW: Survivors pulled from rubble\nDate: Tue, 12 Sep 2023 14:03:11 +0100\nTo: list@example.org\n\n"
        f"Eds: UPDATES with toll; ADDS quote.\n\nRABAT, Morocco (AP) _ {A}\n\n{B}\n\n{C}\n\nMORE\n--\nYou received this message because you are subscribed to the list.\n"
        f"To unsubscribe from this list, visit our page.\n",
        "Survivors pulled from rubble",
        "2023-09-12T14:03:11+01:00",
        ["AP"],
        "RABAT, Morocco",
    ),
    "a print from a database of papers": (
        f"                 1 of 250 DOCUMENTS\n\n          September 12, 2023 Tuesday\n             First Edition\n\nSurvivors pulled from quake rubble\n\n"
        f"BYLINE: Nora Fielding\n\nSECTION: WORLD NEWS; Pg. 12\n\nLENGTH: 412 words\n\n{A}\n\n{B}\n\n{C}\n\nLOAD-DATE: September 13, 2023\n\nLANGUAGE: ENGLISH\n\n"
        f"Copyright 2023 Harbour Newspapers Limited\n     All Rights Reserved\n",
        "Survivors pulled from quake rubble",
        "2023-09-12",
        [],
        None,
    ),
    "buttons between the date and a place with a colon": (
        f"Quake survivors rescued as toll rises to 212\nPTI / Updated: Sep 12, 2023, 21:40 IST\nShare\nAA\nText Size\nSmall\nMedium\nLarge\nRABAT: {A}\n{B}\n"
        f"Also read\nIndia sends relief material\nTwin quakes: What we know\n{C}\nEnd of Article\nFollow Us On Social Media\n",
        "Quake survivors rescued as toll rises to 212",
        "2023-09-12T21:40:00+05:30",
        ["PTI"],
        "RABAT",
    ),
    "a reprint at a portal": (
        f"AFP\nSurvivors pulled from quake rubble\nNora FIELDING\nTue, September 12, 2023 at 5:42 PM GMT+2·3 min read\nIn this article:\nKarim Benali\n"
        f"Rescuers work in the old town (Samir HADDAD)\nRescuers work in the old town (Samir HADDAD) (Samir HADDAD/AFP/AFP)\n{A}\n\n{B}\n\nStory continues\n\n{C}\n\nnf-sh/jad\nView comments\n",
        "Survivors pulled from quake rubble",
        "2023-09-12T17:42:00+02:00",
        ["AFP"],
        None,
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_article_is_read_in_the_shape_in_which_it_comes(shape: str) -> None:
    text, title, published, credits, filed = SHAPES[shape]
    article = read_text(text)
    assert prose(article) == [A, B, C]
    assert (article.title, article.published, article.credits, place(article)) == (title, published, credits, filed)


def test_a_quotation_in_markdown_is_prose() -> None:
    assert f"> {B}" in prose(read_text(f"# Survivors found\n\n{A}\n\n> {B}\n\n{C}\n"))


def test_a_sentence_that_says_what_the_title_says_is_prose_unless_it_is_word_for_word() -> None:
    text = f"Rescuers find 14 survivors in rubble of port\n\nRescuers find 14 survivors in the rubble of the port.\n\nRescuers find 14 survivors in rubble of port.\n\n{C}\n"
    assert prose(read_text(text)) == ["Rescuers find 14 survivors in the rubble of the port.", C]


def test_a_title_is_the_first_line_of_some_words_at_the_head() -> None:
    assert read_text(f"{A}\n\n{B}\n\nA heading of four words\n\n{C}\n").title is None
    assert (
        read_text(f"Opinion\n\nWhy the quake was so deadly\n\nBy Nora Fielding\n\n{A}\n").title
        == "Why the quake was so deadly"
    )


def test_the_papers_name_over_an_article_of_a_press_archive_is_its_source() -> None:
    article = read_text(
        "1 of 20 DOCUMENTS\n\nThe Guardian (London)\n\nMarch 5, 2018 Monday\nLate Edition - Final\n\nArmy leaves valley town\n\n"
        "BYLINE: Jane Doe in Kabul\n\nLENGTH: 300 words\n\nDATELINE: KABUL\n\nBODY:\n\n"
        "The army said on Monday that its soldiers had left the town after a week of talks with the elders of the valley.\n\n"
        "PUBLICATION-TYPE: Newspaper\n"
    )
    assert article.source is not None
    assert (article.source.name, article.title, article.published) == (
        "The Guardian",
        "Army leaves valley town",
        "2018-03-05",
    )
    assert [article.text[b.start : b.start + 8] for b in article.blocks if b.kind == "body"] == ["The army"]


def test_a_horizontal_bar_ends_a_dateline_as_a_dash_does() -> None:
    article = read_text(
        "BELMORA, N.Y. ― The envoys met on Monday for the first time since the war began, officials said."
    )
    assert article.dateline is not None
    assert article.dateline.end == len("BELMORA, N.Y. ―")


LEAD = "A judge in the port has rejected a request of three builders to keep the papers of the collapsed block from the public."


@pytest.mark.parametrize(
    ("head", "under"),
    [
        ("Judge rejects builders’ request over papers of collapsed block.", LEAD),
        (
            "Builders’ request over the papers is rejected, and the port asks ‘who knew.’",
            f"RABAT, Sept. 12 (Reuters) - {A}",
        ),
        ("Search goes on under the concrete.", f"RABAT ― {A}"),
    ],
)
def test_a_headline_with_a_full_stop_is_a_title(head: str, under: str) -> None:
    article = read_text(f"{head}\n\n{under}\n\n{B}\n\n{C}\n")
    assert article.title == head
    assert head not in prose(article)


@pytest.mark.parametrize(
    "lead",
    [
        "Builders asked a judge on Tuesday to keep papers of the collapsed block from the public.",
        "The judge rejects the request of three builders to keep papers of the block from the public.",
        "Three builders told a judge to keep papers of the collapsed block from the public.",
        "Rebels attacked the port and killed 14 people.",
        "Judge rejects builders’ request. Papers of the collapsed block go to the public.",
    ],
)
def test_a_lead_in_brief_is_no_title(lead: str) -> None:
    article = read_text(f"{lead}\n\n{LEAD}\n\n{B}\n\n{C}\n")
    assert article.title is None
    assert prose(article)[0] == lead


def test_a_lead_under_a_known_title_is_no_title() -> None:
    lead = "Judge rejects builders’ request over papers of collapsed block."
    assert prose(read_text(f"{lead}\n\n{LEAD}\n\n{B}\n", title="Papers go to the public"))[0] == lead


def test_standfirsts_of_whole_sentences_over_the_dateline_are_no_prose() -> None:
    deck = "Rescuers still hear voices under the concrete. Forty schools will serve as shelters."
    article = read_text(
        f"Quake kills 212 in port\n\n{deck}\n\nBy Samir Haddad\n\nRABAT, Sept. 12 (Reuters) - {A}\n\n{B}\n\n{C}\n"
    )
    assert article.title == "Quake kills 212 in port"
    assert prose(article) == [A, B, C]


def test_a_standfirst_of_a_whole_sentence_over_the_byline_is_no_prose() -> None:
    deck = "Rescuers still hear voices under the concrete."
    article = read_text(f"Quake kills 212 in port\n\n{deck}\n\nBy Samir Haddad\n\n{A}\n\n{B}\n\n{C}\n")
    assert prose(article) == [A, B, C]
    at_the_foot = read_text(f"Quake kills 212 in port\n\n{A}\n\nBy Samir Haddad\n")
    assert prose(at_the_foot) == [A]


def test_prose_over_a_later_items_dateline_stays_prose() -> None:
    article = read_text(f"World in brief\n\n{A}\n\n{B}\n\n{C}\n\nRABAT, Sept. 12 (Reuters) - {A}\n\n{B}\n")
    assert prose(article)[:3] == [A, B, C]


@pytest.mark.parametrize(
    "head",
    [
        "CNN\n\nMarch 3, 2018\n\nMarrakesh, Morocco",
        "CNN\nMarch 3, 2018\nMarrakesh",
        "Marrakesh, Morocco\nBy Samir Haddad, CNN\nMarch 3, 2018",
    ],
)
def test_a_place_alone_beside_an_agency_and_a_date_is_a_dateline(head: str) -> None:
    article = read_text(f"Quake kills 212 in port\n\n{head}\n\n{A}\n\n{B}\n")
    assert place(article) in ("Marrakesh", "Marrakesh, Morocco")
    assert article.dateline is not None
    assert (article.dateline.day, article.title) == ("2018-03-03", "Quake kills 212 in port")
    assert prose(article) == [A, B]
    bare = read_text(f"{head}\n\n{A}\n\n{B}\n")
    assert (place(bare), bare.title) == (place(article), None)


def test_a_heading_beside_a_date_is_no_dateline() -> None:
    for head in ("Marrakesh\n\nMarch 3, 2018", "By Samir Haddad\nMarch 3, 2018\nWhat we know"):
        assert read_text(f"{head}\n\n{A}\n\n{B}\n").dateline is None


def test_the_hours_of_a_running_report_are_no_words_of_its_paragraphs():
    text = "LIVE: Strike enters second week\n\n14:35 The minister says troops are on the way.\n\n9.10 Two men were held in Lima."
    article = read_text(text)
    assert [text[b.start : b.end][:6] for b in article.blocks if b.kind == "body"] == ["The mi", "Two me"]
    once = "A strike goes on in Peru\n\n14:35 was when the train left, he said.\n\nIt never came."
    assert [b.kind for b in read_text(once).blocks] == ["title", "body", "body"]


def test_a_paper_named_under_the_title_is_the_source():
    article = read_text(
        "Four Die in Clash at Border Post, Army Says\n\nBy JANE DOE\nThe New York Times\nPublished: May 3, 2007\n\nIt was quiet."
    )
    assert (article.title, article.source.name) == ("Four Die in Clash at Border Post, Army Says", "The New York Times")
