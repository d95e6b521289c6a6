"""The maturity model, to browse, to search and to read."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from desktop import resources
from desktop.language import _, ngettext
from desktop.model.maturity import shelf
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import whole_numbers
from desktop.model.maturity.refs import Ref
from desktop.model.planning.crosswalk import Bridge, bridges
from desktop.ui.page import Page
from desktop.ui.pages.model import prose
from desktop.ui.pages.model.entries import Part
from desktop.ui.pages.model.outline import outline
from desktop.ui.pages.model.reading import Reading
from desktop.ui.pages.model.tree import Outline
from desktop.ui.pages.model.where import locate, rated_as
from desktop.ui.places import SHELF
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.search_field import SearchField

TREE_WIDTH = 360


class ModelPage(Page):
    """An outline at the left, what it says at the right, a search over all of it."""

    concerns: ClassVar[frozenset[str]] = frozenset({"model", "area_rating"})
    holds_colours: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Maturity model"))
        self._pack: Pack | None = None
        self._packs: dict[str, Pack] = {}
        self._numbers: dict[str, dict[str, int]] = {}
        self._bridges: tuple[Bridge, ...] = ()
        self._outlined: tuple[object, ...] = ()
        self.all = self.add_button(_("&All models"), tip=_("Change a model, try it out, or import one"))
        self.ratings = self.add_button(_("See &ratings"), tip=_("See how the team rates it"))
        self.search = SearchField(_("Search the model"))
        self.search.setPlaceholderText(_("Search all texts, e.g. incident priority"))
        self.model = Choice(_("Maturity model"))
        self.level = Choice(_("Level"))
        self.category = Choice(_("Process category"))
        self.tree = Outline(_("Outline of the model"))
        self.reading = Reading(_("Text of the model"))
        self._lay_out()
        self._connect()
        self.landing = self.tree

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.search, 2)
        for choice, width in ((self.level, 170), (self.category, 170), (self.model, 220)):
            size(choice, least_width=width * 4 // 5, most_width=width)
            above.addWidget(choice, 1)
        left, right = Card(), Card()
        for card, content in ((left, self.tree), (right, self.reading)):
            card.tighten()
            card.body.addWidget(content)
        size(left, width=TREE_WIDTH)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(left)
        below.addWidget(right, 1)
        self.body.addLayout(above)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self._enter_tree)
        self.model.chosen.connect(self._on_model)
        self.level.chosen.connect(self._on_filter)
        self.category.chosen.connect(self._on_filter)
        self.tree.currentItemChanged.connect(self._on_entry)
        self.tree.opened.connect(self.reading.setFocus)
        self.tree.typed.connect(self._on_typed)
        self.reading.wanted.connect(self._follow)
        self.reading.left.connect(self.tree.setFocus)
        self.ratings.clicked.connect(self._on_ratings)
        self.all.clicked.connect(self._on_all)

    def refresh(self) -> None:
        """Show the models in use as they are frozen in the file, and those that could be used."""
        in_use = {item.id: item.pack for item in self.assessment.models.all()}
        others = {path.stem for path in resources.model_packs()} - in_use.keys()
        packs = in_use | {other: shelf.find(other) for other in sorted(others)}
        if packs != self._packs:
            self._packs, self._bridges = packs, bridges(packs.values())
        self._in_use = frozenset(in_use)
        self._numbers = {
            key: self.assessment.models.numbers(key) if key in in_use else whole_numbers(pack)
            for key, pack in packs.items()
        }
        names = [
            (key, pack.name if key in in_use else _("{model} (not in use)").format(model=pack.name))
            for key, pack in self._packs.items()
        ]
        self.model.offer(names)
        self.model.setVisible(len(names) > 1)
        if names:
            self._show_pack(self._packs[str(self.model.value())])

    def reveal(self, target: str) -> None:
        """Show what has this id, whatever it is, in whichever model has it.

        Args:
            target: an id. Where models share one, the model on show comes first, and ``model/id`` names the model; a
                model's own id shows what there is to say about it.
        """
        self.show_now()
        wanted, rest = Ref.read(target)
        for key in sorted(self._packs, key=lambda key: key != self.model.value()):
            if wanted and key != wanted:
                continue
            if rest == key or locate(self._packs[key], rest) is not None:
                self.model.show_value(key)
                self._show_pack(self._packs[key])
                self._see("" if rest == key else rest)
                self.tree.setFocus()
                return

    def _show_pack(self, pack: Pack) -> None:
        if pack is not self._pack:
            self._pack = pack
            levels = [
                (level.number, f"{_('Level {number}').format(number=level.number)} {level.name}")
                for level in pack.levels
            ]
            self.level.offer([(None, _("All levels")), *levels])
            self.category.offer([(None, _("All categories")), *((item.id, item.name) for item in pack.categories)])
            self.category.setVisible(bool(pack.categories))
        self._show_outline()
        self._show_entry()

    def _show_outline(self) -> None:
        assert self._pack is not None
        level, category = cast("int | None", self.level.value()), cast("str | None", self.category.value())
        numbers = self._numbers[self._pack.id]
        wanted = (id(self._pack), level, category, numbers)
        if wanted != self._outlined:
            self._outlined = wanted
            self.tree.show_entries(outline(self._pack, level, category, numbers))
        self._search()

    def _search(self) -> None:
        words = self.search.text().casefold().split()
        count = self.tree.search(words)
        if words:
            found = ngettext("{count} match found", "{count} matches found", count).format(count=count)
            self.subtitle.setText(found if count else _("Nothing found. Try fewer or shorter words."))
        elif self._pack is not None:
            self.subtitle.setText(self._pack.name)

    def _show_entry(self) -> None:
        entry = self.tree.entry()
        if entry is None or self._pack is None:
            self.reading.read("")
            return
        html = prose.page_of(self._pack, entry.part, entry.id, self._bridges, self._packs, self._numbers[self._pack.id])
        self.reading.read(html, self.tree.words)
        rateable = self._pack.id in self._in_use and bool(rated_as(self._pack, entry.part, entry.id))
        self.ratings.setEnabled(rateable)

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._search()
        hit = self.tree.first_hit()
        here = self.tree.entry()
        if not self.tree.words:
            self.tree.close_all()
            if here is not None:
                self.tree.go_to(here.part, here.id)
        elif hit is not None and (here is None or not here.says(self.tree.words)):
            self.tree.go_to(hit.part, hit.id)
        self._show_entry()

    @Slot()
    def _enter_tree(self) -> None:
        self.tree.setFocus()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text if self.search.text() else text)

    @Slot(object)
    def _on_model(self, model: str) -> None:
        self._show_pack(self._packs[model])

    @Slot(object)
    def _on_filter(self, _value: object) -> None:
        self._show_outline()
        self._show_entry()

    @Slot()
    def _on_entry(self) -> None:
        self._show_entry()

    @Slot(str)
    def _follow(self, target: str) -> None:
        if "/" in target:
            self.session.go("model", target)
        else:
            self._see(target)

    def _see(self, target: str) -> None:
        """Go to what has this id in the model on show, through any filter that hides it."""
        if self._pack is None:
            return
        part = locate(self._pack, target) if target else Part.MODEL
        if part is None:
            return
        if self.search.text():
            self.search.clear()
        if not self.tree.go_to(part, target):
            self.level.show_value(None)
            self.category.show_value(None)
            self._show_outline()
            self.tree.go_to(part, target)
        self._show_entry()

    @Slot()
    def _on_all(self) -> None:
        self.session.go(SHELF.key, "" if self._pack is None else self._pack.id)

    @Slot()
    def _on_ratings(self) -> None:
        entry = self.tree.entry()
        if entry is None or self._pack is None:
            return
        target = rated_as(self._pack, entry.part, entry.id)
        self.session.go("ratings", str(Ref(self._pack.id if len(self._in_use) > 1 else "", target)))
