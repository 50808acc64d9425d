"""What holds for all tests: no network but loopback, and a graph of the samples for those that want a real one."""

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None)  # a run says of the code, not of luck or load
settings.load_profile("suite")

CHECKOUT = Path(__file__).parents[1]


def is_local(address: object) -> bool:
    """Say whether a socket address stays on this machine: loopback, or a path of a Unix socket."""
    if not isinstance(address, tuple):
        return True
    if address[0] == "localhost":
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Make every connection to another machine fail, with a message that says who is to blame."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connect_locally(self: socket.socket, address: object) -> None:
        if not is_local(address):
            raise OSError(f"a test tried to reach {address}")
        connect(self, address)  # type: ignore[arg-type]  # the original checks it

    def look_up_locally(host: object, *rest: object, **options: object) -> object:
        if host not in (None, "localhost", "127.0.0.1", "::1"):
            raise OSError(f"a test tried to look up {host!r}")
        return look_up(host, *rest, **options)  # type: ignore[call-overload]  # as above

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_locally)
        patch.setattr(socket.socket, "connect_ex", connect_locally)
        patch.setattr(socket, "getaddrinfo", look_up_locally)
        yield


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What README's first command leaves in `output`, made with the shipped model; once for all tests."""
    from click.testing import CliRunner

    from kg.cli import main

    folder = tmp_path_factory.mktemp("samples") / "output"
    result = CliRunner().invoke(main, ["build", str(CHECKOUT / "samples"), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    (folder.parent / "summary.txt").write_text(result.stdout, encoding="utf-8")
    return folder
