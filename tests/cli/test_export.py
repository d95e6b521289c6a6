from pptx import Presentation

from desktop.model.assessment import Assessment


def test_workbook_and_charts(command, scored, tmp_path):
    ran = command("export", scored, "--out", tmp_path / "results", "--json")
    assert ran.status == 0
    endings = [name.rpartition(".")[2] for name in ran.json["files"]]
    assert endings.count("xlsx") == 2
    assert {"png", "svg", "pdf"} <= set(endings)
    assert sorted(ran.json["files"]) == sorted(str(path) for path in (tmp_path / "results").iterdir())


def test_only_the_workbook(command, scored, tmp_path):
    ran = command("export", scored, "--out", tmp_path / "results", "--only", "workbook")
    assert ran.status == 0
    assert ran.out.splitlines() == [str(path) for path in (tmp_path / "results").iterdir()]
    assert "1 file written" in ran.err


def test_only_the_detail_for_the_team(command, scored, tmp_path):
    ran = command("export", scored, "--out", tmp_path / "results", "--only", "detail", "--json")
    assert [name.rpartition(" - ")[2] for name in ran.json["files"]] == ["team detail.xlsx"]


def test_another_kind_is_refused_and_nothing_written(command, scored, tmp_path):
    ran = command("export", scored, "--out", tmp_path / "results", "--only", "unheard")
    assert ran.status == 1
    assert "workbook" in ran.err
    assert not (tmp_path / "results").exists()


def test_a_folder_that_is_a_file_is_refused(command, scored):
    ran = command("export", scored, "--out", scored, "--only", "workbook")
    assert ran.status == 1
    assert str(scored) in ran.err


def test_letters_that_no_font_has_are_told(command, scored, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.export.missing_letters", lambda _deliverable: "北🚀")
    ran = command("export", scored, "--out", tmp_path / "results", "--only", "workbook")
    assert "No font" not in ran.err
    ran = command("export", scored, "--out", tmp_path / "results", "--only", "charts")
    assert "No font on this computer has 北 🚀, so the charts show boxes in their place." in ran.err


def test_slides_in_the_style_of_the_house(command, scored, tmp_path):
    house = Presentation()
    house.save(str(tmp_path / "house.pptx"))
    out = tmp_path / "results"
    ran = command("export", scored, "--out", out, "--only", "deck", "--slides-template", tmp_path / "house.pptx")
    assert (ran.status, "layout" in ran.err) == (0, False)
    (deck,) = out.iterdir()
    assert Presentation(str(deck)).slide_width == house.slide_width
    (tmp_path / "house.pptx").write_text("no slides")
    ran = command("export", scored, "--out", out, "--only", "deck", "--slides-template", tmp_path / "house.pptx")
    assert ran.status == 1
    assert "is no PowerPoint file" in ran.err


def test_what_may_name_somebody_is_told(command, made, tmp_path):
    with Assessment.open(made, author="Lead") as assessment:
        assessment.preparation.add_participant(name="Zoe Quist")
        assessment.actions.add("Let Zoe Quist write it down")
    ran = command("export", made, "--out", tmp_path / "out")
    assert ran.status == 0
    assert "action 1, Title: Zoe Quist" in ran.err
