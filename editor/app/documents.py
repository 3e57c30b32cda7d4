"""Opening and saving documents: a project file together with its template. No Qt here; the command line uses it too."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.paths import templates_folder, user_cache_folder, user_templates_folder
from editor.project.document import REVISION, ProjectFile
from editor.project.loading import load_project
from editor.project.saving import save_project
from editor.project.stamp import Stamp
from editor.templating.kept import load_kept
from editor.templating.load import TemplateError, find_templates, template_from_json, template_to_json
from editor.templating.schema import Template

DEFAULT_TEMPLATE = "osce-pa"

SUFFIX = ".resolution"
"""How the name of a project file ends."""


class DocumentError(EditorError):
    """A document that cannot be opened or written.

    Codes: "no-template" (template), "template-copy" (path, place, reason: the template that the file carries is damaged
    and no other of its name is here), "exists" (path), "not-a-project-name" (path),
    "no-such-text" (name: none that was kept is called so).
    """


class Document(Struct, frozen=True):
    """A resolution with the template it is drafted under.

    `path` is its file and `project` what else that file held, None for a text that was never saved; `stamp` tells
    whether another hand changed the file since. `own_template` is False where the template in the file was damaged and
    the installed one of its name took its place. `held` says that somebody else has the file open.
    """

    resolution: Resolution
    template: Template
    path: Path | None = None
    project: ProjectFile | None = None
    stamp: Stamp | None = None
    own_template: bool = True
    held: bool = False

    @property
    def read_only(self) -> bool:
        """Whether this program must not write over the file: a newer version wrote it, or somebody else has it open."""
        return self.held or (self.project is not None and self.project.read_only)


def library() -> tuple[dict[str, Template], tuple[TemplateError, ...]]:
    """Return the templates there are by id, the user's own before the shipped ones, and what is wrong with others."""
    templates, errors = find_templates([templates_folder(), user_templates_folder()])
    return templates, tuple(errors)


def chosen_template(template_id: str | None) -> Template:
    """Return the template `template_id` (the default one for None); DocumentError "no-template" if there is none.

    Only that one is read. The user's own wins if it is in order; TemplateError if there is one but none is.
    """
    wanted = template_id or DEFAULT_TEMPLATE
    errors: list[TemplateError] = []
    for folder in (user_templates_folder(), templates_folder()):
        # The name may come from any file: it is looked for among those that are there, never joined to a path.
        for file in (file for file in folder.glob("*/template.toml") if file.parent.name == wanted):
            try:
                return load_kept(file.parent, user_cache_folder() / "templates")
            except TemplateError as error:
                errors.append(error)
    if errors:
        raise errors[0]
    raise DocumentError("no-template", template=wanted)


def open_document(path: Path) -> Document:
    """Open the project `path` under the template it carries, so that it looks the same on every machine."""
    loaded = load_project(path)
    project = loaded.project
    template, own = template_of(project, path)
    return Document(project.resolution, template, path, project, loaded.stamp, own)


def template_of(project: ProjectFile, path: Path) -> tuple[Template, bool]:
    """Return the template that `project` carries, or the installed one of its name, and whether it is its own."""
    if not project.template_copy:
        return chosen_template(project.resolution.template), True
    try:
        return template_from_json(project.template_copy), True
    except TemplateError as error:
        damaged = error
    try:
        return chosen_template(project.resolution.template), False
    except EditorError:
        raise DocumentError("template-copy", path=path, **damaged.parameters) from None


def project_of(document: Document) -> ProjectFile:
    """Return what a file of `document` holds."""
    return ProjectFile(
        resolution=document.resolution,
        template_revision=document.template.file.revision,
        template_copy=template_to_json(document.template),
        revision=document.project.revision if document.project else REVISION,
    )


def save_document(document: Document, path: Path) -> Document:
    """Write `document` to `path` and return it as saved; its own file only if no other hand changed it since."""
    project = project_of(document)
    own = document.path is not None and document.path == path
    stamp = save_project(path, project, document.stamp if own else None)
    return replace(document, path=path, project=project, stamp=stamp)


def save_new(path: Path, resolution: Resolution, template: Template, *, replace: bool = False) -> Document:
    """Write a new project to `path`; DocumentError "exists" if a file is there that `replace` does not give up."""
    if path.suffix.lower() != SUFFIX:
        raise DocumentError("not-a-project-name", path=str(path))
    if path.is_file() and not replace:
        raise DocumentError("exists", path=str(path))
    return save_document(Document(resolution, template), path)
