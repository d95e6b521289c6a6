from __future__ import annotations

from desktop.model.maturity.scheme_settings import (
    SETTABLE,
    EvidenceSetting,
    SchemeSettings,
    TeamSetting,
)

EACH = SETTABLE.each.values()


def test_only_what_is_not_usual_is_told():
    assert list(SchemeSettings().told) == []
    assert list(SchemeSettings(evidence=EvidenceSetting(sources=2)).told) == []
    said = SchemeSettings(evidence=EvidenceSetting(sources=3, beyond=()), team=TeamSetting(may_set=False))
    assert list(said.told) == [("evidence", "sources"), ("evidence", "beyond"), ("team", "may_set")]


def test_each_setting_means_something_under_some_scheme():
    fields = {(block, key) for block in SchemeSettings.__struct_fields__ for key in _keys(block)}
    settable = {(block, key) for known in EACH for block, keys in known.keys.items() for key in keys}
    assert settable == fields


def _keys(block):
    return getattr(SchemeSettings(), block).__struct_fields__


def test_usual_limits_rise_with_the_grades():
    for known in EACH:
        assert tuple(known.limits) == known.grades[1:]
        assert list(known.limits.values()) == sorted(known.limits.values())
