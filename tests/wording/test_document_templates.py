from desktop.wording import document_templates


def test_a_placeholder_is_told_as_it_stands_in_the_template():
    told = document_templates.unknown_placeholder("boss", "title, content")
    assert told == "The template names “{{boss}}”, which there is not; it stands as it is. Known are: title, content."


def test_the_place_for_the_report_is_told_as_it_is_to_be_written():
    assert "“{{content}}”" in document_templates.no_content_place()


def test_one_picture_is_one():
    assert document_templates.fitted(1).startswith("1 picture was")
    assert document_templates.fitted(2).startswith("2 pictures were")


def test_what_is_used_in_place_of_a_style_is_named():
    assert document_templates.no_style("Caption", "Normal") == (
        "The template has no style “Caption”; “Normal” is used."
    )
