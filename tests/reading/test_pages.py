"""Web pages, known by their content whatever their name: body, title, time and credit."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples_of_formats import BODY, FIRST, LD, SECOND, THIRD, body, outcome, page, saved


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_gives_its_body_title_time_and_credit(tmp_path: Path, name: str) -> None:
    html = page(f'<script type="application/ld+json">{LD}</script><meta property="og:site_name" content="Valley Post">')
    (article,), problems = outcome(saved(tmp_path, name, html))
    assert not problems
    assert body(article) == [FIRST, SECOND, THIRD]
    assert (article.title, article.published, article.language) == (
        "Army leaves town",
        "2018-03-05T09:30:00+04:30",
        "en",
    )
    assert article.credits == ["AFP"]
    assert article.source is not None
    assert article.source.name == "Valley Post"
    assert "Another story" not in article.text


@pytest.mark.parametrize(
    ("head", "body_html", "published"),
    [
        ('<meta property="article:published_time" content="2018-03-05T09:30:00Z">', BODY, "2018-03-05T09:30:00+00:00"),
        ('<meta itemprop="datePublished" content="2018-03-05">', BODY, "2018-03-05"),
        ("", f'<time datetime="2018-03-05T09:30:00+01:00">5 March</time>{BODY}', "2018-03-05T09:30:00+01:00"),
        (f'<script type="application/ld+json">{{"@graph":[{LD}]}}</script>', BODY, "2018-03-05T09:30:00+04:30"),
        (
            '<meta property="article:modified_time" content="2018-03-06"><meta name="date" content="2018-03-05">',
            BODY,
            "2018-03-05",
        ),
        ('<script type="application/ld+json">{broken</script>', BODY, None),
        ("", BODY, None),
        ("", BODY + "<p>The war began on 3 March 2011 and ended on 2015-05-06.</p>", None),
        ("", "<p>March 5, 2018, 09:30 IST</p>" + BODY, "2018-03-05T09:30:00+05:30"),
        ('<link rel="canonical" href="https://valley.example/2018/03/05/army">', BODY, "2018-03-05"),
    ],
)
def test_the_time_of_a_page_comes_from_its_metadata(
    tmp_path: Path, head: str, body_html: str, published: str | None
) -> None:
    html = page(head, body_html).replace("© 2018 ", "")
    assert outcome(saved(tmp_path, "page.html", html))[0][0].published == published


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("nonsense", "cp1252"),
    ],
)
def test_a_wrong_charset_declaration_does_no_harm(tmp_path: Path, declared: str, encoding: str) -> None:
    html = (
        page(body=f"<p>{FIRST} It happened in Málaga.</p><p>{SECOND}</p><p>{THIRD}</p>")
        .replace("utf-8", declared)
        .replace("© ", "")
    )
    (article,), _ = outcome(saved(tmp_path, "page.html", html.encode(encoding)))
    assert "Málaga" in article.text


def test_an_ambiguous_date_in_a_pages_metadata_is_read_as_its_country_writes_it(tmp_path: Path) -> None:
    told = {}
    for host in ("paper.example.ie", "paper.example.ph", "paper.example"):
        head = f'<link rel="canonical" href="https://{host}/army">'
        for date in ("05/06/2018 18:30", "5 June 2018 18:30 IST"):
            html = page(f'{head}<meta name="date" content="{date}">').replace("© 2018 ", "")
            article = outcome(saved(tmp_path, "page.html", html))[0][0]
            told[host, date] = (article.published, article.offset_inferred)
    assert told == {
        ("paper.example.ie", "05/06/2018 18:30"): ("2018-06-05T18:30:00", False),
        ("paper.example.ph", "05/06/2018 18:30"): ("2018-05-06T18:30:00", False),
        ("paper.example", "05/06/2018 18:30"): (None, False),
        ("paper.example.ie", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+01:00", True),
        ("paper.example.ph", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+05:30", True),
        ("paper.example", "5 June 2018 18:30 IST"): ("2018-06-05T18:30:00+05:30", True),
    }


SIDE = "".join(f'<li><a href="/{i}">Another headline about something else, number {i}</a></li>' for i in range(12))
SHAPES = {
    "divs without an article": f'<div id="wrap"><div class="top-nav"><ul>{SIDE}</ul></div><div class="story-body"><h1>Army leaves town</h1>{BODY}</div></div>',
    "lines broken with br": f"<article><h1>Army leaves town</h1><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></article>",
    "related links between paragraphs": f"<main><article><h1>Army leaves town</h1><p>{FIRST}</p><aside><h3>Related</h3><ul>{SIDE}</ul></aside><p>{SECOND}</p><p>{THIRD}</p></article></main>",
    "figure with a caption": f'<article><h1>Army leaves town</h1><figure><img src="a.jpg"><figcaption>Soldiers at the gate. Jane Doe/AFP</figcaption></figure>{BODY}</article>',
    "cookie notice and sign-up box": f'<div class="cookie-banner"><p>We use cookies to make this site work. Accept all cookies</p></div><article><h1>Army leaves town</h1><p>{FIRST}</p><div class="newsletter-signup"><p>Sign up for our newsletter</p></div><p>{SECOND}</p><p>{THIRD}</p></article>',
    "comments below": f'<article><h1>Army leaves town</h1>{BODY}</article><section id="comments"><h2>12 comments</h2><div class="comment"><p>I do not believe a word of this story.</p></div></section>',
    "unclosed paragraphs": f"<article><h1>Army leaves town</h1><p>{FIRST}<p>{SECOND}<p>{THIRD}</article>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_body_is_found_in_pages_of_many_shapes(tmp_path: Path, shape: str) -> None:
    html = f"<html><head><title>Army leaves town</title></head><body><header>Valley Post</header>{SHAPES[shape]}<footer><ul>{SIDE}</ul></footer></body></html>"
    (article,), problems = outcome(saved(tmp_path, "page.html", html))
    assert not problems
    assert [p for p in body(article) if p in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]
    prose = " ".join(body(article))
    assert "Another headline" not in prose
    assert "not believe" not in prose
    assert "ookies" not in prose
    assert "Sign up" not in prose


def test_a_page_of_only_script_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(
        saved(
            tmp_path, "page.html", "<html><head><script>" + "var a = 1;" * 500 + "</script></head><body></body></html>"
        )
    )
    assert not articles
    assert len(problems) == 1
    assert "without an article" in problems[0]


def test_a_page_nested_too_deeply_is_one_problem(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "page.html", "<html><body>" + "<div>" * 200_000 + "x"))
    assert len(articles) + len(problems) == 1


def test_a_page_of_too_many_elements_is_refused_before_it_takes_long(tmp_path: Path) -> None:
    articles, problems = outcome(saved(tmp_path, "page.html", "<html><body>" + "<p>x" * 200_000))
    assert not articles
    assert len(problems) == 1
    assert "elements" in problems[0]


def test_xhtml_is_read_as_a_page_whatever_its_name(tmp_path: Path) -> None:
    page_ = '<?xml version="1.0"?>\n' + page().replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"')
    (article,), problems = outcome(saved(tmp_path, "page.xml", page_))
    assert body(article) == [FIRST, SECOND, THIRD]
    assert not problems


@pytest.mark.parametrize("reference", ["&#2;", "&#x1F;", "&#x0b", "&#011;"])
def test_a_reference_to_a_control_character_does_not_lose_the_page(tmp_path: Path, reference: str) -> None:
    html = page().replace("<h1>Army", f"<h1>{reference} Army").replace("soldiers", f"soldiers{reference}")
    (article,), problems = outcome(saved(tmp_path, "page.html", html))
    assert not problems
    assert body(article) == [FIRST, SECOND, THIRD]
