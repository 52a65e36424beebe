"""Articles coded again under a user's frames and knowledge: every human decision holds, and what it now contradicts is told."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ledger import Ledger

TEXT = """KIGALI, March 9, 2016 (Reuters) - Kenya condemned Uganda on Tuesday. The Blue Lance attacked a market in Mombasa on Monday.

Rwanda thanked Burundi on Sunday. Tanzania expelled the ambassador of Zambia on Saturday.
"""


@pytest.fixture
def call(tmp_path):
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "frames.csv").write_text(
        "action,event,trigger,pos,mode,actor,recipient,when,note\n,REJECT,condemn,v,,,,,\nremove,,thank,v,,,,,\n",
        encoding="utf8",
    )
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "groups.csv").write_text("name,code,sector\nBlue Lance,KEN,REB\n", encoding="utf8")

    def made(command, *arguments):
        words = [*map(str, arguments), "--ledger", str(tmp_path / "l.db")]
        result = CliRunner().invoke(app, [command, *words])
        assert result.exit_code == 0, result.stderr
        return result

    return made


def by_type(book):
    return {e.event[0]: e for e in book.events()}


def test_decisions_hold_when_frames_and_knowledge_change_and_what_they_contradict_is_said(call, tmp_path):
    call("add", tmp_path / "story.txt")
    with Ledger(tmp_path / "l.db") as book:
        first = by_type(book)
    assert {"ACCUSE", "ASSAULT", "SUPPORT", "SANCTION"} <= set(first)
    told = ("--by", "ann", "--reason", "x")
    call("decide", first["ACCUSE"].id, "correct", "type=REJECT", "date=2016-03-07", *told)
    call("decide", first["ASSAULT"].id, "correct", "actor=Blue Lance [KEN-REB]", "mode=firearms", *told)
    call("decide", first["SUPPORT"].id, "accept", *told)
    call("decide", first["SANCTION"].id, "accept", *told)

    again = ("--frames", tmp_path / "frames.csv", "--knowledge", tmp_path / "known")
    said = call("add", tmp_path / "story.txt", *again).stderr
    assert "1 coded anew" in said
    assert "decision 1 by ann" in said
    assert "event corrected to REJECT; the machine now agrees" in said
    assert "decision 3 by ann (no event now): the machine no longer reports it" in said
    assert "decision 4" not in said  # nothing has changed for it
    assert "date" not in said  # the machine still says what it said

    with Ledger(tmp_path / "l.db") as book:
        now = by_type(book)
        assert "SUPPORT" not in now
        assert now["REJECT"].date == "2016-03-07"
        assert now["REJECT"].id != first["ACCUSE"].id
        assert now["ASSAULT"].mode == ["firearms"]
        assert [(p.identifier_text, p.code) for p in now["ASSAULT"].actor] == [("Blue Lance", "KEN")]
        assert [d.kind for d in book.decisions()] == ["correct", "correct", "accept", "accept"]
        book.undo("bob", 1)
        assert by_type(book)["REJECT"].date != "2016-03-07"  # the newer coding is what the machine says now
        assert book.verify() == []
    assert call("rebuild").stderr.count("decision 3 by ann") == 1
