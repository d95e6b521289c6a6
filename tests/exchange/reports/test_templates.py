from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from desktop.exchange.reports import as_word
from desktop.exchange.reports.faults import told
from desktop.model.errors import RefusalError
from tests.exchange.reports.documents import document, opened, parts, picture, words


def template(folder: Path, change: Callable[[Any], object] = lambda _word: None) -> Path:
    """A house's template: python-docx's own, changed."""
    word = docx.Document()
    change(word)
    path = folder / "house.docx"
    word.save(str(path))
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> Path:
    """The same archive with its parts changed; None leaves one out."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**kept, **more}.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def drop_styles(*names: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        for name in names:
            word.styles[name].element.getparent().remove(word.styles[name].element)

    return change


def test_styles_of_the_house_are_used(tmp_path: Path) -> None:
    made = as_word(document(), template(tmp_path))
    styles = {each.text: each.style.name for each in opened(made.content).paragraphs if each.style is not None}
    assert (styles["Summary"], styles["Strong. An item"]) == ("Heading 1", "List Bullet")
    assert styles["Figure  How it stands"] == "Caption"  # its number is a field
    assert made.faults == ()


def test_a_missing_style_is_named_and_the_nearest_used(tmp_path: Path) -> None:
    made = as_word(document(), template(tmp_path, drop_styles("Heading 2", "Caption")))
    assert list(map(told, made.faults)) == [
        "The template has no style “Heading 2”; “Heading 1” is used.",
        "The template has no style “Caption”; “Normal” is used.",
    ]
    assert "Details" in words(made.content)


def test_without_styles_for_headings_they_are_bold_and_known_to_the_contents(tmp_path: Path) -> None:
    made = as_word(document(), template(tmp_path, drop_styles("Heading 1", "Heading 2", "Heading 3")))
    assert [told(each).split(" (")[0] for each in made.faults] == ["The template has no style for headings"]
    heading = next(each for each in opened(made.content).paragraphs if each.text == "Summary")
    assert heading.runs[0].bold
    assert 'w:outlineLvl w:val="0"' in heading._p.xml


def test_placeholders_are_filled_though_torn_and_unknown_ones_named(tmp_path: Path) -> None:
    def change(word: Any) -> None:
        torn = word.add_paragraph()
        for piece in ("About {{org", "anisa", "tion}} and {{nobody}}, {{ title }}."):
            torn.add_run(piece)
        word.add_paragraph("{{content}}")
        word.add_paragraph("Imprint of the house")
        word.sections[0].header.paragraphs[0].text = "{{organisation}} {{wrong}}"

    made = as_word(document(), template(tmp_path, change))
    found = words(made.content)
    assert found[0] == "About Northwind and {{nobody}}, Report of Northwind."
    assert found[-1] == "Imprint of the house"
    assert found[1] == "Contents"  # the house has a cover of its own
    assert opened(made.content).sections[0].header.paragraphs[0].text == "Northwind {{wrong}}"
    assert [(each.kind, each.what) for each in made.faults] == [
        ("unknown_placeholder", "nobody"),
        ("unknown_placeholder", "wrong"),
    ]
    assert told(made.faults[0]) == (
        "The template names “{{nobody}}”, which there is not; it stands as it is. "
        "Known are: title, footer, content, organisation, subtitle."
    )


def test_words_of_a_template_that_names_no_place_come_first_and_that_is_told(tmp_path: Path) -> None:
    made = as_word(document(), template(tmp_path, lambda word: word.add_paragraph("House rules")))
    assert words(made.content)[:2] == ["House rules", "Assessment"]
    assert [each.kind for each in made.faults] == ["no_content_place"]


def test_pictures_are_fitted_to_the_page_and_that_is_told(tmp_path: Path) -> None:
    def narrow(word: Any) -> None:
        word.sections[0].page_width, word.sections[0].left_margin, word.sections[0].right_margin = (
            Mm(100),
            Mm(20),
            Mm(20),
        )

    made = as_word(document(picture(120, 60), picture(40, 20)), template(tmp_path, narrow))
    shapes = opened(made.content).inline_shapes
    assert [round(shape.width.mm) for shape in shapes] == [60, 40]
    assert [round(shape.height.mm) for shape in shapes] == [30, 20]
    assert list(map(told, made.faults)) == [
        "1 picture was made smaller, since the template's page is narrower than ours."
    ]


def test_nothing_is_left_of_who_made_the_template(tmp_path: Path) -> None:
    def sign(word: Any) -> None:
        word.core_properties.author = "Zaphod Marker"
        word.core_properties.last_modified_by = "Zaphod Marker"
        word.core_properties.comments = "Zaphod Marker"
        paragraph = word.add_paragraph("{{content}}")
        word.add_comment(paragraph.runs, text="Zaphod Marker thinks", author="Zaphod Marker", initials="ZM")
        word.settings.element.append(
            docx.oxml.parse_xml(
                '<w:attachedTemplate xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>'
            )
        )
        word.part._settings_part.rels.add_relationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            r"file:///C:\Users\Zaphod Marker\house.dotx",
            "rId99",
            is_external=True,
        )

    path = template(tmp_path, sign)
    assert any(b"Zaphod" in part for part in parts(path.read_bytes()).values())
    made = as_word(document(), path).content
    assert [name for name, part in parts(made).items() if b"Zaphod" in part or b"comment" in part.lower()] == []
    assert "attachedTemplate" not in parts(made)["word/settings.xml"].decode()


def test_a_template_of_words_own_kind_is_one(tmp_path: Path) -> None:
    path = rewritten(
        template(tmp_path),
        lambda name, part: part.replace(b"document.main+xml", b"template.main+xml") if "Types" in name else part,
    )
    made = as_word(document(), path)
    assert b"document.main+xml" in parts(made.content)["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("template.missing", lambda path: path.unlink()),
        ("template.not_word", lambda path: path.write_text("Dear sponsor")),
        ("template.broken", lambda path: path.write_bytes(path.read_bytes()[:900])),
        ("template.macros", lambda path: rewritten(path, lambda _name, part: part, **{"word/vbaProject.bin": b"x"})),
        (
            "template.macros",
            lambda path: rewritten(
                path,
                lambda name, part: (
                    part.replace(
                        b"openxmlformats-officedocument.wordprocessingml.document.main",
                        b"ms-word.document.macroEnabled.main",
                    )
                    if "Types" in name
                    else part
                ),
            ),
        ),
        ("template.too_large", lambda path: path.write_bytes(path.read_bytes() + bytes(20_000_000))),
        (
            "template.broken",
            lambda path: rewritten(path, lambda name, part: b"<broken" if name == "word/document.xml" else part),
        ),
        (
            "template.broken",
            lambda path: rewritten(path, lambda name, part: None if name == "word/styles.xml" else part),
        ),
    ],
)
def test_what_can_be_no_template_is_refused(code: str, spoil: Callable[[Path], object], tmp_path: Path) -> None:
    path = template(tmp_path)
    spoil(path)
    with pytest.raises(RefusalError) as refused:
        as_word(document(), path)
    assert refused.value.code == code
    assert refused.value.facts["path"] == path


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    from openpyxl import Workbook

    path = tmp_path / "house.docx"
    Workbook().save(path)
    with pytest.raises(RefusalError, match=r"template\.not_word"):
        as_word(document(), path)


def test_a_template_is_never_written_to(tmp_path: Path) -> None:
    path = template(tmp_path)
    before = path.read_bytes()
    as_word(document(), path)
    assert path.read_bytes() == before
    assert io.BytesIO(before).read(2) == b"PK"
