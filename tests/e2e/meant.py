"""The text that is drafted by keys: what it must be in the end, as data.

`TEXT` is written as a reader sees it: each clause on a line with its number, four blanks a level. References are the
words that they must have become, however often clauses were moved meanwhile; "⏎" is a line begun inside a clause.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TITLE = "Safeguarding Cultural Heritage in Times of Crisis"

COVER = {
    "template": "osce-pa",
    "kind": "supplementary-item",
    "language": "en",
    "original_language": "en",
    "revision": "",
    "code": "SC (27) SI 4 E",
    "title": TITLE,
    "sponsor": {"honorific": "Ms.", "given": "Hélène", "family": "Lindqvist", "country": "Sweden"},
    "venue": "Zürich",
    "dates": {"first": "2027-07-03", "last": "2027-07-07"},
    "cosponsors": [
        {"honorific": "Mr.", "given": "Marc", "family": "Delvaux", "country": "Belgium"},
        {"honorific": "Dr.", "given": "Zoë", "family": "Horvat", "country": "Croatia"},
    ],
}

PRINTED_COVER = (
    "SC (27) SI 4 E", "Original: ENGLISH", "SUPPLEMENTARY ITEM", "DRAFT RESOLUTION", "ON",
    "“SAFEGUARDING CULTURAL HERITAGE IN TIMES OF CRISIS”", "Principal Sponsor", "Ms. Hélène Lindqvist", "Sweden",
    "ZÜRICH, 3 JULY TO 7 JULY 2027",
)  # fmt: skip

NOTE = "Association des musées, “Every artefact counts”, Genève 2026, p. 12."
REMARK = "Is 2029 soon enough?"
ITALIC = ("bona fide", "Stones that Speak")
ENACTING = "The OSCE Parliamentary Assembly:"

TEXT = """
1. Recalling the principles of the Helsinki Final Act, signed on 1 August 1975,
2. Reaffirming that cultural heritage is “the memory of peoples”, those not yet born included,
3. Noting the Convention for the Protection of Cultural Property, done at The Hague in 1954,
4. Bearing in mind Victor Hugo’s words: «\u00a0Il y a deux choses dans un édifice, son usage et sa beauté\u00a0»,
5. Welcoming the efforts of museums, archives and volunteers from Malmö to Córdoba,
6. Deeply concerned that fires, floods and bombs have damaged one site in nine since 2014,
7. Stressing that a burnt library cannot be written again from memory,
8. Noting that hundreds of objects stolen in 2025 were offered for sale within a week,
9. Convinced that customs officers need training – and time – to know what they see,
10. Acknowledging the work of Ms. Chloé Brönner, the Assembly’s first Rapporteur on heritage,
11. Alarmed by:
    a. the looting of ancient sites,
    b. the trade in forged papers of origin,
12. Underlining that paragraph 3 binds armed groups as well as States,
13. Considering that whoever buys without asking does not buy bona fide,
14. Mindful of the study Stones that Speak, with its list of burnt archives,
The OSCE Parliamentary Assembly:
15. Calls upon the participating States to:
    a. draw up lists of the sites and collections most at risk,
    b. keep copies of those lists abroad:
        i. on paper,
        ii. on film,
        iii. in digital form,
    c. train rescue teams before they are needed;
16. Urges parliaments to ratify the Convention named in paragraph 3 and both its Protocols;
17. Decides that the lists under paragraph 15 a shall be public, unless safety forbids it;
18. Asks museums to return every artefact acquired in breach of paragraph 12;
19. Encourages schools to teach local history with the help of elders;
20. Requests customs services to:
    a. check papers of origin,
    b. report every doubtful artefact within ten days;
21. Recommends a common register of stolen objects, open to all;
22. Invites insurers to reward owners who follow paragraph 20 b;
23. Condemns the use of historic buildings as barracks;
24. Supports the rebuilding of bridges, mills and markets;
25. Appeals to collectors: ask first, buy later, return when in doubt;
26. Proposes this motto for the campaign:⏎“What we keep keeps us”;
27. Thanks the city of Zürich for its offer to host a first exercise in 2028;
28. Advises builders to halt work where bones or artefacts are found;
29. Considers that floods are now the greatest threat of all…
30. Commends the firefighters who saved the archives of Évora;
31. Deplores the closing of small museums for want of funds;
32. Expects that budgets will set aside one per cent for upkeep;
33. Suggests twinning threatened sites with safe ones;
34. Underlines that nothing in this resolution limits paragraph 17;
35. Calls for a report each year on:
    a. sites lost, damaged or repaired,
    b. how far paragraphs 15 and 20 have been carried out;
36. Hopes that the Assembly’s own halls will be open to the public once a year;
37. Trusts that donors will honour the pledges made in Besançon;
38. Affirms that access for people with disabilities is part of protection;
39. Intends to return to this matter in 2029;
40. Requests the President to send this resolution to all parliaments of the region.
"""

_LINE = re.compile(r"((?:    )*)(?:(\d+\.|[a-z]+\.) )?(.*)")
_SIGNS = {"“": '"', "”": '"', "’": "'", "–": "--", "…": "..."}


class Meant(NamedTuple):
    """One clause as `outline --json` must tell of it."""

    kind: str
    level: int
    label: str
    text: str


def clauses() -> list[Meant]:
    """Return the clauses of the text in order."""
    found: list[Meant] = []
    top = "preambular"
    for line in TEXT.strip().splitlines():
        match = _LINE.fullmatch(line)
        assert match, line
        indent, label, words = match.groups(default="")
        level = len(indent) // 4
        kind = "enacting" if words == ENACTING else "item" if level else top
        top = "operative" if kind == "enacting" else top
        found.append(Meant(kind, level, label, words.replace("⏎", "\u2028")))
    return found


def typed(words: str) -> str:
    """Return the keys for `words`: signs that the program puts in while typing are typed as a keyboard has them."""
    for sign, keys in _SIGNS.items():
        words = words.replace(sign, keys)
    return words


def clause(label: str) -> str:
    """Return what is typed for the words of the top clause numbered `label`, "16"."""
    (words,) = [one.text for one in clauses() if one.label == f"{label}." and not one.level]
    return typed(words)
