from msgspec.structs import replace

from desktop.model.planning.predicted import predicted
from desktop.model.scoring.engine import score
from desktop.model.scoring.vocabulary import Characterisation
from desktop.wording.predicted import changes_text
from tests.builders import all_in_place, tiny_pack, with_practices
from tests.builders_schemes import no_levels, ticked, tiny_streams


def told(pack, given, parts):
    before = score(pack, given)
    return changes_text(pack, before, predicted(pack, given, before, parts))


def test_the_whole_comes_first_then_the_places_that_change():
    pack = tiny_streams()
    given = replace(no_levels(), ticks=ticked(pack, DSK=2, REQ=3))
    assert told(pack, given, ["DSK-3"]) == [
        "Level 1 would stay",
        f"{pack.place_by_id['DSK'].name}: level 2 → level 3",
    ]
    every = [each.id for each in pack.streams]
    assert told(pack, no_levels(), every)[0] == "Level 1 would become level 2"


def test_an_area_changes_its_rating():
    pack = tiny_pack()
    given = with_practices(all_in_place(pack), PLN_AC_1=Characterisation.NOT)
    assert f"{pack.area_by_id['PLN'].name}: unsatisfied → satisfied" in told(pack, given, ["PLN-G1"])
