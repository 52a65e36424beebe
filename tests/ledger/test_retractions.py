"""What a paper takes back is retracted, in whatever words it does so."""

import pytest
import scoring

TOLD = {"id": "told", "source": "The Daily Post", "published": "2016-05-10", "title": "News"}
BACK = {"id": "back", "source": "The Daily Post", "published": "2016-05-11", "title": "Correction"}


def statuses(folder, words):
    """Of what the paper told on Tuesday, after it has printed these words on Wednesday."""
    articles = [TOLD | {"text": "Togo expelled two Ghanaian diplomats on Monday."}, BACK | {"text": words}]
    return {e.status for e in scoring.book(folder / "l.db", scoring.told({"articles": articles})).events()}


@pytest.mark.parametrize(
    "words",
    [
        "We were wrong to report that Togo had expelled two Ghanaian diplomats.",
        "An earlier article said that Togo had expelled two Ghanaian diplomats. We regret the error.",
        "Correction: We reported on Tuesday that Togo had expelled two Ghanaian diplomats. That was incorrect.",
        "The Daily Post apologises for its report that Togo had expelled two Ghanaian diplomats.",
        "The Daily Post no longer stands by its report that Togo had expelled two Ghanaian diplomats.",
    ],
)
def test_a_paper_that_corrects_itself_retracts(tmp_path, words):
    assert statuses(tmp_path, words) == {"retracted"}


@pytest.mark.parametrize(
    "words",
    [
        "Ghana's foreign ministry said that the report that Togo had expelled two Ghanaian diplomats was false.",
        "We reported on Tuesday that Togo had expelled two Ghanaian diplomats. The road to Lome is open.",
    ],
)
def test_others_words_and_a_mere_reminder_retract_nothing(tmp_path, words):
    assert "retracted" not in statuses(tmp_path, words)


def test_what_others_quoted_from_a_paper_without_a_name_goes_with_its_report(tmp_path):
    quoted = {
        "id": "quoted",
        "source": "The Accra Sun",
        "published": "2016-05-10",
        "text": "Ghana's foreign ministry denied that Togo had expelled two Ghanaian diplomats on Monday, as a newspaper in Lome had reported.",
    }
    back = {
        **BACK,
        "text": "The Daily Post withdrew its report that Togo had expelled two Ghanaian diplomats on Monday.",
    }
    told = TOLD | {"text": "Togo expelled two Ghanaian diplomats on Monday, an official said."}
    found = scoring.book(tmp_path / "l.db", scoring.told({"articles": [told, quoted, back]})).events()
    assert {e.status for e in found if "SANCTION" in e.event} == {"retracted"}
