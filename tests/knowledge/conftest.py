"""A user's own knowledge files, for as long as a test runs."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from sayso.knowledge.own import using


@pytest.fixture
def own(tmp_path):
    """A function that writes a user's file and puts the directory of all of them in use; gives what was read."""
    with ExitStack() as stack:

        def lay(file: str, text: str | bytes):
            stack.close()
            path = tmp_path / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            return stack.enter_context(using(tmp_path))

        yield lay
