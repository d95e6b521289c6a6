from pathlib import Path

import pytest

from desktop.model.own_models.models_folder import models_folder

HOME = Path.home()


@pytest.mark.parametrize(
    ("environment", "platform", "wanted"),
    [
        ({}, "linux", HOME / ".local/share/maturity-workbench/models"),
        ({"XDG_DATA_HOME": "/data"}, "linux", Path("/data/maturity-workbench/models")),
        ({"XDG_DATA_HOME": "data"}, "linux", HOME / ".local/share/maturity-workbench/models"),
        ({"APPDATA": "/roaming"}, "win32", Path("/roaming/Maturity Workbench/models")),
        ({}, "win32", HOME / "AppData/Roaming/Maturity Workbench/models"),
        ({}, "darwin", HOME / "Library/Application Support/Maturity Workbench/models"),
        ({"MATURITY_WORKBENCH_MODELS": "/stick/models", "APPDATA": "/roaming"}, "win32", Path("/stick/models")),
    ],
)
def test_where_models_are_kept(environment, platform, wanted):
    assert models_folder(environment, platform) == wanted
