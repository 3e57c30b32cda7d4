"""The contract behind the tables of pyproject.toml that say who may import what.

import-linter's own contract types name what is forbidden. This one names what is allowed, so
that a new package or library is given its place before it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Rows = Mapping[str, list[str]]


class Breach(NamedTuple):
    """One import that no row of the tables allows; `lines` are line numbers in the importer."""

    importer: str
    imported: str
    lines: tuple[int, ...]
    rule: str


class TableField(fields.Field[Rows]):
    """A TOML table whose values are lists of names."""

    def parse(self, raw_data: object) -> Rows:
        """Return the table as it stands; raises ValidationError for anything else."""
        if not isinstance(raw_data, dict):
            raise fields.ValidationError("Expected a table.")
        if not all(isinstance(row, list) for row in raw_data.values()):
            raise fields.ValidationError("Expected a list in every row.")
        return raw_data


class Direction(Contract):
    """Packages import only the packages, and libraries are imported only by the modules, named."""

    type_name = "direction"
    packages = TableField()
    libraries = TableField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Look at every direct import; a chain is as good as its links."""
        root: str = self.session_options["root_packages"][0]
        tables = Tables(root, self.packages, self.libraries)  # type: ignore[arg-type]
        breaches = [
            Breach(child, "", (), "no row in the table of packages")
            for child in sorted(graph.find_children(root))
            if child.removeprefix(f"{root}.") not in self.packages  # type: ignore[operator]
        ]
        for importer in sorted(graph.find_descendants(root)):
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                rule = tables.breach(importer, imported)
                if rule:
                    details = graph.get_import_details(importer=importer, imported=imported)
                    lines = tuple(sorted({detail["line_number"] for detail in details}))
                    breaches.append(Breach(importer, imported, lines, rule))
        return ContractCheck(kept=not breaches, metadata={"breaches": breaches})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line a breach."""
        for breach in check.metadata["breaches"]:
            lines = ", ".join(f"l.{line}" for line in breach.lines)
            output.print_error(f"- {breach.importer} -> {breach.imported} ({lines}): {breach.rule}", bold=False)


class Tables(NamedTuple):
    """The two tables, with module names relative to the package `root`."""

    root: str
    packages: Rows
    libraries: Rows

    def breach(self, importer: str, imported: str) -> str:
        """Return why `importer` may not import `imported`, or the empty string if it may."""
        inside = importer.removeprefix(f"{self.root}.")
        if imported == self.root:
            return ""
        if imported.startswith(f"{self.root}."):
            return self._package_breach(inside, imported.removeprefix(f"{self.root}."))
        return self._library_breach(inside, imported)

    def _package_breach(self, importer: str, imported: str) -> str:
        package = importer.partition(".")[0]
        others = self.packages.get(package, [])
        if any(imported == name or imported.startswith(f"{name}.") for name in (package, *others)):
            return ""
        return f"{package} may import {', '.join(others) or 'no package'}"

    def _library_breach(self, importer: str, library: str) -> str:
        if library in sys.stdlib_module_names:
            return ""
        if library not in self.libraries:
            return f"{library} has no row in the table of libraries"
        for pattern in self.libraries[library]:
            if fnmatchcase(importer, pattern) or fnmatchcase(importer, f"{pattern}.*"):
                return ""
        return f"{library} is for {', '.join(self.libraries[library])}"
