"""`check`: every rule, over one resolution."""

from collections.abc import Iterator

from editor.checking import cover, endings, structure, wording
from editor.checking.finding import Finding
from editor.model.resolution import Resolution
from editor.numbering import labels
from editor.templating.schema import Template


def check(resolution: Resolution, template: Template) -> tuple[Finding, ...]:
    """Return what is to be mended in `resolution`: errors first, each kind in order from the cover down."""
    labelled = labels(resolution.body, template.scheme(resolution.language))
    found = (
        *_paper(resolution, template),
        *cover.findings(resolution, template),
        *structure.findings(resolution, template, labelled),
        *wording.findings(resolution.body, resolution.language, labelled),
        *endings.findings(resolution.body, template.file.punctuation),
    )
    places = labelled.places
    return tuple(sorted(found, key=lambda one: (one.severity != "error", places.get(one.clause, -1))))


def _paper(resolution: Resolution, template: Template) -> Iterator[Finding]:
    """Yield what the template does not know of this paper at all, as in a file from elsewhere."""
    if all(kind.id != resolution.kind for kind in template.file.kinds):
        yield Finding("unknown-kind", "error", field="kind", parameters=(("kind", resolution.kind),))
    if resolution.language not in template.words:
        language = (("language", resolution.language),)
        yield Finding("unknown-language", "error", field="language", parameters=language)
