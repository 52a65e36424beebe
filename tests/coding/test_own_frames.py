"""A user's own frames: added, put in place of others, taken away; bad rows named by line while the rest counts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import sayso
from sayso.coding.frames import FrameError
from sayso.coding.own_frames import laid

HEAD = "action,event,trigger,pos,mode,actor,recipient,when,note\n"
TEXT = "France trolled Chad on Monday."


def written(tmp_path, text, name="mine.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf8")
    return str(path)


def types(text, *frames):
    return [e.event[0] for e in sayso.code(text, published="2020-01-02", frames=frames)]


def test_an_added_frame_tells_an_event_that_sayso_does_not_know(tmp_path):
    assert types(TEXT) == []
    [e] = sayso.code(TEXT, frames=written(tmp_path, HEAD + ",ACCUSE,troll,v,disapprove,,,,\n"))
    assert (e.event, e.mode, e.actor[0].code, e.recipient[0].code) == (["ACCUSE"], ["disapprove"], "FRA", "TCD")
    assert e.cite_info.coder.startswith("sayso ")
    assert "with mine.csv:" in e.cite_info.coder


def test_the_stamp_follows_the_content_of_the_file(tmp_path):
    one = laid((written(tmp_path, HEAD + ",ACCUSE,troll,v,,,,,\n"),)).stamp
    other = laid((written(tmp_path, HEAD + ",ACCUSE,troll,v,disapprove,,,,\n"),)).stamp
    assert one != other
    assert laid(()).stamp == ""


def test_a_frame_for_a_known_word_wins_over_the_packaged_one_of_the_same_weight(tmp_path):
    assert types("Kenya condemned Uganda.") == ["ACCUSE"]
    assert types("Kenya condemned Uganda.", written(tmp_path, HEAD + ",REJECT,condemn,v,,,,,\n")) == ["REJECT"]


def test_a_frame_taken_away_gives_no_event(tmp_path):
    assert types("Kenya condemned Uganda.", written(tmp_path, HEAD + "remove,,condemn,v,,,,,\n")) == []


def test_a_row_with_several_triggers_keeps_the_others(tmp_path):
    files = (written(tmp_path, HEAD + "remove,,hold talk,v,,,,,\n"),)
    before, after = laid().frames, laid(files).frames

    def tells(frames, head, word):
        return any(head in f.trigger[0] and len(f.trigger) == 2 and word in f.trigger[1] for f in frames[head])

    assert tells(before, "hold", "talk")
    assert not tells(after, "hold", "talk")
    assert tells(after, "hold", "meeting")


def test_a_file_named_after_a_type_needs_no_event_column(tmp_path):
    assert types(TEXT, written(tmp_path, "trigger,pos\ntroll,v\n", "ACCUSE.csv")) == ["ACCUSE"]


TOML = """
[classes]
jibe = ["joke", "@taunt"]
taunt = ["insult"]

