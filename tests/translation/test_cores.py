import pytest

from translator.translation import cores
from translator.translation.cores import available_cores


@pytest.fixture
def groups(tmp_path, monkeypatch):
    """A folder of control groups on a machine with eight cores; returns the number of cores to use."""
    monkeypatch.setattr(cores.os, "sched_getaffinity", lambda _: set(range(8)), raising=False)

    def count(own, **files):
        (tmp_path / "own").write_text(own, encoding="ascii")
        for name, text in files.items():
            path = tmp_path / "cgroup" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="ascii")
        return available_cores(tmp_path / "cgroup", tmp_path / "own")

    return count


V1 = "4:cpu,cpuacct:/docker/abc\n3:memory:/docker/abc\n1:name=systemd:/\n"


@pytest.mark.parametrize(
    ("own", "files", "expected"),
    [
        pytest.param("", {}, 8, id="no-groups"),
        pytest.param("0::/\n", {"cpu.max": "max 100000\n"}, 8, id="no-quota"),
        pytest.param("0::/\n", {"cpu.max": "200000 100000\n"}, 2, id="container"),
        pytest.param("0::/\n", {"cpu.max": "50000 100000\n"}, 1, id="less-than-one-core"),
        pytest.param("0::/\n", {"cpu.max": "350000 100000\n"}, 3, id="broken-cores-do-not-count"),
        pytest.param("0::/\n", {"cpu.max": "9900000 100000\n"}, 8, id="quota-above-the-affinity"),
        pytest.param("0::/a/b\n", {"a/b/cpu.max": "max 100000\n", "a/cpu.max": "400000 100000\n"}, 4, id="group-around"),
        pytest.param("0::/a/b\n", {"a/b/cpu.max": "300000 100000\n", "a/cpu.max": "400000 100000\n"}, 3, id="nested"),
        pytest.param("0::/not/here\n", {"cpu.max": "500000 100000\n"}, 5, id="path-of-the-host"),
        pytest.param("0::/a\n", {"cpu.max": "nonsense", "a/cpu.max": "1 0"}, 8, id="unreadable"),
        pytest.param(
            V1, {"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, 8, id="version-1-without-quota"
        ),
        pytest.param(
            V1, {"cpu/cpu.cfs_quota_us": "200000\n", "cpu/cpu.cfs_period_us": "100000\n"}, 2, id="version-1-container"
        ),
        pytest.param(
            V1,
            {"cpu,cpuacct/docker/abc/cpu.cfs_quota_us": "60000\n", "cpu,cpuacct/docker/abc/cpu.cfs_period_us": "20000\n"},
            3,
            id="version-1-nested",
        ),
        pytest.param(
            V1,
            {"memory/docker/abc/cpu.cfs_quota_us": "100000\n", "memory/docker/abc/cpu.cfs_period_us": "100000\n"},
            8,
            id="another-controller",
        ),
    ],
)
def test_cores_are_those_of_the_quota(groups, own, files, expected):
    assert groups(own, **files) == expected


def test_this_process_has_a_core():
    assert available_cores() >= 1
