from desktop.model.assessment import Assessment


def test_forms_come_back_and_once_only(command, made, forms):
    first, again = (command("import", made, forms, "--author", "Ada") for _ in range(2))
    assert (first.status, again.status) == (0, 0)
    assert [line.rpartition(", ")[2] for line in first.out.splitlines()] == ["new"] * 3
    assert all("nothing changed" in line for line in again.out.splitlines())
    with Assessment.open(made, author="Bea") as assessment:
        assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [True] * 3
        assert assessment.history.steps(1)[0].author == "Ada"


def test_a_refused_form_is_told_and_the_others_are_taken(command, made, forms, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\3\4")
    ran = command("import", made, bad, forms, "--json")
    assert ran.status == 1
    assert (ran.json["taken"], ran.json["refused"]) == (3, 1)
    outcomes = [form["outcome"] for form in ran.json["forms"]]
    assert outcomes == ["refused", "new", "new", "new"]
    assert ran.json["forms"][0]["file"] == str(bad)
    assert ran.json["forms"][1]["participant"] == "P-01"
    said = command("import", made, bad)
    assert f"{bad}: refused." in said.out
    assert "1 of 1 form refused" in said.err


def test_nothing_to_import_is_no_success(command, made, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command("import", made, empty).status == 1


def test_nothing_is_taken_while_another_has_the_file_open(command, made, forms):
    with Assessment.open(made, author="Bea"):
        ran = command("import", made, forms)
    assert ran.status == 1
    assert "reading only" in ran.err