[[frame]]
event = "ACCUSE"
mode = "disapprove"
trigger = "hurl"
pos = "v"
recipient = "at"
when = "obj=@jibe"
"""


def test_toml_brings_word_classes_of_its_own(tmp_path):
    path = written(tmp_path, TOML, "mine.toml")
    assert laid((path,)).problems == ()
    assert types("France hurled insults at Chad.", path) == ["ACCUSE"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",SHOUT,shout,v,,,,,", "'SHOUT' is no PLOVER type; write one of AGREE"),
        (",ACCUSE,shout,v,loud,,,,", "ACCUSE has no mode 'loud'; use disapprove"),
        (",ACCUSE,shout,x,,,,,", "pos is 'x'; write v or n"),
        (",ACCUSE,,v,,,,,", "there is no trigger; write"),
        (",ACCUSE,shout,v,,frontwards,,,", "no frame has a role 'frontwards'; use subj"),
        (",ACCUSE,shout,v,,,,obj=@nothing,", "no word class @nothing; define it"),
        (",ACCUSE,shout,v,,,,obj=,", "names no words; write some"),
        ("put,ACCUSE,shout,v,,,,,", "action is 'put'; write add, replace or remove"),
        (",ACCUSE,troll,v,,,,,", "mine.csv, line 2, once more; keep one"),
        ("remove,,zzz,v,,,,,", "no frame 'zzz' to take away"),
        (",ACCUSE,shout,v,,,,,a,b", "more cells than columns; put"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_the_rest_counts(tmp_path, row, said):
    path = written(tmp_path, HEAD + ",ACCUSE,troll,v,,,,,\n" + row + "\n,ACCUSE,scoff,v,,,at,,\n")
    found = laid((path,))
    assert len(found.problems) == 1
    assert f"{path}, line 3: " in found.problems[0]
    assert said in found.problems[0]
    assert "troll" in found.frames
    assert "scoff" in found.frames


def test_a_packaged_row_written_again_is_named(tmp_path):
    [f] = [f for f in laid().frames["denounce"] if (f.file, f.words) == ("ACCUSE.csv", "denounce")]
    row = f",{f.event},denounce,v,{f.mode or ''},,{f.roles('recipient')},,"
    [problem] = laid((written(tmp_path, HEAD + row + "\n"),)).problems
    assert f"ACCUSE.csv, line {f.line}, once more" in problem


def test_classes_that_name_one_another_in_a_circle_are_named(tmp_path):
    text = '[classes]\none = ["a", "@two"]\ntwo = ["@three"]\nthree = ["@one"]\ngood = ["b"]\n'
    text += '[[frame]]\nevent = "ACCUSE"\ntrigger = "troll"\npos = "v"\nwhen = "obj=@good"\n'
    found = laid((written(tmp_path, text, "mine.toml"),))
    [problem] = found.problems
    assert "mine.toml, line 2: word classes name one another in a circle, @one → @two → @three → @one" in problem
    assert "troll" in found.frames


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mine.csv", "verb,pos\nx,v\n", "line 1: there is no column 'trigger'; the columns are"),
        ("mine.toml", "[[frame]\n", "is no TOML"),
        ("mine.csv", None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_frame_file_is_refused(tmp_path, name, text, said):
    path = written(tmp_path, text, name) if text is not None else str(tmp_path / name)
    with pytest.raises(FrameError, match=said):
        laid((path,))


def run(*words):
    return subprocess.run([sys.executable, "-m", "sayso", *words], capture_output=True, text=True)


def test_the_command_line_explains_an_event_by_the_users_row(tmp_path):
    path = written(tmp_path, HEAD + ",ACCUSE,troll,v,disapprove,,,,\n,ACCUSE,moan,x,,,,,\n")
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf8")
    done = run("code", str(article), "--frames", path, "--explain", "--format", "jsonl")
    assert done.returncode == 1
    assert f"{path}, line 3: pos is 'x'" in done.stderr
    assert "Traceback" not in done.stderr
    [frame] = json.loads(done.stdout)["grounds"]["frames"]
    assert frame == {"file": "mine.csv", "line": 2, "trigger": "troll", "words": "trolled", "start": 7, "end": 14}
    shown = run("frames", "troll", "--frames", path)
    assert "mine.csv line 2" in shown.stdout
    missing = run("frames", "troll", "--frames", str(tmp_path / "none.csv"))
    assert (missing.returncode, missing.stdout) == (2, "")


def test_without_explain_an_event_has_no_grounds(coded):
    [e] = coded("Kenya condemned Uganda.", "2020-01-02")
    assert not hasattr(e, "grounds")
    assert "with" not in e.cite_info.coder


def test_a_python_caller_is_warned_of_a_bad_row(tmp_path):
    with pytest.warns(UserWarning, match="line 2: pos is 'x'"):
        sayso.code(TEXT, frames=written(tmp_path, HEAD + ",ACCUSE,moan,x,,,,,\n"))
