from msgspec.structs import replace

from desktop.model.records import Finding, Tone, for_sponsor


def test_what_the_team_says_about_names_in_it_stays_in_the_team():
    told = Finding(id="a", text="Planned.", tone=Tone.STRENGTH, model="m", place="p", rank=2, final=True)
    assert for_sponsor(replace(told, names_nobody=True)) == told
