def test_the_promised_keys(command, scored):
    (model,) = command("score", scored, "--json").json["models"]
    assert (model["id"], model["scheme"]) == ("tiny", "staged")
    assert (model["level"]["reached"], model["level"]["determined"]) == (2, False)
    assert [(blocker["area"], blocker["why"]) for blocker in model["level"]["blockers"]] == [
        ("DLV", "out_of_scope"),
        ("STD", "not_rated"),
    ]
    area = model["areas"][0]
    assert (area["id"], area["name"], area["level"], area["categories"], area["rating"]) == (
        "PLN",
        "Area PLN",
        2,
        ["management"],
        "satisfied",
    )
    assert (area["answers"]["n"], area["answers"]["mean_percent"]) == (4, 85.0)
    assert 0 <= area["answers"]["consensus"] <= 1
    category = model["categories"][0]
    assert (category["id"], category["satisfied"], category["rated"]) == ("management", 2, 2)
    assert category["mean_percent"] == 85.0


def test_every_result_says_why(command, scored):
    (model,) = command("score", scored, "--json").json["models"]
    told = [
        model["level"],
        *model["categories"],
        *model["levels"],
        *model["areas"],
        *model["practices"],
        *model["questions"],
    ]
    told += [goal for area in model["areas"] for goal in area["goals"]]
    assert all(result["trace"]["sentence"] for result in told)
    assert {question["answers"]["n"] for question in model["questions"]} == {0, 2}
    assert model["practices"][0]["suggestion"]["n"] > 0
