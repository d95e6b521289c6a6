from desktop.wording.finding_records import FOUND
from desktop.wording.records import number_name


def test_observations_and_findings_are_called_by_their_numbers():
    assert [number_name(kind, 3) for kind, words in FOUND.items() if words.number] == ["O-03", "F-03"]
