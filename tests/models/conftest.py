import json
import zipfile

import pytest
from tests.models.server import Server, whole

from translator.translation import starter_package


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """An empty packages' folder, state and cache of our own, and no way to the internet."""
    from argostranslate import settings

    folder = tmp_path / "argos" / "packages"
    folder.mkdir(parents=True)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_index", "http://127.0.0.1:1/")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return folder


@pytest.fixture
def downloads(tmp_path):
    """What is in the folder of downloads: the names, without the path."""

    def look():
        folder = tmp_path / "cache" / "translator" / "downloads"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    return look


@pytest.fixture
def package_file(tmp_path):
    """Make a .argosmodel file of the starter model: its own files, some replaced or left out (None), and others by full name."""
    return lambda *arguments, **options: make_package(tmp_path, *arguments, **options)


@pytest.fixture(scope="session")
def session_package(tmp_path_factory):
    """The starter model as version 1.5."""
    return make_package(tmp_path_factory.mktemp("packages"))


def make_package(folder, root="translate-it_en-1_5", *, version="1.5", name="trial.argosmodel", changes=None, extra=()):
    package = starter_package()
    contents = {name: package.files.read(name) for name in package.files.names()}
    contents["metadata.json"] = json.dumps({"from_code": "it", "to_code": "en", "package_version": version}).encode()
    contents.update(changes or {})
    path = folder / name
    with zipfile.ZipFile(path, "w") as file:
        for inside, data in contents.items():
            if data is not None:
                file.writestr(f"{root}/{inside}", data)
        for inside, data in extra:
            file.writestr(inside, data)
    return path


@pytest.fixture
def server(packages, monkeypatch):
    """A web server whose address is the index's."""
    from argostranslate import settings

    running = Server()
    monkeypatch.setattr(settings, "package_index", f"{running.address}/")
    yield running
    running.close()


@pytest.fixture
def index(server):
    """Put an index of one Italian→English package on the server."""

    def put(*links, version="1.5", **fields):
        entry = {"from_code": "it", "to_code": "en", "package_version": version, "links": list(links), **fields}
        other = {"from_code": "es", "to_code": "en", "package_version": "9.0", "links": ["https://unknown.invalid/"]}
        server.pages["/index.json"] = whole(json.dumps([other, entry]).encode(), content_type="text/plain")

    return put
