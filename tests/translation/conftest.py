import json
import shutil
import zipfile

import pytest

from translator.translation import starter_package


@pytest.fixture
def broken_package():
    """A copy of the starter model, in a folder, with one file's content replaced."""

    def make(folder, name):
        root = folder / "broken"
        shutil.copytree(starter_package().location, root)
        (root / name).write_bytes(b"not a model")
        return root

    return make


@pytest.fixture
def archive(tmp_path):
    """A .argosmodel file with the starter model's files, some replaced or left out (None)."""

    def make(root="translate-it_en-trial", *, metadata=None, **changes):
        package = starter_package()
        contents = {name: package.files.read(name) for name in package.files.names()}
        if metadata is not None:
            contents["metadata.json"] = json.dumps(metadata).encode()
        contents.update({name.replace("__", "/").replace("_dot_", "."): data for name, data in changes.items()})
        path = tmp_path / "trial.argosmodel"
        with zipfile.ZipFile(path, "w") as file:
            for name, data in contents.items():
                if data is not None:
                    file.writestr(f"{root}/{name}", data)
        return path

    return make
