"""What a Linux desktop is told about the program."""

from __future__ import annotations

import configparser
from xml.etree import ElementTree as ET

from desktop.model.assessment.opened import SUFFIX
from desktop.model.store.declared_tables import APPLICATION_ID
from tests.architecture.repository import ROOT

LINUX = ROOT / "packaging" / "linux"
ID = "org.maturityworkbench.Workbench"
MIME = "application/x-maturity-assessment"
SHARED = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_entry_opens_assessments():
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign] # the keys' case matters
    entry.read(LINUX / f"{ID}.desktop", encoding="utf-8")
    (section,) = entry.sections()
    values = entry[section]
    assert section == "Desktop Entry"
    assert values["Type"] == "Application"
    assert values["Exec"] == "maturity-workbench %f"
    assert values["Icon"] == ID
    assert f'setDesktopFileName("{ID}")' in (ROOT / "desktop" / "ui" / "app.py").read_text(encoding="utf-8")
    assert values["MimeType"] == f"{MIME};"
    assert all(values[name].endswith(";") for name in ("Categories", "Keywords"))


def test_the_metainfo_describes_the_same_program():
    component = ET.parse(LINUX / f"{ID}.metainfo.xml").getroot()
    assert component.get("type") == "desktop-application"
    assert component.findtext("id") == ID
    assert component.findtext("launchable") == f"{ID}.desktop"
    assert component.findtext("provides/mediatype") == MIME
    assert component.findtext("project_license") == "MIT"
    assert all(component.findtext(name) for name in ("name", "summary", "metadata_license"))
    assert component.findall("description/p")


def test_assessment_files_are_known_by_name_and_by_content():
    kind = ET.parse(LINUX / f"{ID}.xml").getroot().find(f"{SHARED}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME
    glob, mark = kind.find(f"{SHARED}glob"), kind.find(f"{SHARED}magic/{SHARED}match/{SHARED}match")
    assert glob is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert mark is not None
    assert (mark.get("offset"), int(mark.get("value", ""), 16)) == ("68", APPLICATION_ID)
