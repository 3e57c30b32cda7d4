"""The document: one frozen value."""

import datetime

from msgspec import Struct

from editor.model.clause import Body, Extra
from editor.model.cover import Cover


class Remark(Struct, frozen=True):
    """A remark on a clause, for colleagues; never printed unless asked for."""

    id: str
    clause: str
    author: str
    date: datetime.datetime
    text: str
    resolved: bool = False
    extra: Extra = ()


class Resolution(Struct, frozen=True):
    """A resolution as its drafters see it: kind of paper, languages, revision, cover, body and remarks.

    `language` and `original_language` are two-letter codes ("en"); the original may be empty where nobody said.
    `revision` is the revision mark of the paper as printed in its code ("Rev.1"), empty for the first issue. `words`
    are names and terms of this text that spelling takes for right, in the order in which they were added.
    """

    template: str
    kind: str
    language: str
    original_language: str = ""
    revision: str = ""
    cover: Cover = Cover()
    body: Body = ()
    remarks: tuple[Remark, ...] = ()
    extra: Extra = ()
    words: tuple[str, ...] = ()
