"""What a paste did, said in one sentence."""

from collections.abc import Iterable

from editor.app.sentences.pastes import JOINED, NUMBERS, PASTES
from editor.app.wording import Translate, untranslated


def told_sentence(told: Iterable[tuple[str, int]], translate: Translate = untranslated) -> str:
    """Return one sentence on what was done and how often; empty where nothing was."""
    counts = dict(told)
    parts = [
        translate("Pastes", PASTES[code][counts[code] > 1]).format(count=_number(counts[code], translate))
        for code in PASTES
        if counts.get(code)
    ]
    if not parts:
        return ""
    sentence = parts[0]
    for at, part in enumerate(parts[1:], 2):
        sentence = translate("Pastes", JOINED[at < len(parts)]).format(one=sentence, other=part)
    return sentence[0].upper() + sentence[1:] + "."


def _number(count: int, translate: Translate) -> str:
    return translate("Pastes", NUMBERS[count]) if count < len(NUMBERS) else str(count)
