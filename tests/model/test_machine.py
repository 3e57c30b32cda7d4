"""Random edits of random bodies: what must hold after each of them, and that all can be taken back."""

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from editor.model import edits, tree
from editor.model.changes import Change, apply, inverse
from editor.model.clause import Body, Clause, Kind
from editor.model.errors import EditError
from editor.model.grammar import Grammar, check_body
from editor.model.resolution import Resolution
from editor.model.text import Reference, Run, flatten, normalise
from tests.bodies import counted
from tests.model.invariants import check_labels, check_references
from tests.model.starts import GRAMMARS, starts, words

places = st.integers(0, 30)
many = st.lists(places, min_size=1, max_size=2)
steps: st.SearchStrategy[Literal[-1, 1]] = st.sampled_from([-1, 1])
kinds: st.SearchStrategy[Kind] = st.sampled_from(
    ["preambular", "enacting", "operative", "item", "closing", "heading", "part", "annex"]
)
numbers = st.sampled_from([None, "", "3", "12 bis", "(a bis)", "0", "x" * 30])


class Drafting(RuleBasedStateMachine):
    """A drafter who tries everything."""

    def __init__(self) -> None:
        super().__init__()
        self.fresh = counted("x")
        self.done: list[Change] = []
        self.open((GRAMMARS[0], Resolution("t", "k", "en")))

    @initialize(start=starts())
    def open(self, start: tuple[Grammar, Resolution]) -> None:
        self.grammar, self.now = start
        self.states = [self.now]

    @property
    def body(self) -> Body:
        return self.now.body

    def pick(self, at: int) -> str:
        """Return the id of some clause, or of none where the body is empty."""
        return self.body[at % len(self.body)].id if self.body else "none"

    def picks(self, places: list[int]) -> list[str]:
        return [self.pick(at) for at in places]

    def edit(self, build: Callable[[Resolution], Change], *, closings_move: bool = False) -> tuple[Body, Body] | None:
        """Try an edit; return the bodies before and after it, None if it was refused."""
        before = self.now
        try:
            change = build(before)
        except EditError:
            return None
        self.now = apply(before, change)
        self.done.append(change)
        self.states.append(self.now)
        if not closings_move:
            _check_closings(before.body, self.now.body)
        return before.body, self.now.body

    @rule(at=places, told=words, to=places)
    def write(self, at: int, told: str, to: int) -> None:
        text = (Run(told), Reference(self.pick(to)), Run(""), Run("."))
        self.edit(lambda now: edits.set_text(now, self.pick(at), text))

    @rule(at=places, offset=st.integers(-1, 12))
    def split(self, at: int, offset: int) -> None:
        bodies = self.edit(
            lambda now: edits.split(now, self.grammar, self.pick(at), offset, self.fresh), closings_move=True
        )
        if bodies:
            before, after = bodies
            assert _flow(after) == _flow(before)
            assert len(after) == len(before) + 1
            assert {clause.id for clause in before} < {clause.id for clause in after}

    @rule(at=places)
    def join(self, at: int) -> None:
        bodies = self.edit(lambda now: edits.join(now, self.grammar, self.pick(at)))
        if bodies:
            before, after = bodies
            assert _flow(after) == _flow(before)
            at %= len(before)
            gone, kept = before[at].id, before[at - 1].id
            assert [clause.id for clause in after] == [clause.id for clause in before if clause.id != gone]
            follow = {gone: kept}
            assert [remark.clause for remark in self.now.remarks] == [
                follow.get(remark.clause, remark.clause) for remark in self.states[-2].remarks
            ]

    @rule(one=places, other=places, low=st.integers(0, 9), high=st.integers(0, 9), told=words)
    def replace_range(self, one: int, other: int, low: int, high: int, told: str) -> None:
        ends = (self.pick(one), low), (self.pick(other), high)
        bodies = self.edit(lambda now: edits.replace_range(now, self.grammar, *ends, (Run(told),) if told else ()))
        if bodies:
            before, after = bodies
            (first, low), (last, high) = sorted((tree.position(before, clause), offset) for clause, offset in ends)
            if all(clause.kind != "enacting" for clause in before[first : last + 1]):
                head, tail = flatten(before[first].text)[:low], flatten(before[last].text)[max(high, 0) :]
                assert _flow(after) == _flow(before[:first]) + head + told + tail + _flow(before[last + 1 :])
            phrases = [clause.id for clause in before if clause.kind == "enacting"]
            assert [clause.id for clause in after if clause.kind == "enacting"] == phrases

    @rule(at=places, kind=kinds, level=st.integers(0, 3))
    def insert(self, at: int, kind: Kind, level: int) -> None:
        new = Clause(self.fresh(), kind, level, (Run("New"),))
        at %= len(self.body) + 1
        bodies = self.edit(lambda now: edits.insert(now, self.grammar, at, [new]))
        if bodies:
            before, after = bodies
            assert _words((*after[:at], *after[at + 1 :])) == _words(before)

    @precondition(lambda self: len(self.body) < 50)
    @rule(at=places, to=places)
    def copy(self, at: int, to: int) -> None:
        place = at % len(self.body) if self.body else 0
        copied = edits.copies(self.body[place : tree.subtree_end(self.body, place)] if self.body else (), self.fresh)
        bodies = self.edit(lambda now: edits.insert(now, self.grammar, to % (len(now.body) + 1), copied))
        if bodies:
            before, after = bodies
            new = {clause.id for clause in copied}
            assert _words(tuple(clause for clause in after if clause.id not in new)) == _words(before)

    @rule(ids=many)
    def delete(self, ids: list[int]) -> None:
        gone = frozenset(self.picks(ids))
        bodies = self.edit(lambda now: edits.delete(now, self.grammar, gone))
        if bodies:
            before, after = bodies
            taken = {
                clause.id for at in tree.roots(before, gone) for clause in before[at : tree.subtree_end(before, at)]
            }
            assert _words(after) == [pair for pair in _words(before) if pair[0] not in taken]

    @rule(ids=many, outwards=st.booleans())
    def shift(self, ids: list[int], outwards: bool) -> None:
        shift = edits.outdent if outwards else edits.indent
        bodies = self.edit(lambda now: shift(now, self.grammar, self.picks(ids)))
        if bodies:
            assert _words(bodies[1]) == _words(bodies[0])

    @rule(ids=many, to=places, level=st.integers(0, 3))
    def move(self, ids: list[int], to: int, level: int) -> None:
        moved = self.picks(ids)
        self.check_move(
            moved, self.edit(lambda now: edits.move(now, self.grammar, moved, to % (len(now.body) + 1), level))
        )

    @rule(ids=many, step=steps)
    def move_by(self, ids: list[int], step: Literal[-1, 1]) -> None:
        moved = self.picks(ids)
        self.check_move(moved, self.edit(lambda now: edits.move_by(now, self.grammar, moved, step)))

    def check_move(self, moved: list[str], bodies: tuple[Body, Body] | None) -> None:
        """Check that nothing is lost, and that all but the moved clauses belong where they did."""
        if bodies:
            before, after = bodies
            assert sorted(_words(after)) == sorted(_words(before))
            old, new = _owners(before), _owners(after)
            heads = {before[at].id for at in tree.roots(before, frozenset(moved))}
            assert all(old[clause] == new[clause] for clause in old if clause not in heads)

    @rule(at=places, kind=kinds)
    def set_kind(self, at: int, kind: Kind) -> None:
        bodies = self.edit(lambda now: edits.set_kind(now, self.grammar, self.pick(at), kind))
        if bodies:
            assert _words(bodies[1]) == _words(bodies[0])
            assert bodies[1][at % len(bodies[0])].kind == kind

    @rule(at=places, number=numbers)
    def set_number(self, at: int, number: str | None) -> None:
        self.edit(lambda now: edits.set_number(now, self.pick(at), number))

    @rule(at=places, restart=st.sampled_from([None, True, False]))
    def set_restart(self, at: int, restart: bool | None) -> None:
        self.edit(lambda now: edits.set_restart(now, self.pick(at), restart))

    @invariant()
    def the_body_is_good(self) -> None:
        check_body(self.body, self.grammar)
        assert all(normalise(clause.text) == clause.text for clause in self.body)

    @invariant()
    def numbers_have_no_gaps_and_references_agree(self) -> None:
        check_labels(self.body)
        check_references(self.body)

    def teardown(self) -> None:
        for change, (before, after) in reversed(list(zip(self.done, pairwise(self.states), strict=True))):
            self.now = apply(self.now, inverse(change))
            assert self.now == before
            assert apply(self.now, change) == after
        for change in self.done:
            self.now = apply(self.now, change)
        assert not self.done or self.now == self.states[-1]


def _flow(body: Body) -> str:
    """Return all words in the order of reading."""
    return "".join(flatten(clause.text) for clause in body)


def _words(body: Body) -> list[tuple[str, str]]:
    return [(clause.id, repr(clause.text)) for clause in body]


def _owners(body: Body) -> dict[str, str | None]:
    owners = [tree.owner(body, at) for at in range(len(body))]
    return {clause.id: None if at is None else body[at].id for clause, at in zip(body, owners, strict=True)}


def _check_closings(before: Body, after: Body) -> None:
    """Check that closing texts stay with their clauses, as long as these are there."""
    old, new = _owners(before), _owners(after)
    for clause in after:
        if clause.kind == "closing" and old.get(clause.id) in new:
            assert new[clause.id] == old[clause.id]


TestDrafting = Drafting.TestCase
TestDrafting.settings = settings.get_profile("machine")
