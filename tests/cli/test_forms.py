def test_a_form_for_each_participant(forms, made):
    assert len(list(forms.glob("*.xlsx"))) == 3


def test_forms_are_named_line_by_line(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms")
    assert len(ran.out.splitlines()) == 3
    assert "3 forms written" in ran.err


def test_no_forms_for_a_model_that_is_not_in_use(command, made, tmp_path):
    ran = command("forms", made, "--out", tmp_path / "forms", "--model", "unheard")
    assert ran.status == 1
    assert not list(tmp_path.rglob("*.xlsx"))
